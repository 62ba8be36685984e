import type { SheetSurvey } from './sheet-survey';
import { attributeOf } from './tag-text';

/** Styles of cells (their `s`) by place, those that are made along the way among them. */
export class CellStyles {
  readonly #xml: string;
  readonly #survey: SheetSurvey;
  readonly #made = new Map<string, string | undefined>();

  constructor(xml: string, survey: SheetSurvey) {
    this.#xml = xml;
    this.#survey = survey;
  }

  /** For a cell that is not there yet: the style of its row, else of its column, else the one that the two cells above share. */
  forNew(row: number, column: number): string | undefined {
    const style = this.#ofRow(row) ?? this.#ofColumn(column) ?? this.#goingOn(row, column);
    this.#made.set(`${row} ${column}`, style);
    return style;
  }

  of(row: number, column: number): string | undefined {
    const cell = this.#survey.rows.get(row)?.cells.find((candidate) => candidate.column === column);
    if (!cell) return this.#made.get(`${row} ${column}`);
    return attributeOf(this.#xml.slice(cell.start, cell.openEnd), 's');
  }

  #ofRow(row: number): string | undefined {
    const place = this.#survey.rows.get(row);
    if (!place) return undefined;
    const tag = this.#xml.slice(place.start, place.openEnd);
    return ['1', 'true'].includes(attributeOf(tag, 'customFormat') ?? '') ? attributeOf(tag, 's') : undefined;
  }

  #ofColumn(column: number): string | undefined {
    const found = this.#survey.frame.columnStyles.find(
      ({ first, last }) => first <= column && column <= last,
    );
    return found?.style === '0' ? undefined : found?.style;
  }

  /** As Excel goes on with the format of a list. */
  #goingOn(row: number, column: number): string | undefined {
    const [above, beyond] = [this.of(row - 1, column), this.of(row - 2, column)];
    return above === beyond ? above : undefined;
  }
}
