import type { Rubric } from '../../rubric/schema';
import { allColumns } from './columns';
import type { Engine, Session } from './engine';
import { TryAgain } from './engine';
import type { OperatorStore, StoredRow } from './operator-store';
import { releaseOfLine, releaseTransactionOver, type ReleaseLine } from './release-transaction';
import { rowOfLine, type SubmissionLine } from './row-of-line';
import * as statements from './statements';
import type { Admission, Alteration, Entry, Held, Insertion } from './store';
import { StoreBusy } from './store-busy';

interface HeldLine {
  readonly cycle: string;
  readonly row_hash: string;
  readonly revision: number;
  readonly withdrawn: number;
}
interface CodeLine {
  readonly spent: number;
  readonly request_hash: string | null;
}

const ROWS_A_READ = 500;

const heldOfLine = (line: HeldLine): Held => ({
  cycle: line.cycle,
  rowHash: line.row_hash,
  revision: line.revision,
  withdrawn: line.withdrawn === 1,
});
const heldOrNull = ([line]: readonly HeldLine[]): Held | null => (line ? heldOfLine(line) : null);

/** The store over a migrated engine. `rubrics` are all that its rows can be about. */
export function storeOver(engine: Engine, rubrics: readonly Rubric[]): OperatorStore {
  const columns = allColumns(rubrics);
  const insertion = statements.insertSubmission(columns);
  const correction = statements.correctSubmission(columns);
  const withdrawal = statements.withdrawSubmission(columns);
  const nextRows = statements.selectRows(columns, ROWS_A_READ);

  let closed = false;

  const find = async (nullifier: string, session: Session = engine) =>
    heldOrNull(await session.all<HeldLine>(statements.SELECT_HELD, [nullifier]));

  const keep = async (session: Session, entry: Entry) =>
    heldOrNull(await session.all<HeldLine>(insertion, statements.insertionValues(entry, columns)));

  async function insertFreely(entry: Entry): Promise<Insertion> {
    const kept = await keep(engine, entry);
    if (kept) return { held: kept, fresh: true };
    const held = await find(entry.nullifier);
    if (!held) throw new Error('A key that refuses a row must hold one');
    return { held, fresh: false };
  }

  const insertForCode = (entry: Entry, { codeHash }: Admission): Promise<Insertion> =>
    engine.transaction('change', async (session) => {
      const code = [entry.row.cycle, codeHash];
      const earlier = await find(entry.nullifier, session);
      if (earlier) return { held: earlier, fresh: false };
      if ((await session.run(statements.SPEND_CODE, [...code, null])) === 0) {
        // Another caller may have spent it on this very row a moment ago.
        const meanwhile = await find(entry.nullifier, session);
        if (meanwhile) return { held: meanwhile, fresh: false };
        const known = await session.all<CodeLine>(statements.SELECT_CODE, code);
        return { refused: known.length === 0 ? 'code-unknown' : 'code-spent' };
      }
      const kept = await keep(session, entry);
      if (!kept) throw new TryAgain('Another caller took the key: this code must not be spent on it');
      return { held: kept, fresh: true };
    });

  async function correct(entry: Entry & { owner: string }, revision: number): Promise<Alteration> {
    const values = statements.correctionValues(entry, revision, columns);
    const [changed] = await engine.all<HeldLine>(correction, values);
    if (changed) return { held: heldOfLine(changed) };
    const key = [entry.nullifier, entry.owner, entry.row.cycle, entry.row.rubric.id];
    const held = heldOrNull(await engine.all<HeldLine>(statements.SELECT_OWNED_OF_CYCLE, key));
    if (!held) return { refused: 'unknown' };
    return !held.withdrawn && held.rowHash === entry.rowHash ? { held } : { refused: 'revision' };
  }

  async function withdraw(nullifier: string, owner: string): Promise<Alteration> {
    const outcome = await engine.transaction('change', async (session): Promise<Alteration> => {
      const emptied = heldOrNull(await session.all<HeldLine>(withdrawal, [nullifier, owner]));
      const held =
        emptied ?? heldOrNull(await session.all<HeldLine>(statements.SELECT_OWNED, [nullifier, owner]));
      if (!held) return { refused: 'unknown' };
      if (!held.withdrawn) throw new TryAgain('The row was put back between the two statements');
      return { held };
    });
    if ('held' in outcome) await engine.forget();
    return outcome;
  }

  async function issue(cycle: string, codeHash: string, requestHash: string) {
    if ((await engine.run(statements.SPEND_CODE, [cycle, codeHash, requestHash])) === 1) return 'issued';
    const [code] = await engine.all<CodeLine>(statements.SELECT_CODE, [cycle, codeHash]);
    if (!code) return 'code-unknown';
    return code.request_hash === requestHash ? 'issued' : 'code-spent';
  }

  async function* rows(cycle: string, rubric: string): AsyncIterable<StoredRow> {
    for (let after = ''; ;) {
      const lines = await engine.all<SubmissionLine>(nextRows, [cycle, rubric, after]);
      const some = lines.map((line) => storedRowOf(line, rubrics));
      yield* some;
      const last = some.at(-1);
      if (!last || some.length < ROWS_A_READ) return;
      after = last.nullifier;
    }
  }

  return {
    find: (nullifier) => find(nullifier),
    insert: (entry, admission) => (admission ? insertForCode(entry, admission) : insertFreely(entry)),
    correct,
    withdraw,
    issue,
    async releases() {
      const lines = await engine.all<{ number: number }>(statements.SELECT_RELEASE_NUMBERS);
      return lines.map(({ number }) => number);
    },
    async release(number) {
      const [line] = await engine.all<ReleaseLine>(statements.SELECT_RELEASE, [number]);
      return line ? releaseOfLine(line) : null;
    },
    async leafPage(number, page) {
      const [line] = await engine.all<{ leaves: string }>(statements.SELECT_PAGE, [number, page]);
      return line?.leaves ?? null;
    },
    ready: async () => !closed && (await isReady(() => find(''))),
    close: () => {
      closed = true;
      return engine.close();
    },
    addCodes: (cycle, codeHashes) =>
      engine.transaction('change', async (session) => {
        for (const hash of codeHashes) await session.run(statements.INSERT_CODE, [cycle, hash]);
      }),
    async codes(cycle) {
      const [counts] = await engine.all<{ made: number; spent: number }>(statements.COUNT_CODES, [cycle]);
      return counts ?? { made: 0, spent: 0 };
    },
    inRelease: (work) =>
      engine.transaction('release', (session) => work(releaseTransactionOver(session, rubrics))),
    rows,
    backup: (target) => engine.backup(target),
    examine: () => engine.examine(),
  };
}

async function isReady(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof StoreBusy) return false;
    throw error;
  }
}

function storedRowOf(line: SubmissionLine, rubrics: readonly Rubric[]): StoredRow {
  const { nullifier, revision, row_hash: rowHash, first_release: first } = line;
  const rubric = rubrics.find(
    ({ id, version }) => id === line['rubric_id'] && version === line['rubric_version'],
  );
  if (!rubric) throw new Error(`No rubric ${line['rubric_id']} ${line['rubric_version']} to read a row with`);
  return {
    nullifier: String(nullifier),
    revision: Number(revision),
    rowHash: String(rowHash),
    first: typeof first === 'number' ? first : null,
    row: rowOfLine(line, rubric),
  };
}
