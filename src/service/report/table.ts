import { element, fragment, type Child, type Html } from './html';

export interface Column {
  readonly label: string;
  /** Neighbours of the same group share a heading above their own. */
  readonly group?: string;
  /** Numbers stand to the right, under each other. */
  readonly numeric?: boolean;
  /** Words that stay on one line. */
  readonly whole?: boolean;
}

export interface Row {
  readonly head: Child;
  /** A cell for each column but the first, or one text for all of them: why there are no numbers. */
  readonly cells: readonly Child[] | { readonly instead: string };
  readonly leading?: boolean;
}

/** A table with its caption, column and row headings, in a frame that scrolls where the screen is narrower. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, element('span', {}, caption)),
      element('thead', {}, ...headRows(columns)),
      element('tbody', {}, ...rows.map((row) => bodyRow(row, columns))),
    ),
  );
}

function headRows(columns: readonly Column[]): readonly Html[] {
  const grouped = columns.some(({ group }) => group !== undefined);
  const top = columns.flatMap(({ label, group, numeric }, at) => {
    if (group === undefined)
      return element(
        'th',
        { scope: 'col', class: align(numeric), rowspan: grouped ? '2' : undefined },
        label,
      );
    if (columns[at - 1]?.group === group) return [];
    const span = columns.filter((column) => column.group === group).length;
    return element('th', { scope: 'colgroup', class: 'group', colspan: String(span) }, group);
  });
  const second = columns.flatMap(({ label, group, numeric }) =>
    group === undefined ? [] : element('th', { scope: 'col', class: align(numeric) }, label),
  );
  return [element('tr', {}, ...top), ...(grouped ? [element('tr', {}, ...second)] : [])];
}

function bodyRow({ head, cells, leading }: Row, columns: readonly Column[]): Html {
  const heading = element('th', { scope: 'row' }, head);
  const others = columns.slice(1);
  const content =
    'instead' in cells
      ? element('td', { colspan: String(others.length), class: 'gap' }, dash(cells.instead))
      : fragment(
          ...cells.map((cell, at) =>
            element('td', { class: others[at]?.whole ? 'whole' : align(others[at]?.numeric) }, cell),
          ),
        );
  return element('tr', { class: leading ? 'leading' : undefined }, heading, content);
}

const align = (numeric: boolean | undefined): string | undefined => (numeric ? 'number' : undefined);

/** What stands for a number that is not published: never a zero, never nothing. */
export const dash = (reason: string): string => `\u2014 ${reason}`;
export const DASH = '\u2014';
