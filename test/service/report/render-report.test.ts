/** @jest-environment jsdom */
import './vega-in-jsdom';
import { createHash } from 'node:crypto';
import type { Edition } from '../../../src/service/report/edition';
import { renderReport } from '../../../src/service/report/render-report';
import { renderReportIndex } from '../../../src/service/report/render-report-index';
import { styleHash } from '../../../src/service/report/style-hash';
import type { Release, ReleaseCell } from '../../../src/rubric/release';
import { jsp } from '../../load-rubric';
import { english } from '../../load-words';
import { EDITIONS } from './editions';

const index = (mode: Edition['mode']): string =>
  renderReportIndex({
    releases: [{ id: 'r2', title: 'Cycle 2026 <b>', made: '2027-04-15' }],
    mode,
    words: english,
  });

const pages = new Map<string, string>();
beforeAll(async () => {
  for (const [name, edition] of Object.entries(EDITIONS)) pages.set(name, await renderReport(edition));
  pages.set('index', index('open'));
});

const NAMES = [...Object.keys(EDITIONS), 'index'];
const REPORTS = Object.keys(EDITIONS) as readonly (keyof typeof EDITIONS)[];
const html = (name: string): string => pages.get(name) ?? '';
const read = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

describe.each(NAMES)('%s', (name) => {
  test('holds no script, no style attribute, and nothing that is loaded', () => {
    const document = read(html(name));
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(
      document.querySelector('script, link, img, iframe, object, embed, image, use, [src], base'),
    ).toBeNull();
    const names = [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
    expect(names.filter((attribute) => /^(style|on.*|xlink:href)$/.test(attribute))).toEqual([]);
    expect(html(name)).not.toMatch(/url\(|@import|https?:|\/\//);
    expect(html(name)).not.toMatch(/undefined|NaN|\[object/);
  });

  test('its links lead to itself or to the service', () => {
    const document = read(html(name));
    const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) {
      if (href.startsWith('#')) expect(document.getElementById(href.slice(1))).not.toBeNull();
      else expect(href).toMatch(/^(\.\.\/(v1\/releases\/r\d+(\.csv)?|docs)|report\/r\d+)$/);
    }
  });

  test('its headings go down step by step from one title, and no id is given twice', () => {
    const document = read(html(name));
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the hash for its policy is that of its one style element', () => {
    const style = read(html(name)).querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(styleHash(html(name))).toBe(`'sha256-${hash}'`);
  });
});

describe.each(REPORTS)('the report on %s', (name) => {
  test('the same edition gives the same bytes', async () => {
    const again = await renderReport(turnedRound(EDITIONS[name]));
    expect(digestOf(again)).toBe(digestOf(html(name)));
  });

  test('every table has a caption, headings with a scope, and as many cells as columns', () => {
    for (const table of read(html(name)).querySelectorAll('table')) {
      expect(table.caption?.textContent).toBeTruthy();
      for (const heading of table.querySelectorAll('th')) {
        expect(heading.getAttribute('scope')).toMatch(/^(col|row|colgroup)$/);
        expect(heading.textContent).toBeTruthy();
      }
      const width = (row: HTMLTableRowElement) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
      const columns = width(table.tHead!.rows[0]!);
      for (const row of table.tBodies[0]!.rows) expect(width(row)).toBe(columns);
    }
  });

  test('every chart says in words what it shows, and its marks say nothing more', () => {
    for (const chart of read(html(name)).querySelectorAll('figure svg.chart')) {
      expect(chart.getAttribute('role')).toBe('img');
      expect(chart.getAttribute('aria-label')).toMatch(/\w{3,}.*\./);
      expect(chart.querySelector('[id], a, foreignObject')).toBeNull();
    }
  });

  test('says what it is not, where the files are and how to verify it', () => {
    const text = read(html(name)).body.textContent;
    expect(text).toContain('not a publication of MDIC');
    expect(text).toContain('not a CMMI rating');
    expect(text).toContain(jsp.notice);
    expect(text).toContain('npm run benchmark -- verify');
    for (const print of [EDITIONS[name].hash, EDITIONS[name].release.keyId, EDITIONS[name].release.tree.root])
      expect(text).toContain(print);
  });
});

test.each(REPORTS)('what %s hides is a dash with its reason, never a number', (name) => {
  const { release } = EDITIONS[name];
  const document = read(html(name));
  const rows = new Map(
    [...document.querySelectorAll('#items tbody tr, #segments tbody tr')].map((row) => [
      row.querySelector('th')?.textContent ?? '',
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    ]),
  );
  const all = release.cells['all'];
  const hidden =
    all === undefined || 'hidden' in all ? [] : jsp.items.filter(({ id }) => 'hidden' in all.items[id]!);
  for (const { id, title } of hidden) {
    const cells = rows.get(`${id} ${title}`);
    expect(cells).toEqual(['— fewer than 5 contributors']);
  }
  const groups = Object.entries(release.cells).filter(([key, cell]) => key !== 'all' && 'hidden' in cell);
  const dashes = [...document.querySelectorAll('#segments td.gap')].map((cell) => cell.textContent);
  expect(dashes).toHaveLength(groups.length);
  for (const text of dashes) expect(text).toMatch(/^— (fewer than 5|it could be worked out)/);
});

test('a figure that is hidden in a copy of a release leaves no trace of its numbers', async () => {
  const marked = 333;
  const all = cellOf(EDITIONS.small.release);
  const told = {
    answers: '15+',
    mean: marked,
    median: marked,
    p25: marked,
    p75: marked,
    margin: 15,
    shares: [0, 0, 0, 100, 0],
  };
  const withOrg = (measure: ReleaseCell & object): Release => ({
    ...EDITIONS.small.release,
    cells: { all: { ...all, domains: { ...all.domains, ORG: measure } } as ReleaseCell },
  });
  const shown = await renderReport({ ...EDITIONS.small, release: withOrg(told as never), former: null });
  expect(shown.match(/3\.33/g)?.length).toBeGreaterThan(3);
  const gone = await renderReport({
    ...EDITIONS.small,
    release: withOrg({ hidden: 'difference' }),
    former: null,
  });
  expect(gone).not.toContain('3.33');
  const row = [...read(gone).querySelectorAll('#domains tbody tr')].find((one) =>
    one.textContent.startsWith('Organizational Structure'),
  );
  expect(row?.textContent).toContain('— it could be worked out from what was published before');
  expect(read(gone).querySelector('#method')?.textContent).toContain(
    'It could be worked out from what was published before',
  );
});

test('figures of an earlier release say whose they are', async () => {
  const all = cellOf(EDITIONS.small.release);
  const release: Release = {
    ...EDITIONS.small.release,
    cells: { all, 'size:under-250': { ...all, asOf: 'r1' } },
  };
  const text = read(await renderReport({ ...EDITIONS.small, release })).body.textContent;
  expect(text).toContain('figures of release r1');
  expect(text).toContain('1 group shows the figures of an earlier release');
});

test('what others published stands with its source, apart from our figures, and makes no trend', () => {
  const document = read(html('small'));
  const text = document.querySelector('#domains')?.textContent ?? '';
  for (const { title, source } of EDITIONS.small.published) {
    expect(text).toContain(title);
    expect(text).toContain(source);
  }
  expect(text).toContain('they are for orientation and make no trend');
  const ours = [...document.querySelectorAll('#domains table')][0]?.textContent ?? '';
  expect(ours).not.toMatch(/1\.51|1\.86|MDIC/);
});

test('says who could send rows, and warns where that was anybody', () => {
  const warnings = (text: string) =>
    [...read(text).querySelectorAll('.warning')].map(({ textContent }) => textContent);
  expect(warnings(html('tiny')).join()).toContain('Anybody could send rows');
  expect(warnings(html('small'))).toEqual([]);
  expect(html('small')).toContain('Only members could send rows, with a blind token');
  expect(html('large')).toContain('single-use code of the operator');
  expect(warnings(index('open')).join()).toContain('Anybody could send rows');
  expect(warnings(index('code'))).toEqual([]);
});

test('words of a rubric, a release and a source come out as words, whatever they hold', async () => {
  const hostile = '</svg></title><script>alert(1)</script>"\'&';
  const rubric = {
    ...jsp,
    title: hostile,
    notice: hostile,
    domains: jsp.domains.map((domain) => ({ ...domain, name: `${domain.id}${hostile}`, about: hostile })),
    items: jsp.items.map((item) => ({ ...item, title: hostile })),
    levels: jsp.levels.map((level) => ({ ...level, name: hostile })),
  };
  const published = EDITIONS.small.published.map((report) => ({
    ...report,
    title: hostile,
    source: hostile,
  }));
  const page = await renderReport({ ...EDITIONS.small, rubric, published });
  const document = read(page);
  expect(page).not.toContain('<script');
  expect(document.querySelector('script')).toBeNull();
  expect(document.querySelectorAll('main, footer, style, title')).toHaveLength(4);
  expect(document.querySelector('footer')?.textContent).toContain(hostile);
  expect(document.querySelector('#items th[scope=row]')?.textContent).toContain(hostile);
  expect(read(index('code')).querySelector('a')?.textContent).toBe('Cycle 2026 <b>');
});

test('an index without releases says so', () => {
  expect(renderReportIndex({ releases: [], mode: 'code', words: english })).toContain(
    'No release has been made yet',
  );
});

test('a page with no style element, or two, has no hash', () => {
  expect(() => styleHash('<p>x</p>')).toThrow('exactly one');
  expect(() => styleHash('<style>a</style><style>b</style>')).toThrow('exactly one');
});

function cellOf(release: Release): Exclude<ReleaseCell, { hidden: unknown }> {
  const cell = release.cells['all'];
  if (cell === undefined || 'hidden' in cell) throw new Error('The fixture has figures');
  return cell;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same values in other objects, with the groups the other way round. */
function turnedRound(edition: Edition): Edition {
  const release = JSON.parse(JSON.stringify(edition.release)) as Release;
  return {
    ...edition,
    release: { ...release, cells: Object.fromEntries(Object.entries(release.cells).reverse()) },
  };
}
