import type {
  Group,
  OperatorStore,
  ReleaseTransaction,
  StoredRow,
} from '../../../src/service/store/operator-store';
import type { Alteration, Entry } from '../../../src/service/store/store';
import type { StoredRelease } from '../../../src/service/store/stored-release';
import { OVERALL_COLUMNS, rubricColumns } from '../../../src/service/store/columns';
import type { Rubric } from '../../../src/rubric/schema';
import type { Row } from '../../../src/submission/row';

interface Line {
  nullifier: string;
  owner: string | null;
  rowHash: string;
  revision: number;
  cycle: string;
  first: number | null;
  row: Row | null;
}

interface OpenGroup extends Group {
  rows: number;
  readonly values: Map<string, Map<number, number>>;
}

/** A store in memory, read the plain way: one row after the other. What tests can do to it past the service is `lines`. */
export class MemoryStore implements OperatorStore {
  lines: Line[] = [];
  kept: StoredRelease[] = [];
  readonly pages = new Map<string, string>();

  constructor(private readonly rubric: Rubric) {}

  find = (nullifier: string) => Promise.resolve(this.#held(nullifier));

  insert: OperatorStore['insert'] = ({ nullifier, owner, rowHash, row }) => {
    const held = this.#held(nullifier);
    if (held) return Promise.resolve({ held, fresh: false });
    const line = { nullifier, owner, rowHash, revision: 1, cycle: row.cycle, first: null, row };
    this.lines.push(line);
    return Promise.resolve({ held: { ...line, withdrawn: false }, fresh: true });
  };

  correct = (entry: Entry & { readonly owner: string }, revision: number): Promise<Alteration> => {
    const line = this.lines.find(({ nullifier }) => nullifier === entry.nullifier);
    if (line?.owner !== entry.owner) return Promise.resolve({ refused: 'unknown' });
    if (line.revision !== revision) return Promise.resolve({ refused: 'revision' });
    Object.assign(line, { rowHash: entry.rowHash, row: entry.row, revision: revision + 1, first: null });
    return Promise.resolve({ held: { ...line, withdrawn: false } });
  };

  withdraw = (nullifier: string, owner: string): Promise<Alteration> => {
    const line = this.lines.find((other) => other.nullifier === nullifier);
    if (line?.owner !== owner) return Promise.resolve({ refused: 'unknown' });
    if (line.row) Object.assign(line, { row: null, revision: line.revision + 1, first: null });
    return Promise.resolve({ held: { ...line, withdrawn: true } });
  };

  issue = () => Promise.resolve('code-unknown' as const);
  releases = () => Promise.resolve(this.kept.map(({ number }) => number));
  release = (number: number) => Promise.resolve(this.kept.find((kept) => kept.number === number) ?? null);
  leafPage = (number: number, page: number) => Promise.resolve(this.pages.get(`${number}/${page}`) ?? null);
  ready = () => Promise.resolve(true);
  close = () => Promise.resolve();
  addCodes = () => Promise.resolve();
  codes = () => Promise.resolve({ made: 0, spent: 0 });
  backup = () => Promise.resolve('unsupported' as const);
  examine = () => Promise.resolve({ engine: 'memory', durable: false, damage: [] });

  async *rows(cycle: string, rubric: string): AsyncIterable<StoredRow> {
    for (const line of this.#holding(cycle, rubric)) yield await Promise.resolve(line);
  }

  /** What throws undoes what was written. */
  async inRelease<T>(work: (transaction: ReleaseTransaction) => Promise<T>): Promise<T> {
    const before = { lines: structuredClone(this.lines), kept: [...this.kept] };
    try {
      return await work(this.#transaction());
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
  }

  #transaction(): ReleaseTransaction {
    return {
      releases: () => Promise.resolve([...this.kept]),
      versions: (cycle, rubric) =>
        Promise.resolve([...new Set(this.#holding(cycle, rubric).map(({ row }) => row.rubric.version))]),
      groups: (cycle, rubric) => Promise.resolve(this.#groups(cycle, rubric)),
      leaves: (cycle, rubric) => Promise.resolve(this.#holding(cycle, rubric)),
      mark: (cycle, rubric, number) => {
        for (const line of this.lines) {
          const counted = line.row !== null && line.cycle === cycle && line.row.rubric.id === rubric;
          if (counted) line.first ??= number;
        }
        return Promise.resolve();
      },
      add: (release, leafPages) => {
        if (this.kept.some(({ number }) => number === release.number)) throw new Error('taken');
        this.kept.push(release);
        leafPages.forEach((page, i) => this.pages.set(`${release.number}/${i}`, page));
        return Promise.resolve();
      },
    };
  }

  #held(nullifier: string) {
    const line = this.lines.find((other) => other.nullifier === nullifier);
    if (!line) return null;
    const { cycle, rowHash, revision, row } = line;
    return { cycle, rowHash, revision, withdrawn: row === null };
  }

  #holding(cycle: string, rubric: string): StoredRow[] {
    return this.lines.flatMap(({ nullifier, revision, rowHash, first, row }) =>
      row?.cycle === cycle && row.rubric.id === rubric ? [{ nullifier, revision, rowHash, first, row }] : [],
    );
  }

  #groups(cycle: string, rubric: string): Group[] {
    const columns = [...OVERALL_COLUMNS, ...rubricColumns(this.rubric)];
    const groups = new Map<string, OpenGroup>();
    for (const { first, row } of this.#holding(cycle, rubric)) {
      const { organization, size } = row;
      const key = `${first}|${organization}|${size}`;
      const group: OpenGroup = groups.get(key) ?? { first, organization, size, rows: 0, values: new Map() };
      groups.set(key, group);
      group.rows += 1;
      for (const column of columns) {
        const value = column.read(row);
        if (value === null) continue;
        const counts = group.values.get(column.name) ?? new Map<number, number>();
        group.values.set(column.name, counts.set(value, (counts.get(value) ?? 0) + 1));
      }
    }
    return [...groups.values()];
  }
}
