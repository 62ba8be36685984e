import { invalidArgument, notImplemented } from './api-error';
import type { Area } from './area';
import { columnCount, rowCount } from './area';
import type { Book } from './book';
import { WireObject, writeMember, readMember } from './wire-object';

type Properties = Readonly<Record<string, unknown>>;
/** The format of some cells, as `Range.format` gives it. */
type FormatOf = (areas: readonly Area[]) => WireObject;

const sides = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;

/** `range.setCellProperties`: a matrix of the range's shape; what a cell's entry does not name stays as it is. */
export function setCellProperties(book: Book, area: Area, given: unknown, formatOf: FormatOf): void {
  if (!isMatrix(given, area)) throw invalidArgument();
  const cells = given.flatMap((row, down) =>
    row.map((properties, across) => ({ properties, ...cellOf(area, down, across) })),
  );
  apply(book, cells, formatOf);
}

/** `range.setRowProperties` and `range.setColumnProperties`: one entry a row or column of the range. */
export function setLineProperties(
  book: Book,
  area: Area,
  dimension: 'ROW' | 'COL',
  given: unknown,
  formatOf: FormatOf,
): void {
  const count = dimension === 'ROW' ? rowCount(area) : columnCount(area);
  if (!Array.isArray(given) || given.length !== count) throw invalidArgument();
  const lines = (given as readonly unknown[]).map((properties, i) => ({
    properties,
    area: dimension === 'ROW' ? cellOf(area, i, 0).area : cellOf(area, 0, i).area,
  }));
  apply(book, lines, formatOf);
}

/** Sets each property once for all cells that get the same value. */
function apply(
  book: Book,
  entries: readonly { readonly properties: unknown; readonly area: Area }[],
  formatOf: FormatOf,
): void {
  const settings = new Map<string, { path: readonly string[]; value: unknown; areas: Area[] }>();
  for (const { properties, area } of entries) {
    for (const { path, value } of leaves(properties)) {
      const key = JSON.stringify([path, value]);
      const known = settings.get(key);
      if (known) known.areas.push(area);
      else settings.set(key, { path, value, areas: [area] });
    }
  }
  book.together(() => {
    for (const { path, value, areas } of settings.values()) set(formatOf(joined(areas)), path, value);
  });
}

function set(format: WireObject, path: readonly string[], value: unknown): void {
  const [member = '', ...rest] = path;
  if (rest.length === 0) return writeMember(format, wireName(member), value);
  const [side = ''] = rest;
  const next = readMember(format, wireName(member));
  if (!(next instanceof WireObject)) throw notImplemented(`a cell property ${path.join('.')}`);
  if (member !== 'borders') return set(next, rest, value);
  const edge = (sides as Readonly<Record<string, string>>)[side];
  const border = (next as unknown as { at(key: unknown): unknown }).at(edge);
  if (!(border instanceof WireObject)) throw invalidArgument();
  set(border, rest.slice(1), value);
}

/** Everything an entry sets, as paths below `format`; other members are not there yet. */
function leaves(properties: unknown): { path: readonly string[]; value: unknown }[] {
  if (!isProperties(properties)) throw invalidArgument();
  const { format, ...others } = properties;
  const [other] = Object.keys(others);
  if (other !== undefined) throw notImplemented(`a cell property ${other}`);
  return format === undefined ? [] : below(format, []);
}

function below(value: unknown, path: readonly string[]): { path: readonly string[]; value: unknown }[] {
  if (!isProperties(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => below(inner, [...path, name]));
}

/** Neighbours of one row as one area, so that the engine is asked less often. */
function joined(areas: readonly Area[]): readonly Area[] {
  const runs: Area[] = [];
  for (const area of areas) {
    const last = runs.at(-1);
    if (last && last.top === area.top && last.bottom === area.bottom && last.right + 1 === area.left)
      runs[runs.length - 1] = { ...last, right: area.right };
    else runs.push(area);
  }
  return runs;
}

function cellOf(area: Area, down: number, across: number): { readonly area: Area } {
  const [row, column] = [area.top + down, area.left + across];
  return { area: { top: row, bottom: row, left: column, right: column } };
}

const isProperties = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMatrix = (given: unknown, area: Area): given is readonly (readonly unknown[])[] =>
  Array.isArray(given) &&
  given.length === rowCount(area) &&
  given.every((row) => Array.isArray(row) && row.length === columnCount(area));

const wireName = (name: string): string => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
