import * as z from 'zod/mini';
import type { Border, Style } from '@odoo/o-spreadsheet';
import { engineHorizontal, engineVertical, parseHorizontal, parseUnderline } from './alignment';
import { invalidArgument, notImplemented } from './api-error';
import type { Area } from './area';
import type { AreaRules } from './area-rules';
import type { Book } from './book';
import { engineLine } from './borders';
import { asMatrix, readCells } from './cells';
import { colorText } from './color';
import { mayDo } from './protection';
import { rectanglesOf } from './rectangles';
import type { SheetNotes } from './sheet-notes';

const line = z.strictObject({
  style: z.optional(z.string()),
  color: z.optional(z.string()),
  weight: z.optional(z.string()),
});
const look = z.strictObject({
  fill: z.optional(z.strictObject({ color: z.optional(z.string()) })),
  font: z.optional(
    z.strictObject({
      bold: z.optional(z.boolean()),
      italic: z.optional(z.boolean()),
      underline: z.optional(z.string()),
      color: z.optional(z.string()),
      size: z.optional(z.number()),
      name: z.optional(z.string()),
    }),
  ),
  borders: z.optional(
    z.strictObject({
      top: z.optional(line),
      bottom: z.optional(line),
      left: z.optional(line),
      right: z.optional(line),
    }),
  ),
  horizontalAlignment: z.optional(z.string()),
  verticalAlignment: z.optional(z.string()),
  wrapText: z.optional(z.boolean()),
  indentLevel: z.optional(z.number()),
  protection: z.optional(
    z.strictObject({ locked: z.optional(z.boolean()), formulaHidden: z.optional(z.boolean()) }),
  ),
});
const cell = z.strictObject({ format: z.optional(look) });
type Look = z.infer<typeof look>;

/** What a look means: what the engine draws, and what is kept beside it. */
interface Parsed {
  readonly style: Style;
  readonly border: Border | null;
  readonly look: Look;
}

/** `range.setCellProperties`: a matrix of exactly the area's shape, `{}` for cells that stay as they are. */
export function setCellProperties(book: Book, sheetId: string, area: Area, given: unknown): null {
  if (!Array.isArray(given)) throw invalidArgument();
  const notes = book.notes(sheetId);
  mayDo(notes, 'allowFormatCells');
  const at = asMatrix(area, given);
  const known = new Map<string, Parsed | null>();
  const parsed = (row: number, column: number): Parsed | undefined => {
    const text = JSON.stringify(at(row - area.top, column - area.left) ?? {});
    const before = known.get(text);
    const now = before === undefined ? parse(text) : before;
    known.set(text, now);
    return now ?? undefined;
  };
  book.engine.ensure(sheetId, area);
  const looks = rectanglesOf(area, parsed);
  if (looks.some(({ value }) => value.look.protection !== undefined)) mayDo(notes, null);
  for (const { area: part, value } of looks) {
    if (Object.keys(value.style).length > 0) book.engine.paint(sheetId, part, { style: value.style });
    if (value.border !== null) drawBorder(book, sheetId, part, value.border);
    keep(notes, part, value.look);
  }
  return null;
}

/** Gives every cell of an area the border, beside the sides it has and the border does not name. */
function drawBorder(book: Book, sheetId: string, area: Area, border: Border): void {
  const { engine } = book;
  const cells = readCells(area, (row, col) => ({ sheetId, row, col }))?.flat() ?? [];
  const bare = cells.every((cell) => engine.getters.getCellBorder(cell) === null);
  if (bare || Object.values(border).filter(Boolean).length === 4)
    return engine.dispatch('SET_BORDERS_ON_TARGET', { sheetId, target: [area], border });
  for (const cell of cells)
    engine.dispatch('SET_BORDER', {
      ...cell,
      border: { ...engine.getters.getCellBorder(cell), ...border },
    });
}

/** What the engine does not hold of a look. */
function keep(
  notes: SheetNotes,
  area: Area,
  { font, horizontalAlignment, indentLevel, protection }: Look,
): void {
  const set = <T>(rules: AreaRules<T>, value: T | undefined): void => {
    if (value !== undefined) rules.set(area, value);
  };
  set(notes.underline, font?.underline);
  set(notes.fontName, font?.name);
  set(notes.horizontal, horizontalAlignment);
  set(notes.indent, indentLevel);
  set(notes.locked, protection?.locked);
  set(notes.formulaHidden, protection?.formulaHidden);
}

/** Nothing for a cell that stays as it is. What the sandbox does not know of a cell is refused, not passed over. */
function parse(text: string): Parsed | null {
  const result = cell.safeParse(JSON.parse(text));
  if (!result.success) {
    const path = result.error.issues[0]?.path.join('.') ?? '';
    throw notImplemented(`range.setCellProperties with this ${path === '' ? 'cell' : path}: ${text}`);
  }
  const { format } = result.data;
  if (format === undefined) return null;
  const { fill, font, horizontalAlignment, verticalAlignment, wrapText } = format;
  const style: Style = {
    ...(fill?.color !== undefined && { fillColor: colorText(fill.color) }),
    ...(font?.bold !== undefined && { bold: font.bold }),
    ...(font?.italic !== undefined && { italic: font.italic }),
    ...(font?.underline !== undefined && { underline: parseUnderline(font.underline) !== 'None' }),
    ...(font?.color !== undefined && { textColor: colorText(font.color) }),
    ...(font?.size !== undefined && { fontSize: font.size }),
    ...(horizontalAlignment !== undefined && engineHorizontal(parseHorizontal(horizontalAlignment))),
    ...(verticalAlignment !== undefined && engineVertical(verticalAlignment)),
    ...(wrapText !== undefined && { wrapping: wrapText ? ('wrap' as const) : ('overflow' as const) }),
  };
  return { style, border: borderOf(format.borders), look: format };
}

function borderOf(borders: Look['borders']): Border | null {
  if (borders === undefined) return null;
  const drawn = Object.entries(borders).map(([edge, given]) => {
    const { style, color, weight } = given ?? {};
    const drawnLine = engineLine({
      style: style ?? 'Continuous',
      weight: weight ?? 'Thin',
      color: colorText(color ?? '#000000'),
    });
    return [edge, drawnLine ?? undefined];
  });
  return Object.fromEntries(drawn) as Border;
}
