import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { renderReport } from '../../src/service/report/render-report';
import { renderReportIndex } from '../../src/service/report/render-report-index';
import { styleHash } from '../../src/service/report/style-hash';
import { english } from '../load-words';
import { EDITIONS } from '../service/report/editions';
import { launchChromium, watchedPage, type Watched } from './chromium';
import { layoutFaults } from './page-faults';

jest.setTimeout(60_000);

const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const NAMES = [...Object.keys(EDITIONS), 'index'];
const pages = new Map<string, string>();
let server: Server;
let browser: Browser;
let watched: Watched;
let folder: string;

beforeAll(async () => {
  for (const [name, edition] of Object.entries(EDITIONS)) pages.set(name, await renderReport(edition));
  const releases = [{ id: 'r3', title: 'Cycle 2026', made: '2027-04-15' }];
  pages.set('index', renderReportIndex({ releases, mode: 'open', words: english }));
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  server = serve();
  await once(server, 'listening');
  browser = await launchChromium();
  watched = await watchedPage(await browser.newContext());
}, 120_000);

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

/** The pages under the policy that the service sends: nothing but the one style may apply. */
function serve(): Server {
  return createServer((request, response) => {
    const page = pages.get((request.url ?? '').slice(1));
    if (page === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': `default-src 'none';style-src ${styleHash(page)}`,
        })
        .end(page);
  }).listen({ host: '127.0.0.1', port: 0 });
}

async function show(name: string, width: number): Promise<void> {
  await watched.page.setViewportSize({ width, height: 900 });
  await watched.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
}

describe.each(NAMES)('%s', (name) => {
  test('fits a phone and a wide screen; only tables may scroll, by themselves', async () => {
    await show(name, 320);
    for (const width of [320, 390, 760, 1400]) {
      await watched.page.setViewportSize({ width, height: 900 });
      const faults = await watched.page.evaluate(layoutFaults);
      expect(faults.filter((fault) => !fault.startsWith('cut: <div>'))).toEqual([]);
      const scrolls = await watched.page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(scrolls).toBe(false);
    }
  });
});

/** `large` and `empty` have no element that the others lack. */
describe.each(['small', 'tiny', 'index'])('axe finds nothing in %s, contrast included', (name) => {
  test.each([
    ['on a wide screen', 1100, 'none'],
    ['on a phone', 360, 'none'],
    ['in forced colours', 1100, 'active'],
  ] as const)('%s', async (_, width, forcedColors) => {
    await watched.page.emulateMedia({ forcedColors });
    try {
      await show(name, width);
      await watched.page.evaluate(axe);
      const { violations, passes } = await watched.page.evaluate<AxeResults>('axe.run(document)');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    } finally {
      await watched.page.emulateMedia({ forcedColors: 'none' });
    }
  });
});

test('a wide screen cuts no table, and each width has the chart that was drawn for it', async () => {
  await show('small', 1100);
  const cut =
    '[...document.querySelectorAll(".scroll")].filter((one) => one.scrollWidth > one.clientWidth).length';
  expect(await watched.page.evaluate(cut)).toBe(0);
  expect(await watched.page.locator('svg.narrow:visible').count()).toBe(0);
  const drawn = await watched.page.locator('svg.wide:visible').count();
  expect(drawn).toBeGreaterThan(6);
  await show('small', 390);
  expect(await watched.page.locator('svg.narrow:visible').count()).toBe(drawn);
  expect(await watched.page.locator('svg.wide:visible').count()).toBe(0);
});

test('the style that the policy allows applies, and nothing complains or asks another machine', async () => {
  await show('small', 1100);
  const size = await watched.page.evaluate('getComputedStyle(document.querySelector("h1")).fontSize');
  expect(size).toBe('34px');
  expect(watched.complaints).toEqual([]);
  expect(watched.outside).toEqual([]);
});

describe('printed to PDF', () => {
  test.each([
    ['small', 9, 13],
    ['large', 9, 13],
    ['tiny', 5, 9],
    ['empty', 4, 7],
  ])('%s is tagged, A4, and between %i and %i pages', async (name, least, most) => {
    const file = await print(name);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:.*A4/);
    const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  test('it reads well: every part in its order, sentences whole, tables row by row, no page without words', async () => {
    const text = run('pdftotext', '-layout', await print('small'), '-');
    const flat = text.replace(/\s+/g, ' ');
    const parts = [
      'In brief',
      'Domains',
      'Figures that others published',
      'Items',
      'Groups of contributors',
      'Changes since the cycle before',
      'Method',
      'Data and verification',
    ];
    const headings = [...text.replaceAll('\f', '\n').matchAll(/^ *(\S.*?) *$/gm)].map(
      ([, line]) => line ?? '',
    );
    const places = parts.map((part) => headings.lastIndexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(flat).toContain('The mean composite of 15 or more contributors is 1.65 on the scale from 0 to 5');
    expect(flat).toMatch(/Composite 15\+ 1\.65 1\.45 to 1\.85 1\.65 1\.30 to 2\.05 0 70 30 0 0/);
    expect(flat).toContain('— fewer than 5 contributors');
    const sheets = text.split('\f').slice(0, -1);
    for (const sheet of sheets) expect(sheet.trim().length).toBeGreaterThan(400);
  });

  test('its structure has headings, tables with headers, and a text for each chart', async () => {
    const structure = run('pdfinfo', '-struct', await print('small'));
    for (const [kind, least] of [
      ['H1', 1],
      ['H2', 7],
      ['H3', 10],
      ['Table', 9],
      ['TH', 60],
      ['Figure', 7],
    ] as const)
      expect(structure.match(new RegExp(`^\\s*${kind}\\b`, 'gm'))?.length ?? 0).toBeGreaterThanOrEqual(least);
  });
});

async function print(name: string): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  if (existsSync(file)) return file;
  await show(name, 1100);
  writeFileSync(
    file,
    await watched.page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true }),
  );
  return file;
}

/** Poppler complains of what PDF 2.0 added; what it reads is what counts. */
const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
