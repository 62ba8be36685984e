/** A refusal of the operating system (`ENOENT`, `EADDRINUSE`) or of SQLite (`SQLITE_BUSY`), told from a bug by its code. */
export type SystemError = Error & { readonly code: string };

export function isSystemError(error: unknown): error is SystemError {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(E(?!RR_)[A-Z0-9]+|SQLITE_\w+)$/.test(code);
}
