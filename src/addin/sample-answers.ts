import type { AnswersFile } from '../assessment/answers-file';
import { parseAnswersFile } from '../assessment/answers-file';
import { DETAILS, ORGANIZATIONS, SIZES } from '../assessment/vocabulary';
import type { Words } from '../words/words';
import type { Change } from '../workbook/port';
import type { FileShelf } from '../pane/shipped-content';

const FIELDS = ['level', 'target', 'evidence', 'notes', 'owner', 'due'] as const;
const PROFILE = ['organization', 'size', 'detail'] as const;

/** The sample answers that ship, as changes to a blank workbook; samples that do not parse are a bug of the build. */
export async function sampleAnswers(samples: FileShelf, words: Words): Promise<readonly Change[]> {
  const file = parseAnswersFile(await samples.load('answers'), 'answers.json', words);
  if (!file.ok) throw new Error(file.failure.message);
  return sampleChanges(file.value, words);
}

/** What a person would type to give the answers of a file, in the words of the workbook's lists: one change a field that the file holds. */
export function sampleChanges(file: AnswersFile, words: Words): readonly Change[] {
  const profile = PROFILE.flatMap((field): Change[] => {
    const value = file.profile?.[field] ?? null;
    return value === null ? [] : [{ profile: field, value: profileWord(String(value), words) }];
  });
  const answers = Object.entries(file.answers).flatMap(([item, answer]) =>
    FIELDS.flatMap((field): Change[] => {
      const value = answer[field] ?? null;
      if (value === null) return [];
      return [{ item, field, value: typeof value === 'boolean' ? String(value) : value }];
    }),
  );
  return [...profile, ...answers];
}

/** A code of the file as the profile's lists say it. */
function profileWord(value: string, words: Words): string {
  const code = [...ORGANIZATIONS, ...SIZES, ...DETAILS].find((known) => known === value);
  return code === undefined ? value : words(`profile.${code}`);
}
