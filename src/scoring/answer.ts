/** The CMMI-style scale: 0 Incomplete, 1 Initial, 2 Managed, 3 Defined, 4 Quantitatively Managed, 5 Optimizing. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;
export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

/** Blank, Don't know, N/A, 0 and rubbish are five different things everywhere. */
export type Answer =
  | { readonly state: 'rated'; readonly level: Level }
  | { readonly state: 'na' }
  | { readonly state: 'unknown' }
  | { readonly state: 'blank' }
  | { readonly state: 'invalid' };
export type AnswerState = Answer['state'];

/** What one item brings to a score. */
export interface ItemInput {
  readonly answer: Answer;
  readonly target: Level | null;
}
export const UNANSWERED: ItemInput = { answer: { state: 'blank' }, target: null };
