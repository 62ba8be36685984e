import type { ReleaseFigure, ReleaseMeasure } from '../../rubric/release';
import { figureOf, type Edition } from './edition';
import { element, fragment, type Child, type Html } from './html';
import { gapText } from './score-words';
import { DASH, table, type Column, type Row } from './table';

/** A column that is there only where some measure has a figure for it. */
export interface FigureColumn extends Column {
  /** The figure in words; null where it is not published. */
  readonly text: (figure: ReleaseFigure) => string | null;
  /** What stands for null where that says something; otherwise a dash. */
  readonly otherwise?: string;
}

export interface MeasureRow {
  readonly head: Child;
  readonly measure: ReleaseMeasure | undefined;
  readonly leading?: boolean;
}

/**
 * A table of measures: a column for each kind of figure that at least one of them has (the first column always), and
 * the reason in words wherever a number is missing; below the table where it is one and the same for all.
 */
export function figureTable(
  caption: string,
  first: string,
  measures: readonly MeasureRow[],
  all: readonly FigureColumn[],
  { release, words }: Edition,
): Html {
  const figures = measures.flatMap(({ measure }) => figureOf(measure) ?? []);
  const columns = all.filter(({ text }, at) => at === 0 || figures.some((figure) => text(figure) !== null));
  const gapOf = (measure: ReleaseMeasure | undefined): string | null =>
    measure === undefined ? words('report.someMissing') : gapText(measure, release.rules, words);
  const shared = sharedBy(measures.map(({ measure }) => gapOf(measure)));

  function rowOf({ head, measure, leading = false }: MeasureRow): Row {
    const figure = figureOf(measure);
    const gap = gapOf(measure);
    if (figure === null || isEmpty(figure))
      return { head, leading, cells: { instead: gap ?? words('report.someMissing') } };
    return {
      head: gap === null || gap === shared ? head : [head, element('small', {}, gap)],
      leading,
      cells: columns.map(({ text, otherwise }) => text(figure) ?? otherwise ?? DASH),
    };
  }

  return fragment(
    table(caption, [{ label: first }, ...columns], measures.map(rowOf)),
    shared === null || figures.length === 0
      ? null
      : element('p', { class: 'note' }, words('report.allRows', { gap: shared })),
  );
}

const isEmpty = ({ mean, median, shares }: ReleaseFigure): boolean =>
  mean === undefined && median === undefined && shares === undefined;

const sharedBy = ([first = null, ...others]: readonly (string | null)[]): string | null =>
  others.length > 0 && others.every((text) => text === first) ? first : null;
