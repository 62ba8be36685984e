import { execFileSync } from 'node:child_process';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import rooms from '../repo/rooms.json';
import { ROOT, readText } from '../repo/source-files';
import { broken, RULES } from './containerfile-rules';

const TEXT = readText('docs/deployment/Containerfile');
const file = DockerfileParser.parse(TEXT);

/** What the linter leaves to taste unless it is told. */
const STRICT = {
  deprecatedMaintainer: ValidationSeverity.ERROR,
  directiveCasing: ValidationSeverity.ERROR,
  emptyContinuationLine: ValidationSeverity.ERROR,
  instructionCasing: ValidationSeverity.ERROR,
  instructionCmdMultiple: ValidationSeverity.ERROR,
  instructionEntrypointMultiple: ValidationSeverity.ERROR,
  instructionHealthcheckMultiple: ValidationSeverity.ERROR,
  instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
  instructionWorkdirRelative: ValidationSeverity.ERROR,
};

it('is a file in which a linter finds nothing', () => {
  expect(validate(TEXT, STRICT)).toEqual([]);
  expect(validate('FROM node:24\nWORKDIR app\nCMD a\nCMD b\n', STRICT)).toHaveLength(2);
});

it('keeps the rules of hadolint that the linter does not have', () => {
  expect(broken(file)).toEqual([]);
});

it('would not keep any of them were it written carelessly', () => {
  const careless = `FROM node:latest
COPY --from=build a b
ADD c /c
RUN apt-get update && apt-get install -y curl | tee log && npm install -g tsx
USER root
CMD node a.js
FROM node
COPY d d
`;
  const found = broken(DockerfileParser.parse(careless)).map((rule) => rule.split(' (')[0]);
  expect([...new Set(found)].sort()).toEqual(Object.keys(RULES).sort());
});

const copies = file.getCOPYs().map((copy: Copy) => ({
  from: copy.getFromFlag()?.getValue() ?? null,
  sources: copy
    .getArguments()
    .slice(0, -1)
    .map((argument) => argument.getValue()),
}));
const steps = file
  .getInstructions()
  .filter((one) => one.getKeyword() === 'RUN')
  .map((one) => one.getArgumentsContent() ?? '')
  .join('\n');

it('copies what is in a fresh checkout, or what its first stage made or copied', () => {
  const kept = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).split('\n');
  const inCheckout = (path: string): boolean => kept.some((one) => `${one}/`.startsWith(`${path}/`));
  const own = copies.filter(({ from }) => from === null).flatMap(({ sources }) => sources);
  expect(own.filter((path) => !inCheckout(path))).toEqual([]);
  const made = new Map([
    ['/app/node_modules', 'npm ci'],
    ['/app/dist/submit', 'npm run build:submit-page'],
    ['/app/src', 'rm -r node_modules/.cache src/'],
  ]);
  const ofStage = copies.filter(({ from }) => from === 'build').flatMap(({ sources }) => sources);
  expect(ofStage.sort()).toEqual([...made.keys()].sort());
  for (const step of made.values()) expect(steps).toContain(step);
});

it('ships no source that the commands do not load, and every one that they do', () => {
  const loaded = new Set(['cli', ...rooms.mayImport.cli.map((entry) => entry.split('/')[0])]);
  const unloaded = Object.keys(rooms.mayImport).filter((room) => !loaded.has(room));
  const removed = [...steps.matchAll(/\bsrc\/([a-z-]+)/g)].map(([, room]) => room);
  expect(removed.sort()).toEqual(unloaded.sort());
});

it('is of a Node that needs no engine beside it, and leaves that one behind', () => {
  const images = file.getFROMs().map((from) => from.getImage());
  expect(new Set(images).size).toBe(1);
  expect(Number(/node:(\d+)-/.exec(images[0] ?? '')?.[1])).toBeGreaterThanOrEqual(24);
  expect(steps).toMatch(/npm uninstall .*--omit=dev .*better-sqlite3/);
});
