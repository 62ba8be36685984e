import type { Snapshot } from '../assessment/snapshot';
import type { SubmissionRecord, TokenRecord } from '../submission/record';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { benchmarkWrites } from '../workbook/benchmark-writes';
import type { CellWrite } from '../workbook/cell-writes';
import { historyWrites } from '../workbook/history-writes';
import type { PointerKey, WorkbookMap } from '../workbook/map';
import { scorecardComposite } from '../workbook/scorecard-composite';
import type { StoredBenchmark } from '../workbook/stored-benchmark';
import { dropSubmissionWrites, submissionWrites } from '../workbook/submission-writes';
import { tokenWrites } from '../workbook/token-writes';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { openCells } from './open-workbook';
import { writeCells } from './write-cells';

/** Stores a record in the state sheet and shows it on the Submission sheet, in one batch of writes. */
export const saveSubmission = (
  context: Excel.RequestContext,
  record: SubmissionRecord,
  words: Words,
  seen?: readonly string[],
): Promise<Result<void>> =>
  save(context, words, 'pointer.receipts', 'unlocked', (cells) =>
    submissionWrites(cells, record, words, seen),
  );

/** Takes a record off both sheets, in one batch of writes. */
export const dropSubmission = (
  context: Excel.RequestContext,
  record: SubmissionRecord,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, 'pointer.receipts', 'unlocked', (cells) => dropSubmissionWrites(cells, record, words));

/** Keeps a token in the state sheet, over the one of the same key. */
export const saveToken = (
  context: Excel.RequestContext,
  token: TokenRecord,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, null, 'unlocked', (cells) => tokenWrites(cells, token, words));

/** Fills the Benchmark sheet and keeps the exact figures in the state sheet, in one batch of writes. */
export const saveBenchmark = (
  context: Excel.RequestContext,
  stored: StoredBenchmark,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, 'pointer.benchmark.table', 'locked', (cells) => benchmarkWrites(cells, stored, words));

/** Appends a line to the history sheet; `scorecard-differs` where the Scorecard says something else at this moment. */
export const saveSnapshot = (
  context: Excel.RequestContext,
  snapshot: Snapshot,
  words: Words,
): Promise<Result<void>> =>
  save(
    context,
    words,
    'pointer.history',
    'unlocked',
    (cells) => {
      const differs = scorecardDiffers(cells, snapshot, words);
      return differs ?? historyWrites(cells, snapshot, words);
    },
    ({ sheets }) => sheets.scorecard,
  );

/** A snapshot is rounded, the Scorecard is not; and a sum of floating-point numbers may be a hair off. */
const HALF_A_HUNDREDTH = 0.005 + 1e-9;

/** Why a snapshot would say something else than the Scorecard; null where they agree, or there is no Scorecard to ask. */
function scorecardDiffers(cells: WorkbookCells, { composite }: Snapshot, words: Words): Result<never> | null {
  const said = scorecardComposite(cells, words);
  if (said === undefined || said === null) return null;
  const ours =
    composite === null ? words('pane.none') : composite === 'open' ? words('workbook.open') : composite / 100;
  const same =
    typeof said === 'number' && typeof ours === 'number'
      ? Math.abs(said - ours) < HALF_A_HUNDREDTH
      : said === ours || (composite === null && typeof said === 'string');
  if (same) return null;
  const shown = (value: unknown) => (typeof value === 'number' ? value.toFixed(2) : String(value));
  const values = { theirs: typeof said === 'object' ? said.error : shown(said), ours: shown(ours) };
  return failed('scorecard-differs', words('workbook.scorecardDiffers', values));
}

/** Reads the state sheet, and the sheet that a pointer leads to, works out what to write, and writes it. */
async function save(
  context: Excel.RequestContext,
  words: Words,
  place: PointerKey | null,
  target: 'locked' | 'unlocked',
  work: (cells: WorkbookCells) => Result<readonly CellWrite[]>,
  beside: (map: WorkbookMap) => string | null = () => null,
): Promise<Result<void>> {
  const opened = await openCells(context, words, (map) => [place && map.spot(place)?.sheet, beside(map)]);
  if (!opened.ok) return opened;
  const { cells, guarded } = opened.value;
  const writes = work(cells);
  if (!writes.ok) return writes;
  writeCells(context, writes.value, target === 'locked' ? guarded : new Map());
  await context.sync();
  return success(undefined);
}
