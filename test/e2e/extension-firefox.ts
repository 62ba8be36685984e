import { builtExtension } from '../repo/extension-build';
import { type Firefox, launchFirefox } from './firefox';

/** Firefox with the built extension, a page in one tab, and the extension's panel in another beside its sidebar. */
export interface ExtensionFirefox extends Firefox {
  readonly id: string;
  /** A press on the extension's button while the page is in front: a real one, with all that it grants. */
  pressIcon(): Promise<void>;
  /** Chooses an entry of the context menu over an element of the page, or of a frame of it. */
  chooseInMenu(entry: string, selector: string, frame?: string): Promise<void>;
  /** The address that the sidebar shows; null while it is closed. */
  sidebar(): Promise<string | null>;
  goTo(address: string): Promise<void>;
  /** Runs a script in the page, or in a frame of it; gives what it returns. */
  inPage(script: string, frame?: string): Promise<unknown>;
  /** Loads the panel's tab anew. */
  openPanel(): Promise<void>;
  inPanel(script: string, ...values: readonly unknown[]): Promise<unknown>;
  /** Clicks, as a user does, what an XPath finds in the panel; it waits for it to come. */
  click(path: string): Promise<void>;
  /** Waits for the panel to hold what an XPath finds. */
  see(path: string): Promise<void>;
}

/** Text as XPath has it: it knows no escapes. */
const literal = (text: string): string =>
  text.includes('"')
    ? `concat(${text
        .split('"')
        .map((part) => `"${part}"`)
        .join(`, '"', `)})`
    : `"${text}"`;

/** A button or tab by its name. */
export const named = (name: string): string =>
  `//*[self::button or @role="tab"][normalize-space()=${literal(name)} or @aria-label=${literal(name)}]`;
/** What holds a text and is not hidden with its tab. */
export const saying = (text: string): string =>
  `//main//*[contains(normalize-space(), ${literal(text)})][not(ancestor::*[@hidden])] | //section//*[contains(normalize-space(), ${literal(text)})][not(ancestor::*[@hidden])]`;

/** Clicks the extension's entry behind the button of all extensions, which is where Firefox puts it. */
const PRESS = `
const [id] = values;
const until = (find) => new Promise((resolve) => {
  const look = () => { const found = find(); if (found) resolve(found); else window.requestAnimationFrame(look); };
  look();
});
document.getElementById('unified-extensions-button').click();
const button = await until(() => document.querySelector(
  '#unified-extensions-panel [data-extensionid="' + id + '"] .unified-extensions-item-action-button'));
await until(() => button.getBoundingClientRect().width > 0);
button.click();`;

const CHOOSE = `
const [entry] = values;
const menu = document.getElementById('contentAreaContextMenu');
if (menu.state !== 'open') await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
const item = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === entry);
if (!item) throw new Error('No entry ' + entry + ' among ' + [...menu.children].map(({ label }) => label));
menu.activateItem(item);`;

const SIDEBAR = `
const { SidebarController } = window;
const inner = SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser');
return SidebarController.isOpen ? (inner?.currentURI?.spec ?? null) : null;`;

/** Starts it. Every address that it asks for goes to the proxy. */
export async function extensionFirefox(proxy: string): Promise<ExtensionFirefox> {
  const firefox = await launchFirefox(proxy);
  const { send, inWindow } = firefox;
  const valueOf = async (reply: Promise<unknown>) => ((await reply) as { readonly value: unknown }).value;
  const id = String(
    await valueOf(send('Addon:Install', { path: builtExtension('firefox'), temporary: true })),
  );
  const host = await inWindow('return WebExtensionPolicy.getByID(values[0]).mozExtensionHostname', id);
  const page = await valueOf(send('WebDriver:GetWindowHandle'));
  const { handle: panel } = (await send('WebDriver:NewWindow', { type: 'tab' })) as {
    readonly handle: string;
  };

  const show = (handle: unknown) => send('WebDriver:SwitchToWindow', { handle, focus: true });
  const find = (using: string, value: string) => valueOf(send('WebDriver:FindElement', { using, value }));
  const run = (script: string, ...values: readonly unknown[]) =>
    valueOf(send('WebDriver:ExecuteScript', { script, args: values }));
  const idOf = (element: unknown) => Object.values(element as Readonly<Record<string, string>>)[0];

  async function showPage(frame?: string): Promise<void> {
    await show(page);
    if (frame === undefined) return;
    await send('WebDriver:SwitchToFrame', { element: idOf(await find('css selector', frame)) });
  }

  return {
    ...firefox,
    id,
    async pressIcon() {
      await showPage();
      await inWindow(PRESS, id);
    },
    async chooseInMenu(entry, selector, frame) {
      await showPage(frame);
      const origin = await find('css selector', selector);
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 2 },
        { type: 'pointerUp', button: 2 },
      ];
      await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
      await inWindow(CHOOSE, entry);
      await show(page);
    },
    sidebar: async () => (await inWindow(SIDEBAR)) as string | null,
    async goTo(address) {
      await showPage();
      await send('WebDriver:Navigate', { url: address });
    },
    async inPage(script, frame) {
      await showPage(frame);
      return run(script);
    },
    async openPanel() {
      await show(panel);
      await send('WebDriver:Navigate', { url: `moz-extension://${String(host)}/panel.html` });
    },
    async inPanel(script, ...values) {
      await show(panel);
      return run(script, ...values);
    },
    async click(path) {
      await show(panel);
      const element = await find('xpath', path);
      // As a person does before they press: what lies below the bar that stays is scrolled out from under it.
      await run("arguments[0].scrollIntoView({ block: 'center' })", element);
      await send('WebDriver:ElementClick', { id: idOf(element) });
    },
    async see(path) {
      await show(panel);
      await find('xpath', path);
    },
  };
}
