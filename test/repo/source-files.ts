import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = process.cwd();

/** A text file of the repository; `path` is relative to its top, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder of the repository whose name ends as `pattern` says. */
export function filesUnder(folder: string, pattern: RegExp): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: relative(ROOT, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const readJson = (path: string): unknown => JSON.parse(readText(path)) as unknown;
