import { createHash } from 'node:crypto';
import { allColumns } from '../../src/service/store/columns';
import type { Engine, Session, SqlValue } from '../../src/service/store/engine';
import { migrate } from '../../src/service/store/migrate';
import type { StorePlace } from '../../src/service/store/open-store';
import { openPostgresEngine } from '../../src/service/store/postgres-engine';
import { makeDirectory, openSqliteEngine } from '../../src/service/store/sqlite-engine';
import { insertionValues, insertSubmission } from '../../src/service/store/statements';
import { canonicalJson } from '../../src/submission/canonical';
import type { Row } from '../../src/submission/row';
import { CYCLE, numbers, rubric, someRow } from '../submission/fixtures';

const MODELS = 3_000;
const ROWS_A_STATEMENT = 400;
const ROWS_A_COMMIT = 20_000;
const DOMAINS_ONLY = 0.1;
const ORGANIZATIONS: readonly Row['organization'][] = ['manufacturer', 'hospital', 'other', 'undisclosed'];
const SIZES: readonly Row['size'][] = ['under-250', '250-4999', '5000-plus', 'undisclosed'];

/** The engine of a place, migrated for the rubric of the fixtures; to be closed by the caller. */
export async function engineAt({ directory, database }: StorePlace): Promise<Engine> {
  makeDirectory(directory);
  const engine =
    database === undefined ? openSqliteEngine(directory, 10_000) : openPostgresEngine(database, 0);
  await migrate(engine, allColumns([rubric]));
  return engine;
}

/**
 * Fills a migrated store with so many valid rows of the fixtures' cycle, the same for the same seed: a few thousand
 * random rows, each under many keys, in every segment, one in ten with domain scores only.
 */
export async function fillStore(engine: Engine, count: number, seed = 1): Promise<void> {
  const models = modelRows(Math.min(count, MODELS), seed);
  for (let from = 0; from < count; from += ROWS_A_COMMIT) {
    const to = Math.min(count, from + ROWS_A_COMMIT);
    await engine.transaction('change', async (session) => {
      for (let first = from; first < to; first += ROWS_A_STATEMENT) {
        await insertMany(session, models, seed, first, Math.min(to, first + ROWS_A_STATEMENT));
      }
    });
  }
}

const columns = allColumns([rubric]);
const insertOne = insertSubmission(columns);

async function insertMany(
  session: Session,
  models: readonly (readonly SqlValue[])[],
  seed: number,
  first: number,
  end: number,
): Promise<void> {
  const values: SqlValue[] = [];
  for (let number = first; number < end; number += 1) {
    const [, ...rest] = models[number % models.length] ?? [];
    values.push(keyOf(`${seed} ${number}`), ...rest);
  }
  await session.run(insertionOf(end - first), values);
}

const keyOf = (name: string): string => createHash('sha256').update(name).digest('base64url');

/** The store's own text, with as many rows. */
function insertionOf(rows: number): string {
  const [, before = '', places = ''] = /^(.* values)\((.*?)\)/.exec(insertOne) ?? [];
  const width = places.split(',').length;
  const row = (i: number) =>
    Array.from({ length: width }, (_, place) => `$${i * width + place + 1}`).join(', ');
  return `${before}${Array.from({ length: rows }, (_, i) => `(${row(i)})`).join(', ')}`;
}

function modelRows(count: number, seed: number): readonly (readonly SqlValue[])[] {
  const random = numbers(seed + 1);
  const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const detail = random() < DOMAINS_ONLY ? 'domains' : 'items';
    const row: Row = {
      ...someRow(seed * MODELS + i, detail),
      cycle: CYCLE,
      organization: oneOf(ORGANIZATIONS),
      size: oneOf(SIZES),
    };
    const rowHash = createHash('sha256').update(canonicalJson(row)).digest('hex');
    return insertionValues({ nullifier: '', rowHash, owner: null, row }, columns);
  });
}
