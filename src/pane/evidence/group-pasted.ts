import type { PastedEvidence } from '../../assessment/parse-evidence-text';
import type { ItemId } from '../../rubric/schema';
import type { Words } from '../../words/words';
import type { EvidenceGroup } from './evidence-preview';

/** Pasted rows by the item that they go to; those that name none go to the item shown, and come last. */
export function groupPasted(
  rows: readonly PastedEvidence[],
  shown: ItemId,
  words: Words,
): readonly EvidenceGroup[] {
  const items = [...new Set(rows.map(({ item }) => item))].filter((item) => item !== null);
  const groups = items.map((item) => {
    const ofItem = rows.filter((row) => row.item === item);
    return { title: words('pane.pasteFor', { count: ofItem.length, item }), rows: ofItem };
  });
  const here = rows.filter(({ item }) => item === null);
  if (here.length === 0) return groups;
  return [...groups, { title: words('pane.pasteForHere', { count: here.length, item: shown }), rows: here }];
}
