import type { SubmissionRecord } from '../../src/submission/record';
import { recordFileText } from '../../src/submission/record-file';
import { type Exhibit, type Press, tab, withAnswers } from './exhibit';
import { receiptOf } from './fake-benchmark';
import { FakeHandOver } from './fake-hand-over';
import { everyAnswer, type FakePorts, rubric, someAnswers } from './fixtures';
import { emptied, withTaken } from './submit-exhibits';

const press = (name: string): Press => ({ role: 'button', key: `handover.${name}` });
const review = [tab('submit'), press('review')];
const paste = (text: string): readonly Press[] => [
  { role: 'textbox', key: 'handover.recordText', text },
  press('addPasted'),
];

/** The answers of the row that was taken, but one. */
const changedAnswers: typeof everyAnswer = [
  ...everyAnswer,
  { item: rubric.items[0]!.id, field: 'level', value: 5 },
];

const handing =
  (
    answers: typeof everyAnswer,
    change: (ports: FakePorts) => void = () => undefined,
    handOver = new FakeHandOver(),
  ): Exhibit['ports'] =>
  (options) => ({ ...withAnswers(answers, change)(options), handOver });

/** The record of a row that other answers gave, and its SHA-256. */
const BYTES =
  '{"cycle":"2026-4","domains":{"ORG":{"level":2,"mean":250}},"organization":"undisclosed","overall":{"composite":250,"itemMean":250,"level":2},"rubric":{"id":"jsp","version":"1.0.0"},"schema":"jsp-row/1","size":"undisclosed"}';
const HASH = '8ed46c5468724af63dd31363d1ce25d532b35091ba3d2d6c31070e9d375dc0ce';
const NAMED = { nullifier: 'n'.repeat(43), cycle: '2026-4', hash: HASH };
const OTHERS: SubmissionRecord = {
  ...NAMED,
  ...{ endpoint: 'https://benchmark.example', bytes: BYTES, prepared: '2026-11-23', owner: 'o'.repeat(43) },
  ...{
    state: 'accepted',
    receipt: receiptOf(NAMED),
    authorization: null,
    correction: null,
    withdrawal: null,
  },
};

const waits: Partial<SubmissionRecord> = { state: 'waiting', receipt: null };

/** The Submit view of a pane that sends nothing. */
export const handOverExhibits: readonly Exhibit[] = [
  { name: 'hand-over-form', ports: handing(everyAnswer), press: [tab('submit')] },
  { name: 'hand-over-not-ready', unpictured: true, ports: handing(someAnswers), press: review },
  { name: 'hand-over-review', ports: handing(everyAnswer), press: review },
  {
    name: 'hand-over-copied',
    unpictured: true,
    ports: handing(everyAnswer, undefined, new FakeHandOver(null)),
    press: [...review, press('copyRow')],
  },
  {
    name: 'hand-over-second',
    unpictured: true,
    ports: handing(changedAnswers, (ports) => withTaken(ports)),
    press: review,
  },
  {
    name: 'hand-over-waiting',
    unpictured: true,
    ports: handing(everyAnswer, (ports) => withTaken(ports, waits)),
    press: review,
  },
  {
    name: 'hand-over-refused',
    unpictured: true,
    ports: handing(everyAnswer),
    press: [tab('submit'), ...paste('{}')],
  },
  {
    name: 'hand-over-doubt',
    unpictured: true,
    ports: handing(everyAnswer),
    press: [tab('submit'), ...paste(recordFileText(OTHERS, null))],
  },
  {
    name: 'hand-over-accepted',
    ports: handing(changedAnswers, (ports) => withTaken(ports)),
    press: [tab('submit')],
  },
  {
    name: 'hand-over-withdrawn',
    unpictured: true,
    ports: handing(everyAnswer, (ports) => withTaken(ports, emptied)),
    press: [tab('submit')],
  },
  { name: 'hand-over-scores', unpictured: true, ports: handing(everyAnswer), press: [tab('scores')] },
];
