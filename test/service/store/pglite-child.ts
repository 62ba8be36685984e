import { PGlite } from '@electric-sql/pglite';

/** Run by `pglite-engine.ts` in a process of its own: PGlite loads itself by `import()`, which Jest does not have. */
export interface Question {
  readonly id: number;
  readonly sql: string;
  readonly values: readonly unknown[];
}
export interface Answer {
  readonly id: number;
  readonly rows?: readonly object[];
  readonly changed?: number;
  readonly error?: string;
}

if (process.send) {
  const database = await PGlite.create();
  process.on('message', ({ id, sql, values }: Question) => {
    void database.query<object>(sql, [...values]).then(
      ({ rows, affectedRows }) => process.send?.({ id, rows, changed: affectedRows ?? 0 } satisfies Answer),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Answer),
    );
  });
}
