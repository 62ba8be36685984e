type Warner = Pick<NodeJS.Process, 'emitWarning'>;

/** Loads what makes Node 22 say that its SQLite is experimental, and keeps that one warning back; all others are shown. */
export function withoutSqliteWarning<T>(load: () => T, warner: Warner = process): T {
  const { emitWarning } = warner;
  warner.emitWarning = (warning: string | Error, ...how: unknown[]) => {
    if (how[0] === 'ExperimentalWarning' && String(warning).startsWith('SQLite ')) return;
    Reflect.apply(emitWarning, warner, [warning, ...how]);
  };
  try {
    return load();
  } finally {
    warner.emitWarning = emitWarning;
  }
}
