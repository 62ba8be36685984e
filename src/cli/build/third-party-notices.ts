import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package that is in a build, and what its licence asks to be passed on. */
export interface Notice {
  readonly title: string;
  readonly license: string;
  readonly text: string;
}

/** Licences that let a package be part of one under Apache-2.0. */
const FREE = /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0)\b/;
const LICENSE_FILE = /^(?:licen[sc]e|copying|notice)(?:[.-].*)?$/i;
const README_FILE = /^readme\.md$/i;
const README_PART = /^#+ *licen[sc]e\s+([^]+)/im;

/** The page of the service's API is made of files of Swagger UI that are copied and not bundled. */
export const COPIED: Notice = {
  title: 'swagger-ui-dist',
  license: 'Apache-2.0',
  text:
    'Copyright SmartBear Software Inc. The files in the folder "static", unmodified, as @fastify/swagger-ui has them.\n' +
    'The text of the licence is the file LICENSE of this package.',
};

/**
 * The notices of the packages that files of a build come from. Throws where one is under a licence that does not
 * let it be part of this.
 */
export function noticesOf(files: readonly string[]): readonly Notice[] {
  const folders = new Set(files.map(packageOf).filter((folder) => folder !== null));
  return [...folders].map(noticeIn);
}

/** Notices as one text, by name. */
export function noticesText(notices: readonly Notice[]): string {
  const sorted = [...notices].sort((one, other) => (one.title < other.title ? -1 : 1));
  const texts = sorted.map(({ title, license, text }) => `${title}\n${license}\n\n${text.trim()}\n`);
  return [...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a file is of; null for a file of this project. */
function packageOf(file: string): string | null {
  if (!/[\\/]node_modules[\\/]/.test(file)) return null;
  let folder = dirname(file);
  // Folders inside of a package may have a manifest of their own that only says what kind of modules they hold.
  while (!('version' in manifestIn(folder))) folder = dirname(folder);
  return folder;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

function manifestIn(folder: string): Manifest {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

function noticeIn(folder: string): Notice {
  const { name = '', version = '', license = '', author } = manifestIn(folder);
  const names = readdirSync(folder).sort();
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  const whole = names.filter((file) => LICENSE_FILE.test(file)).map(read);
  const parts = names
    .filter((file) => README_FILE.test(file))
    .map((file) => README_PART.exec(read(file))?.[1]);
  const text = whole.length > 0 ? whole.join('\n') : (parts[0] ?? '');
  if (!FREE.test(license)) throw new Error(`${name} is under "${license}": it cannot be bundled`);
  return { title: `${name} ${version}`, license, text: text === '' ? unwritten(author) : text };
}

/** What is left to pass on where a package names its licence and brings no text of it. */
function unwritten(author: Manifest['author']): string {
  const name = typeof author === 'string' ? author : author?.name;
  return `The package brings no text of its licence.${name ? ` Its author is ${name}.` : ''}`;
}
