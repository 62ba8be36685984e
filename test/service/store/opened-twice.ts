import { allColumns } from '../../../src/service/store/columns';
import type { Engine } from '../../../src/service/store/engine';
import { migrate } from '../../../src/service/store/migrate';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import type { Held, Insertion } from '../../../src/service/store/store';
import { storeOver } from '../../../src/service/store/store-over';
import type { Row } from '../../../src/submission/row';
import { CYCLE, rubric } from '../../submission/fixtures';
import { hashOf } from './entries';

/** An empty store, seen by two callers that share nothing but the data (where the engine can), and its engine. */
export interface OpenedTwice {
  readonly first: OperatorStore;
  readonly second: OperatorStore;
  readonly engine: Engine;
}

export const CALLERS = 12;
export const RUBRIC = rubric.id;

/** Two stores over engines of their own, and a third engine to look from outside. */
export async function openedTwice(open: () => Engine): Promise<OpenedTwice> {
  const [first, second, engine] = [open(), open(), open()];
  await Promise.all([first, second, engine].map((each) => migrate(each, allColumns([rubric]))));
  return { first: storeOver(first, [rubric]), second: storeOver(second, [rubric]), engine };
}

/** A store of its own for each test of the block it is called in, closed after it. */
export function openedForEach(open: () => Promise<OpenedTwice>): OpenedTwice {
  const opened: OpenedTwice[] = [];
  const current = (): OpenedTwice => {
    const last = opened.at(-1);
    if (!last) throw new Error('Nothing is open outside a test');
    return last;
  };
  beforeEach(async () => void opened.push(await open()));
  afterEach(async () => {
    for (const { first, second, engine } of opened.splice(0)) {
      for (const each of [first, second, engine]) await each.close();
    }
  });
  return {
    get first() {
      return current().first;
    },
    get second() {
      return current().second;
    },
    get engine() {
      return current().engine;
    },
  };
}

/** As many callers at once, on both connections. */
export const together = <T>(
  { first, second }: OpenedTwice,
  call: (store: OperatorStore, i: number) => Promise<T>,
): Promise<T[]> => Promise.all(Array.from({ length: CALLERS }, (_, i) => call(i % 2 ? second : first, i)));

export const isFresh = (outcome: Insertion): boolean => 'held' in outcome && outcome.fresh;
export const heldOf = (row: Row, revision = 1): Held => ({
  cycle: CYCLE,
  rowHash: hashOf(row),
  revision,
  withdrawn: false,
});

/** Every row that an auditor gets. */
export async function stored(store: OperatorStore, cycle = CYCLE): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { row } of store.rows(cycle, RUBRIC)) rows.push(row);
  return rows;
}
