import type { RawAssessment } from '../../assessment/assessment';
import { rawAssessmentOf } from '../../workbook/raw-assessment';
import type { FileCells } from './file-cells';

/** What a file says about answers and evidence, dates as serial numbers of the 1900 date system. */
export function rawOfFile({ map, cell, end, state }: FileCells): RawAssessment {
  const { evidence } = map.sheets;
  const answersEnd = end(map.spot('pointer.id')?.sheet ?? '');
  return rawAssessmentOf(map, cell, answersEnd, evidence === null ? null : end(evidence), state);
}
