import { idOf } from '../../assessment/read-cell';
import type { SheetDesign, WorkbookDesign } from '../design';
import type { WorkbookMap } from '../map';
import { stateValueRow, STATE } from '../sheets/state-layout';
import type { ComparedSheet } from './compared';
import { itemRows } from './item-rows';

/** Whether the design is what this workbook was made from; where nothing tells any more, whether half of its IDs are there. */
export function isMadeFrom(
  map: WorkbookMap,
  { sheets }: WorkbookDesign,
  found: readonly ComparedSheet[],
): boolean {
  const state = sheets.find(({ id }) => id === 'state')?.cells ?? [];
  const designed = (key: Parameters<typeof stateValueRow>[0]) =>
    state.find(({ row, column }) => row === stateValueRow(key) && column === STATE.value)?.content;
  const same = (said: string, key: Parameters<typeof stateValueRow>[0]) =>
    said === '' || said === designed(key);
  if (!same(map.rubric.id, 'rubric.id') || !same(map.rubric.version, 'rubric.version')) return false;
  return same(map.language, 'language') && (map.rubric.id !== '' || hasItsIds(sheets, found, map));
}

function hasItsIds(
  sheets: readonly SheetDesign[],
  found: readonly ComparedSheet[],
  map: WorkbookMap,
): boolean {
  const assessment = sheets.find(({ id }) => id === 'assessment');
  const ids = assessment ? itemRows(assessment).map(({ id }) => id) : [];
  const block = found.find(({ id }) => id === 'assessment')?.block;
  const column = map.spot('pointer.id')?.column;
  if (!block || column === undefined) return false;
  const there = new Set(
    Array.from({ length: block.row + block.rows }, (_, row) => idOf(block.cell(row, column))),
  );
  return ids.filter((id) => there.has(id)).length * 2 >= ids.length;
}
