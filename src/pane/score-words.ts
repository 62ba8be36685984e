import type { Rubric } from '../rubric/schema';
import { type Fraction, toPercent, toTwoDecimals } from '../scoring/fraction';
import type { Measures, StagedLevel } from '../scoring/scores';
import type { Words } from '../words/words';

/** "2 Managed", "open" or "none". */
export function levelWords(level: StagedLevel, rubric: Rubric, words: Words): string {
  if (level === null) return words('pane.none');
  if (level === 'open') return words('pane.open');
  return words('pane.levelName', { level, name: rubric.levels[level]?.name ?? '' });
}

/** The floor; "at most" while an applicable item has no level yet, because an answer can only lower it. */
export function floorWords(measures: Measures, words: Words): string {
  if (measures.floor === null) return words('pane.none');
  const open = measures.rated < measures.applicable;
  return open
    ? words('pane.atMost', { level: measures.floor })
    : words('pane.number', { value: measures.floor });
}

/** Two decimals in the language's way ("1.51", "1,51"), "open" or "none". */
export function meanWords(mean: Fraction | 'open' | null, words: Words): string {
  if (mean === null) return words('pane.none');
  if (mean === 'open') return words('pane.open');
  return decimals(mean, words);
}

/** Hundredths as two decimals in the language's way. */
export const hundredthsWords = (value: number, words: Words): string => decimals({ n: value, d: 100 }, words);

export const percentWords = (share: Fraction | null, words: Words): string =>
  share === null ? words('pane.none') : words('pane.percent', { value: toPercent(share) });

// Rounding happens exactly, on the fraction; the language only chooses the decimal sign.
function decimals(value: Fraction, words: Words): string {
  const point = new Intl.NumberFormat(words.language)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal');
  return words('pane.number', { value: toTwoDecimals(value).replace('.', point?.value ?? '.') });
}
