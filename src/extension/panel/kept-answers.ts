import * as z from 'zod/mini';
import { cellOf } from '../../pane/store/pane-state';
import type { FilesPort, RefusedAnswersPort, RefusedOwner } from '../../pane/side-panel/side-panel-props';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import type { OpenFile } from '../../workbook/file-port';
import type { Change } from '../../workbook/port';
import { orTrouble } from './file-trouble';
import type { KeptValues } from './kept-values';

/** Where they are kept. */
const REFUSED = 'refused-answers';

const changeSchema = z.union([
  z.strictObject({
    item: z.string(),
    field: z.enum(['level', 'target', 'evidence', 'owner', 'due', 'notes']),
    value: z.union([z.string(), z.number(), z.null()]),
    was: z.optional(z.string()),
  }),
  z.strictObject({ profile: z.enum(['organization', 'size', 'detail']), value: z.string() }),
]);
const entrySchema = z.object({
  /** Of the opening of a file in which they were refused. */
  key: z.string(),
  /** The id of the workbook, where it had one. */
  workbook: z.nullable(z.string()),
  /** By which the files port knows the file again. */
  mark: z.unknown(),
  file: z.string(),
  changes: z.array(changeSchema),
});
type Entry = z.infer<typeof entrySchema>;

export interface KeptAnswersParts {
  readonly kept: KeptValues;
  readonly files: Pick<FilesPort, 'mark' | 'isMarked'>;
  /** Never gives the same twice. */
  readonly newId: () => string;
  readonly words: Words;
}

/**
 * Answers that files refused, in this browser. Whose they are is told by the id in the workbook and by the file itself,
 * never by a name. What this version cannot read stays as it is and counts as none.
 */
export function keptAnswers({ kept, files, newId, words }: KeptAnswersParts): RefusedAnswersPort {
  const keys = new WeakMap<OpenFile, string>();
  const keyOf = (source: OpenFile): string => {
    const key = keys.get(source) ?? newId();
    keys.set(source, key);
    return key;
  };

  /** The entries that are this workbook's for certain, and those that may be. */
  async function sorted({ source, id }: RefusedOwner, stored: unknown) {
    const [own, doubtful] = [new Set<string>(), new Set<string>()];
    for (const { key, mark, workbook } of entriesIn(stored)) {
      if (key === keyOf(source)) own.add(key);
      else if (await files.isMarked(source, mark)) {
        if (workbook === null || id === null) doubtful.add(key);
        else if (workbook === id) own.add(key);
      } else if (workbook !== null && workbook === id) doubtful.add(key);
    }
    return { own, doubtful };
  }

  const update = (
    owner: RefusedOwner,
    make: (entry: Entry, whose: 'own' | 'doubtful') => readonly Change[],
    added: readonly Change[],
  ) =>
    orTrouble(owner.source.name, words, async () => {
      const { own, doubtful } = await sorted(owner, await kept.get(REFUSED));
      const key = keyOf(owner.source);
      await kept.update(REFUSED, (before) => {
        const entries = entriesIn(before);
        const others = entries.flatMap((entry) => {
          const whose = own.has(entry.key) ? 'own' : doubtful.has(entry.key) ? 'doubtful' : null;
          return whose === null ? [entry] : [{ ...entry, changes: [...make(entry, whose)] }];
        });
        const mine = others.find((entry) => entry.key === key)?.changes ?? [];
        const { name: file } = owner.source;
        const next = {
          ...{ key, workbook: owner.id, mark: files.mark(owner.source), file },
          changes: [...mine, ...added],
        };
        const left = [...others.filter((entry) => entry.key !== key), next];
        return withEntries(
          before,
          left.filter(({ changes }) => changes.length > 0),
        );
      });
      return success(undefined);
    });
  const without = (changes: readonly Change[]) => {
    const gone = new Set(changes.map(cellOf));
    return (entry: Entry) => entry.changes.filter((change) => !gone.has(cellOf(change)));
  };
  const onlyOwn =
    (make: (entry: Entry) => readonly Change[]) =>
    (entry: Entry, whose: 'own' | 'doubtful'): readonly Change[] =>
      whose === 'own' ? make(entry) : entry.changes;

  const look = (owner: RefusedOwner) =>
    orTrouble(owner.source.name, words, async () => {
      const stored = await kept.get(REFUSED);
      const { own, doubtful } = await sorted(owner, stored);
      const of = (theirs: ReadonlySet<string>) => entriesIn(stored).filter(({ key }) => theirs.has(key));
      const asked = of(doubtful);
      return success({
        own: lastOfEachCell(of(own)),
        doubtful:
          asked.length === 0 ? null : { file: asked.at(-1)?.file ?? '', changes: lastOfEachCell(asked) },
      });
    });

  return {
    get: look,
    keep: (owner, changes) => update(owner, onlyOwn(without(changes)), changes),
    letGo: (owner, changes) => update(owner, onlyOwn(without(changes)), []),
    async settle(owner, taken) {
      const found = await look(owner);
      if (!found.ok) return found;
      const changes = found.value.doubtful?.changes ?? [];
      return update(
        owner,
        (entry, whose) => (whose === 'own' ? without(changes)(entry) : []),
        taken ? changes : [],
      );
    },
  };
}

/** One answer a cell: the last one. */
const lastOfEachCell = (entries: readonly Entry[]): readonly Change[] => [
  ...new Map(entries.flatMap(({ changes }) => changes).map((change) => [cellOf(change), change])).values(),
];

const entriesIn = (stored: unknown): readonly Entry[] =>
  listIn(stored).flatMap((one) => {
    const parsed = entrySchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });

const listIn = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);

function withEntries(before: unknown, entries: readonly Entry[]): unknown {
  const unread = listIn(before).filter((one) => !entrySchema.safeParse(one).success);
  const after = [...unread, ...entries];
  return after.length === 0 ? undefined : after;
}
