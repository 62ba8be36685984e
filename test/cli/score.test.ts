import { spawnSync } from 'node:child_process';
import { answersFile } from './answers';
import { at, cli, given, SLOW } from './run-cli';

interface Printed {
  readonly domains: Record<string, object>;
  readonly overall: object;
  readonly problems: readonly { message: string; row: number | null }[];
}

/** An OLE file as Office writes for a password: the package is a stream of this name inside. */
function passwordProtected(): Buffer {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.write('EncryptedPackage', 1024, 'utf16le');
  return file;
}

it(
  'prints the same scores of a workbook and of the answers it was filled with',
  async () => {
    const json = given(
      'team.json',
      answersFile({
        'ORG-01': { level: "Don't know" },
        'ORG-02': { level: 'N/A', notes: 'why' },
        'DES-03': {},
      }),
    );
    await cli('workbook', ['--out', at('team.xlsx'), '--answers', json]);
    const [fromJson, fromXlsx] = await Promise.all([cli('score', [json]), cli('score', [at('team.xlsx')])]);
    expect(fromJson).toMatchObject({ code: 0, err: '' });
    expect(fromXlsx).toEqual(fromJson);
    const { domains, overall, problems } = JSON.parse(fromJson.out) as Printed;
    const measures = ['applicable', 'rated', 'coverage', 'mean', 'median', 'floor', 'level', 'low', 'high'];
    expect(Object.keys(domains)).toEqual(['ORG', 'RSK', 'DES', 'CMP']);
    expect(Object.keys(domains['ORG'] ?? {})).toEqual(measures);
    expect(domains['ORG']).toMatchObject({ applicable: 9, rated: 8, level: 'open' });
    expect(Object.keys(overall)).toEqual(['composite', 'itemMean', 'level', 'coverage', 'low', 'high']);
    expect(problems).toEqual([]);
  },
  SLOW,
);

it(
  'exits 1 and names every problem once where answers are invalid, with the scores all the same',
  async () => {
    const json = given(
      'wrong.json',
      answersFile(
        { 'ORG-01': { level: 7 }, 'RSK-01': { level: 'N/A' }, 'RSK-99': { level: 1 } },
        { size: 'huge' },
      ),
    );
    const { code, out } = await cli('score', [json]);
    expect(code).toBe(1);
    const { problems, domains } = JSON.parse(out) as Printed;
    const messages = problems.map(({ message }) => message);
    expect(messages).toHaveLength(4);
    expect(new Set(messages).size).toBe(4);
    expect(messages[0]).toContain('ORG-01: "7" is not a level');
    expect(domains['ORG']).toMatchObject({ applicable: 10, rated: 9, level: 'open' });
  },
  SLOW,
);

it(
  'refuses what it cannot read, in one sentence that says what to do',
  async () => {
    const files = {
      missing: at('gone.xlsx'),
      folder: at('.'),
      notJson: given('not.json', '{"answers": {'),
      notAnswers: given('other.json', { answers: { 'ORG-01': { score: 3 } } }),
      broken: given('broken.xlsx', Buffer.from('PK\u0003\u0004 and then nothing of use')),
      noZip: given('page.xlsx', '<!doctype html><title>Sign in</title>'),
      password: given('password.xlsx', passwordProtected()),
    };
    const names = Object.keys(files) as (keyof typeof files)[];
    const ran = await Promise.all(names.map((name) => cli('score', [files[name]])));
    const said = Object.fromEntries(names.map((name, i) => [name, ran[i]?.err.trim()]));
    expect(said).toEqual({
      missing: expect.stringMatching(/gone\.xlsx cannot be read/) as string,
      folder: expect.stringMatching(/cannot be read/) as string,
      notJson: expect.stringMatching(/not\.json is not valid JSON: /) as string,
      notAnswers: expect.stringMatching(
        /other\.json.*answers\.ORG-01: has a field that is not known: score/,
      ) as string,
      broken: expect.stringMatching(/ends too early|damaged/) as string,
      noZip: expect.stringMatching(/not an \.xlsx workbook/) as string,
      password: expect.stringMatching(/password.*remove that protection/i) as string,
    });
    expect(ran.map(({ code, out }) => `${code}${out}`)).toEqual(names.map(() => '1'));
    for (const { err } of ran) expect(err.trim().split('\n')).toHaveLength(1);
  },
  SLOW,
);

it(
  'is the command that npm runs, and says how it is called where it was called wrongly',
  () => {
    const npm = spawnSync('npm', ['run', '--silent', 'score'], { encoding: 'utf8' });
    expect(npm.status).toBe(2);
    expect(npm.stdout).toBe('');
    expect(npm.stderr).toContain('Usage: npm run --silent score -- FILE.xlsx|ANSWERS.json');
  },
  SLOW,
);
