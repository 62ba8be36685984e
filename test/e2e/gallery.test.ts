import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { countOf } from '../depth';
import { exhibits } from '../pane/exhibits';
import { launchChromium, watchedPage, type Watched } from './chromium';
import { serveGallery, type Gallery } from './gallery-build';
import {
  endlessMotion,
  focusedStop,
  focusFell,
  layoutFaults,
  lostEdges,
  markEdges,
  markStops,
  pressButton,
  type Stop,
} from './page-faults';

jest.setTimeout(60_000);

const WIDTHS = [320, 350, 450];
const HEIGHT = 700;
const names = exhibits.map(({ name }) => name);
const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** How an exhibit is looked at: as it is, in the dark, in words 40 % longer. */
const LOOKS = ['light', 'dark', 'light,long'] as const;
type Look = (typeof LOOKS)[number];
/** The dark moves nothing, and changes nothing but colours; longer words change nothing that axe sees. */
const MEASURED: readonly Look[] = ['light', 'light,long'];
/** Which looks an exhibit is given: all, or one after the other by turns. */
const looksOf = (at: number): readonly Look[] =>
  LOOKS.filter((_, turn) => (at + turn) % LOOKS.length < countOf('looksOfAView'));
const AXE: Readonly<Record<Look, string | null>> = {
  light: 'axe.run(document)',
  dark: "axe.run(document, { runOnly: ['color-contrast'] })",
  'light,long': null,
};
/** Most of the time an exhibit waits for its views to load: some pages wait together; each takes a second to open. */
const PAGES = 4;

interface Seen {
  readonly layout: readonly string[];
  readonly axe: readonly string[];
  readonly contrastChecked: boolean;
  /** Texts that did not come from the catalogue, where everything of it stands in brackets. */
  readonly foreign: readonly string[];
}

let site: Gallery;
let browser: Browser;
const watched: Watched[] = [];
let page: Page;
const seen = new Map<string, Seen>();

beforeAll(async () => {
  [site, browser] = await Promise.all([serveGallery(), launchChromium()]);
  for (let i = 0; i < PAGES; i += 1) watched.push(await openGallery());
  page = watched[0]!.page;
  const looks = names.flatMap((name, at) => looksOf(at).map((how) => ({ name, how })));
  await Promise.all(
    watched.map(async (one) => {
      for (let next = looks.shift(); next !== undefined; next = looks.shift())
        seen.set(`${next.name},${next.how}`, await look(one.page, next.name, next.how));
    }),
  );
}, 180_000);

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await site.close();
  }
});

async function openGallery(): Promise<Watched> {
  const opened = await watchedPage(await browser.newContext({ viewport: { width: 350, height: HEIGHT } }));
  opened.page.setDefaultTimeout(30_000);
  await opened.page.goto(`${site.url}#${names[0]!}`);
  await opened.page.evaluate(axe);
  return opened;
}

/** Shows an exhibit on the page that is there: `answer`, `answer,dark`, `answer,light,long`. */
async function show(on: Page, hash: string): Promise<void> {
  await on.evaluate((to) => (location.hash = to), hash);
  await on.waitForFunction((to) => document.documentElement.dataset['ready'] === to, hash);
}

async function look(on: Page, name: string, how: Look): Promise<Seen> {
  await show(on, `${name},${how}`);
  const layout: string[] = [];
  for (const width of MEASURED.includes(how) ? WIDTHS : []) {
    await on.setViewportSize({ width, height: HEIGHT });
    layout.push(...(await on.evaluate(layoutFaults)).map((fault) => `${width} px: ${fault}`));
  }
  const ask = AXE[how];
  if (ask === null) {
    const foreign = await on.evaluate<string[]>('foreignTexts()');
    return { layout, axe: [], contrastChecked: false, foreign };
  }
  const { violations, passes } = await on.evaluate<AxeResults>(ask);
  return {
    layout,
    axe: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    contrastChecked: passes.some(({ id }) => id === 'color-contrast'),
    foreign: [],
  };
}

for (const [at, name] of names.entries()) {
  for (const how of looksOf(at)) {
    describe(`${name}, ${how}`, () => {
      if (MEASURED.includes(how)) {
        test('fits from 320 px on and cuts no text', () => {
          expect(seen.get(`${name},${how}`)?.layout).toEqual([]);
        });
      }
      if (AXE[how] === null) {
        test('every word comes from the catalogue', () => {
          expect(seen.get(`${name},${how}`)?.foreign).toEqual([]);
        });
      } else {
        test('axe finds nothing, contrast included', () => {
          expect(seen.get(`${name},${how}`)).toMatchObject({ axe: [], contrastChecked: true });
        });
      }
    });
  }
}

test.each(['first-run', 'answer-na-without-reason', 'submit-form', 'submit-review'])(
  'Tab reaches every control of %s in the order of the page, and each shows that it has the focus',
  async (name) => {
    await page.setViewportSize({ width: 350, height: 2000 });
    await show(page, name);
    const stops = await page.evaluate(markStops);
    expect(stops.length).toBeGreaterThan(0);
    const picture = ({ name: _, ...clip }: Stop) => page.screenshot({ clip, animations: 'disabled' });
    const before: Buffer[] = [];
    for (const stop of stops) before.push(await picture(stop));
    const reached: string[] = [];
    const unseen: string[] = [];
    for (const [at, stop] of stops.entries()) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(focusedStop));
      if ((await picture(stop)).equals(before[at]!)) unseen.push(stop.name);
    }
    expect(reached).toEqual(stops.map((stop) => stop.name));
    expect(unseen).toEqual([]);
  },
);

test('whatever button of whatever view is pressed, the focus stays in the page', async () => {
  const count = countOf('pressedButtons');
  const presses = Array.from({ length: count }, (_, at) => at);
  const stride = Math.max(1, Math.floor(names.length / count));
  const fell: string[] = [];
  await Promise.all(
    watched.map(async ({ page: on }) => {
      for (let at = presses.shift(); at !== undefined; at = presses.shift()) {
        const name = names[(at * stride) % names.length]!;
        await show(on, `${name},light,${at}`);
        const button = await on.evaluate(pressButton, count > names.length ? at / names.length : at * 5);
        await on.evaluate('atRest()');
        if (button !== null && (await on.evaluate(focusFell))) fell.push(`${name}: ${button}`);
      }
    }),
  );
  expect(fell).toEqual([]);
}, 600_000);

test.each([
  'first-run',
  'answer',
  'answer-na-without-reason',
  'compare-offline',
  'check-findings',
  'submit-form',
])('what has an edge in %s keeps it in a contrast theme', async (name) => {
  await show(page, name);
  expect(await page.evaluate(markEdges)).toBeGreaterThan(0);
  await page.emulateMedia({ forcedColors: 'active' });
  try {
    expect(await page.evaluate(lostEdges)).toEqual([]);
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
  }
});

test.each(['inserting', 'submit-sending'])(
  '%s stands still for those who ask for less motion',
  async (name) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      await show(page, name);
      expect(await page.evaluate(endlessMotion)).toEqual([]);
    } finally {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
    }
  },
);

test('no exhibit complains or asks another machine for anything', () => {
  expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(watched.flatMap(({ outside }) => outside)).toEqual([]);
});
