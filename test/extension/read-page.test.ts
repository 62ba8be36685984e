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
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- the browser does so
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
    modifiedFrom: null,
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
  ['a day in words', '2026-05-04', meta('article:modified_time', 'May 4, 2026')],
  ['a day in words of Germany', '2026-03-04', meta('article:modified_time', '4. März 2026')],
  ['a day in words of Spain', '2026-05-04', meta('article:modified_time', '4 de mayo de 2026')],
  ['slashes with the year first', '2026-05-04', meta('article:modified_time', '2026/05/04')],
  ['a day that no month has', '2026-05-13', meta('article:modified_time', '13.05.2026')],
  ['none where day and month may be either', null, meta('article:modified_time', '04/05/2026')],
  ['none where no language says the order', null, meta('article:modified_time', '04.05.2026')],
  ['none from a version', null, meta('article:modified_time', 'Version 3')],
  ['none from another version', null, meta('article:modified_time', '3.5.2')],
  ['none from a number', null, meta('article:modified_time', '12')],
  ['none that there is not', null, meta('article:modified_time', '2026-02-30')],
  [
    'none of a comment',
    '2026-03-01',
    data({ '@type': 'Comment', dateModified: '2019-01-01' }) +
      data({ '@type': 'Article', dateModified: '2026-03-01' }),
  ],
  [
    'none of an answer in the page',
    null,
    '<div itemtype="https://schema.org/Answer"><time itemprop="dateModified" datetime="2026-02-03"></time></div>',
  ],
  ['none of a review', null, data({ '@graph': [{ '@type': 'Review', datePublished: '2020-01-01' }] })],
  [
    'none of an article elsewhere',
    null,
    data({ '@type': 'Article', url: 'https://b.example/x', dateModified: '2020-01-01' }),
  ],
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

test.each([
  ['de', '2026-05-04'],
  ['en-GB', '2026-05-04'],
  ['en-US', '2026-04-05'],
  ['en', null],
])('the order of day and month is that of the page’s language: %s', (language, day) => {
  const page = `<html lang="${language}"><title>x</title>${meta('article:modified_time', '04/05/2026')}</html>`;
  expect(dateOf(page)).toBe(day);
});

test('the source of a date is told, and the file of an application has none', () => {
  expect(read(`<title>x</title>${meta('article:modified_time', '2026-05-04')}`).modifiedFrom).toBe(
    'article:modified_time',
  );
  expect(read(`<title>x</title>${data({ dateModified: '2026-05-04' })}`).modifiedFrom).toBe('dateModified');
  expect(read('<title>x</title>', Date.UTC(2026, 0, 5)).modifiedFrom).toBe('Last-Modified');
  expect(dateOf('<title>x</title><div id="root"></div>', Date.UTC(2026, 0, 5))).toBeNull();
});

test('what a document said of another address is not said of the one that it moved on to', () => {
  const page = `<title>x</title>${meta('article:modified_time', '2026-05-04')}`;
  const entries = jest.fn(() => [{ name: 'http://localhost/browse/A-1' }]);
  Object.defineProperty(performance, 'getEntriesByType', { configurable: true, value: entries });
  expect(dateOf(page)).toBeNull();
  expect(dateOf(`<link rel="canonical" href="http://localhost/">${page}`)).toBe('2026-05-04');
  entries.mockReturnValue([{ name: 'http://localhost/#part' }]);
  expect(dateOf(page)).toBe('2026-05-04');
});
