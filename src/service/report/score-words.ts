import type { HiddenReason, ReleaseFigure, ReleaseMeasure, ReleaseRules } from '../../rubric/release';
import type { Words } from '../../words/words';
import { intervalOf } from './interval';

const MINUS = '\u2212';

/** The count label of a group so small that its means are rounded to 0.10. */
const FEWEST = '5-9';

/** Writes hundredths in the language's way; a figure of 5 to 9 answers with one decimal, because it was rounded to it. */
export const scoreText = (hundredths: number, answers: string, words: Words): string =>
  decimals(hundredths, answers === FEWEST ? 1 : 2, words);

/** A quantile of levels is shown as it is: 2, 2.5, 2.25. */
export const levelText = (hundredths: number, words: Words): string => decimals(hundredths, 0, words, 2);

/** "+0.25", "−0.10", "0.00". */
export function differenceText(hundredths: number, words: Words): string {
  const size = decimals(Math.abs(hundredths), 2, words);
  return hundredths === 0 ? size : `${hundredths > 0 ? '+' : MINUS}${size}`;
}

const decimals = (hundredths: number, least: number, words: Words, most = least): string =>
  new Intl.NumberFormat(words.language, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  }).format(hundredths / 100);

/** "1.65 ± 0.20", or the mean alone where no margin is published; null where the mean is not. */
export function meanText(figure: ReleaseFigure | null, words: Words): string | null {
  if (figure?.mean === undefined) return null;
  const mean = scoreText(figure.mean, figure.answers, words);
  return figure.margin === undefined
    ? mean
    : words('report.plusMinus', { mean, margin: scoreText(figure.margin, figure.answers, words) });
}

/** "1.45 to 1.85"; null where no interval is published. */
export function intervalText(figure: ReleaseFigure | null, words: Words): string | null {
  const interval = intervalOf(figure);
  if (figure === null || interval === null) return null;
  return words('report.range', {
    low: scoreText(interval.low, figure.answers, words),
    high: scoreText(interval.high, figure.answers, words),
  });
}

/** Why a measure, or a whole group, is not published. */
export function hiddenText(reason: HiddenReason, rules: ReleaseRules, words: Words): string {
  return words(`report.hidden-${reason}`, { least: rules.leastRows });
}

/** Why some or all of a measure's numbers are missing; null where they are all there. */
export function gapText(measure: ReleaseMeasure, rules: ReleaseRules, words: Words): string | null {
  if ('hidden' in measure) return hiddenText(measure.hidden, rules, words);
  if (measure.uniform) return words('report.uniform');
  if (measure.answers === FEWEST) return words('report.fewFigures', { full: rules.fullRows });
  const whole = [measure.mean, measure.median, measure.p25, measure.p75, measure.margin, measure.shares];
  return whole.includes(undefined) ? words('report.someMissing') : null;
}

/** "A, B and C" as the language writes it. */
export const listText = (parts: readonly string[], words: Words): string =>
  new Intl.ListFormat(words.language, { type: 'conjunction' }).format(parts);

/** An ISO day in words: "April 15, 2027". */
export const dayText = (day: string, words: Words): string =>
  new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A count label in words: "15 or more", "5 to 9". */
export function countText(label: string, words: Words): string {
  const [low = '', high = ''] = label.split('-');
  return label === FEWEST
    ? words('report.range', { low, high })
    : words('report.orMore', { count: label.replace('+', '') });
}
