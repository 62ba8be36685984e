import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Engine, type Session, TryAgain } from '../../../src/service/store/engine';
import type { Answer, Question } from './pglite-child';

/** One database of PGlite, emptied for each test: it takes seconds to start. */
export interface Pglite {
  emptied(): Promise<Engine>;
  stop(): Promise<void>;
}

/** PostgreSQL's own parser, in memory. It never syncs to a disk, so it checks the SQL's dialect and nothing else. */
export function startPglite(): Pglite {
  const child = fork('test/service/store/pglite-child.ts', { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let asked = 0;
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<Answer> => {
    const question: Question = { id: (asked += 1), sql, values };
    const answered = new Promise<Answer>((resolve) => waiting.set(question.id, resolve));
    child.send(question);
    const answer = await Promise.race([answered, ended.then(() => ({ id: 0, error: 'PGlite has ended' }))]);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  };
  const session: Session = {
    all: async <L extends object>(sql: string, values?: readonly unknown[]) =>
      (await ask(sql, values)).rows as L[],
    run: async (sql, values) => (await ask(sql, values)).changed ?? 0,
  };
  return {
    async emptied() {
      await session.run('drop schema public cascade');
      await session.run('create schema public');
      return engineOver(session);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** One connection: whatever comes during a transaction waits for its end. */
function engineOver(session: Session): Engine {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const transact = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    await session.run('begin');
    try {
      const outcome = await work(session);
      await session.run('commit');
      return outcome;
    } catch (error) {
      await session.run('rollback');
      if (error instanceof TryAgain) return transact(work);
      throw error;
    }
  };
  return {
    all: (sql, values) => alone(() => session.all(sql, values)),
    run: (sql, values) => alone(() => session.run(sql, values)),
    dialect: { tableSuffix: '', keyType: 'text collate "C"' },
    transaction: (_kind, work) => alone(() => transact(work)),
    migration: (work) => alone(() => transact(work)),
    forget: () => Promise.resolve(),
    backup: () => Promise.resolve('unsupported'),
    examine: () => Promise.resolve({ engine: 'PGlite', durable: false, damage: [] }),
    close: () => Promise.resolve(),
  };
}
