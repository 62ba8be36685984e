import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Bench } from './measure';

const BUILD = 'node_modules/.cache/test-build';

/** What a browser loads for the pane, from the production build of the last `npm test`. */
export const firstScreen: Bench = {
  title: 'JavaScript of the pane (production build, brotli)',
  async run() {
    if (!existsSync(BUILD)) throw new Error('No production build: run npm test first');
    const page = readFileSync(join(BUILD, 'taskpane.html'), 'utf8');
    const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((name) => name.endsWith('.js'));
    const content = files.filter((name) => name.endsWith('.json'));
    const kilobytes = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(BUILD, name))).length, 0) / 1024;
    return [
      {
        what: 'the first screen',
        value: kilobytes(scripts.filter((name) => page.includes(name))),
        unit: 'KB',
      },
      {
        what: 'everything, words and rubrics included',
        value: kilobytes([...scripts, ...content]),
        unit: 'KB',
      },
    ];
  },
};
