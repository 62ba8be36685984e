import type { NumberColumn } from './columns';
import type { Engine } from './engine';
import {
  createMigrations,
  INSERT_MIGRATION,
  isOfThisVersion,
  migrationsFor,
  SELECT_MIGRATIONS,
} from './statements';

/** Runs what has not run yet, all of it or nothing; false where a later version of the service wrote the store. */
export function migrate(engine: Engine, columns: readonly NumberColumn[]): Promise<boolean> {
  return engine.migration(async (session) => {
    await session.run(createMigrations(engine.dialect));
    const lines = await session.all<{ id: string }>(SELECT_MIGRATIONS);
    const done = new Set(lines.map(({ id }) => id));
    if (![...done].every(isOfThisVersion)) return false;
    for (const { id, sql } of migrationsFor(columns, engine.dialect)) {
      if (done.has(id)) continue;
      await session.run(sql);
      await session.run(INSERT_MIGRATION, [id]);
    }
    return true;
  });
}
