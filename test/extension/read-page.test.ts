/** @jest-environment jsdom */
import { readPage } from '../../src/extension/worker/read-page';
import type { PageFacts } from '../../src/extension/worker/page-facts';

const NOW = Date.UTC(2026, 10, 24, 9, 30);

/** Runs it as a browser does: from its text, with nothing around it. */
function read(html: string, lastModified = NOW): PageFacts {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  Object.defineProperty(document, 'lastModified', {
    configurable: true,
    get: () => new Date(lastModified).toUTCString(),
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the browser does so
  return new Function('now', `return (${readPage.toString()})(now)`)(NOW) as PageFacts;
}
const dateOf = (html: string, lastModified?: number) => read(html, lastModified).modified;
const meta = (name: string, content: string, by = 'property') =>
  `<meta ${by}="${name}" content="${content}">`;
const data = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

test('reads title and address', () => {
  document.body.innerHTML = '';
  const page = '<title>SOP-014</title><p>Reports are acknowledged</p>';
  read(page);
  expect(read(page)).toEqual({
    title: 'SOP-014',
    address: 'http://localhost/',
    modified: null,
  });
});

test.each<[string, string | null, string]>([
  ['its modification', '2026-05-04', meta('article:modified_time', '2026-05-04T23:30:00-08:00')],
  ['Open Graph', '2026-05-04', meta('og:updated_time', '2026-05-04T10:00:00Z')],
  [
    'a header in the page',
    '2026-11-20',
    meta('last-modified', 'Fri, 20 Nov 2026 10:00:00 GMT', 'http-equiv'),
  ],
  ['Dublin Core', '2025-01-31', meta('DCTERMS.modified', '2025-01-31', 'name')],
  ['microdata', '2026-02-03', '<time itemprop="dateModified" datetime="2026-02-03">3 Feb</time>'],
  ['structured data', '2026-03-01', data({ '@type': 'Article', dateModified: '2026-03-01T00:00:00Z' })],
  ['a list of it', '2026-03-02', data([{ a: 1 }, { dateModified: '2026-03-02' }])],
  ['a graph of it', '2026-03-03', data({ '@graph': [null, { dateModified: '2026-03-03' }] })],
  ['its publication', '2024-12-31', meta('article:published_time', '2024-12-31')],
  [
    'modification before publication',
    '2026-01-01',
    meta('article:published_time', '2025-01-01') + data({ dateModified: '2026-01-01' }),
  ],
  [
    'the next where one is no date',
    '2026-01-01',
    meta('article:modified_time', 'soon') + data({ dateModified: '2026-01-01' }),
  ],
  ['none from the future', null, meta('article:modified_time', '2031-01-01')],
  ['none from before the web', null, meta('article:modified_time', '1970-01-01')],
  ['none from a list of other things', null, '<time datetime="2026-02-03">last visit</time>'],
  ['none from broken data', null, '<script type="application/ld+json">{"dateModified": </script>'],
])('the page’s own date: %s', (_case, day, html) => {
  expect(dateOf(`<title>x</title>${html}`)).toBe(day);
});

test('a file’s own date counts, the moment of loading does not', () => {
  expect(dateOf('<title>x</title>', Date.UTC(2026, 0, 5))).toBe('2026-01-05');
  expect(dateOf('<title>x</title>', NOW - 30_000)).toBeNull();
  expect(dateOf('<title>x</title>', Date.UTC(1970, 0, 1))).toBeNull();
});

test('a page that puts its own things in the document’s place is read as far as it goes', () => {
  const clobbered =
    '<form name="title"></form><form name="querySelectorAll"></form><form name="lastModified"></form>';
  const page = read(`${clobbered}<p>x</p>`);
  expect(page).toMatchObject({ address: 'http://localhost/', modified: null });
  expect(typeof page.title).toBe('string');
});
