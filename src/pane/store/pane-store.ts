import type { Assessment, RawAssessment } from '../../assessment/assessment';
import type { EvidenceLine, ItemEvidence } from '../../assessment/evidence';
import type { ItemId, Rubric } from '../../rubric/schema';
import { score } from '../../scoring/score';
import type { Change, EvidenceSaved, Inspection, WorkbookPort } from '../../workbook/port';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { LeftOver } from '../ports';
import { asked } from './asked';
import { oneAtATime } from './one-at-a-time';
import { createSaver, type Saver } from './saver';
import type { Insertion, PaneState, Phase } from './pane-state';

export interface PaneStore {
  subscribe(listener: () => void): () => void;
  state(): PaneState;
  /** Looks at the workbook and, where an assessment is there, follows it. */
  open(): Promise<void>;
  close(): Promise<void>;
  insert(): Promise<void>;
  /** Reads the answers once; calls during a read end in one more read. */
  refresh(): Promise<void>;
  /** Follows the workbook again after `watchFailure`. */
  watch(): Promise<void>;
  /** Goes to an item. The selection in the sheet comes along where the sheet with the answers is in front, unless it `stays`. */
  select(item: ItemId, sheet?: 'follows' | 'stays'): void;
  /** Writes, then reads back. True when the workbook took it; a refusal is kept in `saving`. */
  write(changes: readonly Change[]): Promise<boolean>;
  writeRefused(): Promise<boolean>;
  /** Adds to the Evidence sheet, then reads back. Whoever asked keeps what was refused. */
  addEvidence(evidence: readonly ItemEvidence[]): Promise<Result<EvidenceSaved>>;
  /** Takes a line off the Evidence sheet, then reads back. */
  removeEvidence(line: EvidenceLine): Promise<Result<void>>;
}

export interface PaneStoreParts {
  readonly workbook: WorkbookPort;
  readonly rubric: Rubric;
  readonly words: Words;
  readonly interpret: (raw: RawAssessment) => Assessment;
  /** Refused in an earlier session: here they are as if refused now. */
  readonly leftOver?: LeftOver | undefined;
}

/** Refusals that say: the workbook is not what the pane shows. */
const OUT_OF_DATE: ReadonlySet<string> = new Set(['line-changed', 'changed-elsewhere']);

/** The pane's one store: what the workbook says, never what the pane hopes it will say. */
export function createPaneStore({ workbook, rubric, words, interpret, leftOver }: PaneStoreParts): PaneStore {
  const listeners = new Set<() => void>();
  let state = initialState(rubric, leftOver);
  let session = 0;
  let following = 0;
  let stopWatching: readonly (() => Promise<void>)[] = [];

  const set = (part: Partial<PaneState>) => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };
  const setPhase = (phase: Phase) => set({ phase });
  const setInsertion = (insertion: Insertion) => {
    if (state.phase.kind === 'empty') setPhase({ ...state.phase, insertion });
  };

  async function open(): Promise<void> {
    const mine = ++session;
    setPhase({ kind: 'looking' });
    const found = await asked(words, () => workbook.inspect());
    if (mine !== session) return;
    if (found.ok) set({ damaged: isDamaged(found.value) });
    const phase = found.ok
      ? phaseOf(found.value, rubric)
      : ({ kind: 'unreachable', failure: found.failure } as const);
    if (phase.kind === 'ready') await follow(mine);
    else setPhase(phase);
  }

  async function follow(mine: number): Promise<void> {
    await refresh();
    if (mine !== session) return;
    if (state.answers === null && state.readFailure !== null) {
      setPhase({ kind: 'unreachable', failure: state.readFailure });
      return;
    }
    setPhase({ kind: 'ready' });
    await watch();
  }

  async function watch(): Promise<void> {
    const mine = session;
    await unwatch();
    const answers = await asked(words, () => workbook.watchAnswers(() => void refresh()));
    const selection = await asked(words, () =>
      workbook.watchSelection((item) => {
        // What the sheet tells while it is still on the way to where the pane went is old.
        if (following > 0 || item === null || item === state.selected) return;
        if (rubric.items.some(({ id }) => id === item)) set({ selected: item });
      }),
    );
    const stops = [answers, selection].filter((watched) => watched.ok).map((watched) => watched.value);
    if (mine !== session) return stopAll(stops);
    stopWatching = stops;
    set({ watchFailure: answers.ok ? (selection.ok ? null : selection.failure) : answers.failure });
  }

  function select(item: ItemId, sheet: 'follows' | 'stays' = 'follows'): void {
    set({ selected: item, moves: state.moves + 1 });
    if (sheet === 'stays') return;
    following += 1;
    // Where the sheet cannot follow, the answer shows it: nothing is lost but company.
    void asked(words, () => workbook.follow(item)).finally(() => (following -= 1));
  }

  async function unwatch(): Promise<void> {
    const stops = stopWatching;
    stopWatching = [];
    await stopAll(stops);
  }

  async function insert(): Promise<void> {
    if (state.phase.kind !== 'empty' || state.phase.insertion.kind === 'running') return;
    setInsertion({ kind: 'running', progress: null });
    const inserted = await asked(words, () =>
      workbook.insert((progress) => setInsertion({ kind: 'running', progress })),
    );
    if (!inserted.ok && inserted.failure.code !== 'already-there') {
      setInsertion({ kind: 'failed', failure: inserted.failure });
      return;
    }
    await open();
  }

  async function readOnce(): Promise<void> {
    // Repaired by now, perhaps, here or by undo.
    const found = state.damaged ? await asked(words, () => workbook.inspect()) : null;
    if (found?.ok) set({ damaged: isDamaged(found.value) });
    const raw = await asked(words, () => workbook.read());
    if (!raw.ok) {
      set({ readFailure: raw.failure });
      return;
    }
    const assessment = interpret(raw.value);
    set({ answers: { assessment, scores: score(rubric, assessment.entries) }, readFailure: null });
  }

  const refresh = oneAtATime(readOnce);

  const saver: Saver = createSaver({
    words,
    send: (changes) => workbook.write(changes),
    readBack: refresh,
    saving: () => state.saving,
    set: (saving) => set({ saving }),
  });

  async function thenRead<T>(write: () => Promise<Result<T>>): Promise<Result<T>> {
    const written = await asked(words, write);
    if (written.ok || OUT_OF_DATE.has(written.failure.code)) await refresh();
    return written;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    open,
    async close() {
      session += 1;
      await unwatch();
    },
    insert,
    refresh,
    watch,
    select,
    write: saver.write,
    writeRefused: () => saver.write(state.saving.refused),
    addEvidence: (evidence) => thenRead(() => workbook.addEvidence(evidence)),
    removeEvidence: (line) => thenRead(() => workbook.removeEvidence(line)),
  };
}

/** What the workbook allows: to insert, to go on, or nothing. */
function phaseOf(found: Inspection, rubric: Rubric): Phase {
  switch (found.kind) {
    case 'newer':
      return { kind: 'newer' };
    case 'none':
      return { kind: 'empty', taken: found.taken, insertion: { kind: 'idle' } };
    case 'found': {
      const { id, version } = found.rubric;
      // A damaged workbook may name none: then its IDs tell.
      const ours = id === '' || (id === rubric.id && version === rubric.version);
      return ours ? { kind: 'ready' } : { kind: 'other-rubric', found: { id, version } };
    }
  }
}

const isDamaged = (found: Inspection): boolean => found.kind === 'found' && !found.whole;

function initialState(rubric: Rubric, leftOver?: LeftOver): PaneState {
  const first = rubric.items[0];
  if (!first) throw new Error('A rubric has at least one item');
  return {
    phase: { kind: 'looking' },
    answers: null,
    readFailure: null,
    watchFailure: null,
    damaged: false,
    selected: first.id,
    moves: 0,
    saving: {
      busy: false,
      saved: new Set(),
      refused: leftOver?.changes ?? [],
      failure: leftOver?.failure ?? null,
    },
  };
}

const stopAll = async (stops: readonly (() => Promise<void>)[]): Promise<void> => {
  await Promise.all(stops.map((stop) => stop()));
};
