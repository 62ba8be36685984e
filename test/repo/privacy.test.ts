import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Assessment, RawAssessment } from '../../src/assessment/assessment';
import { EVIDENCE_FIELDS } from '../../src/assessment/evidence';
import { inputsOf, readAssessment } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { buildRow } from '../../src/submission/build-row';
import { canonicalJson } from '../../src/submission/canonical';
import { benchmarkClient } from '../../src/submission/client';
import { prepare } from '../../src/submission/prepare';
import { startService } from '../../src/service/serve';
import { EVIDENCE_ROWS } from '../../src/workbook/evidence-layout';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { cli, SLOW } from '../cli/run-cli';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';
import { freshDirectory, optionsFor, storedRows } from '../service/fixtures';
import { MARKER, markedAnswers, markedWorkbook } from './marked-workbook';
import { marksIn } from './marks-in';

describe('the search finds a marker that leaves', () => {
  it.each<[string, Uint8Array | string]>([
    ['plain', `x ${MARKER} y`],
    ['plain', MARKER.toUpperCase()],
    ['plain', encodeURIComponent(`ä/${MARKER}?`)],
    ['utf-16', Buffer.from(`ä${MARKER}`, 'utf16le')],
    ['hex', Buffer.from(`ab${MARKER}`).toString('hex')],
    ['base64', Buffer.from(`${MARKER} z`).toString('base64')],
    ['base64', Buffer.from(`a${MARKER} z`).toString('base64')],
    ['base64', Buffer.from(`ab${MARKER} z`).toString('base64url')],
    ['hash', createHash('sha256').update(MARKER).digest('hex')],
  ])('as %s (%#)', (form, bytes) => {
    expect(marksIn(bytes)).toEqual([form]);
  });

  it('and a row with one field too many', () => {
    const { assessment } = readMarked();
    const { notes } = assessment.entries.get('ORG-01')!;
    expect(marksIn(bytesOf(assessment))).toEqual([]);
    expect(marksIn(canonicalJson({ ...(JSON.parse(bytesOf(assessment)) as object), notes }))).toEqual([
      'plain',
    ]);
  });
});

const workbook = markedWorkbook();

function readMarked() {
  const file = readAssessmentFile(workbook, words);
  if (!file.ok) throw new Error(file.failure.message);
  return { ...file.value, assessment: assess(file.value.raw) };
}

const assess = (raw: RawAssessment): Assessment => readAssessment(raw, { rubric: jsp, words, vocabulary });

function rowOf(assessment: Assessment) {
  const row = buildRow(assessment, score(jsp, inputsOf(assessment)), jsp, '2026', words);
  if (!row.ok) throw new Error(row.failure.message);
  return row.value;
}
const bytesOf = (assessment: Assessment): string => canonicalJson(rowOf(assessment));

describe('a workbook with a marker wherever words can stand', () => {
  it('really has it there: in cells, names, comments, links and properties, and read by our own reader', () => {
    const parts = Object.entries(unzipSync(workbook)).map(
      ([path, bytes]) => [path, strFromU8(bytes)] as const,
    );
    const marked = new Map(parts.map(([path, text]) => [path, text.split(MARKER).length - 1]));
    const own = [
      'docProps/core.xml',
      'docProps/app.xml',
      'docProps/custom.xml',
      'xl/comments1.xml',
      'xl/worksheets/sheet99.xml',
    ];
    for (const path of own) expect(marked.get(path)).toBeGreaterThan(0);
    expect(marked.get('xl/worksheets/_rels/sheet5.xml.rels')).toBe(1);
    expect(marked.get('xl/workbook.xml')).toBeGreaterThanOrEqual(12);
    expect(marked.get('xl/sharedStrings.xml')).toBeGreaterThan(1700);
    const { map, raw, assessment } = readMarked();
    expect(Object.values(map.sheets).filter((name) => name?.includes(MARKER))).toHaveLength(9);
    expect(raw.rows.some(({ id }) => id === `${MARKER} own line`)).toBe(true);
    for (const { evidence, owner, notes } of assessment.entries.values()) {
      for (const text of [evidence, owner, notes]) expect(text).toContain(MARKER);
    }
  });

  it('has it in every cell of the Evidence sheet, on lines of every item and of none, and the row is the same', () => {
    const { raw, assessment } = readMarked();
    const lines = raw.evidence ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(EVIDENCE_ROWS);
    const places = lines.flatMap((line) =>
      EVIDENCE_FIELDS.map((field) => ({ field, cell: String(line[field]) })),
    );
    const unmarked = places.filter(({ cell }) => !cell.includes(MARKER));
    const named = jsp.items.map(({ id }) => ({ field: 'item', cell: id }));
    // Below the table there is a line that somebody wrote to themselves.
    expect(unmarked.filter(({ cell }) => cell !== 'null')).toEqual(named);
    for (const { id } of jsp.items) expect(assessment.evidence.get(id)).toHaveLength(1);
    expect(assessment.problems.filter(({ code }) => code === 'evidence-unknown-item').length).toBeGreaterThan(
      100,
    );
    expect(bytesOf(assessment)).toBe(bytesOf(assess({ ...raw, evidence: [] })));
  });

  it(
    'lets it into no byte of the request, of the receipt, or of the stored row',
    async () => {
      const dataDir = freshDirectory();
      const service = await startService({ ...optionsFor(dataDir), host: '127.0.0.1', port: 0 });
      if (!service.ok) throw new Error(service.failure.message);
      const passed: string[] = [];
      const client = benchmarkClient({
        endpoint: service.value.url,
        words,
        digest: async (bytes) => crypto.subtle.digest('SHA-256', bytes),
        timeoutMs: 20_000,
        schedule: () => () => undefined,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          const body = await response.clone().text();
          const { signal: _, ...sent } = init;
          passed.push(JSON.stringify({ url, ...sent, answered: [...response.headers], body }));
          return response;
        },
      });
      const prepared = await prepare(rowOf(readMarked().assessment), {
        records: [],
        endpoint: service.value.url,
        today: '2026-11-23',
        digest: async (bytes) => crypto.subtle.digest('SHA-256', bytes),
        access: { nullifier: '7'.repeat(43), owner: 'A'.repeat(43), authorization: null, bound: false },
        words,
      });
      if (!prepared.ok) throw new Error(prepared.failure.message);
      const receipt = await client.submit(prepared.value.record);
      await service.value.close();
      expect(receipt.ok).toBe(true);
      expect(passed).toHaveLength(1);
      expect(passed[0]).toContain('Idempotency-Key');
      expect(marksIn(passed.join(' '))).toEqual([]);
      expect(marksIn(JSON.stringify([receipt, prepared.value.record, storedRows(dataDir)]))).toEqual([]);
    },
    SLOW,
  );

  it(
    'lets it onto no wire from the command line, whatever the file and its folder are called',
    async () => {
      const dataDir = freshDirectory();
      const service = await startService({ ...optionsFor(dataDir), host: '127.0.0.1', port: 0 });
      if (!service.ok) throw new Error(service.failure.message);
      const wire = await tappedWire(Number(new URL(service.value.url).port));
      const folder = join(freshDirectory(), `${MARKER} folder`);
      mkdirSync(folder);
      const file = join(folder, `${MARKER} assessment.xlsx`);
      writeFileSync(file, workbook);
      const sent = await cli('submit', [file, '--to', wire.url], { USER: MARKER, HOSTNAME: MARKER });
      const row = await cli('row', [file]);
      await wire.close();
      await service.value.close();
      expect([sent.code, row.code]).toEqual([0, 0]);
      const bytes = Buffer.concat(wire.passed);
      expect(bytes.toString('latin1')).toContain(row.out);
      expect(bytes.toString('latin1')).toContain('POST /v1/submissions HTTP/1.1');
      expect(marksIn(bytes)).toEqual([]);
      expect(marksIn(readFileSync(`${file}.submissions.json`))).toEqual([]);
    },
    SLOW,
  );
});

/** A wire to the service on which every byte of both directions is kept. */
async function tappedWire(port: number) {
  const passed: Buffer[] = [];
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      from.on('data', (chunk: Buffer) => passed.push(chunk));
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(resolve);
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed, close };
}

describe('what people write in words', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((some) => `x${some}`);
  const cell = fc.oneof(text, fc.double({ noNaN: true }), fc.boolean());

  it('changes no bit of the row: the same levels give the same bytes', () => {
    const expected = bytesOf(assess(markedAnswers));
    const words4 = fc.record({ evidence: cell, owner: cell, due: cell, notes: cell });
    fc.assert(
      fc.property(fc.array(words4, { minLength: 44, maxLength: 44 }), (written) => {
        const rows = markedAnswers.rows.map((row, i) => ({ ...row, ...written[i], target: i % 6 }));
        expect(bytesOf(assess({ ...markedAnswers, rows }))).toBe(expected);
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it('is no answer and no segment: typed there by mistake, it stays and is named, and nothing is sent', () => {
    const [first, ...rest] = markedAnswers.rows;
    const mistakes: readonly RawAssessment[] = [
      { ...markedAnswers, rows: [{ ...first!, level: MARKER }, ...rest] },
      { ...markedAnswers, rows: [{ ...first!, id: `ORG-01 ${MARKER}` }, ...rest] },
      ...(['organization', 'size', 'detail'] as const).map((field) => ({
        ...markedAnswers,
        profile: { ...markedAnswers.profile, [field]: MARKER },
      })),
    ];
    for (const raw of mistakes) {
      const assessment = assess(raw);
      expect(assessment.problems.map(({ message }) => message).join()).toContain(MARKER);
      expect(() => bytesOf(assessment)).toThrow();
    }
  });
});
