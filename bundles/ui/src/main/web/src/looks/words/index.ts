import { addWords } from '../../i18n/addWords';
import en from './en.json';

await addWords(en, import.meta.glob(['./*.json', '!./en.json']));
