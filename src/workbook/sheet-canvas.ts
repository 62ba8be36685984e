import type {
  Area,
  CellContent,
  CellDesign,
  CellStyle,
  ChartDesign,
  ColumnDesign,
  ConditionalFormat,
  LinkDesign,
  PrintDesign,
  SheetDesign,
  SheetId,
  Validation,
} from './design';
import { PALETTE } from './palette';
import { shortened } from './shortened';
import { STYLES } from './styles';

/** What Excel takes in the texts of a validation. */
const LONGEST = { title: 32, prompt: 255, error: 225 } as const;

/** Excel keeps row heights in whole pixels of three quarters of a point. */
const PIXEL = 0.75;

export interface SheetSettings {
  readonly id: SheetId;
  readonly name: string;
  readonly columns: readonly ColumnDesign[];
  readonly print: PrintDesign;
  readonly tabColor?: string;
  readonly veryHidden?: true;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly autoFilter?: Area;
}

/** Collects one sheet's cells and features; a later `put` on the same cell wins. */
export class SheetCanvas {
  readonly #cells = new Map<number, Map<number, CellDesign>>();
  readonly #heights = new Map<number, number>();
  readonly #merges: Area[] = [];
  readonly #links: LinkDesign[] = [];
  readonly #validations: Validation[] = [];
  readonly #formats: ConditionalFormat[] = [];
  readonly #charts: ChartDesign[] = [];
  readonly settings: SheetSettings;

  constructor(settings: SheetSettings) {
    this.settings = settings;
  }

  put(row: number, column: number, content: CellContent, style: CellStyle = {}): this {
    const cells = this.#cells.get(row) ?? new Map<number, CellDesign>();
    cells.set(column, { row, column, content, style });
    this.#cells.set(row, cells);
    return this;
  }

  /** Contents side by side, one style for all. */
  putRow(row: number, column: number, contents: readonly CellContent[], style: CellStyle = {}): this {
    contents.forEach((content, i) => this.put(row, column + i, content, style));
    return this;
  }

  formula(row: number, column: number, formula: string, style: CellStyle = {}): this {
    return this.put(row, column, { formula }, style);
  }

  /**
   * The dark band on top of each sheet: title and one line that says what the sheet is for. Where columns stay in view,
   * `within` is how many: the texts keep to them, or scrolling would cut them.
   */
  band(columns: number, title: string, subtitle: string, within = 0): this {
    for (let column = 0; column < columns; column += 1) {
      this.put(0, column, null, STYLES.band).put(1, column, null, STYLES.band);
    }
    this.put(0, 0, title, STYLES.title).height(0, 34);
    if (within === 0) return this.put(1, 0, subtitle, STYLES.subtitle).height(1, 20);
    this.merge({ row: 0, column: 0, rows: 1, columns: within });
    return this.paragraph(1, 0, within, subtitle, 44, { ...STYLES.subtitle, wrap: true });
  }

  /** Text over several columns, in one merged cell. */
  paragraph(
    row: number,
    column: number,
    columns: number,
    content: CellContent,
    points: number,
    style: CellStyle = STYLES.body,
  ): this {
    for (let i = 0; i < columns; i += 1) this.put(row, column + i, i === 0 ? content : null, style);
    return this.merge({ row, column, rows: 1, columns }).height(row, points);
  }

  merge(area: Area): this {
    if (area.rows * area.columns > 1) this.#merges.push(area);
    return this;
  }

  height(row: number, points: number): this {
    this.#heights.set(row, Math.ceil(points / PIXEL) * PIXEL);
    return this;
  }

  link(link: LinkDesign): this {
    this.#links.push(link);
    return this;
  }

  /** Texts longer than Excel shows are shortened: another language's words may be. */
  validate({ prompt, error, ...rule }: Validation): this {
    const fitted = (note: { readonly title: string; readonly text: string }, longest: number) => ({
      title: shortened(note.title, LONGEST.title),
      text: shortened(note.text, longest),
    });
    this.#validations.push({
      ...rule,
      ...(prompt ? { prompt: fitted(prompt, LONGEST.prompt) } : {}),
      error: fitted(error, LONGEST.error),
    });
    return this;
  }

  format(area: Area, formula: string, style: ConditionalFormat['style']): this {
    this.#formats.push({ area, formula, style });
    return this;
  }

  chart(chart: ChartDesign): this {
    this.#charts.push(chart);
    return this;
  }

  finish(): SheetDesign {
    const byRow = [...this.#cells.entries()].sort(([a], [b]) => a - b);
    return {
      tabColor: PALETTE.accent,
      protected: true,
      ...this.settings,
      cells: byRow.flatMap(([, cells]) => [...cells.values()].sort((a, b) => a.column - b.column)),
      rowHeights: [...this.#heights].sort(([a], [b]) => a - b).map(([row, points]) => ({ row, points })),
      merges: this.#merges,
      links: this.#links,
      validations: this.#validations,
      conditionalFormats: this.#formats,
      charts: this.#charts,
    };
  }
}
