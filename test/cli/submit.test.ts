import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningService, startService } from '../../src/service/serve';
import { receiptSchema, type SubmissionRecord } from '../../src/submission/record';
import type { CellDesign } from '../../src/workbook/design';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jspDesign } from '../oracles/design';
import { freshDirectory, optionsFor, storedRows } from '../service/fixtures';
import { answersFile } from './answers';
import { admitted, memberCode } from '../service/members';
import { at, cli, given, type Ran, SLOW } from './run-cli';

const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** The real service on a port of its own; `port` starts it where an earlier one was. */
async function service(dataDir: string, port = 0): Promise<RunningService> {
  const started = await startService({ ...optionsFor(dataDir), host: '127.0.0.1', port });
  if (!started.ok) throw new Error(started.failure.message);
  return started.value;
}

/** A server that is not the service: the sign-in page of a network. */
async function signInPage(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Sign in</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const recordsOf = (file: string) =>
  JSON.parse(readFileSync(`${file}.submissions.json`, 'utf8')) as SubmissionRecord[];
const submit = (file: string, to: string, ...more: string[]) => cli('submit', [file, '--to', to, ...more]);

it(
  'sends a row once however often it is called, and prints the same receipt',
  async () => {
    const dataDir = freshDirectory();
    const running = await service(dataDir);
    closing.push(() => running.close());
    const file = given('once.json', answersFile());
    const first = await submit(file, `${running.url}/`);
    const again = await submit(file, running.url);
    expect(first.code).toBe(0);
    const [, ...shownOnce] = first.err.trim().split('\n');
    expect(shownOnce[0]).toMatch(/^Recovery code: ([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    expect(again).toEqual({ ...first, err: `${first.err.split('\n')[0]}\n` });
    const receipt = receiptSchema.parse(JSON.parse(first.out));
    const { out: bytes, err: hash } = await cli('row', [file]);
    expect([again.err, receipt.rowHash]).toEqual([hash, hash.trim()]);
    expect(recordsOf(file)).toMatchObject([
      { bytes, state: 'accepted', nullifier: receipt.nullifier, receipt },
    ]);
    expect(storedRows(dataDir)).toHaveLength(1);

    const other = await submit(given('once.json', answersFile({ 'ORG-01': { level: 5 } })), running.url);
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain('2026');
    expect(storedRows(dataDir)).toHaveLength(1);
  },
  SLOW,
);

it(
  'loses nothing while the service is away: the same key goes out when it is back',
  async () => {
    const dataDir = freshDirectory();
    const before = await service(dataDir);
    await before.close();
    const file = given('away.json', answersFile());
    const refused = await submit(file, before.url);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(before.url);
    expect(refused.err).toContain('Recovery code: ');
    const [waiting] = recordsOf(file);
    expect(waiting).toMatchObject({ state: 'waiting', receipt: null });

    const back = await service(dataDir, Number(new URL(before.url).port));
    closing.push(() => back.close());
    const sent = await submit(file, back.url);
    expect(sent.code).toBe(0);
    expect(receiptSchema.parse(JSON.parse(sent.out)).nullifier).toBe(waiting?.nullifier);
    expect(storedRows(dataDir)).toHaveLength(1);
  },
  SLOW,
);

it(
  'says what answered instead of the service, and keeps the row to send again',
  async () => {
    const page = await signInPage();
    const file = given('page.json', answersFile());
    const refused = await submit(file, page.url);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(page.url);
    expect(refused.err).not.toContain('doctype');
    expect(page.asked).toEqual(['POST /v1/submissions']);
    expect(recordsOf(file)).toMatchObject([{ state: 'waiting' }]);
  },
  SLOW,
);

it(
  'sends nothing where it must not: wrong answers, an unsafe address, damaged records, a wrong call',
  async () => {
    const page = await signInPage();
    const damaged = given('damaged.json', answersFile());
    const beside = given('damaged.json.submissions.json', '[{"nullifier":');
    const good = given('good.json', answersFile());
    const ran = await Promise.all([
      submit(given('wrong.json', answersFile({ 'ORG-01': { level: 7 } })), page.url),
      submit(good, 'http://benchmark.example'),
      submit(damaged, page.url),
      cli('submit', [good]),
    ]);
    expect(ran.map(({ code, out }) => [code, out])).toEqual([1, 2, 1, 2].map((code) => [code, '']));
    expect(ran[0].err).toContain('ORG-01');
    expect(ran[1].err).toContain('http://benchmark.example');
    expect(ran[2].err).toContain('Nothing was sent');
    expect(ran[3].err).toContain('Usage: npm run --silent submit');
    expect(page.asked).toEqual([]);
    expect(readFileSync(beside, 'utf8')).toBe('[{"nullifier":');
    expect(existsSync(at('good.json.submissions.json'))).toBe(false);
  },
  SLOW,
);

const codeIn = (text: string): string => /Recovery code: (\S+)/.exec(text)?.[1] ?? '';
const kindOf = ({ out }: Ran): unknown => (JSON.parse(out) as { schema: string }).schema;

it.each(['code', 'blind'] as const)(
  'in mode %s: is admitted by a member code once, corrects and withdraws by the recovery code, and writes neither down',
  async (mode) => {
    const dataDir = freshDirectory();
    const started = await startService({
      ...optionsFor(dataDir, { mode }),
      host: '127.0.0.1',
      port: 0,
    });
    if (!started.ok) throw new Error(started.failure.message);
    closing.push(() => started.value.close());
    const { url } = started.value;
    await admitted(dataDir, [mode]);
    const { code } = memberCode(mode);
    const file = given(`${mode}.json`, answersFile());

    const without = await submit(file, url);
    expect(without).toMatchObject({ code: 1, out: '' });
    const sent = await submit(file, url, '--code', code.toLowerCase());
    expect(sent).toMatchObject({ code: 0 });
    expect(await submit(file, url)).toMatchObject({ code: 0, out: sent.out });

    given(`${mode}.json`, answersFile({ 'ORG-01': { level: 5 } }));
    // In mode blind the token has an owner of its own; in mode code the waiting row keeps the first one.
    const owner = codeIn(sent.err) || codeIn(without.err);
    const corrected = await submit(file, url, '--correct', '--recovery', owner);
    expect(corrected).toMatchObject({ code: 0 });
    expect(receiptSchema.parse(JSON.parse(corrected.out)).revision).toBe(2);
    const withdrawn = await submit(file, url, '--withdraw', '--recovery', owner);
    expect([withdrawn.code, kindOf(withdrawn)]).toEqual([0, 'jsp-withdrawal/1']);
    expect(recordsOf(file).at(-1)).toMatchObject({ state: 'withdrawn', withdrawal: { revision: 3 } });

    const stranger = await submit(file, url, '--withdraw', '--recovery', `0${owner.slice(1)}`);
    expect(stranger).toMatchObject({ code: 1, out: '' });
    const second = given(`${mode}-second.json`, answersFile());
    expect(await submit(second, url, '--code', code)).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(`${file}.submissions.json`, 'utf8')).not.toContain(owner);
  },
  SLOW,
);

it(
  'knows the row that the add-in keeps in the workbook: it goes out under its key, not as a second row',
  async () => {
    const dataDir = freshDirectory();
    const running = await service(dataDir);
    closing.push(() => running.close());
    const json = given('pane.json', answersFile());
    await submit(json, running.url);
    const [sent] = recordsOf(json);
    const file = given(
      'pane.xlsx',
      workbookWith(JSON.stringify({ ...sent, state: 'waiting', receipt: null })),
    );
    const again = await submit(file, running.url);
    expect(again.code).toBe(0);
    expect(receiptSchema.parse(JSON.parse(again.out))).toEqual(sent?.receipt);
    expect(storedRows(dataDir)).toHaveLength(1);

    const spoiled = await submit(given('spoiled.xlsx', workbookWith('{"nullifier"')), running.url);
    expect(spoiled).toMatchObject({ code: 1, out: '' });
    expect(spoiled.err).toContain('Nothing was sent');
  },
  SLOW,
);

/** A workbook with these answers whose state sheet holds a record, as the add-in stores one. */
function workbookWith(record: string): Uint8Array {
  const { profile, answers } = answersFile();
  const rows = Object.entries(answers).map(([id, { level, target }]) => ({
    ...{ row: null, id, level: level as number, target: target as number },
    ...{ evidence: null, owner: null, due: null, notes: null },
  }));
  const organization = (profile as { organization: string }).organization;
  const design = jspDesign({ answers: { rows, profile: { organization, size: null, detail: null } } });
  const sheets = design.sheets.map((sheet) => {
    if (sheet.id !== 'state') return sheet;
    const row = Math.max(...sheet.cells.map((cell) => cell.row)) + 1;
    const cell = (column: number, content: string): CellDesign => ({ row, column, content, style: {} });
    return { ...sheet, cells: [...sheet.cells, cell(0, 'submission.x'), cell(1, record)] };
  });
  return writeXlsx({ ...design, sheets });
}
