import type { RawAssessment, RawCell, RawRow } from '../../src/assessment/assessment';
import type { EvidenceLine, ItemEvidence } from '../../src/assessment/evidence';
import { mergeEvidence, sameEvidence } from '../../src/assessment/merge-evidence';
import type { Snapshot } from '../../src/assessment/snapshot';
import type { Benchmark } from '../../src/rubric/benchmark';
import type { ItemId, Rubric } from '../../src/rubric/schema';
import type { SubmissionRecord, TokenRecord } from '../../src/submission/record';
import { preparedElsewhere } from '../../src/submission/settle';
import { failed, type Result, success } from '../../src/words/result';
import type {
  Change,
  EvidenceSaved,
  Finding,
  Inspection,
  InsertProgress,
  Place,
  WorkbookPort,
} from '../../src/workbook/port';

type Member = keyof WorkbookPort;
const FIRST_ROW = 6;
const FIRST_EVIDENCE_ROW = 5;

/**
 * A workbook in memory. It keeps what is written, tells watchers, and counts every call in `calls`. `refuse` makes a
 * member fail until `accept`; `hold` makes it wait until the returned function is called.
 */
export class FakeWorkbook implements WorkbookPort {
  readonly calls: string[] = [];
  readonly went: Place[] = [];
  /** The items whose rows the sheet was to select beside the pane. */
  readonly followed: ItemId[] = [];
  readonly snapshots: Snapshot[] = [];
  records: SubmissionRecord[] = [];
  kept: TokenRecord[] = [];
  findings: Finding[] = [];
  found: Inspection;
  insertion: readonly InsertProgress[] = [];
  /** What the Evidence sheet lists. */
  lines: EvidenceLine[] = [];
  private readonly cells = new Map<ItemId, Map<string, RawCell>>();
  private readonly profile: Record<string, RawCell> = {};
  private readonly refused = new Map<Member, { message: string; code: string }>();
  private readonly held = new Map<Member, Promise<void>>();
  private chosen: { benchmark: Benchmark; fetched: string } | null = null;
  private readonly waitWatchers = new Set<(waiting: boolean) => void>();
  private readonly answerWatchers = new Set<() => void>();
  private readonly selectionWatchers = new Set<(item: ItemId | null) => void>();

  /** The order that rows were last sorted into. */
  order: readonly ItemId[] = [];

  constructor(private readonly rubric: Rubric) {
    this.found = { kind: 'none', taken: [] };
  }

  /** The state after an insertion. */
  withAssessment(): this {
    const { id, version } = this.rubric;
    const names = { start: 'Start', assessment: 'Assessment', scorecard: 'Scorecard', roadmap: 'Roadmap' };
    const more = {
      evidence: 'Evidence',
      benchmark: 'Benchmark',
      submission: 'Submission',
      history: 'History',
    };
    const sheets = { ...names, ...more, rubric: 'Rubric', state: 'State' };
    this.found = { kind: 'found', rubric: { id, version }, sheets, whole: true };
    return this;
  }

  refuse(member: Member, message: string, code = 'refused'): void {
    this.refused.set(member, { message, code });
  }

  accept(member: Member): void {
    this.refused.delete(member);
  }

  hold(member: Member): () => void {
    let release = (): void => undefined;
    this.held.set(member, new Promise((resolve) => (release = resolve)));
    return () => {
      this.held.delete(member);
      release();
    };
  }

  count(member: Member): number {
    return this.calls.filter((call) => call === member).length;
  }

  cell(item: ItemId, field: string): RawCell {
    return this.cells.get(item)?.get(field) ?? null;
  }

  segment(field: string): RawCell {
    return this.profile[field] ?? null;
  }

  /** What a colleague lists on the Evidence sheet. */
  listEvidence(evidence: readonly ItemEvidence[]): void {
    evidence.forEach((one) => this.list(one));
    this.answerWatchers.forEach((tell) => tell());
  }

  /** What a colleague types into the sheet. */
  type(changes: readonly Change[]): void {
    this.put(changes);
    this.answerWatchers.forEach((tell) => tell());
  }

  /** The same, before any event tells of it. */
  overhear(changes: readonly Change[]): void {
    this.put(changes);
  }

  selectRow(item: ItemId | null): void {
    this.selectionWatchers.forEach((tell) => tell(item));
  }

  get watchers(): number {
    return this.answerWatchers.size + this.selectionWatchers.size;
  }

  inspect = () => this.call('inspect', () => this.found);

  insert = (onProgress: (progress: InsertProgress) => void) => {
    this.insertion.forEach(onProgress);
    return this.call('insert', () => {
      this.withAssessment();
    });
  };

  read = () =>
    this.call('read', (): RawAssessment => {
      const profile = { organization: null, size: null, detail: 'items', ...this.profile };
      const rows = this.rubric.items.map(({ id }, at) => this.rowOf(id, FIRST_ROW + at));
      return { rows, profile, evidence: [...this.lines] };
    });

  write = async (changes: readonly Change[]): Promise<Result<void>> => {
    const written = await this.call('write', () => {
      const changed = changes.some(
        (one) => 'item' in one && one.was !== undefined && (this.cell(one.item, one.field) ?? '') !== one.was,
      );
      if (!changed) this.put(changes);
      return changed;
    });
    if (!written.ok) return written;
    return written.value ? failed('note-changed', 'The note was changed meanwhile.') : success(undefined);
  };

  addEvidence = (evidence: readonly ItemEvidence[]) =>
    this.call('addEvidence', (): EvidenceSaved => {
      const before = this.lines.length;
      evidence.forEach((one) => this.list(one));
      const added = this.lines.length - before;
      return { added, updated: evidence.length - added };
    });

  removeEvidence = async (line: EvidenceLine): Promise<Result<void>> => {
    const says = (held: EvidenceLine) =>
      [held.row, held.item, held.title, held.address, held.note].join('\n');
    const rest = this.lines.filter((held) => says(held) !== says(line));
    if (rest.length === this.lines.length) return failed('line-changed', 'The line says something else now.');
    return this.call('removeEvidence', () => {
      this.lines = rest;
    });
  };

  watchAnswers = (onChange: () => void) =>
    this.call('watchAnswers', () => this.watch(this.answerWatchers, onChange));

  watchSelection = (onSelect: (item: ItemId | null) => void) =>
    this.call('watchSelection', () => this.watch(this.selectionWatchers, onSelect));

  goTo = (place: Place) =>
    this.call('goTo', () => {
      this.went.push(place);
    });

  /** A cell is being edited, or no longer. */
  lets(wait: boolean): void {
    this.waitWatchers.forEach((tell) => tell(wait));
  }

  watchWaiting = (tell: (waiting: boolean) => void) => {
    this.waitWatchers.add(tell);
    return () => void this.waitWatchers.delete(tell);
  };

  follow = (item: ItemId) =>
    this.call('follow', () => {
      this.followed.push(item);
    });

  verify = () => this.call('verify', () => this.findings);

  repair = (findings: readonly Finding[]) =>
    this.call('repair', (): readonly Finding[] => {
      this.findings = this.findings.filter(
        (finding) => !findings.includes(finding) || finding.remedy !== 'repair',
      );
      return this.findings;
    });

  /** Not there over a file: such a test takes it away. */
  sortRows?: NonNullable<WorkbookPort['sortRows']> = (order) =>
    this.call('sortRows', () => {
      this.order = order;
    });

  submissions = () => this.call('submissions', () => [...this.records]);

  saveSubmission = async (record: SubmissionRecord, seen?: readonly string[]): Promise<Result<void>> => {
    const saved = await this.call('saveSubmission', () => {
      if (seen !== undefined && preparedElsewhere(this.records, record, seen)) return false;
      const at = this.records.findIndex(({ nullifier }) => nullifier === record.nullifier);
      if (at < 0) this.records.push(record);
      else this.records[at] = record;
      return true;
    });
    if (!saved.ok) return saved;
    return saved.value ? success(undefined) : failed('prepared-elsewhere', 'Another pane was first.');
  };

  dropSubmission = ({ nullifier }: SubmissionRecord) =>
    this.call('dropSubmission', () => {
      this.records = this.records.filter((one) => one.nullifier !== nullifier);
    });

  tokens = () => this.call('tokens', () => [...this.kept]);

  saveToken = (token: TokenRecord) =>
    this.call('saveToken', () => {
      this.kept = [...this.kept.filter(({ nullifier }) => nullifier !== token.nullifier), token];
    });

  saveBenchmark = (benchmark: Benchmark, fetched: string) =>
    this.call('saveBenchmark', () => {
      this.chosen = { benchmark, fetched };
    });

  benchmark = () => this.call('benchmark', () => this.chosen);

  saveSnapshot = (snapshot: Snapshot) =>
    this.call('saveSnapshot', () => {
      this.snapshots.push(snapshot);
    });

  private async call<T>(member: Member, act: () => T): Promise<Result<T>> {
    this.calls.push(member);
    await this.held.get(member);
    const refusal = this.refused.get(member);
    return refusal ? failed(refusal.code, refusal.message) : success(act());
  }

  private watch<T>(watchers: Set<T>, watcher: T): () => Promise<void> {
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      return Promise.resolve();
    };
  }

  private list(evidence: ItemEvidence): void {
    const held = this.lines.find((line) => sameEvidence(line, evidence));
    const merged = held ? mergeEvidence(held, evidence) : null;
    const row = Math.max(FIRST_EVIDENCE_ROW, ...this.lines.map((line) => line.row)) + 1;
    if (merged) this.lines = this.lines.map((line) => (line === held ? merged : line));
    else this.lines = [...this.lines, { ...evidence, row }];
  }

  private put(changes: readonly Change[]): void {
    for (const change of changes) {
      if ('item' in change) {
        const row = this.cells.get(change.item) ?? new Map<string, RawCell>();
        this.cells.set(change.item, row.set(change.field, change.value));
      } else {
        this.profile[change.profile] = change.value;
      }
    }
  }

  private rowOf(id: ItemId, row: number): RawRow {
    const cell = (field: string) => this.cell(id, field);
    return {
      row,
      id,
      level: cell('level'),
      target: cell('target'),
      evidence: cell('evidence'),
      owner: cell('owner'),
      due: cell('due'),
      notes: cell('notes'),
    };
  }
}
