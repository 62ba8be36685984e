import { createRoot } from 'react-dom/client';
import { Pane } from '../../src/pane/pane';
import type { WordKey } from '../../src/words/words';
import { words as english } from './fixtures';
import { gallery, type Press } from './gallery';
import { pseudo } from './pseudo';

/** A page that shows one exhibit, named in the hash (`#answer`, `#answer,dark`, `#answer,light,long`), for pictures and for axe in a real browser. */
const [name, theme, length] = decodeURIComponent(location.hash.slice(1)).split(',');
const exhibit = gallery.find((one) => one.name === name);
if (!exhibit) throw new Error(`No exhibit ${name}: ${gallery.map((one) => one.name).join(' ')}`);

const ports = exhibit.ports({
  theme: theme === 'dark' ? 'dark' : 'light',
  words: length === 'long' ? pseudo : english,
});
const root = document.body.appendChild(document.createElement('div'));
document.body.style.margin = '0';
createRoot(root).render(<Pane {...ports} />);
void show(exhibit.press);

async function show(presses: readonly Press[]): Promise<void> {
  for (const { role, key } of presses) {
    const label = ports.words(key as WordKey, { count: 2, endpoint: ports.benchmark.endpoint });
    (await controlNamed(role, label)).click();
    await settled();
  }
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await settled();
    if (document.body.textContent.includes(ports.words('pane.loading'))) quiet = 0;
  }
  document.documentElement.dataset['ready'] = 'yes';
}

async function controlNamed(role: string, label: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = find(role, label);
    if (found) return found;
    await settled();
  }
  throw new Error(`No ${role} named ${label}`);
}

function find(role: string, label: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button, [role], input[type=checkbox]')].find(
    (element) => {
      const own =
        element.getAttribute('role') ?? (element instanceof HTMLInputElement ? element.type : 'button');
      const name = element.getAttribute('aria-label') ?? element.textContent;
      const labelled = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : name;
      return own === role && labelled?.trim() === label && element.closest('[hidden]') === null;
    },
  );
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}
