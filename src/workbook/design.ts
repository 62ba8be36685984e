/**
 * The workbook as data. Two renderers draw it: `excel` through Office.js, `xlsx` into a file; both draw the same.
 * Rows and columns are 0-based here; formulas are en-US A1 text with a leading `=`; colours are RRGGBB.
 */
export type SheetId =
  | 'start'
  | 'assessment'
  | 'scorecard'
  | 'roadmap'
  | 'evidence'
  | 'benchmark'
  | 'submission'
  | 'history'
  | 'rubric'
  | 'state';

/** A rectangle of cells. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a cell looks like; what is absent is the workbook's default (`WorkbookDesign.font`, General, locked, no fill, bottom, no wrap). */
export interface CellStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  /** `all`: thin lines on four sides. `bottom`: a thin line below. Line colour is `WorkbookDesign.lineColor`. */
  readonly border?: 'all' | 'bottom';
  readonly numberFormat?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: true;
  readonly indent?: number;
  /** A person may type here on the protected sheet. */
  readonly unlocked?: true;
}

export type CellContent = string | number | boolean | null | { readonly formula: string };

export interface CellDesign {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style: CellStyle;
}

export interface ColumnDesign {
  /** Characters of the default font, as OOXML's `width`. */
  readonly width: number;
  /** Behind a collapsed outline group: helper columns, not secrets. */
  readonly grouped?: true;
}

export type ValidationRule =
  /** An inline dropdown; at most 255 characters when joined by commas, no value holds a comma. */
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'textLength'; readonly max: number }
  /** ISO days, both included; written as serial numbers. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string };

export interface Validation {
  readonly area: Area;
  readonly rule: ValidationRule;
  /** Shown beside the selected cell: title at most 32 characters, text at most 255. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when the rule refuses: title at most 32 characters, text at most 225. */
  readonly error: { readonly title: string; readonly text: string };
}

/** The first rule that holds wins over later ones (priority is the order in the list). */
export interface ConditionalFormat {
  readonly area: Area;
  /** en-US formula, relative to the area's first cell, with a leading `=`. */
  readonly formula: string;
  readonly style: { readonly fill?: string; readonly color?: string; readonly bold?: true };
}

export interface ChartSeries {
  /** The cell that holds the series' name, on the chart's sheet. */
  readonly name: Area;
  readonly values: Area;
  readonly color: string;
  readonly dashed?: true;
}

export interface ChartDesign {
  readonly kind: 'radar' | 'bar';
  /** Unique in the workbook; the shape's name. */
  readonly id: string;
  readonly title: string;
  /** What the picture says, for people who do not see it. */
  readonly description: string;
  /** Areas are on the chart's own sheet. */
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  readonly max: number;
  /** The cells it covers. */
  readonly place: Area;
}

export interface LinkDesign {
  readonly row: number;
  readonly column: number;
  /** A cell of this workbook. */
  readonly to: { readonly sheet: SheetId; readonly row: number; readonly column: number };
  readonly tip: string;
}

export interface PrintDesign {
  readonly landscape: boolean;
  /** Fit the whole sheet on one page; otherwise one page wide. */
  readonly onePage: boolean;
  readonly area?: Area;
  /** First and last row repeated on each page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** OOXML header/footer codes, such as `&L&A&RPage &P of &N`. */
  readonly footer: string;
}

export interface SheetDesign {
  readonly id: SheetId;
  readonly name: string;
  readonly tabColor?: string;
  readonly veryHidden?: true;
  /** Row by row, left to right, no cell twice. */
  readonly cells: readonly CellDesign[];
  /** From column A on. */
  readonly columns: readonly ColumnDesign[];
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  readonly merges: readonly Area[];
  readonly links: readonly LinkDesign[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly ChartDesign[];
  /** How many rows and columns stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Header row included. */
  readonly autoFilter?: Area;
  readonly print: PrintDesign;
  /** Protected without a password, as a guard rail: filtering and resizing rows and columns stay allowed. */
  readonly protected: boolean;
}

export interface WorkbookDesign {
  readonly title: string;
  readonly font: { readonly name: string; readonly size: number; readonly color: string };
  readonly lineColor: string;
  readonly sheets: readonly SheetDesign[];
}
