import type * as z from 'zod/mini';
import type { Words } from './words';

/** Says what is wrong with one field, from a zod issue; zod's own English texts are not loaded in the browser build. */
export function explainIssue(issue: z.core.$ZodIssue, words: Words): string {
  switch (issue.code) {
    case 'invalid_type':
      return words('input.type', { expected: issue.expected });
    case 'invalid_value':
      return words('input.oneOf', { values: issue.values.map(String).join(', ') });
    case 'too_small':
      return words('input.short', { limit: Number(issue.minimum) });
    case 'too_big':
      return words('input.long', { limit: Number(issue.maximum) });
    case 'unrecognized_keys':
      return words('input.extra', { keys: issue.keys.join(', ') });
    case 'invalid_format':
      return words('input.format', { pattern: issue.pattern ?? issue.format });
    case 'invalid_union':
      return words('input.union');
    default:
      return words('input.other');
  }
}
