import pg from 'pg';
import { isSystemError } from '../system-error';

/** SQLSTATE of an error of PostgreSQL (appendix A of its manual), or null. */
export const sqlState = (error: unknown): string | null =>
  error instanceof pg.DatabaseError ? (error.code ?? null) : null;

/** Serialization failure and deadlock: the engine asks to run the transaction again. */
export const asksAgain = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '');

/** Connection lost, resources gone, stopped by an operator or a time limit, starting up. */
const AWAY = /^(08|53|57|58|55P03)/;

/** Whether the database is away or too slow; anything else that it refuses is a bug. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return AWAY.test(state);
  return isSystemError(error) || isOfConnection(error);
}

/** What `pg` says of a connection has no code. */
const isOfConnection = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(connection|timeout exceeded|client (has|was)|query read timeout|the server does not)/i.test(
    error.message,
  );

/** Wrong credentials, no such database, no rights: what an operator can set right. */
export const isRefusal = (error: unknown): error is Error =>
  /^(28|3D|42501|25006)/.test(sqlState(error) ?? '') || isAway(error);
