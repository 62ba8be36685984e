import { webcrypto } from 'node:crypto';
import { readAssessment } from '../../src/assessment/read-assessment';
import { answerSource } from '../../src/pane/submit/answer-source';
import { review } from '../../src/pane/submit/review-flow';
import { sessionSecrets } from '../../src/pane/submit/session-secrets';
import { submit } from '../../src/pane/submit/submission-flow';
import type { Review, SubmissionState } from '../../src/pane/submit/submission-state';
import type { RecordShelf, SubmitParts } from '../../src/pane/submit/submit-parts';
import { createPaneStore } from '../../src/pane/store/pane-store';
import type { SubmissionRecord } from '../../src/submission/record';
import { everyAnswer, type FakePorts, fakePorts } from './fixtures';

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true }));

/** A pane over the ports, with randomness of its own and, where it is on another machine, its own view of the records. */
async function paneOver(ports: FakePorts, seed: number, shelf: RecordShelf = ports.workbook) {
  const { rubric, words, vocabulary, digest } = ports;
  const store = createPaneStore({
    ...ports,
    interpret: (raw) => readAssessment(raw, { rubric, words, vocabulary }),
  });
  await store.refresh();
  const random = (count: number) => new Uint8Array(count).fill(seed);
  const source = answerSource({ store, words, rubric }, store.state().answers!);
  const parts: SubmitParts = { ...ports, random, source, shelf, secrets: sessionSecrets(random, digest) };
  const reviewed = async (): Promise<Review> => {
    const state = await review(parts);
    if (state.kind !== 'review') throw new Error(state.kind);
    return state.review;
  };
  return { parts, reviewed, send: (shown: Review) => submit(parts, shown) };
}

function workbookOfTwo() {
  const ports = fakePorts();
  ports.workbook.withAssessment().type(everyAnswer);
  return ports;
}

const failureOf = (state: SubmissionState) => ('failure' in state ? state.failure?.code : undefined);

it('two panes that send at once make one row, and the second shows the row that it would send instead', async () => {
  const ports = workbookOfTwo();
  const [one, two] = [await paneOver(ports, 7), await paneOver(ports, 9)];
  const shown = [await one.reviewed(), await two.reviewed()] as const;
  const reply = ports.benchmark.hold();
  const sent = [one.send(shown[0]), two.send(shown[1])];
  const second = await Promise.race(sent);
  expect([second.kind, failureOf(second)]).toEqual(['review', 'prepared-elsewhere']);
  reply();
  const states = await Promise.all(sent);
  expect(states.map(({ kind }) => kind).sort()).toEqual(['accepted', 'review']);
  expect(ports.benchmark.held.size).toBe(1);
  expect(ports.workbook.records).toHaveLength(1);
});

it('a pane that is second by far finds the receipt of the first', async () => {
  const ports = workbookOfTwo();
  const [one, two] = [await paneOver(ports, 7), await paneOver(ports, 9)];
  const shown = await two.reviewed();
  await one.send(await one.reviewed());
  expect((await two.send(shown)).kind).toBe('accepted');
  expect(ports.benchmark.held.size).toBe(1);
});

/** Records that come together only after both machines have written: each sees the other's after its own write. */
function lateShelves(ports: FakePorts, sameCells: boolean) {
  const merged: SubmissionRecord[] = [];
  let writers = 0;
  let bothWrote = (): void => undefined;
  const both = new Promise<void>((resolve) => (bothWrote = resolve));
  const shelf = (): RecordShelf => {
    let written = false;
    return {
      ...ports.workbook,
      async submissions() {
        if (written) await both;
        return { ok: true, value: written ? [...merged] : [] };
      },
      saveSubmission(record) {
        if (!written && (writers += 1) === 2) bothWrote();
        written = true;
        const at = merged.findIndex(({ nullifier }) => nullifier === record.nullifier);
        if (at >= 0) merged[at] = record;
        else if (sameCells) merged.splice(0, 1, record);
        else merged.push(record);
        return Promise.resolve({ ok: true, value: undefined });
      },
      dropSubmission({ nullifier }) {
        merged.splice(
          merged.findIndex((one) => one.nullifier === nullifier),
          1,
        );
        return Promise.resolve({ ok: true, value: undefined });
      },
    };
  };
  return [shelf(), shelf()] as const;
}

it.each([
  ['each below the other', false, 'prepared-elsewhere'],
  ['into the same cells, where the last one stays', true, 'record-changed'],
])(
  'two machines that both wrote before they saw each other, %s, make one row',
  async (_, sameCells, code) => {
    const ports = workbookOfTwo();
    const [near, far] = lateShelves(ports, sameCells);
    const [one, two] = [await paneOver(ports, 7, near), await paneOver(ports, 9, far)];
    const shown = [await one.reviewed(), await two.reviewed()] as const;
    const reply = ports.benchmark.hold();
    const sent = [one.send(shown[0]), two.send(shown[1])];
    const second = await Promise.race(sent);
    expect([second.kind, failureOf(second)]).toEqual(['review', code]);
    reply();
    await Promise.all(sent);
    expect(ports.benchmark.held.size).toBe(1);
  },
);
