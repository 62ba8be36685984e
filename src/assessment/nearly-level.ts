import type { WordKey, Words } from '../words/words';
import type { RawCell } from './assessment';
import { shown } from './problem-place';
import type { ReadingContext } from './read-assessment';

/** Signs that pass for an apostrophe: keyboards, phones and word processors put them there. */
const APOSTROPHES = /[’‘ʼ´`′＇]/g;
/** Spaces that the formulas of the sheets take away too. */
const PLAIN_SPACE = /[ \u00a0\t\n\r]/;

/**
 * Why a cell that holds no level is none, in words; where it looks like an answer, with the difference that matters. Such
 * a text is not taken for the answer: the formulas of the sheets do not take it for one either, in whatever version.
 */
export function levelFault(cell: RawCell, place: string, context: ReadingContext): string {
  const { words } = context;
  const value = shown(cell);
  if (typeof cell === 'object' && cell?.error === words('file.notCalculated'))
    return words('problem.levelNotCalculated', { place });
  const meant = typeof cell === 'string' ? meaningOf(cell, context) : null;
  const why = typeof cell === 'string' ? differenceOf(cell, words) : null;
  if (meant === '' && why !== null) return words('problem.levelUnseen', { place, why });
  if (meant === null || meant === '')
    return words('problem.levelInvalid', {
      place,
      value,
      na: words('answer.na'),
      unknown: words('answer.unknown'),
    });
  const number = /^\d$/.test(meant);
  const reason = why ?? words(number ? 'problem.moreThanNumber' : 'problem.otherSpelling');
  return words('problem.levelNearly', { place, value, meant, why: reason });
}

/** The same of a target, which is a number or nothing. */
export function targetFault(cell: RawCell, place: string, context: ReadingContext): string {
  const { words } = context;
  const value = shown(cell);
  const meant = typeof cell === 'string' ? meaningOf(cell, context) : null;
  if (typeof cell !== 'string' || meant === null || !/^\d?$/.test(meant))
    return words('problem.targetInvalid', { place, value });
  const why = differenceOf(cell, words) ?? words('problem.moreThanNumber');
  return meant === ''
    ? words('problem.targetUnseen', { place, why })
    : words('problem.targetNearly', { place, value, meant, why });
}

/** The answer that a text looks like, as the list offers it; empty where it looks like nothing, null where like none. */
function meaningOf(text: string, { words, vocabulary, rubric }: ReadingContext): string | null {
  const plain = text
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
  if (plain === '') return '';
  const says = (known: readonly string[], beside: RegExp) =>
    known.some((word) => word.replace(beside, '') === plain.replace(beside, ''));
  if (says(vocabulary.na, /[\s./\\∕_-]/g)) return words('answer.na');
  if (says(vocabulary.unknown, /[\s'.?!]/g)) return words('answer.unknown');
  const names = rubric.levels.map(({ name }) => name.toUpperCase());
  const named = names.indexOf(plain);
  if (named >= 0) return String(named);
  const [, level, rest = ''] =
    /^(?:LEVEL\s*|L)?[+'(]?0*([0-5])\)?(?:[.,]0*)?(?:[\s\-–—:(]+(.*?)\)?)?$/.exec(plain) ?? [];
  return level !== undefined && (rest === '' || rest === names[Number(level)]) ? level : null;
}

const SIGNS: ReadonlyMap<string, WordKey> = new Map([
  ['’', 'sign.curvedApostrophe'],
  ['‘', 'sign.curvedApostrophe'],
  ['\u2009', 'sign.thinSpace'],
  ['\u202f', 'sign.narrowSpace'],
  ['\u3000', 'sign.wideSpace'],
  ['\u200b', 'sign.zeroWidthSpace'],
  ['\ufeff', 'sign.zeroWidthSpace'],
  ['\u00ad', 'sign.softHyphen'],
]);

/** The first sign of a text that is not what it looks like, and where it stands, in words; null where there is none. */
function differenceOf(text: string, words: Words): string | null {
  const signs = Array.from(text);
  const at = signs.findIndex((sign) => kindOf(sign) !== null);
  const sign = signs[at];
  const kind = sign === undefined ? null : kindOf(sign);
  if (sign === undefined || kind === null) return null;
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = words(SIGNS.get(sign) ?? kind, { sign, code });
  if (signs.length === 1) return words('problem.signHeld', { sign: name });
  if (at === 0) return words('problem.signFirst', { sign: name });
  return words(at === signs.length - 1 ? 'problem.signLast' : 'problem.signHeld', { sign: name });
}

function kindOf(sign: string): WordKey | null {
  if (sign.match(APOSTROPHES)) return 'sign.otherApostrophe';
  if (/\p{Cf}/u.test(sign)) return 'sign.unseen';
  if (/\s/.test(sign)) return PLAIN_SPACE.test(sign) ? null : 'sign.otherSpace';
  return sign.normalize('NFKC') === sign ? null : 'sign.otherForm';
}
