import type { SheetDesign } from '../design';
import { shortened } from '../shortened';
import type { GoneCells } from './compared';

const [AT_MOST, LONGEST] = [3, 40];

/** By what people know rows or columns that are gone: the first text of each, a few of them. */
export function textsOfGone({ cells }: SheetDesign, gone: readonly GoneCells[]): string {
  const texts = gone.flatMap(({ axis, designed }) => {
    const text = cells.find(
      ({ row, column, content }) =>
        (axis === 'rows' ? row : column) === designed && typeof content === 'string' && content !== '',
    )?.content;
    return typeof text === 'string' ? [shortened(text, LONGEST)] : [];
  });
  return texts.slice(0, AT_MOST).join(' · ') || '…';
}
