import type { Figure, Table } from './measure';

/** A figure as documents show it: whole counts with separators, times from 1 s on in seconds, ratios with two digits. */
export function shownFigure({ value, unit }: Figure): string {
  if (!Number.isFinite(value)) throw new Error(`Not a figure: ${value} ${unit}`);
  switch (unit) {
    case 'count':
      return number(value, Number.isInteger(value) ? 0 : 2);
    case 'ms':
      return value < 995 ? `${number(value, value < 100 ? 1 : 0)} ms` : `${number(value / 1000, 1)} s`;
    case 'KB':
      return `${number(value, 1)} KB`;
    case 'a second':
      return number(value, 0);
    case 'x':
      return number(value, 2);
  }
}

const number = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Tables in Markdown, a blank line between them. A row that is shorter or longer than its heading is a bug and throws. */
export const markdownTables = (tables: readonly Table[]): string => tables.map(markdownTable).join('\n\n');

function markdownTable({ columns, rows }: Table): string {
  const wrong = rows.find((row) => row.length !== columns.length);
  if (wrong) throw new Error(`A row of ${wrong.length} cells below ${columns.length} headings`);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const shown = rows.map((row) =>
    line(row.map((cell) => (typeof cell === 'string' ? cell : shownFigure(cell)))),
  );
  return [line(columns), `|${'---|'.repeat(columns.length)}`, ...shown].join('\n');
}

/** A document with what stands between the two marks of a section replaced; throws where the marks are not there once each. */
export function withSection(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- bench ${name} -->\n`, `<!-- end of bench ${name} -->`];
  const parts = document.split(begin);
  const [before = '', after = ''] = parts;
  const rest = after.split(end);
  if (parts.length !== 2 || rest.length !== 2)
    throw new Error(`The document has no section "${name}", or two`);
  return `${before}${begin}\n${content}\n\n${end}${rest[1] ?? ''}`;
}
