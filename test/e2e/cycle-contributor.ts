import { readAssessment } from '../../src/assessment/read-assessment';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import type { PaneProps } from '../../src/pane/ports';
import { createPaneStore, type PaneStore } from '../../src/pane/store/pane-store';
import { answerSource } from '../../src/pane/submit/answer-source';
import { ownershipBy, sessionSecrets } from '../../src/pane/submit/session-secrets';
import type { SubmissionState } from '../../src/pane/submit/submission-state';
import type { SubmitParts } from '../../src/pane/submit/submit-parts';
import { benchmarkClient } from '../../src/submission/client';
import { parseRecoveryCode } from '../../src/submission/owner';
import { ed25519Verifier } from '../../src/submission/receipt';
import type { SubmissionRecord } from '../../src/submission/record';
import { NO_PINS } from '../../src/submission/shipped-cycle';
import type { Change } from '../../src/workbook/port';
import english from '../../assets/locales/en.json';
import { FakeWorkbook } from '../pane/fake-workbook';
import { rubric, sha256, words } from '../submission/fixtures';

/** A network that does what is asked, and loses the reply of the next request of a kind where it was told to. */
export class Network {
  readonly lost: string[] = [];
  private losing: string | null = null;

  loseReplyTo(method: string): void {
    this.losing = method;
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init);
    if (init.method !== this.losing) return response;
    this.losing = null;
    await response.arrayBuffer();
    this.lost.push(`${init.method} ${new URL(url).pathname.split('/').slice(0, 3).join('/')}`);
    throw new TypeError('fetch failed');
  };
}

export interface Person {
  readonly name: string;
  readonly workbook: FakeWorkbook;
  readonly network: Network;
  readonly ports: (session: string) => PaneProps;
}

/** Somebody with a workbook in memory and the real client over a real connection. Each session has randomness of its own. */
export function person(name: string, endpoint: string, clock: () => string): Person {
  const workbook = new FakeWorkbook(rubric).withAssessment();
  const network = new Network();
  const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
  const verify = ed25519Verifier(crypto.subtle);
  const benchmark = benchmarkClient({
    ...{ endpoint, words, digest, verify, fetch: network.fetch, timeoutMs: 20_000 },
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const ports = (session: string): PaneProps => ({
    ...{ workbook, benchmark, words, rubric, clock, digest, verify },
    vocabulary: vocabularyOf([english]),
    published: [],
    pins: NO_PINS,
    theme: 'light',
    random: randomOf(`${name} ${session}`),
    sha384: (bytes) => crypto.subtle.digest('SHA-384', bytes),
  });
  return { name, workbook, network, ports };
}

/** Repeatable bytes that never come twice. */
function randomOf(seed: string): (count: number) => Uint8Array {
  let drawn = 0;
  return (count) => {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => sha256(`${seed} ${drawn++}`));
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, count));
  };
}

/** What the steps of a submission work with, as the pane makes it when it is opened over the person's workbook. */
export async function openedPane(
  { workbook, ports }: Person,
  session: string,
): Promise<SubmitParts & { readonly store: PaneStore }> {
  const pane = ports(session);
  const { vocabulary, random, digest } = pane;
  const interpret = (raw: Parameters<typeof readAssessment>[0]) =>
    readAssessment(raw, { rubric, words, vocabulary });
  const store = createPaneStore({ workbook, rubric, words, interpret });
  await store.open();
  const { answers } = store.state();
  if (!answers) throw new Error('The answers were not read');
  const source = answerSource({ store, words, rubric }, answers);
  return { ...pane, store, source, shelf: workbook, secrets: sessionSecrets(random, digest) };
}

/** The owner's secret of a row from its recovery code, as the pane reads it from its field. */
export async function secretFrom(
  code: string,
  record: SubmissionRecord,
  parts: SubmitParts,
): Promise<string> {
  const root = parseRecoveryCode(code, words);
  if (!root.ok) throw new Error(root.failure.message);
  const ownership = await ownershipBy(root.value, record, parts.digest);
  if (!ownership) throw new Error('The recovery code is that of another row');
  return ownership.secret;
}

/** The state, which must be of a kind; otherwise says what was the matter. */
export function inState<K extends SubmissionState['kind']>(
  state: SubmissionState,
  kind: K,
): SubmissionState & { kind: K } {
  if (state.kind === kind) return state as SubmissionState & { kind: K };
  const failure = 'failure' in state && state.failure ? `: ${state.failure.message}` : '';
  throw new Error(`${state.kind} instead of ${kind}${failure}`);
}

/** Answers to every item, with gaps in six items of the first domain only: the others are published at a finer step. */
export function seededAnswers(random: () => number): Change[] {
  const gaps = new Set(rubric.items.slice(0, 6).map(({ id }) => id));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lean = random() * 2.5;
  const cells = rubric.items.flatMap(({ id }): Change[] => {
    const level = Math.min(5, Math.floor(lean + random() * 3.2));
    const chance = gaps.has(id) ? random() : 1;
    const value = chance < 0.1 ? 'N/A' : chance < 0.2 ? "Don't know" : level;
    const notes: Change[] = value === 'N/A' ? [{ item: id, field: 'notes', value: 'Out of scope' }] : [];
    return [{ item: id, field: 'level', value }, { item: id, field: 'target', value: 4 }, ...notes];
  });
  const profile: Change[] = [
    { profile: 'organization', value: pick(['manufacturer', 'manufacturer', 'hospital', 'other']) },
    { profile: 'size', value: pick(['under-250', '250-4999', '5000-plus', 'undisclosed']) },
    { profile: 'detail', value: 'items' },
  ];
  return [...cells, ...profile];
}
