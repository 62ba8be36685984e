import en from '../assets/locales/en.json';
import { wordsOf } from '../src/words/words';

export const english = wordsOf(en);
