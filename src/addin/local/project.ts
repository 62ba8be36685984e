import { join } from 'node:path';
import type { Words } from '../../words/words';
import { loadWords } from '../../pane/shipped-content';
import { folderShelf } from './folder-shelf';

/** Where things are in the project. npm runs every script in the folder of package.json. */
export const project = {
  root: process.cwd(),
  path: (...parts: string[]): string => join(process.cwd(), ...parts),
  /** What `webpack --mode development` builds. */
  builtPane: join(process.cwd(), '.cache/local/pane'),
  builtSandbox: join(process.cwd(), '.cache/local/sandbox'),
  builtSubmitPage: join(process.cwd(), '.cache/local/submit'),
};

/** The words of the terminal's language (LC_ALL, LANG: `de_DE.UTF-8`). */
export async function terminalWords(env: NodeJS.ProcessEnv): Promise<Words> {
  const locale = env['LC_ALL'] ?? env['LANG'] ?? 'en';
  const tag = (locale.split('.')[0] ?? 'en').replace('_', '-');
  return (await loadWords(folderShelf(project.path('assets/locales')), tag)).words;
}
