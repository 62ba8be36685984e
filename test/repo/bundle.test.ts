/** @jest-environment jsdom */
import { brotliCompressSync } from 'node:zlib';
import english from '../../assets/locales/en.json';
import { build, builtFiles } from './production-build';
import { readText } from './source-files';

jest.setTimeout(180_000);

const FIRST_SCREEN_KB = 120;
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** A name that every build of Microsoft's library carries. */
const OFFICE_JS_MARK = 'OSF.DDA';

let files: ReadonlyMap<string, Buffer>;
let page: Document;
beforeAll(() => {
  files = builtFiles();
  page = new DOMParser().parseFromString(textOf('taskpane.html'), 'text/html');
});

const textOf = (path: string): string => files.get(path)?.toString('utf8') ?? '';
const scripts = (): readonly string[] =>
  [...page.querySelectorAll('script')].map((script) => script.getAttribute('src') ?? 'inline');
const javascript = (): readonly string[] => [...files.keys()].filter((path) => path.endsWith('.js'));

test(`the first screen's scripts are at most ${FIRST_SCREEN_KB} KB (brotli)`, () => {
  const own = scripts().filter((src) => src !== OFFICE_JS);
  expect(own.length).toBeGreaterThan(0);
  const bytes = own.map((src) => brotliCompressSync(files.get(src) ?? Buffer.alloc(0)).length);
  expect(bytes.every((size) => size > 1)).toBe(true);
  expect(bytes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThanOrEqual(FIRST_SCREEN_KB);
});

test('the page loads Microsoft’s hosted Office.js, before our own scripts, and nothing else from elsewhere', () => {
  expect(scripts()[0]).toBe(OFFICE_JS);
  expect(scripts().filter((src) => src.includes('://'))).toEqual([OFFICE_JS]);
  expect(scripts()).not.toContain('inline');
  expect(page.querySelectorAll('style, [style], [onload], [onclick]')).toHaveLength(0);
});

test('words and rubric are data beside the scripts, not script', () => {
  const content = [...files.keys()].filter((path) => path.startsWith('content/'));
  expect(content.filter((path) => /\/(?:en|jsp)\.\w+\.json$/.test(path))).toHaveLength(2);
  expect(javascript().filter((path) => textOf(path).includes(english.addin.tooOld))).toEqual([]);
});

test('nothing of Office.js is bundled', () => {
  expect(readText('node_modules/@microsoft/office-js/dist/excel-win32-16.01.js')).toContain(OFFICE_JS_MARK);
  expect(javascript().filter((path) => textOf(path).includes(OFFICE_JS_MARK))).toEqual([]);
});

test('a browser that forbids eval runs every script', () => {
  const evaluating = javascript().filter((path) => /\beval\(|\bnew Function\(/.test(textOf(path)));
  expect(evaluating).toEqual([]);
});

test('no file points to this computer or to the folder it was built in', () => {
  const local = /https?:\/\/(?:localhost|127\.0\.0\.1)/;
  const pointing = [...files.keys()]
    .filter((path) => /\.(js|html|css|xml)$/.test(path))
    .filter((path) => local.test(textOf(path)) || textOf(path).includes(process.cwd()));
  expect(pointing).toEqual([]);
});

test('pages, icons and the manifest lie where the manifest says', () => {
  const manifest = new DOMParser().parseFromString(textOf('manifest.xml'), 'application/xml');
  const addresses = [...manifest.querySelectorAll('[DefaultValue]')]
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((value) => value.startsWith('https://addin.example/'));
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => !files.has(new URL(address).pathname.slice(1)))).toEqual([]);
});

test('the service’s origin is in the scripts', () => {
  expect(javascript().some((path) => textOf(path).includes('https://benchmark.example'))).toBe(true);
});

test('a build without its settings stops and says which, without a stack', () => {
  const { status, printed } = build({});
  expect(status).not.toBe(0);
  expect(printed).toContain('ADDIN_ORIGIN is not set');
  expect(printed).not.toContain('    at ');
});
