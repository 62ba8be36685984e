/** What can go wrong and be acted on is a value; a bug is an exception. */
export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** An expected failure: a stable code for programs, a sentence a user can act on. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export const success = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const failed = (code: string, message: string): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { code, message },
});
