import type { SheetDesign } from '../design';
import { ASSESSMENT as A } from '../layout';

/** The designed row (0-based) of each item of the Assessment sheet. */
export const itemRows = ({ cells }: SheetDesign): readonly { readonly id: string; readonly row: number }[] =>
  cells.flatMap(({ row, column, content }) =>
    row >= A.firstRow && column === A.id && typeof content === 'string' ? [{ id: content, row }] : [],
  );
