import type { Rubric } from '../../rubric/schema';
import { countedColumns } from './columns';
import type { Session } from './engine';
import { countGroups } from './groups';
import type { ReleaseTransaction } from './operator-store';
import * as statements from './statements';
import type { StoredRelease } from './stored-release';

export type ReleaseLine = StoredRelease;
/** A line's columns have the names of the port. */
export const releaseOfLine = ({ ...release }: ReleaseLine): StoredRelease => release;

interface LeafLine {
  readonly nullifier: string;
  readonly revision: number;
  readonly row_hash: string;
}

/** What a release does, over one transaction of an engine. */
export function releaseTransactionOver(session: Session, rubrics: readonly Rubric[]): ReleaseTransaction {
  return {
    releases: () => session.all<StoredRelease>(statements.SELECT_RELEASES),
    async versions(cycle, rubric) {
      const lines = await session.all<{ rubric_version: string }>(statements.SELECT_VERSIONS, [
        cycle,
        rubric,
      ]);
      return lines.map((line) => line.rubric_version);
    },
    groups: (cycle, rubric) =>
      countGroups(session, [cycle, rubric], countedColumns(rubrics.filter(({ id }) => id === rubric))),
    async leaves(cycle, rubric) {
      const lines = await session.all<LeafLine>(statements.SELECT_LEAVES, [cycle, rubric]);
      return lines.map(({ nullifier, revision, row_hash: rowHash }) => ({ nullifier, revision, rowHash }));
    },
    async mark(cycle, rubric, number) {
      await session.run(statements.MARK_ROWS, [cycle, rubric, number]);
    },
    async add({ number, cycle, rubric, body, report, pages, ledger }, leafPages) {
      const release = [number, cycle, rubric, body, report, pages, ledger];
      await session.run(statements.INSERT_RELEASE, release);
      for (const [page, leaves] of leafPages.entries()) {
        await session.run(statements.INSERT_PAGE, [number, page, leaves]);
      }
    },
  };
}
