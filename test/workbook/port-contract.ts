import type { ItemEvidence } from '../../src/assessment/evidence';
import { readEvidenceLine } from '../../src/assessment/read-evidence';
import type { SubmissionRecord, TokenRecord } from '../../src/submission/record';
import type { WorkbookPort } from '../../src/workbook/port';
import type { Result } from '../../src/words/result';
import { english } from '../load-words';
import { jsp } from '../load-rubric';
import { sample } from '../oracles/design';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
};
const rowOf = async (port: WorkbookPort, item: string) =>
  valueOf(await port.read()).rows.find(({ id }) => id === item);
const linesOf = async (port: WorkbookPort) =>
  (valueOf(await port.read()).evidence ?? []).map(readEvidenceLine).filter((line) => line !== null);

const evidence = (change: Partial<ItemEvidence> = {}): ItemEvidence => ({
  item: 'ORG-01',
  title: '=Security plan',
  address: 'https://wiki.example/plan',
  captured: '2026-11-20T10:00:00Z',
  verified: '2026-11-20T10:00:00Z',
  pageDate: '2026-10-01',
  quote: '+1 for the plan',
  note: '',
  ...change,
});

const record = (key: string, change: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  ...{ nullifier: key.repeat(43), cycle: '2026', endpoint: 'https://benchmark.example', bytes: '{}' },
  ...({ hash: 'a'.repeat(64), prepared: '2026-11-23', state: 'waiting', receipt: null } as const),
  ...{ owner: null, authorization: null, correction: null, withdrawal: null },
  ...change,
});

export const TOKEN: TokenRecord = {
  ...({ schema: 'jsp-token/1', cycle: '2026', endpoint: 'https://benchmark.example' } as const),
  ...{ nullifier: 'T'.repeat(43), owner: 'o'.repeat(43), keyId: 'k'.repeat(43) },
  ...{ pending: null, authorization: 'PrivateToken token="D"' },
};

/** What every workbook port does, whoever keeps the workbook. `open` gives a workbook of ours without answers. */
export function portContract(open: () => Promise<WorkbookPort>): void {
  it('finds the assessment', async () => {
    const found = valueOf(await (await open()).inspect());
    expect(found).toMatchObject({ kind: 'found', rubric: { id: jsp.id, version: jsp.version } });
  });

  it('gives back the fields that were written, and nothing else', async () => {
    const port = await open();
    valueOf(
      await port.write([
        { item: 'ORG-01', field: 'level', value: 3 },
        { item: 'RSK-01', field: 'level', value: english('answer.unknown') },
        { item: 'RSK-01', field: 'due', value: '2027-03-31' },
        { profile: 'size', value: english('profile.under-250') },
      ]),
    );
    const { rows, profile } = valueOf(await port.read());
    expect(rows).toHaveLength(jsp.items.length);
    const filled = rows.filter(({ row: _, id: __, ...cells }) =>
      Object.values(cells).some((cell) => cell !== null),
    );
    expect(filled.map(({ id, level, due }) => [id, level, due])).toEqual([
      ['ORG-01', 3, null],
      ['RSK-01', english('answer.unknown'), 46_477],
    ]);
    const detail = english('profile.items');
    expect(profile).toEqual({ organization: null, size: english('profile.under-250'), detail });
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: null }]));
    expect((await rowOf(port, 'ORG-01'))?.level).toBeNull();
  });

  it('writes nothing over a note that somebody else wrote meanwhile', async () => {
    const port = await open();
    const reason = (was: string) =>
      port.write([
        { item: 'ORG-01', field: 'level', value: english('answer.na') },
        { item: 'ORG-01', field: 'notes', value: 'Outsourced', was },
      ]);
    valueOf(await port.write([{ item: 'ORG-01', field: 'notes', value: 'See contract 4711' }]));
    expect(await reason('')).toMatchObject({ ok: false, failure: { code: 'note-changed' } });
    expect(await rowOf(port, 'ORG-01')).toMatchObject({ level: null, notes: 'See contract 4711' });
    valueOf(await reason('See contract 4711'));
    // The same again, after its answer was lost, is no other note.
    valueOf(await reason('See contract 4711'));
    expect(await rowOf(port, 'ORG-01')).toMatchObject({ level: 'N/A', notes: 'Outsourced' });
  });

  it('keeps every text the text it is', async () => {
    const port = await open();
    const texts = [
      '=HYPERLINK("https://example.com")',
      '+1',
      '@SUM(A1)',
      "'quoted",
      '1/2',
      'TRUE',
      ' 7',
      '<a&b>',
    ];
    const items = jsp.items.slice(0, texts.length).map(({ id }) => id);
    valueOf(await port.write(items.map((item, i) => ({ item, field: 'notes', value: texts[i] ?? '' }))));
    const { rows } = valueOf(await port.read());
    expect(items.map((item) => rows.find(({ id }) => id === item)?.notes)).toEqual(texts);
  });

  it('writes nothing when one of the changes has no cell', async () => {
    const port = await open();
    const written = await port.write([
      { item: 'ORG-01', field: 'level', value: 3 },
      { item: 'ZZZ-99', field: 'level', value: 3 },
    ]);
    const message = english('workbook.rowGone', { item: 'ZZZ-99' });
    expect(written).toEqual({ ok: false, failure: { code: 'row-gone', message } });
    expect((await rowOf(port, 'ORG-01'))?.level).toBeNull();
  });

  it('adds evidence, brings a line up to date when the same comes again, and removes a line', async () => {
    const port = await open();
    const other = evidence({ item: 'RSK-01', address: 'https://wiki.example/other', note: 'second' });
    expect(valueOf(await port.addEvidence([evidence(), other]))).toEqual({ added: 2, updated: 0 });
    const again = evidence({ verified: '2026-12-01T08:30:00Z' });
    expect(valueOf(await port.addEvidence([again]))).toEqual({ added: 0, updated: 1 });
    const [first, second] = await linesOf(port);
    expect(first).toMatchObject({
      ...evidence(),
      verified: '2026-12-01T08:30:00Z',
    });
    expect(second).toMatchObject(other);
    if (!first) throw new Error('No line');
    expect(await port.removeEvidence({ ...first, title: 'another' })).toMatchObject({
      ok: false,
      failure: { code: 'line-changed' },
    });
    valueOf(await port.removeEvidence(first));
    expect(await linesOf(port)).toEqual([second]);
  });

  it('keeps what was prepared and sent, oldest first, also what is longer than a cell', async () => {
    const port = await open();
    expect(valueOf(await port.submissions())).toEqual([]);
    const [first, second] = [record('A', { bytes: '='.repeat(70_000) }), record('B', { cycle: '2027' })];
    valueOf(await port.saveSubmission(first));
    valueOf(await port.saveSubmission(second));
    valueOf(await port.saveSubmission({ ...first, state: 'accepted' }));
    expect(valueOf(await port.submissions())).toEqual([{ ...first, state: 'accepted' }, second]);
  });

  it('keeps one of two rows of a cycle that two panes prepared before they saw each other', async () => {
    const port = await open();
    const [first, second, next] = [record('A'), record('B'), record('C', { cycle: '2027' })];
    valueOf(await port.saveSubmission(first, []));
    expect(await port.saveSubmission(second, [])).toMatchObject({ failure: { code: 'prepared-elsewhere' } });
    valueOf(await port.saveSubmission({ ...first, bytes: '{"a":1}' }, []));
    valueOf(await port.saveSubmission(next, []));
    valueOf(await port.saveSubmission(second, [first.nullifier]));
    expect(valueOf(await port.submissions()).map(({ nullifier }) => nullifier[0])).toEqual(['A', 'C', 'B']);
  });

  it('takes a row away, but not one that is another by now', async () => {
    const port = await open();
    const [first, second] = [record('A', { bytes: '='.repeat(70_000) }), record('B', { cycle: '2027' })];
    valueOf(await port.saveSubmission(first));
    valueOf(await port.saveSubmission(second));
    valueOf(await port.dropSubmission(first));
    expect(valueOf(await port.submissions())).toEqual([second]);
    expect(await port.dropSubmission(first)).toMatchObject({ failure: { code: 'record-changed' } });
    valueOf(await port.saveSubmission({ ...second, state: 'accepted' }));
    expect(await port.dropSubmission(second)).toMatchObject({ failure: { code: 'record-changed' } });
    valueOf(await port.saveSubmission(first));
    expect(valueOf(await port.submissions())).toHaveLength(2);
  });

  it('keeps a token over the one of the same key', async () => {
    const port = await open();
    valueOf(await port.saveToken(TOKEN));
    valueOf(await port.saveToken({ ...TOKEN, authorization: null }));
    expect(valueOf(await port.tokens())).toEqual([{ ...TOKEN, authorization: null }]);
  });

  it('keeps the benchmark that the Scorecard compares with', async () => {
    const port = await open();
    const benchmark = { ...sample, title: 'Another cycle' };
    valueOf(await port.saveBenchmark(benchmark, '2026-11-23'));
    expect(valueOf(await port.benchmark())).toEqual({ benchmark, fetched: '2026-11-23' });
  });

  it('tells nothing to who has stopped watching', async () => {
    const port = await open();
    const told = jest.fn();
    const stop = valueOf(await port.watchAnswers(told));
    await stop();
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]));
    expect(told).not.toHaveBeenCalled();
  });
}
