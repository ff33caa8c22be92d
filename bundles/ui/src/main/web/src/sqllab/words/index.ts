import { addWords } from '../../i18n/addWords';
import '../../explore/words';
import '../../ui/grid/words';
import en from './en.json';

await addWords(en, import.meta.glob(['./*.json', '!./en.json']));
