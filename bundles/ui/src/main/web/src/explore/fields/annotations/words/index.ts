import { addWords } from '../../../../i18n/addWords';
import en from './en.json';

await addWords(en, { de: () => import('./de.json') });
