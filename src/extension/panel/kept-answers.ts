import * as z from 'zod/mini';
import { cellOf } from '../../pane/store/pane-state';
import type { RefusedAnswersPort } from '../../pane/side-panel/side-panel-props';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import type { Change } from '../../workbook/port';
import { orTrouble } from './file-trouble';
import type { KeptValues } from './kept-values';

/** Where they are kept. */
const REFUSED = 'refused';

const changeSchema = z.union([
  z.strictObject({
    item: z.string(),
    field: z.enum(['level', 'target', 'evidence', 'owner', 'due', 'notes']),
    value: z.union([z.string(), z.number(), z.null()]),
    was: z.optional(z.string()),
  }),
  z.strictObject({ profile: z.enum(['organization', 'size', 'detail']), value: z.string() }),
]);
const refusedSchema = z.record(z.string(), z.unknown());
const changesSchema = z.array(changeSchema);

/** Answers that files refused, in this browser, by the names of the files. What this version cannot read counts as none. */
export function keptAnswers(kept: KeptValues, words: Words): RefusedAnswersPort {
  const update = (file: string, cells: readonly Change[], added: readonly Change[]) =>
    orTrouble(file, words, async () => {
      await kept.update(REFUSED, (before) => {
        const gone = new Set(cells.map(cellOf));
        const left = answersFor(before, file).filter((change) => !gone.has(cellOf(change)));
        return withAnswers(before, file, [...left, ...added]);
      });
      return success(undefined);
    });
  return {
    get: (file) => orTrouble(file, words, async () => success(answersFor(await kept.get(REFUSED), file))),
    keep: (file, changes) => update(file, changes, changes),
    letGo: (file, changes) => update(file, changes, []),
  };
}

function answersFor(stored: unknown, file: string): readonly Change[] {
  const parsed = changesSchema.safeParse(byFile(stored)[file]);
  return parsed.success ? parsed.data : [];
}

function byFile(stored: unknown): Readonly<Record<string, unknown>> {
  const parsed = refusedSchema.safeParse(stored);
  return parsed.success ? parsed.data : {};
}

function withAnswers(before: unknown, file: string, changes: readonly Change[]): unknown {
  const rest = Object.entries(byFile(before)).filter(([name]) => name !== file);
  const after = changes.length === 0 ? rest : [...rest, [file, changes] as const];
  return after.length === 0 ? undefined : Object.fromEntries(after);
}
