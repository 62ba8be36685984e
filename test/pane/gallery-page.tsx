import { createRoot, type Root } from 'react-dom/client';
import type { Words } from '../../src/words/words';
import { words as english } from './fixtures';
import { nameOf, type Press } from './exhibit';
import { type AnyExhibit, exhibits, viewOf } from './exhibits';
import { pseudo, unwrapped } from './pseudo';

/** Every so many milliseconds the page is looked at; after so many looks without a change an exhibit is ready. */
const LOOK = 25;
const STILL = 6;
const MOST_LOOKS = 400;

let shown: Root | null = null;
/** Whether nothing that is shown is about to go by itself. */
let settled = (): boolean => true;

/** A page that shows the exhibit named in the hash (`#answer`, `#answer,dark`, `#answer,light,long`), for pictures and for axe in a real browser; html[data-ready] holds the hash that is shown. */
async function show(): Promise<void> {
  const hash = decodeURIComponent(location.hash.slice(1));
  const [name, theme, length] = hash.split(',');
  const exhibit = exhibits.find((one) => one.name === name);
  if (!exhibit) throw new Error(`No exhibit ${hash}: ${exhibits.map((one) => one.name).join(' ')}`);
  delete document.documentElement.dataset['ready'];
  shown?.unmount();
  document.body.replaceChildren();
  window.scrollTo(0, 0);
  const words = length === 'long' ? pseudo : english;
  await hang(exhibit, theme === 'dark' ? 'dark' : 'light', words);
  document.documentElement.dataset['ready'] = hash;
}

async function hang(exhibit: AnyExhibit, theme: 'light' | 'dark', words: Words): Promise<void> {
  const { view, ports } = viewOf(exhibit, { theme, words });
  shown = createRoot(document.body.appendChild(document.createElement('div')));
  shown.render(view);
  for (const step of exhibit.press) {
    press(await controlNamed(step.role, nameOf(step, ports)), step);
  }
  const passing = (['looking', 'loading', 'signature-checking'] as const).map((key) => words(`pane.${key}`));
  settled = () => !passing.some((text) => document.body.textContent.includes(text));
  await stillness(settled);
}

function press(control: HTMLElement, step: Press): void {
  if (step.role === 'textbox') return fill(control as HTMLTextAreaElement, step.text ?? '');
  const select = control.closest('select');
  if (!(control instanceof HTMLOptionElement) || !select) return control.click();
  select.value = control.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** As typed: React watches the property of the element, not that of its prototype. */
function fill(box: HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

async function controlNamed(role: Press['role'], name: string): Promise<HTMLElement> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const found = find(role, name);
    if (found) return found;
    await pause();
  }
  throw new Error(`No ${role} named ${name}`);
}

const PRESSABLE = 'button, [role], input[type=checkbox], option, summary, textarea';

function find(role: Press['role'], name: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(PRESSABLE)].find((element) => {
    const usable = element.closest('[hidden]') === null && !element.matches(':disabled');
    return roleOf(element) === role && labelOf(element)?.trim() === name && usable;
  });
}

function roleOf(element: HTMLElement): string {
  const own = element.getAttribute('role');
  if (own !== null) return own;
  if (element instanceof HTMLInputElement) return element.type;
  if (element instanceof HTMLTextAreaElement) return 'textbox';
  if (element instanceof HTMLOptionElement) return 'option';
  return element.tagName === 'SUMMARY' ? 'disclosure' : 'button';
}

function labelOf(element: HTMLElement): string | null | undefined {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return element.labels?.[0]?.textContent;
  return element.getAttribute('aria-label') ?? element.textContent;
}

/** Resolves when `settled` holds and the page has not changed for a while. */
async function stillness(settled: () => boolean): Promise<void> {
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((some) => changes.push(...some));
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  try {
    for (let looks = 0, still = 0; still < STILL; looks += 1) {
      if (looks === MOST_LOOKS) throw new Error('The exhibit does not come to rest');
      await pause();
      still = changes.splice(0).length === 0 && settled() ? still + 1 : 0;
    }
  } finally {
    observer.disconnect();
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK));

Object.assign(window, {
  foreignTexts: () => unwrapped(document.body),
  atRest: () => stillness(() => settled()),
});
window.addEventListener('hashchange', () => void show());
void show();
