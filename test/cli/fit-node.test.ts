import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import english from '../../assets/locales/en.json';
import { readJson, readText } from '../repo/source-files';

/** What the check says under a version of Node, and with which code it ends the process; null where it goes on. */
function checkedUnder(version: string): { said: string[]; code: number | null } {
  const outcome = { said: [] as string[], code: null as number | null };
  runInNewContext(readText('src/cli/fit-node.cjs'), {
    require: createRequire(join(process.cwd(), 'package.json')),
    __dirname: join(process.cwd(), 'src/cli'),
    console: { error: (line: string) => outcome.said.push(line) },
    process: {
      version: `v${version}`,
      versions: { node: version },
      exit: (code: number) => (outcome.code = code),
    },
  });
  return outcome;
}

test.each(['20.19.0', '20.20.2', '21.0.0', '22.12.0', '24.22.3', '26.0.0', '100.0.0'])(
  'Node %s is let pass without a word',
  (version) => {
    expect(checkedUnder(version)).toEqual({ said: [], code: null });
  },
);

test.each(['0.12.18', '16.20.2', '18.20.8', '20.9.0', '20.18.3'])(
  'Node %s is refused in one sentence that names it and what to install',
  (version) => {
    const { said, code } = checkedUnder(version);
    expect(code).toBe(1);
    expect(said).toEqual([
      english.cli.nodeTooOld.replace('{version}', `v${version}`).replace('{least}', '20.19'),
    ]);
  },
);

test('the check takes what the package says that it takes, and every command begins with it', () => {
  const { engines, scripts } = readJson('package.json') as {
    readonly engines: { readonly node: string };
    readonly scripts: Readonly<Record<string, string>>;
  };
  expect([engines.node, checkedUnder('20.19.0').code, checkedUnder('20.18.9').code]).toEqual([
    '>=20.19',
    null,
    1,
  ]);
  // The test commands have test/run.sh check it.
  const CHECKS_NOTHING = ['types', 'lint', 'format', 'test', 'test:deep'];
  const bare = Object.entries(scripts).filter(
    ([name, text]) => !CHECKS_NOTHING.includes(name) && !text.startsWith('node src/cli/fit-node.cjs && '),
  );
  expect(bare).toEqual([]);
  expect(readText('test/run.sh')).toMatch(/^node src\/cli\/fit-node\.cjs \|\| exit 1$/m);
});

test('the check is written in what the oldest Node can read', () => {
  expect(readText('src/cli/fit-node.cjs')).not.toMatch(/\b(?:const|let|import|class)\b|=>|`|\?\.|\?\?/);
});
