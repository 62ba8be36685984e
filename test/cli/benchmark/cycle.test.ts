import { readFileSync, rmSync, statSync } from 'node:fs';
import { releaseSchema } from '../../../src/rubric/release';
import type { Receipt } from '../../../src/submission/record';
import { freshDirectory, storedRows } from '../../service/fixtures';
import { at, given, SLOW } from '../run-cli';
import { fetched, recordKept, sendRow, withdrawRow, workbookOf } from './members';
import { benchmark, benchmarks, type Serving, serving } from './serving';

/** One cycle, as the operator lives it, beside a service that runs all the time. */
const MEMBERS = 30;
const data = `${freshDirectory()}/data`;
const on = (...args: string[]): string[] => [...args, '--data', data];
let service: Serving;
const receipts: Receipt[] = [];
/** A copy from just before the release: what somebody would fork the releases from. */
const fork = `${freshDirectory()}/fork`;

beforeAll(async () => {
  service = await serving(on('--mode', 'code', '--cycle', '2026', '--closes', '2999-12-31'));
}, SLOW);

it(
  'makes codes beside the running service, which takes a row for each, and counts the spent ones',
  async () => {
    const made = await benchmark(...on('codes', '--count', String(MEMBERS), '--out', at('codes.txt')));
    expect(made).toMatchObject({ code: 0, out: '' });
    expect(statSync(at('codes.txt')).mode & 0o777).toBe(0o600);
    const codes = readFileSync(at('codes.txt'), 'utf8').trim().split('\n');
    expect(new Set(codes).size).toBe(MEMBERS);
    for (const [member, code] of codes.entries()) receipts.push(await sendRow(service.url, member, code));

    const [status, json, again] = await benchmarks(
      on('codes', '--status'),
      on('codes', '--status', '--json'),
      on('codes', '--count', '1', '--out', at('codes.txt')),
    );
    const shown = await benchmark(...on('codes', '--count', '2'));
    expect(status?.out).toContain(String(MEMBERS));
    expect(JSON.parse(json?.out ?? '')).toEqual({ cycle: '2026', made: MEMBERS, spent: MEMBERS });
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again?.err).toContain('codes.txt');
    expect(shown.out).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}\n([0-9A-Z]{4}-){6}[0-9A-Z]{2}\n$/);
  },
  SLOW,
);

it(
  'previews what the rules hide while the cycle is open, with the day of the first release, and makes none',
  async () => {
    const [text, json, made, shown] = await benchmarks(
      on('release', 'preview'),
      on('release', 'preview', '--json'),
      on('release', 'make'),
      on('release', 'show'),
    );
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text?.out).toContain('3000-03-31');
    expect(text?.out).toMatch(/^all +30 +published$/m);
    expect(JSON.parse(json?.out ?? '')).toMatchObject({
      ...{ cycle: '2026', number: 1, earliest: '3000-03-31' },
      outcomes: expect.arrayContaining([expect.objectContaining({ cell: 'all', rows: MEMBERS })]) as unknown,
    });
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made?.err).toContain('3000-03-31');
    expect(shown).toMatchObject({ code: 1, out: '' });
  },
  SLOW,
);

it(
  'ends on request, and goes on where it stopped: settings that are not given stay',
  async () => {
    expect(await service.end()).toBe(0);
    service = await serving(on('--closes', '2020-01-01'));
    const cycle = (await (await fetch(`${service.url}/v1/cycle`)).json()) as unknown;
    expect(cycle).toMatchObject({ cycle: '2026', mode: 'code', closes: '2020-01-01' });
    for (const line of service.said().trim().split('\n'))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
  },
  SLOW,
);

it(
  'makes a release that the running service shows, and makes and counts it again',
  async () => {
    expect((await benchmark(...on('backup', '--to', fork))).code).toBe(0);
    const made = await benchmark(...on('release', 'make', '--json'));
    expect(made).toMatchObject({ code: 0, err: '' });
    const { release, hash, report } = JSON.parse(made.out) as Record<string, string>;
    expect(release).toBe('r1');
    expect((await fetch(`${service.url}${report}`)).status).toBe(200);
    const public1 = (await (await fetch(`${service.url}/v1/releases/r1`)).json()) as unknown;
    const [shown, remade, counted, again] = await benchmarks(
      on('release', 'show'),
      on('release', 'remake', 'r1'),
      on('release', 'recount', '1'),
      on('release', 'make'),
    );
    expect(releaseSchema.parse(JSON.parse(shown?.out ?? ''))).toEqual(public1);
    expect(shown?.err.trim()).toBe(hash);
    expect([remade?.code, counted?.code]).toEqual([0, 0]);
    expect(again).toMatchObject({ code: 1, out: '' });
  },
  SLOW,
);

describe('verify', () => {
  /** What a member and an auditor have: files, and nothing of the operator's. */
  let [release, proof, keys, receipt, exported] = ['', '', '', '', ''];
  const changed = (file: string, name: string, from: string | RegExp, to: string): string => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(from);
    return given(name, text.replace(from, to));
  };

  beforeAll(async () => {
    release = await fetched(service.url, '/v1/releases/r1', 'r1.json');
    proof = await fetched(service.url, '/v1/releases/r1/proof', 'proof.json');
    keys = await fetched(service.url, '/v1/keys', 'keys.json');
    receipt = given('receipt.json', receipts[3] ?? {});
    exported = at('r1.export');
    const wrote = await benchmark(...on('export', '--out', exported));
    expect(wrote).toMatchObject({ code: 0, out: '' });
    expect(statSync(exported).mode & 0o777).toBe(0o600);
  }, SLOW);

  it(
    'finds the receipt genuine, the row counted once and the release made of exactly its rows, without a network',
    async () => {
      const ran = await benchmark('verify', receipt, release, proof, keys, exported, '--json');
      expect(ran).toMatchObject({ code: 0, err: '' });
      const verdicts = JSON.parse(ran.out) as { file: string; state: string }[];
      expect(verdicts.map(({ file, state }) => [file, state])).toEqual(
        [release, receipt, receipt, exported].map((file) => [file, 'ok']),
      );
    },
    SLOW,
  );

  it(
    'reads receipts where they are kept, in the workbook or beside it, and holds them against the bytes that were sent',
    async () => {
      const record = recordKept(3, receipts[3] as Receipt);
      const [workbook, beside, other, waiting] = await benchmarks(
        ['verify', given('sent.xlsx', workbookOf(record)), release, proof, keys],
        ['verify', given('sent.json.submissions.json', [record]), keys],
        [
          'verify',
          given('spoilt.json', [{ ...record, bytes: recordKept(4, receipts[4] as Receipt).bytes }]),
          keys,
        ],
        ['verify', given('waiting.json', [{ ...record, state: 'waiting', receipt: null }]), keys],
      );
      expect(workbook?.out.match(/^(ok|FAIL)/gm)).toEqual(['ok', 'ok', 'ok']);
      expect(beside?.out.match(/^(ok|FAIL)/gm)).toEqual(['ok']);
      expect([workbook?.code, beside?.code, other?.code, waiting?.code]).toEqual([0, 0, 1, 1]);
      expect([other?.out.slice(0, 4), waiting?.out]).toEqual(['FAIL', '']);
    },
    SLOW,
  );

  it(
    'finds what was changed, forged or left out',
    async () => {
      const [, stranger] = receipts;
      const { publicKey } = (JSON.parse(readFileSync(keys, 'utf8')) as { receipt: [{ publicKey: string }] })
        .receipt[0];
      const lines = readFileSync(exported, 'utf8').trim().split('\n');
      const calls = [
        [changed(receipt, 'revision.json', '"revision":1', '"revision":2'), keys],
        [changed(release, 'mean.json', /"mean":(\d)/, '"mean":1$1'), keys],
        [receipt, release, changed(proof, 'leaf.json', /[0-9a-f]{64}/, 'f'.repeat(64)), keys],
        [given('other.json', { ...receipts[3], nullifier: stranger?.nullifier }), release, proof, keys],
        [release, keys, given('missing.export', `${lines.slice(0, -1).join('\n')}\n`)],
        [release, keys, changed(exported, 'level.export', /\\"ORG-01\\":[0-4]/, '\\"ORG-01\\":5')],
        [receipt, '--key', `${publicKey.slice(0, -2)}AA`],
      ];
      const ran = await benchmarks(...calls.map((args) => ['verify', ...args]));
      expect(ran.map(({ code }) => code)).toEqual(calls.map(() => 1));
      for (const { out } of ran) expect(out).toMatch(/^FAIL /m);
    },
    SLOW,
  );

  it(
    'says what it needs: a key, a file that can be checked, one release at a time',
    async () => {
      const ran = await benchmarks(
        ['verify'],
        ['verify', receipt],
        ['verify', at('nowhere.json'), keys],
        ['verify', given('answers.json', { answers: {} }), keys],
        ['verify', release, release, keys],
        ['verify', receipt, '--key', 'short'],
      );
      expect(ran.map(({ code, out }) => [code, out])).toEqual([2, 1, 1, 1, 2, 2].map((code) => [code, '']));
      for (const { err } of ran) expect(err.trim()).not.toBe('');
    },
    SLOW,
  );

  it(
    'asks the service for the rest, says what that tells it, and finds a release that differs from everybody’s',
    async () => {
      const { code, out, err } = await benchmark('verify', receipt, release, '--from', service.url);
      expect([code, out.match(/^ok/gm)?.length]).toEqual([0, 4]);
      expect(err).toContain(service.url);
      expect((await benchmark('release', 'make', '--data', fork)).code).toBe(0);
      const other = given('fork.json', (await benchmark('release', 'show', '--data', fork)).out);
      const [differs, away] = await benchmarks(
        ['verify', other, '--from', service.url],
        ['verify', receipt, '--from', 'http://127.0.0.1:9'],
      );
      expect(differs?.code).toBe(1);
      expect(differs?.out.match(/^(ok|FAIL)/gm)).toEqual(['ok', 'FAIL']);
      expect(away).toMatchObject({ code: 1, out: '' });
    },
    SLOW,
  );
});

it(
  'says that a release cannot be counted again once a row of it was withdrawn, and verifies the withdrawal',
  async () => {
    const withdrawal = given('withdrawal.json', (await withdrawRow(service.url, 7)) as object);
    const [counted, genuine, forged] = await benchmarks(
      on('release', 'recount'),
      ['verify', withdrawal, at('keys.json')],
      [
        'verify',
        given('forged.json', readFileSync(withdrawal, 'utf8').replace('"cycle":"2026"', '"cycle":"2027"')),
        at('keys.json'),
      ],
    );
    expect([counted?.code, genuine?.code, forged?.code]).toEqual([0, 0, 1]);
    expect(counted?.out).toContain('r1');
  },
  SLOW,
);

it(
  'backs up beside the running service: the copy serves every acknowledged row, and its keys sign as before',
  async () => {
    const copy = `${freshDirectory()}/copy`;
    const [done, refused] = [
      await benchmark(...on('backup', '--to', copy)),
      await benchmark(...on('backup', '--to', copy)),
    ];
    expect(done).toMatchObject({ code: 0, out: `${copy}\n` });
    expect(refused).toMatchObject({ code: 1, out: '' });
    const restored = await serving(['--data', copy]);
    const held = storedRows(copy).map((row) => row['nullifier']);
    expect(held.sort()).toEqual(receipts.map(({ nullifier }) => nullifier).sort());
    const same = await fetched(restored.url, '/v1/releases/r1', 'restored.json');
    expect(readFileSync(same, 'utf8')).toBe(readFileSync(at('r1.json'), 'utf8'));
    expect(await (await fetch(`${restored.url}/v1/keys`)).json()).toEqual(
      await (await fetch(`${service.url}/v1/keys`)).json(),
    );
    expect(await restored.end()).toBe(0);
  },
  SLOW,
);

it(
  'changes the receipt key: what the former one signed stays genuine, the service signs with the new one after a start',
  async () => {
    const rotated = await benchmark(...on('rotate-keys', 'receipt'));
    expect(rotated.code).toBe(0);
    expect(await service.end()).toBe(0);
    service = await serving(on());
    const keys = await fetched(service.url, '/v1/keys', 'new-keys.json');
    const cycle = (await (await fetch(`${service.url}/v1/cycle`)).json()) as { receiptKey: { id: string } };
    expect(`${cycle.receiptKey.id}\n`).toBe(rotated.out);
    const [genuine, doctor, token] = await benchmarks(
      ['verify', at('receipt.json'), at('r1.json'), at('proof.json'), keys],
      on('doctor'),
      on('rotate-keys', 'token'),
    );
    expect([genuine?.code, doctor?.code, token?.code]).toEqual([0, 0, 1]);
    expect(doctor?.out).not.toMatch(/^FAIL/m);
    rmSync(keys);
  },
  SLOW,
);
