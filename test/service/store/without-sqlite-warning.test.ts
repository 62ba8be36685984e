import { withoutSqliteWarning } from '../../../src/service/store/without-sqlite-warning';

const SQLITE = 'SQLite is an experimental feature and might change at any time';

/** What is shown of the warnings that a load gives, and what it gave back. */
function shownOf(load: (warn: NodeJS.Process['emitWarning']) => unknown) {
  const shown: unknown[][] = [];
  const emitWarning = ((...warning: unknown[]) => shown.push(warning)) as NodeJS.Process['emitWarning'];
  const warner = { emitWarning };
  try {
    const loaded = withoutSqliteWarning(() => load(warner.emitWarning), warner);
    return { shown, loaded, isPutBack: warner.emitWarning === emitWarning };
  } catch (error) {
    return { shown, error, isPutBack: warner.emitWarning === emitWarning };
  }
}

it('keeps back that SQLite is experimental, and gives what was loaded', () => {
  const outcome = shownOf((warn) => {
    warn(SQLITE, 'ExperimentalWarning');
    return 'loaded';
  });
  expect(outcome).toEqual({ shown: [], loaded: 'loaded', isPutBack: true });
});

it('shows every other warning as it came', () => {
  const others: [string | Error, ...string[]][] = [
    ['Type Stripping is an experimental feature', 'ExperimentalWarning'],
    ['SQLite is slow today', 'DeprecationWarning', 'DEP0001'],
    [SQLITE],
    [new Error('SQLite')],
  ];
  const { shown } = shownOf((warn) => {
    for (const warning of others) Reflect.apply(warn, undefined, warning);
  });
  expect(shown).toEqual(others);
});

it('lets warnings alone again, also where the load fails', () => {
  const failure = new Error('meant');
  const outcome = shownOf(() => {
    throw failure;
  });
  expect(outcome).toEqual({ shown: [], error: failure, isPutBack: true });
});
