import { dirname, posix } from 'node:path';
import ts from 'typescript';
import rooms from './rooms.json';
import { filesUnder, type SourceFile } from './source-files';

type Room = keyof typeof rooms.mayImport;

/** The specifiers a file imports from, statically or not, types included. */
function importsOf({ text }: SourceFile): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** Every import across rooms that the table does not allow, as `from -> to`. */
function strayImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const allowed: readonly string[] = rooms.mayImport[room as Room];
    return importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.normalize(posix.join(dirname(file.path), specifier)))
      .filter((target) => target.startsWith('src/') && roomOf(target) !== room)
      .filter((target) => !allowed.some((entry) => `${target}/`.startsWith(`src/${entry}/`)))
      .map((target) => `${file.path} -> ${target}`);
  });
}

const sources = filesUnder('src', /\.tsx?$/);

test('every room is in the table', () => {
  const found = new Set(sources.map(({ path }) => roomOf(path)));
  expect([...found].filter((room) => !(room in rooms.mayImport))).toEqual([]);
});

test('the table has no way back: rooms can be put in one order', () => {
  const left = new Map<string, readonly string[]>(Object.entries(rooms.mayImport));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [room, needs] of left) {
      if (!needs.some((entry) => left.has(entry.split('/')[0] ?? entry))) left.delete(room);
    }
  }
  expect([...left.keys()]).toEqual([]);
});

test('imports between rooms run one way', () => {
  expect(strayImports(sources)).toEqual([]);
});

test('a stray import would be found', () => {
  const text =
    "import type { Words } from '../words/words';\nexport * from '../pane/ports';\nvoid import('../xlsx/a1');";
  expect(strayImports([{ path: 'src/excel/made-up.ts', text }])).toEqual([
    'src/excel/made-up.ts -> src/pane/ports',
    'src/excel/made-up.ts -> src/xlsx/a1',
  ]);
});

test('pure rooms import nothing but each other, data and three packages', () => {
  const packages = ['zod/mini', 'canonicalize', 'fflate'];
  const strange = sources
    .filter(({ path }) => rooms.pure.includes(roomOf(path)))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('.') && !packages.includes(specifier))
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
  expect(strange).toEqual([]);
});
