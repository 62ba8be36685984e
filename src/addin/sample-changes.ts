import type { AnswersFile } from '../assessment/answers-file';
import type { Change } from '../workbook/port';

const FIELDS = ['level', 'target', 'evidence', 'notes', 'owner', 'due'] as const;
const PROFILE = ['organization', 'size', 'detail'] as const;

/** What a person would type to give the answers of a file: one change a field that the file holds. */
export function sampleChanges(file: AnswersFile): readonly Change[] {
  const profile = PROFILE.flatMap((field): Change[] => {
    const value = file.profile?.[field] ?? null;
    return value === null ? [] : [{ profile: field, value: String(value) }];
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
