import * as z from 'zod/mini';
import { invalidArgument } from './api-error';

/** `Excel.DataValidationRule`: exactly one kind, as the client sends it. */
const bounds = z.object({
  formula1: z.union([z.string(), z.number()]),
  formula2: z.nullish(z.union([z.string(), z.number()])),
  operator: z.enum([
    'Between',
    'NotBetween',
    'EqualTo',
    'NotEqualTo',
    'GreaterThan',
    'LessThan',
    'GreaterThanOrEqualTo',
    'LessThanOrEqualTo',
  ]),
});

const rule = z.object({
  list: z.optional(z.object({ inCellDropDown: z.boolean(), source: z.unknown() })),
  custom: z.optional(z.object({ formula: z.string() })),
  textLength: z.optional(bounds),
  wholeNumber: z.optional(bounds),
  decimal: z.optional(bounds),
  date: z.optional(bounds),
  time: z.optional(bounds),
});

export type ValidationRule = z.infer<typeof rule>;
export type Bounds = z.infer<typeof bounds>;
export type BoundedKind = 'textLength' | 'wholeNumber' | 'decimal' | 'date' | 'time';

export interface Prompt {
  readonly message: string;
  readonly showPrompt: boolean;
  readonly title: string;
}

export interface ErrorAlert {
  readonly message: string;
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
}

export const noPrompt: Prompt = { message: '', showPrompt: true, title: '' };
export const noAlert: ErrorAlert = { message: '', showAlert: true, style: 'Stop', title: '' };

const prompt = z.object({
  message: z._default(z.string().check(z.maxLength(255)), ''),
  showPrompt: z._default(z.boolean(), true),
  title: z._default(z.string().check(z.maxLength(32)), ''),
});
const alert = z.object({
  message: z._default(z.string().check(z.maxLength(225)), ''),
  showAlert: z._default(z.boolean(), true),
  style: z._default(z.enum(['Stop', 'Warning', 'Information']), 'Stop'),
  title: z._default(z.string().check(z.maxLength(32)), ''),
});

/** Reads a rule; InvalidArgument unless it names exactly one kind, and for an inline list over 255 characters. */
export function parseRule(value: unknown): ValidationRule {
  const parsed = rule.safeParse(value);
  if (!parsed.success || Object.keys(value as object).length !== 1) throw invalidArgument();
  const source = parsed.data.list?.source;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > 255) throw invalidArgument();
  return parsed.data;
}

/** Reads `Excel.DataValidationPrompt`; a title over 32 or a text over 255 characters is InvalidArgument. */
export const parsePrompt = (value: unknown): Prompt => orInvalid(prompt.safeParse(value));

/** Reads `Excel.DataValidationErrorAlert`; a title over 32 or a text over 225 characters is InvalidArgument. */
export const parseAlert = (value: unknown): ErrorAlert => orInvalid(alert.safeParse(value));

function orInvalid<T>(result: { success: true; data: T } | { success: false }): T {
  if (!result.success) throw invalidArgument();
  return result.data;
}
