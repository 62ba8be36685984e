import type { Assessment, RawAssessment } from '../../assessment/assessment';
import type { ItemId, Rubric } from '../../rubric/schema';
import { score } from '../../scoring/score';
import type { Change, WorkbookPort } from '../../workbook/port';
import type { Words } from '../../words/words';
import { asked } from './asked';
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
  select(item: ItemId): void;
  /** Writes, then reads back. True when the workbook took it; a refusal is kept in `saving`. */
  write(changes: readonly Change[]): Promise<boolean>;
  writeRefused(): Promise<boolean>;
}

export interface PaneStoreParts {
  readonly workbook: WorkbookPort;
  readonly rubric: Rubric;
  readonly words: Words;
  readonly interpret: (raw: RawAssessment) => Assessment;
}

/** The pane's one store: what the workbook says, never what the pane hopes it will say. */
export function createPaneStore({ workbook, rubric, words, interpret }: PaneStoreParts): PaneStore {
  const listeners = new Set<() => void>();
  let state = initialState(rubric);
  let session = 0;
  let stopWatching: readonly (() => Promise<void>)[] = [];
  let reading: Promise<void> | null = null;
  let readAgain = false;

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
    if (!found.ok) return setPhase({ kind: 'unreachable', failure: found.failure });
    if (found.value.kind === 'newer') return setPhase({ kind: 'newer' });
    if (found.value.kind === 'none') {
      return setPhase({ kind: 'empty', taken: found.value.taken, insertion: { kind: 'idle' } });
    }
    const { id, version } = found.value.rubric;
    if (id !== rubric.id || version !== rubric.version) {
      return setPhase({ kind: 'other-rubric', found: { id, version } });
    }
    await follow(mine);
  }

  async function follow(mine: number): Promise<void> {
    await refresh();
    if (mine !== session) return;
    if (state.answers === null) {
      const failure = state.readFailure;
      return failure ? setPhase({ kind: 'unreachable', failure }) : undefined;
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
        if (item !== null && rubric.items.some(({ id }) => id === item)) set({ selected: item });
      }),
    );
    const stops = [answers, selection].filter((watched) => watched.ok).map((watched) => watched.value);
    if (mine !== session) return stopAll(stops);
    stopWatching = stops;
    set({ watchFailure: answers.ok ? (selection.ok ? null : selection.failure) : answers.failure });
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
      return setInsertion({ kind: 'failed', failure: inserted.failure });
    }
    await open();
  }

  async function readOnce(): Promise<void> {
    const raw = await asked(words, () => workbook.read());
    if (!raw.ok) return set({ readFailure: raw.failure });
    const assessment = interpret(raw.value);
    set({ answers: { assessment, scores: score(rubric, assessment.entries) }, readFailure: null });
  }

  async function readUntilQuiet(): Promise<void> {
    try {
      do {
        readAgain = false;
        await readOnce();
      } while (readAgain);
    } finally {
      reading = null;
    }
  }

  function refresh(): Promise<void> {
    if (reading) readAgain = true;
    reading ??= readUntilQuiet();
    return reading;
  }

  const saver: Saver = createSaver({
    words,
    send: (changes) => workbook.write(changes),
    readBack: refresh,
    saving: () => state.saving,
    set: (saving) => set({ saving }),
  });

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
    select: (item) => set({ selected: item }),
    write: saver.write,
    writeRefused: () => saver.write(state.saving.refused),
  };
}

function initialState(rubric: Rubric): PaneState {
  const first = rubric.items[0];
  if (!first) throw new Error('A rubric has at least one item');
  return {
    phase: { kind: 'looking' },
    answers: null,
    readFailure: null,
    watchFailure: null,
    selected: first.id,
    saving: { busy: false, saved: new Set(), refused: [], failure: null },
  };
}

const stopAll = async (stops: readonly (() => Promise<void>)[]): Promise<void> => {
  await Promise.all(stops.map((stop) => stop()));
};
