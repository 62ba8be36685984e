import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileShelf } from '../../pane/shipped-content';

/** The JSON files of a folder, for programs that run from the project itself. */
export function folderShelf(folder: string): FileShelf {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => file.slice(0, -'.json'.length));
  return {
    names,
    load: async (name) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as unknown,
  };
}
