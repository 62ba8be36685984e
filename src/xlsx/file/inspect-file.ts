import { storedText } from '../../workbook/state-writes';
import type { Inspection } from '../../workbook/port';
import { success, type Result } from '../../words/result';
import type { OpenedFile } from './opened-file';

/** Whether a file holds an assessment of ours. */
export function inspectFile({ cells, state }: OpenedFile): Result<Inspection> {
  if (cells.ok) {
    const { rubric, sheets, whole } = cells.value.map;
    return success({ kind: 'found', rubric, sheets, whole });
  }
  if (cells.failure.code === 'newer') {
    return success({ kind: 'newer', schema: storedText(state, 'schema') ?? '' });
  }
  // Nothing is ever inserted into a file, so no name is in the way.
  return cells.failure.code === 'not-ours' ? success({ kind: 'none', taken: [] }) : cells;
}
