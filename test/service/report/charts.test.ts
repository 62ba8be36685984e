import { changeChart } from '../../../src/service/report/charts/change-chart';
import { drawChart, type Chart } from '../../../src/service/report/charts/draw-chart';
import { itemChart } from '../../../src/service/report/charts/item-chart';
import { LAYOUTS, LEVEL_FILLS, LEVEL_INKS, wrap } from '../../../src/service/report/charts/layout';
import { rangeChart } from '../../../src/service/report/charts/range-chart';

const full = { mean: 165, margin: 20, p25: 130, median: 165, p75: 205 };
const HOSTILE = '</text></svg><script>alert(1)</script>&"\'';

const CHARTS: Readonly<Record<string, Chart>> = {
  range: rangeChart('Means: A 1.65.', [
    { label: 'A', value: '1.65 ± 0.20', leading: true, ...full, references: [151, 186] },
    { label: 'A domain with a name of several words', value: '— fewer than 5', references: [undefined, 147] },
  ]),
  item: itemChart('Medians: A 1.', 'Percent', [
    { id: 'A-01', title: 'An item', ...full, shares: [20, 30, 50, 0, 0, 0], gap: null },
    { id: 'A-02', title: 'Another', gap: '— fewer than 5 contributors' },
  ]),
  change: changeChart(
    'Differences.',
    [
      { label: 'A', difference: 10, margin: 33, value: '+0.10 ± 0.33' },
      { label: 'B', difference: null, margin: null, value: '— held back' },
    ],
    (tick) => String(tick),
  ),
};

const drawn = async (chart: Chart): Promise<readonly string[]> => {
  const { text } = await drawChart(chart);
  return text.match(/<svg.*?<\/svg>/gs) ?? [];
};

/** Every key of a value at any depth, with what stands under it. */
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key, inner] as const, ...entriesOf(inner)])
    : [];

describe.each(Object.entries(CHARTS))('the chart of kind %s', (_, chart) => {
  test.each(LAYOUTS)('holds its data itself and takes none from elsewhere: $name', (layout) => {
    const entries = entriesOf(chart.specFor(layout));
    const data = entries.filter(([key]) => key === 'data');
    expect(data.length).toBeGreaterThan(3);
    for (const [, source] of data) expect(Object.keys(source as object)).toEqual(['values']);
    expect(entries.map(([key]) => key)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/url|href|signal|expr/)]),
    );
  });

  test('is drawn for both widths without style, id, link, resource or script', async () => {
    const drawings = await drawn(chart);
    expect(drawings).toHaveLength(2);
    for (const svg of drawings) {
      expect(svg).not.toMatch(
        /\s(style|id|href|xlink:href|on\w+)=|url\(|<(style|script|image|a|foreignObject)\b/,
      );
      expect(svg).toContain(`aria-label="${chart.label}"`);
    }
  });

  test('stays within its frame', async () => {
    for (const svg of await drawn(chart)) {
      const [, width, height] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg)!.map(Number) as [
        number,
        number,
        number,
      ];
      for (const [, x, y] of svg.matchAll(/transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(height);
      }
    }
  });
});

test('what is not published is not drawn: a hidden item has no mark, and no zero', async () => {
  const hidden = itemChart('Nothing.', 'Percent', [{ id: 'A-02', title: 'Another', gap: '— fewer than 5' }]);
  for (const svg of await drawn(hidden)) {
    expect(svg).toContain('— fewer than 5');
    expect(svg).not.toMatch(/fill="#(bfd5e0|1c6479)"|stroke="#(1f2a37|1c6479)"/);
  }
});

test('an interval that leaves the scale ends where the scale ends', async () => {
  const [wide] = await drawn(rangeChart('One.', [{ label: 'A', value: '0.10', mean: 10, margin: 60 }]));
  expect(wide).toMatch(/translate\(190,44\)" x2="57\.\d*" y2="0" stroke="#1c6479"/);
});

test('words in a chart come out as words', async () => {
  const hostile = itemChart(HOSTILE, HOSTILE, [
    { id: 'A-01', title: HOSTILE, ...full, shares: [100, 0, 0, 0, 0, 0], gap: HOSTILE },
  ]);
  for (const svg of await drawn(hostile)) {
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  }
});

test.each(['https://elsewhere.example/x.json', 'file:///etc/hostname'])(
  'a spec that wants to load %s is refused',
  async (url) => {
    const chart = { label: 'x', specFor: () => ({ data: { url }, mark: 'bar' as const, encoding: {} }) };
    await expect(drawChart(chart)).rejects.toThrow(`A chart loads nothing: ${url}`);
  },
);

test('the levels run from light to dark, apart by more than the eye needs, and their numbers can be read on them', () => {
  const lights = LEVEL_FILLS.map(luminance);
  lights.slice(1).forEach((light, at) => expect(light).toBeLessThan(0.8 * lights[at]!));
  LEVEL_FILLS.forEach((fill, level) => expect(contrast(fill, LEVEL_INKS[level]!)).toBeGreaterThan(4.5));
});

test('text is broken between words', () => {
  expect(wrap('Third-party component support and end-of-life dates', 32)).toEqual([
    'Third-party component support',
    'and end-of-life dates',
  ]);
  expect(wrap('Donaudampfschifffahrt', 5)).toEqual(['Donaudampfschifffahrt']);
});

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
