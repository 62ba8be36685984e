import type { WorkbookPort } from '../../src/workbook/port';
import type { Result } from '../../src/words/result';
import { ActionType, parseRequest } from '../../src/sandbox/host/protocol';
import { sample } from '../oracles/design';
import { evidence, linesOf } from './evidence-sheet';
import { failureCode, itemsOf, openExcel, openInserted, valueOf } from './open-excel';

type Batch = (context: Excel.RequestContext) => Promise<unknown>;

const SNAPSHOT = {
  day: '2026-11-24',
  rubric: 'jsp 1.0.0',
  composite: 'open',
  itemMean: 150,
  level: 'open',
  coverage: 93,
  domains: { ORG: 168, RSK: 147, DES: null, CMP: 147 },
} as const;

/** What is pressed in the pane and only writes cells that are open. */
const PRESSES: Readonly<Record<string, (port: WorkbookPort) => Promise<Result<unknown>>>> = {
  'an answer': (port) => port.write([{ item: 'ORG-01', field: 'level', value: 4 }]),
  'answers to several items': (port) =>
    port.write([
      { item: 'ORG-01', field: 'level', value: 4 },
      { item: 'CMP-01', field: 'notes', value: 'both' },
    ]),
  'pasted evidence': (port) => port.addEvidence([evidence(), evidence({ item: 'RSK-01' })]),
  'a snapshot': (port) => port.saveSnapshot(SNAPSHOT),
};

/** Options of every `Excel.run` from now on; `refuse` says what Excel answers to a group of undo steps. */
function watchRuns(refuse?: () => Error): readonly Excel.RunOptions[] {
  const seen: Excel.RunOptions[] = [];
  const run = Excel.run as unknown as (...given: readonly unknown[]) => Promise<unknown>;
  jest.spyOn(Excel, 'run').mockImplementation(((options: Excel.RunOptions, batch?: Batch) => {
    if (batch !== undefined) seen.push(options);
    if (refuse && options.mergeUndoGroup === true) return Promise.reject(refuse());
    return batch === undefined ? run(options) : run(options, batch);
  }) as typeof Excel.run);
  return seen;
}

const undoNotSupported = () => Object.assign(new Error(), { code: 'UndoNotSupported', debugInfo: {} });

afterEach(() => jest.restoreAllMocks());

const pressEach = async (port: WorkbookPort): Promise<void> => {
  for (const press of Object.values(PRESSES)) valueOf(await press(port));
};

it('each press that only writes cells is one undo step where Excel has ExcelApi 1.20', async () => {
  const { port } = await openInserted({ supports: (version) => version === '1.20' });
  const seen = watchRuns();
  await pressEach(port);
  const asOne = { delayForCellEdit: true, mergeUndoGroup: true };
  expect(seen).toEqual(Object.keys(PRESSES).map(() => asOne));
});

it('no press asks for an undo step where Excel has not, and each writes in one request: what Excel undoes at once', async () => {
  const { port, book } = await openInserted({ supports: () => false });
  const seen = watchRuns();
  const sent = jest.spyOn(book, 'execute');
  await pressEach(port);
  expect(seen).toEqual(Object.keys(PRESSES).map(() => ({ delayForCellEdit: true })));
  const writing = sent.mock.calls.filter(([body]) =>
    parseRequest(body).Actions?.some(({ ActionType: type }) => type === ActionType.setProperty),
  );
  expect(writing).toHaveLength(Object.keys(PRESSES).length);
});

it('is done without a group where Excel refuses one, and once', async () => {
  const { port } = await openInserted();
  const seen = watchRuns(undoNotSupported);
  valueOf(await port.addEvidence([evidence()]));
  expect(seen.map(({ mergeUndoGroup = false }) => mergeUndoGroup)).toEqual([true, false]);
  expect(await linesOf(port)).toHaveLength(1);
  valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: 4 }]));
  expect((await itemsOf(port)).get('ORG-01')?.level).toBe(4);
});

it('any other refusal of a group is said, and nothing is tried again', async () => {
  const { port } = await openInserted();
  const seen = watchRuns(() => Object.assign(undoNotSupported(), { code: 'ActivityLimitReached' }));
  expect(failureCode(await port.write([{ item: 'ORG-01', field: 'level', value: 4 }]))).toBe('excel-busy');
  expect(seen).toHaveLength(1);
});

it('inserting, repairing and fetching figures ask for no group: Excel cannot undo adding protection', async () => {
  const { port } = await openExcel();
  const seen = watchRuns();
  valueOf(await port.insert(() => undefined));
  valueOf(await port.repair([]));
  valueOf(await port.saveBenchmark(sample, '2026-11-20'));
  expect(seen.filter(({ mergeUndoGroup }) => mergeUndoGroup !== undefined)).toEqual([]);
  expect(seen.length).toBeGreaterThanOrEqual(3);
});
