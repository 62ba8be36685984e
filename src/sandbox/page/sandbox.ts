import { shelves } from '../../addin/shelves';
import { loadWords } from '../../pane/shipped-content';
import type { Words } from '../../words/words';
import { createSandboxBook } from '../host/create-book';
import { attachTo } from '../host/native-host';
import { attachSplitter } from './splitter';
import { librariesOf, mountGrid } from './mount-grid';
import { openPane } from './open-pane';
import { attachProtection } from './protection-button';

const TEMPLATES = '/sandbox/grid/o_spreadsheet.xml';
/** `sample` lets the pane offer *Fill with sample answers*. */
const PANE = '/taskpane.html?sample';

/** Grid, host and pane, in this order: the pane asks its host as soon as it is there. */
async function start(words: Words): Promise<string | null> {
  attachSplitter(element('splitter'), element('pane'));
  const libraries = librariesOf(window);
  if (typeof libraries === 'string') return words('sandbox.gridMissing', { file: libraries, reason: '404' });
  const templates = await fetch(TEMPLATES);
  if (!templates.ok) {
    return words('sandbox.gridMissing', { file: 'o_spreadsheet.xml', reason: templates.status });
  }
  const book = createSandboxBook(libraries.spreadsheet);
  // What was refused is told until something else is done, as a message box in Excel is closed.
  book.watchPerson((what) => (what === 'refused' ? show(words('sandbox.locked')) : hide()));
  attachProtection(element('protection') as HTMLButtonElement, book, words);
  await mountGrid(libraries, book.model, await templates.text(), element('grid'), { onRefusal: show });
  const opened = await openPane(element('pane'), PANE, words('sandbox.pane'), (pane) => attachTo(pane, book));
  return opened === 'detached' ? words('sandbox.paneDetached') : null;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`sandbox.html has no #${id}`);
  return found;
}

function show(text: string): void {
  const failure = element('failure');
  failure.textContent = text;
  failure.hidden = false;
}

function hide(): void {
  element('failure').hidden = true;
}

const { words } = await loadWords(shelves.locales, navigator.language);
try {
  const failure = await start(words);
  if (failure !== null) show(failure);
} catch (error) {
  show(words('sandbox.unexpected', { reason: error instanceof Error ? error.message : String(error) }));
  throw error;
}
