/** @jest-environment ./test/e2e/node-with-window.ts */
import '../pane/set-up';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarkOf } from '../../src/rubric/benchmark-of';
import type { Release, ReleaseMeasure } from '../../src/rubric/release';
import { positionOf } from '../../src/scoring/position';
import { correct } from '../../src/pane/submit/correction-flow';
import { draftCorrection } from '../../src/pane/submit/drafts';
import { resume } from '../../src/pane/submit/resume';
import { review } from '../../src/pane/submit/review-flow';
import { getToken } from '../../src/pane/submit/token-flow';
import { renderReport } from '../../src/service/report/render-report';
import { makeRelease } from '../../src/service/release/release-command';
import { RULES } from '../../src/service/release/rules';
import { type RunningService, startService } from '../../src/service/serve';
import { openSigner } from '../../src/service/signing';
import { formatMemberCode, MEMBER_CODE_BYTES, memberCodeHash } from '../../src/submission/member-code';
import type { Published } from '../../src/submission/port';
import { leafOf } from '../../src/submission/release-tree';
import { freshDirectory, optionsFor, storedRows } from '../service/fixtures';
import { asOperator } from '../service/members';
import { valueOf } from '../service/tokens/fixtures';
import { CYCLE, rubric, words } from '../submission/fixtures';
import { inState, openedPane, person, type Person, secretFrom } from './cycle-contributor';
import { plainFigures } from './cycle-figures';
import { findsItselfCounted } from './cycle-pane';
import {
  BY_HAND,
  contributes,
  CORRECTED,
  corrects,
  WITHDRAWN,
  WITHDRAWN_AFTER_CLOSE,
  withdraws,
  WORKBOOK_LOST,
} from './cycle-steps';

jest.setTimeout(60_000);

const CONTRIBUTORS = 45;
const CLOSES = '2026-12-31';
const NINETY_DAYS_LATER = '2027-03-31';
let today = '2026-11-23';
const clock = () => today;
const dataDir = freshDirectory();
const people: Person[] = [];
const recoveryCodes: string[] = [];
let service: RunningService;
let release: Release;

const started = async (port: number): Promise<RunningService> =>
  valueOf(
    await startService({
      ...optionsFor(dataDir, { mode: 'blind', today: clock, sample: false }),
      ...{ port, host: '127.0.0.1' },
    }),
  );

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

async function newCodes(count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => formatMemberCode(randomBytes(MEMBER_CODE_BYTES)));
  const hashes = await Promise.all(codes.map((code) => memberCodeHash(code, digest)));
  await asOperator(dataDir, (store) => store.addCodes(CYCLE, hashes));
  return codes;
}

const gone = (at: number): boolean => WITHDRAWN.has(at) || at === WITHDRAWN_AFTER_CLOSE;
const portOf = (url: string): number => Number(new URL(url).port);
const benchmarkOfPerson = (at: number) => people[at]!.ports('after').benchmark;

beforeAll(async () => {
  service = await started(0);
  const codes = await newCodes(CONTRIBUTORS);
  for (const [at, code] of codes.entries()) {
    if (at === WORKBOOK_LOST) {
      await losesWorkbook(at, code);
      const [another = ''] = await newCodes(1);
      codes[at] = another;
    }
    const who = person(`contributor ${at}`, service.url, clock);
    people.push(who);
    recoveryCodes.push(await contributes(who, at, codes[at] ?? ''));
  }
  for (const at of CORRECTED) await corrects(people[at]!, at, recoveryCodes[at] ?? '');
  for (const at of WITHDRAWN) await withdraws(people[at]!, at, recoveryCodes[at] ?? '');
  today = '2027-01-01';
  await withdraws(
    people[WITHDRAWN_AFTER_CLOSE]!,
    WITHDRAWN_AFTER_CLOSE,
    recoveryCodes[WITHDRAWN_AFTER_CLOSE] ?? '',
  );
  today = NINETY_DAYS_LATER;
  release = await released();
  const { url } = service;
  await service.close();
  service = await started(portOf(url));
});

afterAll(() => service.close());

/** Bought a token, and lost the workbook with it: the code is spent, and another token cannot be had for it. */
async function losesWorkbook(at: number, code: string): Promise<void> {
  const before = await openedPane(person(`contributor ${at} before`, service.url, clock), 'lost');
  const { cycle } = inState(await review(before), 'token');
  expect(inState(await getToken(before, cycle, code), 'token').failure).toBeNull();
  const after = await openedPane(person(`contributor ${at}`, service.url, clock), 'tried');
  expect(inState(await getToken(after, cycle, code), 'token').failure?.code).toBe('code-spent');
}

const released = (): Promise<Release> =>
  asOperator(dataDir, async (store) => {
    const order = { store, cycle: CYCLE, closes: CLOSES, rubric, rules: RULES, words };
    const make = (day: string) =>
      makeRelease({
        ...order,
        today: day,
        signer: valueOf(openSigner(dataDir, words)),
        random: randomBytes,
        renderReport: (material) => renderReport({ ...material, published: [], words, mode: 'blind' }),
      });
    expect(await make('2027-03-30')).toMatchObject({ ok: false, failure: { code: 'too-early' } });
    return valueOf(await make(today)).release;
  });

describe('a cycle of 45 contributors in mode blind', () => {
  it('keeps one row of each, whatever replies were lost, and no value of who withdrew', async () => {
    const rows = storedRows(dataDir);
    expect(rows).toHaveLength(CONTRIBUTORS);
    expect(rows.filter((row) => row['composite'] === null)).toHaveLength(3);
    expect(await asOperator(dataDir, (store) => store.codes(CYCLE))).toMatchObject({
      made: CONTRIBUTORS + 1,
      spent: CONTRIBUTORS + 1,
    });
    const lost = people.flatMap(({ network }) => network.lost).sort();
    expect(lost).toEqual([
      'DELETE /v1/submissions',
      ...Array<string>(4).fill('POST /v1/submissions'),
      ...Array<string>(3).fill('POST /v1/tokens'),
      'PUT /v1/submissions',
    ]);
  });

  it('takes no correction after its close', async () => {
    const { workbook } = people[1]!;
    const { id } = rubric.items[10]!;
    const typed = Number(workbook.cell(id, 'level'));
    const late = await openedPane(people[1]!, 'late');
    await workbook.write([{ item: id, field: 'level', value: (typed + 1) % 6 }]);
    const { record } = inState(await resume(late), 'accepted');
    const secret = await secretFrom(recoveryCodes[1] ?? '', record, late);
    const draft = valueOf(await draftCorrection(late, record));
    const refused = inState(await correct(late, draft, secret), 'correction');
    await workbook.write([{ item: id, field: 'level', value: typed }]);
    expect(refused.failure?.code).toBe('cycle-closed');
  });

  it('ends in a release that the client lists, fetches and finds genuine, with a report page', async () => {
    const list = valueOf(await benchmarkOfPerson(0).releases());
    expect(list.filter(({ kind }) => kind === 'release')).toMatchObject([{ id: 'r1', cycle: CYCLE }]);
    const shown: Published = valueOf(await benchmarkOfPerson(0).release('r1'));
    expect(shown).toMatchObject({ kind: 'release', release });
    const report = await fetch(`${service.url}/report/r1`);
    expect(report.status).toBe(200);
    const html = await report.text();
    expect(html).toContain('r1');
    expect(html).toContain(shown.kind === 'release' ? shown.hash : 'no release');
  });

  it('publishes the means of what was typed into the workbooks, each at its step', () => {
    const staying = people.filter((_, at) => !gone(at)).map(({ workbook }) => workbook);
    const all = release.cells['all'];
    if (!all || 'hidden' in all) throw new Error('The release withholds the whole cycle');
    const plain = plainFigures(staying);
    expect(all.rows).toBe('40+');
    const published: Record<string, ReleaseMeasure> = { ...all.domains, all: all.composite };
    expect(Object.keys(published).sort()).toEqual(Object.keys(plain).sort());
    for (const [id, { mean, step }] of Object.entries(plain)) {
      expect({ id, ...published[id] }).toMatchObject({ id, mean: Math.round(mean / step) * step });
    }
    expect(new Set(Object.values(plain).map(({ step }) => step)).size).toBeGreaterThan(1);
  });

  it('counts every row that stayed once, at its last revision, and no row that went', async () => {
    const counts = await Promise.all(
      people.map(async ({ workbook }, at) => {
        const receipt = workbook.records[0]?.receipt;
        if (!receipt) throw new Error(`Contributor ${at} has no receipt`);
        const leaf = await leafOf(receipt, release.id, digest);
        return valueOf(await benchmarkOfPerson(at).countLeaf(release, leaf));
      }),
    );
    expect(counts).toEqual(people.map((_, at) => (gone(at) ? 0 : 1)));
  });

  it('says so in the pane', async () => {
    for (const at of BY_HAND) await findsItselfCounted(people[at]!, release.id);
  });

  it('lets a contributor compare itself, on its own machine', async () => {
    const { store } = await openedPane(people[5]!, 'compare');
    const composite = store.state().answers?.scores.overall.composite;
    const figures = benchmarkOf(release, { title: 'r1', source: service.url });
    if (!composite || composite === 'open' || !figures.composite) throw new Error('Nothing to compare');
    const { p25 = NaN, median = NaN, p75 = NaN } = figures.composite;
    const own = Math.floor((200 * composite.n + composite.d) / (2 * composite.d));
    const band = ['lowest-quarter', 'below-median', 'at-median', 'above-median', 'top-quarter'];
    const place = own < p25 ? 0 : own > p75 ? 4 : 2 + Math.sign(own - median);
    expect(positionOf(composite, figures.composite)).toBe(band[place]);
  });

  it('is verified by the public command, which refuses what was tampered with', async () => {
    const folder = freshDirectory();
    const file = (name: string, json: unknown): string => {
      writeFileSync(join(folder, name), JSON.stringify(json));
      return join(folder, name);
    };
    const receipt = people[2]!.workbook.records[0]!.receipt!;
    const { receiptKey } = valueOf(await benchmarkOfPerson(2).cycle());
    const proof: unknown = await (await fetch(`${service.url}/v1/releases/r1/proof`)).json();
    const genuine = [file('receipt.json', receipt), file('release.json', release), file('proof.json', proof)];
    const tampered = [
      file('other-receipt.json', { ...receipt, revision: receipt.revision + 1 }),
      file('other-release.json', { ...release, made: '2027-04-01' }),
    ];
    const key = ['--key', receiptKey.publicKey];
    const [valid, fetched, ...refused] = await Promise.all([
      verified([...genuine, ...key]),
      verified([...genuine.slice(0, 2), ...key, '--from', service.url]),
      ...tampered.map((other) => verified([other, ...key])),
    ]);
    expect(valid).toMatchObject({ code: 0 });
    expect(valid.out.match(/^ok /gm)).toHaveLength(3);
    expect(fetched.out).toContain(words('operator.rowCountedIn', { release: 'r1', revision: 2 }));
    expect(fetched).toMatchObject({ code: 0 });
    expect(refused.map(({ code }) => code)).toEqual([1, 1]);
  });
});

/** `npm run --silent benchmark -- verify` in a process of its own. */
const verified = (given: readonly string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'benchmark', '--', 'verify', ...given], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr });
    });
  });
