import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LEFT_OUT } from '../../src/extension/build/shipped-catalogue';
import { extensionManifest } from '../../src/extension/manifest';
import { builtExtension, packagedFiles } from './extension-build';
import { readJson, ROOT } from './source-files';

jest.setTimeout(240_000);

const PANEL_KB = 160;
const WORKER_KB = 48;

let chrome: ReadonlyMap<string, Buffer>;
let firefox: ReadonlyMap<string, Buffer>;
beforeAll(() => {
  chrome = packagedFiles('chrome');
  firefox = packagedFiles('firefox');
});

const scripts = () => [...chrome].filter(([path]) => path.endsWith('.js'));
const textOf = (path: string) => chrome.get(path)?.toString('utf8') ?? '';

test('both packages hold the same files, byte for byte, but for the manifest', () => {
  expect([...firefox.keys()].sort()).toEqual([...chrome.keys()].sort());
  const different = [...chrome].filter(([path, bytes]) => !firefox.get(path)?.equals(bytes));
  expect(different.map(([path]) => path)).toEqual(['manifest.json']);
  expect([...chrome.keys()]).toEqual(
    expect.arrayContaining(['panel.html', 'panel.js', 'panel.css', 'worker.js', '_locales/en/messages.json']),
  );
});

test.each(['chrome', 'firefox'] as const)(
  'the manifest of %s is of this version and these origins',
  (name) => {
    const { version } = readJson('package.json') as { readonly version: string };
    const files = name === 'chrome' ? chrome : firefox;
    expect(JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')).toEqual(
      extensionManifest(name, { version, addinOrigins: ['https://addin.example'] }),
    );
  },
);

test('every file that the manifests and the page name is there', () => {
  const named = [chrome, firefox]
    .flatMap((files) => [
      ...(files.get('manifest.json')?.toString('utf8') ?? '').matchAll(/"([\w/-]+\.\w+)"/g),
    ])
    .map(([, path]) => path ?? '')
    .filter((path) => /\.(?:js|html|png)$/.test(path));
  const loaded = [...textOf('panel.html').matchAll(/(?:src|href)=([^\s>]+)/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(6);
  expect(loaded.sort()).toEqual(['icons/icon-32.png', 'panel.css', 'panel.js']);
  expect([...named, ...loaded].filter((path) => !chrome.has(path))).toEqual([]);
});

test(`the panel opens with at most ${PANEL_KB} KB (gzip), and the worker has at most ${WORKER_KB} KB`, () => {
  const first = ['panel.html', 'panel.css', 'panel.js'].map(
    (path) => gzipSync(chrome.get(path) ?? '').length,
  );
  expect(Math.min(...first)).toBeGreaterThan(100);
  expect(first.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThanOrEqual(PANEL_KB);
  expect(chrome.get('worker.js')?.length).toBeGreaterThan(1000);
  expect((chrome.get('worker.js')?.length ?? 0) / 1024).toBeLessThanOrEqual(WORKER_KB);
});

test('no script evaluates text, and the page has none of its own', () => {
  const evaluating = scripts().filter(([, bytes]) =>
    /\beval\(|\bnew Function\(|\bFunction\(/.test(String(bytes)),
  );
  expect(evaluating.map(([path]) => path)).toEqual([]);
  expect(textOf('panel.html')).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test('no word is asked for that was left out', () => {
  const asked = scripts().flatMap(([path, bytes]) =>
    LEFT_OUT.filter((section) => new RegExp(`["'\`]${section}\\.[a-z]`).test(String(bytes))).map(
      (section) => `${path}: ${section}`,
    ),
  );
  expect(asked).toEqual([]);
});

/** What the scripts may name: names of XML vocabularies, links a person may follow (of warnings that only developers see, too), and words of our own content. */
const NAMED = [
  /^http:\/\/(?:www\.w3\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org)\//,
  /^https:\/\/(?:react\.dev|reactjs\.org|fb\.me)\//,
  /^https:\/\/(?:aka\.ms\/griffel-css-shorthands|github\.com\/microsoft\/griffel\/issues)$/,
  /^https:\/\/benchmark\.example(?:$|\/submit$)/,
  // No address ends so (RFC 2606): what a page wrote without its site is read beside it.
  /^https:\/\/page\.invalid\/$/,
];

test('no script names an address that it could call', () => {
  const content = new Set(
    JSON.stringify([readJson('rubric/jsp.json'), readJson('assets/locales/en.json')]).match(
      /https?:\/\/[^"\s)]+/g,
    ),
  );
  const published = JSON.stringify(
    ['mdic-2022', 'mdic-2023'].map((name) => readJson(`rubric/published/${name}.json`)),
  );
  const strange = scripts().flatMap(([path, bytes]) =>
    [...new Set(String(bytes).match(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`\\)<>]*/g))]
      .filter((address) => !NAMED.some((pattern) => pattern.test(address)))
      .filter((address) => !content.has(address) && !published.includes(address))
      .map((address) => `${path}: ${address}`),
  );
  expect(strange).toEqual([]);
});

test('the worker has no way to the network, and the panel none but the browser’s own', () => {
  expect(textOf('worker.js')).not.toMatch(
    /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts/,
  );
  const calling = scripts().filter(([, bytes]) =>
    /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|EventSource|RTCPeerConnection/.test(String(bytes)),
  );
  expect(calling.map(([path]) => path)).toEqual([]);
});

test('no file names this computer or the folder it was built in', () => {
  const pointing = [...chrome].filter(
    ([, bytes]) => String(bytes).includes(ROOT) || /\/\/(?:localhost|127\.0\.0\.1)[:/]/.test(String(bytes)),
  );
  expect(pointing.map(([path]) => path)).toEqual([]);
});

test('Mozilla’s linter finds no error in the package for Firefox', () => {
  const bin = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
  const args = [
    'lint',
    '--source-dir',
    builtExtension('firefox'),
    '--output',
    'json',
    '--no-config-discovery',
  ];
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', env });
  const report = JSON.parse(stdout || JSON.stringify({ stderr })) as {
    readonly summary: Readonly<Record<string, number>>;
    readonly warnings: readonly { readonly code: string; readonly file: string }[];
  };
  expect(report.summary).toMatchObject({ errors: 0 });
  // React writes markup into elements, and the worker asks Chrome for its side panel: nothing else is to be seen.
  const expected = ['UNSAFE_VAR_ASSIGNMENT panel.js', 'UNSUPPORTED_API worker.js'];
  const seen = report.warnings.map(({ code, file }) => `${code} ${file}`);
  expect([...new Set(seen)].filter((warning) => !expected.includes(warning))).toEqual([]);
});
