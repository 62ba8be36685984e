import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { figure, type Bench } from './measure';
import { EXTENSION, PANE } from './needs';

/** What a browser loads for the pane and for the side panel, from production builds. Budgets are held by tests. */
export const firstScreen: Bench = {
  title: 'What is loaded',
  needs: ['pane', 'extension'],
  run() {
    const page = readFileSync(join(PANE, 'taskpane.html'), 'utf8');
    const everything = filesOf(PANE);
    const scripts = everything.filter((name) => name.endsWith('.js'));
    const first = scripts.filter((name) => page.includes(name));
    const content = everything.filter((name) => name.endsWith('.json'));
    const panelScripts = filesOf(EXTENSION).filter((name) => name.endsWith('.js') && name !== 'worker.js');
    const row = (what: string, folder: string, names: readonly string[]) => {
      const bytes = names.map((name) => readFileSync(join(folder, name)));
      const sum = (pack: (bytes: Buffer) => Buffer) =>
        figure(bytes.reduce((all, one) => all + pack(one).length, 0) / 1024, 'KB');
      return [what, sum((one) => one), sum((one) => gzipSync(one)), sum((one) => brotliCompressSync(one))];
    };
    return Promise.resolve([
      {
        columns: ['production build', 'as it is', 'gzip', 'brotli'],
        rows: [
          row('the pane’s first screen, scripts, without Office.js', PANE, first),
          row('everything the pane can load, words and rubrics included', PANE, [...scripts, ...content]),
          row('the side panel’s first screen: page, style, script', EXTENSION, [
            'panel.html',
            'panel.css',
            'panel.js',
          ]),
          row('all scripts of the side panel', EXTENSION, panelScripts),
          row('the extension’s worker', EXTENSION, ['worker.js']),
        ],
      },
    ]);
  },
};

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' });
