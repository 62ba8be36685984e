import type { Blueprint, DesignInput } from './blueprint';
import type { SheetDesign, SheetId, WorkbookDesign } from './design';
import { referencesFor } from './layout';
import { PALETTE } from './palette';
import { SHEET_IDS } from './sheet-names';
import { assessmentSheet } from './sheets/assessment-sheet';
import { benchmarkSheet } from './sheets/benchmark-sheet';
import { evidenceSheet } from './sheets/evidence-sheet';
import { historySheet } from './sheets/history-sheet';
import { roadmapSheet } from './sheets/roadmap-sheet';
import { rubricSheet } from './sheets/rubric-sheet';
import { scorecardSheet } from './sheets/scorecard-sheet';
import { startSheet } from './sheets/start-sheet';
import { stateSheet } from './sheets/state-sheet';
import { submissionSheet } from './sheets/submission-sheet';

const SHEETS: Readonly<Record<SheetId, (blueprint: Blueprint) => SheetDesign>> = {
  start: startSheet,
  assessment: assessmentSheet,
  scorecard: scorecardSheet,
  roadmap: roadmapSheet,
  evidence: evidenceSheet,
  benchmark: benchmarkSheet,
  submission: submissionSheet,
  history: historySheet,
  rubric: rubricSheet,
  state: stateSheet,
};

/** The whole workbook as data; the same input gives the same design. */
export function designWorkbook(input: DesignInput): WorkbookDesign {
  const blueprint: Blueprint = { ...input, refs: referencesFor(input.rubric, input.names) };
  return {
    title: input.rubric.title,
    font: { name: 'Calibri', size: 10, color: PALETTE.ink },
    lineColor: PALETTE.line,
    sheets: SHEET_IDS.map((id) => SHEETS[id](blueprint)),
  };
}
