import english from '../../assets/locales/en.json';
import { benchmarkOf } from '../../src/rubric/benchmark-of';
import type { Finding } from '../../src/workbook/port';
import { button, empty, type Exhibit, type Press, REASON, REFUSAL, tab, withAnswers } from './exhibit';
import { evidenceExhibits } from './evidence-exhibits';
import {
  everyAnswer,
  everyAnswerShown,
  type FakePorts,
  published,
  rubric,
  sampleBenchmark,
  someAnswers,
} from './fixtures';
import { handOverExhibits } from './hand-over-exhibits';
import { releaseOf } from './release-fixture';
import { counted, emptied, withTaken, withToken } from './submit-exhibits';

/** A benchmark as a workbook kept it, in the words of the language it was fetched in. */
export const TITLE = 'Benchmark release r2, cycle 2026-4';
export const SOURCE = 'Release r2 of https://benchmark.example. Signature checked when fetched.';
const MANUFACTURER = english.profile.manufacturer;
const release = releaseOf(sampleBenchmark);

const inMode =
  (mode: 'code' | 'blind') =>
  ({ benchmark }: FakePorts): void => {
    const tokenKey = { id: benchmark.openCycle.receiptKey.id, publicKey: 'key', challenge: 'challenge' };
    benchmark.openCycle = { ...benchmark.openCycle, mode, ...(mode === 'blind' && { tokenKey }) };
  };

const compare = (name: string): Press => ({ role: 'button', key: `compare.${name}` });
const option = (name: string): Press => ({ role: 'option', key: `compare.${name}` });
const consent: Press = { role: 'checkbox', key: 'pane.consent' };

/** The answers of the row that was sent, but one. */
const changedAnswers: typeof everyAnswer = [
  ...everyAnswer,
  { item: rubric.items[0]!.id, field: 'level', value: 5 },
];

/** Answers of a manufacturer, and a release in the workbook that was fetched in an earlier session. */
const withRelease = (change: (ports: FakePorts) => void = () => undefined) =>
  withAnswers([...everyAnswer, { profile: 'organization', value: MANUFACTURER }], (ports) => {
    ports.benchmark.releasesOffered.push(release);
    void ports.workbook.saveBenchmark(benchmarkOf(release, { title: TITLE, source: SOURCE }), '2026-11-23');
    change(ports);
  });

const firstItem = rubric.items[0]!.id;
const thirdItem = rubric.items[2]!.id;

export const findings: readonly Finding[] = [
  finding(
    'formula-changed',
    'scorecard',
    'C7',
    'repair',
    'Scorecard C7 holds a number where a formula belongs.',
  ),
  finding('validation-missing', 'assessment', 'E9', 'repair', 'The dropdown of row 9 was pasted over.'),
  finding('sheet-renamed', 'roadmap', null, 'accept', 'Roadmap is now called Plan. That is fine.'),
  finding(
    'answer-column-missing',
    'assessment',
    null,
    'manual',
    'The column Level is gone. Undo its deletion.',
  ),
];

function finding(
  code: Finding['code'],
  sheet: Finding['sheet'],
  address: string | null,
  remedy: Finding['remedy'],
  message: string,
): Finding {
  return { code, sheet, address, item: null, remedy, message };
}

/** Every view and state that a user can meet. A harness renders each at 320 and 450 px, light and dark. */
export const gallery: readonly Exhibit[] = [
  { name: 'first-run', ports: empty(), press: [] },
  {
    name: 'first-run-names-taken',
    ports: empty(({ workbook }) => (workbook.found = { kind: 'none', taken: ['Start', 'History'] })),
    press: [],
  },
  {
    name: 'inserting',
    ports: empty(({ workbook }) => {
      workbook.insertion = [{ done: 4, of: 9, sheet: 'scorecard' }];
      workbook.hold('insert');
    }),
    press: [button('insert')],
  },
  {
    name: 'insert-failed',
    ports: empty(({ workbook }) => workbook.refuse('insert', REFUSAL)),
    press: [button('insert')],
  },
  {
    name: 'newer',
    ports: empty(({ workbook }) => (workbook.found = { kind: 'newer', schema: '9' })),
    press: [],
  },
  { name: 'unreachable', ports: empty(({ workbook }) => workbook.refuse('inspect', REFUSAL)), press: [] },
  {
    name: 'answer-blank',
    ports: (options) => ({ ...withAnswers([])(options), sample: () => Promise.resolve(everyAnswer) }),
    press: [],
  },
  { name: 'answer', ports: withAnswers(someAnswers), press: [] },
  { name: 'answer-find', ports: withAnswers(someAnswers), press: [button('findItem')] },
  {
    name: 'answer-na-without-reason',
    ports: withAnswers([{ item: firstItem, field: 'level', value: 'N/A' }]),
    press: [],
  },
  {
    name: 'answer-na',
    ports: withAnswers([
      { item: firstItem, field: 'level', value: 'N/A' },
      { item: firstItem, field: 'notes', value: REASON },
    ]),
    press: [],
  },
  {
    name: 'answer-invalid',
    ports: withAnswers([{ item: firstItem, field: 'level', value: 'three' }]),
    press: [],
  },
  {
    name: 'answer-not-saved',
    ports: withAnswers(someAnswers, ({ workbook }) => workbook.refuse('write', REFUSAL)),
    press: [button('clear')],
  },
  {
    name: 'answer-unfollowed',
    ports: withAnswers(someAnswers, ({ workbook }) => workbook.refuse('watchAnswers', REFUSAL)),
    press: [],
  },
  ...evidenceExhibits.filter(({ name }) => name.startsWith('answer')),
  { name: 'scores-blank', ports: withAnswers([]), press: [tab('scores')] },
  {
    name: 'scores-open',
    ports: withAnswers(someAnswers, ({ workbook }) => void workbook.saveBenchmark(published, '2026-11-23')),
    press: [tab('scores')],
  },
  {
    name: 'scores-sample',
    ports: withAnswers(
      everyAnswer,
      ({ workbook }) => void workbook.saveBenchmark(sampleBenchmark, '2026-11-23'),
    ),
    press: [tab('scores'), button('chooseBenchmark')],
  },
  {
    name: 'scores-offline',
    ports: withAnswers(everyAnswer, ({ benchmark }) => benchmark.failNext('offline', REFUSAL)),
    press: [tab('scores'), button('chooseBenchmark')],
  },
  {
    name: 'scores-release',
    ports: withRelease(),
    press: [tab('scores'), compare('open'), compare('fetch'), compare('back')],
  },
  {
    name: 'compare-offline',
    ports: withRelease(({ benchmark }) => benchmark.failNext('offline', REFUSAL)),
    press: [tab('scores'), compare('open'), compare('fetch')],
  },
  {
    name: 'compare-published',
    ports: withAnswers(someAnswers, ({ workbook }) => void workbook.saveBenchmark(published, '')),
    press: [tab('scores'), compare('open')],
  },
  {
    name: 'compare-sample',
    ports: withAnswers(
      everyAnswer,
      ({ workbook }) => void workbook.saveBenchmark(sampleBenchmark, '2026-11-23'),
    ),
    press: [tab('scores'), compare('open')],
  },
  {
    name: 'compare-release',
    ports: withRelease(),
    press: [tab('scores'), compare('open'), compare('fetch')],
  },
  {
    name: 'compare-lead',
    ports: withRelease(),
    press: [tab('scores'), compare('open'), compare('fetch'), option('orderLead')],
  },
  {
    name: 'compare-table',
    ports: withRelease(),
    press: [tab('scores'), compare('open'), compare('fetch'), option('asTable')],
  },
  {
    name: 'check-before',
    ports: withAnswers([{ item: thirdItem, field: 'level', value: 7 }, ...everyAnswerShown.slice(6)]),
    press: [tab('check')],
  },
  {
    name: 'check-findings',
    ports: withAnswers(
      [...everyAnswerShown, { item: thirdItem, field: 'level', value: 7 }],
      ({ workbook }) => {
        workbook.findings = [...findings];
      },
    ),
    press: [tab('check'), button('checkAnswers')],
  },
  {
    name: 'check-clear',
    ports: withAnswers(everyAnswerShown),
    press: [tab('check'), button('checkAnswers')],
  },
  {
    name: 'check-failed',
    ports: withAnswers(everyAnswerShown, ({ workbook }) => workbook.refuse('verify', REFUSAL)),
    press: [tab('check'), button('checkAnswers')],
  },
  ...evidenceExhibits.filter(({ name }) => name.startsWith('check')),
  { name: 'submit-form', ports: withAnswers(everyAnswer), press: [tab('submit')] },
  {
    name: 'submit-not-ready',
    ports: withAnswers(someAnswers),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-review',
    ports: withAnswers(everyAnswer),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-sending',
    ports: withAnswers(everyAnswer, ({ workbook }) => workbook.hold('saveSubmission')),
    press: [tab('submit'), button('reviewAndSubmit'), consent, button('submit')],
  },
  {
    name: 'submit-waiting',
    ports: withAnswers(everyAnswer, ({ benchmark }) => {
      benchmark.submit = () => Promise.resolve({ ok: false, failure: { code: 'offline', message: REFUSAL } });
    }),
    press: [tab('submit'), button('reviewAndSubmit'), consent, button('submit')],
  },
  {
    name: 'submit-member-code',
    ports: withAnswers(everyAnswer, inMode('code')),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-token',
    ports: withAnswers(everyAnswer, inMode('blind')),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-accepted',
    ports: withAnswers(everyAnswer),
    press: [tab('submit'), button('reviewAndSubmit'), consent, button('submit')],
  },
  {
    name: 'submit-token-pending',
    unpictured: true,
    ports: withAnswers(everyAnswer, (ports) => {
      inMode('blind')(ports);
      withToken(ports, 'pending');
    }),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-token-review',
    unpictured: true,
    ports: withAnswers(everyAnswer, (ports) => {
      inMode('blind')(ports);
      withToken(ports, 'held');
    }),
    press: [tab('submit'), button('reviewAndSubmit')],
  },
  {
    name: 'submit-conflict',
    unpictured: true,
    ports: withAnswers(everyAnswer, ({ benchmark }) => {
      benchmark.submit = () =>
        Promise.resolve({ ok: false, failure: { code: 'conflict', message: REFUSAL } });
    }),
    press: [tab('submit'), button('reviewAndSubmit'), consent, button('submit')],
  },
  {
    name: 'submit-changed',
    ports: withAnswers(changedAnswers, (ports) => {
      withTaken(ports);
      counted(ports, 1);
    }),
    press: [tab('submit'), button('checkCounted')],
  },
  {
    name: 'submit-not-counted',
    unpictured: true,
    ports: withAnswers(everyAnswer, (ports) => {
      withTaken(ports);
      counted(ports, 0);
    }),
    press: [tab('submit'), button('checkCounted')],
  },
  {
    name: 'submit-correction',
    ports: withAnswers(changedAnswers, withTaken),
    press: [tab('submit'), button('correct')],
  },
  {
    name: 'submit-withdrawal',
    ports: withAnswers(everyAnswer),
    press: [tab('submit'), button('reviewAndSubmit'), consent, button('submit'), button('toWithdrawal')],
  },
  {
    name: 'submit-withdrawn',
    ports: withAnswers(everyAnswer, (ports) => withTaken(ports, emptied)),
    press: [tab('submit')],
  },
  ...handOverExhibits,
];
