import type { SubmissionRecord, TokenRecord } from '../../src/submission/record';
import type { WorkbookPort } from '../../src/workbook/port';
import { jsp } from '../load-rubric';
import { sample } from '../oracles/design';
import { failureCode, inExcel, openExcel, openInserted, valueOf } from './open-excel';

const record = (nullifier: string, change: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  nullifier: nullifier.repeat(43).slice(0, 43),
  cycle: '2026',
  endpoint: 'https://benchmark.example',
  bytes: '{"schema":"jsp-row/1"}',
  hash: nullifier.toLowerCase().repeat(64).slice(0, 64),
  prepared: '2026-11-23',
  state: 'waiting',
  receipt: null,
  owner: null,
  authorization: null,
  correction: null,
  withdrawal: null,
  ...change,
});

const accepted = (waiting: SubmissionRecord): SubmissionRecord => ({
  ...waiting,
  state: 'accepted',
  receipt: {
    schema: 'jsp-receipt/1',
    nullifier: waiting.nullifier,
    revision: 1,
    cycle: waiting.cycle,
    rowHash: 'a'.repeat(64),
    keyId: 'k'.repeat(43),
    signature: 's'.repeat(86),
  },
});

const valuesOf = (sheet: string, address: string) =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });

describe('submissions', () => {
  it('gives back what was saved, oldest first, and replaces a record of the same key', async () => {
    const { port } = await openInserted();
    expect(valueOf(await port.submissions())).toEqual([]);
    const [first, second] = [record('A'), record('B', { cycle: '2027' })];
    valueOf(await port.saveSubmission(first));
    valueOf(await port.saveSubmission(second));
    valueOf(await port.saveSubmission(accepted(first)));
    expect(valueOf(await port.submissions())).toEqual([accepted(first), second]);
  });

  it("builds the sheet's own row for the newest cycle that was sent for", async () => {
    const { port } = await openInserted();
    const cycle = async () => (await valuesOf('Submission', 'B25'))[0]?.[0];
    expect(await cycle()).toBe('"2026"');
    valueOf(await port.saveSubmission(record('A', { cycle: '2027' })));
    valueOf(await port.saveSubmission(record('B')));
    expect(await cycle()).toBe('"2027"');
  });

  it('shows each row on one line of the Submission sheet', async () => {
    const { port } = await openInserted();
    const waiting = record('A');
    valueOf(await port.saveSubmission(waiting));
    valueOf(await port.saveSubmission(record('B', { cycle: '2027' })));
    valueOf(await port.saveSubmission(accepted(waiting)));
    expect(await valuesOf('Submission', 'A10:E12')).toEqual([
      ['2026-11-23', '2026', 'Accepted', 'a'.repeat(64), 's'.repeat(86)],
      ['2026-11-23', '2027', 'Waiting', 'b'.repeat(64), ''],
      ['', '', '', '', ''],
    ]);
  });

  it('says on its line that a row was withdrawn, with the signature that proves it', async () => {
    const { port } = await openInserted();
    const taken = accepted(record('A'));
    valueOf(await port.saveSubmission(taken));
    const { nullifier, cycle, keyId } = taken.receipt!;
    const withdrawal = {
      ...({ schema: 'jsp-withdrawal/1', nullifier, cycle, keyId, revision: 2 } as const),
      signature: 'w'.repeat(86),
    };
    valueOf(await port.saveSubmission({ ...taken, state: 'withdrawn', withdrawal }));
    expect(await valuesOf('Submission', 'A10:E11')).toEqual([
      ['2026-11-23', '2026', 'Withdrawn', 'a'.repeat(64), 'w'.repeat(86)],
      ['', '', '', '', ''],
    ]);
  });

  it('moves its line on when a correction changes the hash', async () => {
    const { port } = await openInserted();
    const taken = accepted(record('A'));
    valueOf(await port.saveSubmission(taken));
    const correction = { bytes: '{}', hash: 'f'.repeat(64), prepared: '2026-12-01' };
    valueOf(await port.saveSubmission({ ...taken, correction }));
    expect((await valuesOf('Submission', 'A10:E10'))[0]?.[3]).toBe('a'.repeat(64));
    valueOf(await port.saveSubmission({ ...taken, ...correction }));
    expect((await valuesOf('Submission', 'A10:E11')).map((line) => line[3])).toEqual(['f'.repeat(64), '']);
  });

  it('keeps a record that is longer than a cell', async () => {
    const { port } = await openInserted();
    const long = record('A', { bytes: '='.repeat(70_000) });
    valueOf(await port.saveSubmission(long));
    expect(valueOf(await port.submissions())).toEqual([long]);
    valueOf(await port.saveSubmission(record('A')));
    expect(valueOf(await port.submissions())).toEqual([record('A')]);
  });

  it('keeps the record even when the Submission sheet is gone', async () => {
    const { port } = await openInserted();
    await inExcel((context) => context.workbook.worksheets.getItem('Submission').delete());
    valueOf(await port.saveSubmission(record('A')));
    expect(valueOf(await port.submissions())).toEqual([record('A')]);
  });

  it('says that a record cannot be read any more, rather than leave it out', async () => {
    const { port } = await openInserted();
    valueOf(await port.saveSubmission(record('A')));
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('JSP_state');
      const used = sheet.getUsedRange().load('values');
      await context.sync();
      const row = (used.values as unknown[][]).findIndex(([key]) => String(key).startsWith('submission.'));
      sheet.getRange(`B${row + 1}`).values = [['{"broken"']];
    });
    expect(failureCode(await port.submissions())).toBe('state-damaged');
    expect(failureCode(await port.saveSubmission(record('B')))).toBe('state-damaged');
  });

  it('needs an assessment', async () => {
    const { port } = await openExcel();
    expect(failureCode(await port.submissions())).toBe('no-assessment');
    expect(failureCode(await port.saveSubmission(record('A')))).toBe('no-assessment');
  });
});

describe('tokens', () => {
  const token = (key: string, change: Partial<TokenRecord> = {}): TokenRecord => ({
    schema: 'jsp-token/1',
    cycle: '2026',
    endpoint: 'https://benchmark.example',
    nullifier: key.repeat(43).slice(0, 43),
    owner: 'o'.repeat(43),
    keyId: 'k'.repeat(43),
    pending: {
      nonce: 'n'.repeat(43),
      salt: 'A'.repeat(64),
      inverse: 'B'.repeat(342),
      request: 'C'.repeat(346),
    },
    authorization: null,
    ...change,
  });

  it('gives back what was saved, oldest first, and replaces a token of the same key', async () => {
    const { port } = await openInserted();
    expect(valueOf(await port.tokens())).toEqual([]);
    const held = token('A', { pending: null, authorization: `PrivateToken token="${'D'.repeat(472)}"` });
    valueOf(await port.saveToken(token('A')));
    valueOf(await port.saveToken(token('B')));
    valueOf(await port.saveToken(held));
    expect(valueOf(await port.tokens())).toEqual([held, token('B')]);
  });

  it('and rows do not stand in each other’s way, whatever is repaired', async () => {
    const { port } = await openInserted();
    valueOf(await port.saveToken(token('A')));
    valueOf(await port.saveSubmission(record('A')));
    await inExcel((context) => context.workbook.worksheets.getItem('Submission').delete());
    valueOf(await port.repair(valueOf(await port.verify())));
    expect(valueOf(await port.tokens())).toEqual([token('A')]);
    expect(valueOf(await port.submissions())).toEqual([record('A')]);
    expect(valueOf(await port.verify())).toEqual([]);
  });

  it('say that one cannot be read any more, and are not written over', async () => {
    const { port } = await openInserted();
    valueOf(await port.saveToken(token('A')));
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('JSP_state');
      const used = sheet.getUsedRange().load('values');
      await context.sync();
      const row = (used.values as unknown[][]).findIndex(([key]) => String(key).startsWith('token.'));
      sheet.getRange(`B${row + 1}`).values = [['{"broken"']];
    });
    expect(failureCode(await port.tokens())).toBe('state-damaged');
    expect(failureCode(await port.saveToken(token('B')))).toBe('state-damaged');
  });

  it('need an assessment', async () => {
    const { port } = await openExcel();
    expect(failureCode(await port.tokens())).toBe('no-assessment');
    expect(failureCode(await port.saveToken(token('A')))).toBe('no-assessment');
  });
});

describe('benchmark', () => {
  it('fills the protected sheet, keeps the exact figures, and leaves the sheet protected', async () => {
    const { port } = await openInserted();
    valueOf(await port.saveBenchmark(sample, '2026-11-20'));
    expect(valueOf(await port.benchmark())).toEqual({ benchmark: sample, fetched: '2026-11-20' });
    const [composite, first] = await valuesOf('Benchmark', 'A14:F15');
    const inCells = (figure: (typeof sample)['composite']) =>
      [figure?.mean, figure?.p25, figure?.median, figure?.p75].map((n) => (n === undefined ? '' : n / 100));
    expect(composite?.slice(2)).toEqual(inCells(sample.composite));
    expect(first?.slice(2)).toEqual(inCells(sample.domains[String(first?.[0])]));
    expect(await valuesOf('Benchmark', 'B4')).toEqual([[sample.title]]);
    expect(valueOf(await port.verify())).toEqual([]);
  });

  it('puts the quartile band of each domain and of the whole on the Scorecard, and nothing where there is none', async () => {
    const { port } = await openInserted();
    const bands = () => valuesOf('Scorecard', 'E26:F30');
    expect(await bands()).toEqual(Array.from({ length: 5 }, () => ['', '']));
    valueOf(await port.saveBenchmark(sample, '2026-11-20'));
    const figures = [...jsp.domains.map(({ id }) => sample.domains[id]), sample.composite];
    expect(await bands()).toEqual(
      figures.map((figure) => [(figure?.p25 ?? NaN) / 100, (figure?.p75 ?? NaN) / 100]),
    );
  });

  it('starts with the figures that came with the product', async () => {
    const { port } = await openInserted();
    expect(valueOf(await port.benchmark())).toMatchObject({ fetched: '', benchmark: { kind: 'published' } });
  });

  it('says that the sheet is gone', async () => {
    const { port } = await openInserted();
    await inExcel((context) => context.workbook.worksheets.getItem('Benchmark').delete());
    expect(failureCode(await port.saveBenchmark(sample, '2026-11-20'))).toBe('sheet-gone');
  });
});

describe('saveSnapshot', () => {
  const snapshot = {
    day: '2026-11-23',
    rubric: 'jsp 1.0.0',
    composite: 151,
    itemMean: 150,
    level: 'open',
    coverage: 93,
    domains: { ORG: 168, RSK: 147, DES: null, CMP: 147 },
  } as const;
  /** Every item at this level: the composite is known. */
  const answerAll = async (port: WorkbookPort, level: number) =>
    valueOf(await port.write(jsp.items.map(({ id: item }) => ({ item, field: 'level', value: level }))));

  it('appends a line below the last one', async () => {
    const { port } = await openInserted();
    valueOf(await port.saveSnapshot({ ...snapshot, composite: 'open' }));
    await answerAll(port, 2);
    valueOf(await port.saveSnapshot({ ...snapshot, day: '2026-12-24', level: 1, composite: 200 }));
    expect(await valuesOf('Score history', 'A5:J6')).toEqual([
      ['2026-11-23', 'jsp 1.0.0', 'open', 1.5, 'open', 0.93, 1.68, 1.47, '', 1.47],
      ['2026-12-24', 'jsp 1.0.0', 2, 1.5, 1, 0.93, 1.68, 1.47, '', 1.47],
    ]);
  });

  it('keeps no line that says something else than the Scorecard, and names both', async () => {
    const { port } = await openInserted();
    await answerAll(port, 2);
    const said = async () => {
      const saved = await port.saveSnapshot({ ...snapshot, composite: 200 });
      return saved.ok ? 'kept' : saved.failure.message;
    };
    const type = (value: unknown) =>
      inExcel((context) => {
        const sheet = context.workbook.worksheets.getItem('Scorecard');
        sheet.protection.unprotect();
        sheet.getRange('F13').values = [[value]];
      });
    for (const [value, theirs] of [
      [1.9, '1.90'],
      ['=NA()', '#N/A'],
      ['open', 'open'],
    ]) {
      await type(value);
      expect(await said()).toContain(`The Scorecard says ${theirs}, but the answers give 2.00`);
    }
    expect(await valuesOf('Score history', 'A5')).toEqual([['']]);
    await type(2.0049);
    expect(await said()).toBe('kept');
    await inExcel((context) => context.workbook.worksheets.getItem('Scorecard').delete());
    expect(await said()).toBe('kept');
  });

  it('says that the table is full, and writes over nothing', async () => {
    const { port } = await openInserted();
    await inExcel((context) => {
      context.workbook.worksheets.getItem('Score history').getRange('A5:A44').values = Array.from(
        { length: 40 },
        () => ['x'],
      );
    });
    expect(failureCode(await port.saveSnapshot({ ...snapshot, composite: 'open' }))).toBe('full-table');
  });
});
