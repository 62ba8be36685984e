/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { benchmarkOf } from '../../src/rubric/benchmark-of';
import type { Change } from '../../src/workbook/port';
import {
  everyAnswer,
  type FakePorts,
  fakePorts,
  published,
  published2023,
  rubric,
  sampleBenchmark,
  words,
} from './fixtures';
import { releaseOf } from './release-fixture';
import { openTab, renderReady } from './render-pane';

const release = releaseOf(sampleBenchmark);
const manufacturer: Change = { profile: 'organization', value: words('profile.manufacturer') };
const stored = benchmarkOf(release, { title: 'Benchmark release r2', source: 'Checked when fetched' });

const portsWith = async (benchmark: FakePorts['benchmark']['releasesOffered'][number] | null) => {
  const ports = fakePorts();
  ports.benchmark.releasesOffered.push(release);
  if (benchmark?.schema === 'jsp-benchmark/1') await ports.workbook.saveBenchmark(benchmark, '2026-11-20');
  return ports;
};

async function openComparison(ports: FakePorts, answers: readonly Change[] = everyAnswer) {
  const rendered = await renderReady(answers, ports);
  await openTab(rendered, 'scores');
  const open = await screen.findByRole('button', { name: words('compare.open') });
  await rendered.user.click(open);
  await screen.findByRole('heading', { name: words('compare.title') });
  return rendered;
}

/** A comparison over the whole release, fetched in this session. */
async function openRelease(answers: readonly Change[] = [...everyAnswer, manufacturer], ports?: FakePorts) {
  const rendered = await openComparison(ports ?? (await portsWith(stored)), answers);
  await rendered.user.click(screen.getByRole('button', { name: words('compare.fetch') }));
  await screen.findByRole('combobox', { name: words('compare.chooseGroup') });
  return rendered;
}

const lineOf = (name: string | RegExp): HTMLElement => {
  const line = screen.getByRole('heading', { level: 4, name }).closest('li');
  if (!line) throw new Error(`No line ${String(name)}`);
  return line;
};
const mark = (line: HTMLElement, name: string) => line.querySelector<HTMLElement>(`[data-mark="${name}"]`);
const marks = (line: HTMLElement) =>
  [...line.querySelectorAll<HTMLElement>('[data-mark]')].map(({ dataset }) => dataset['mark']);
const choose = (
  rendered: { user: { selectOptions: (e: HTMLElement, v: string) => Promise<void> } },
  label: string,
  text: string,
) => rendered.user.selectOptions(screen.getByRole('combobox', { name: label }), text);

describe('offline, from the figures that the workbook keeps', () => {
  it('shows every measure with its figures, the place in words, and asks the service for nothing', async () => {
    const { benchmark } = await openComparison(await portsWith(sampleBenchmark));
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(1 + 4 + 44);
    const composite = lineOf(words('compare.composite'));
    expect(within(composite).getByText('You 2.60.')).toBeTruthy();
    expect(within(composite).getByText('In the top quarter.')).toBeTruthy();
    expect(composite.textContent).toContain('Median 1.77. Middle half 1.37 to 2.31. Mean 1.85.');
    expect(marks(composite)).toEqual(
      expect.arrayContaining(['band', 'median', 'mean', 'reference', 'own', 'target']),
    );
    expect(benchmark.asked).toEqual([]);
  });

  it('says once a line that a sample is invented', async () => {
    await openComparison(await portsWith(sampleBenchmark));
    const lines = screen.getAllByRole('heading', { level: 4 }).map((name) => name.closest('li'));
    expect(lines).toHaveLength(49);
    expect(lines.filter((line) => !line?.textContent.includes(words('pane.invented')))).toEqual([]);
  });

  it('says what a report does not give, and draws no report as a line on itself', async () => {
    await openComparison(await portsWith(published));
    expect(screen.getByText(words('compare.noItems'))).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(5);
    const composite = lineOf(words('compare.composite'));
    expect(marks(composite).filter((name) => name === 'reference')).toHaveLength(1);
    expect(composite.textContent).toContain(`${published2023.title}: mean 1.86.`);
  });

  it('names every report of a reference line with its source', async () => {
    await openComparison(await portsWith(sampleBenchmark));
    const reports = screen.getByRole('region', { name: words('compare.referencesTitle') });
    for (const { source } of [published, published2023]) {
      expect(within(reports).getByText(source)).toBeTruthy();
    }
  });

  it('keeps working when the release cannot be fetched again, and says why', async () => {
    const ports = await portsWith(stored);
    const { user } = await openComparison(ports);
    ports.benchmark.failNext('offline', 'The service cannot be reached.');
    await user.click(screen.getByRole('button', { name: words('compare.fetch') }));
    expect((await screen.findByRole('alert')).textContent).toContain('The service cannot be reached.');
    expect(lineOf(words('compare.composite')).textContent).toContain('Median 1.77.');
  });
});

describe('a release', () => {
  it('is said to be signed, by which key, with its hash, and that no key is pinned', async () => {
    await openRelease();
    const [source] = screen.getAllByText(words('compare.signed'));
    const card = source?.closest('section');
    expect(card?.textContent).toContain(release.keyId);
    expect(card?.textContent).toContain('c'.repeat(64));
    expect(card?.textContent).toContain(words('compare.keyNotPinned'));
  });

  it.each([
    ['compare.keyPinned', release.keyId],
    ['compare.keyOther', 'x'.repeat(43)],
  ] as const)('says %s where the build pins a key', async (key, receiptKey) => {
    const ports = { ...(await portsWith(stored)), pins: { receiptKey, tokenKey: null } };
    await openRelease(everyAnswer, ports);
    expect(screen.getAllByText(words(key)).length).toBeGreaterThan(0);
  });

  it('goes to the Benchmark sheet with hash, key, contributors and cycle', async () => {
    const ports = await portsWith(stored);
    await openRelease(everyAnswer, ports);
    const kept = await ports.workbook.benchmark();
    if (!kept.ok || !kept.value) throw new Error('nothing kept');
    const { benchmark, fetched } = kept.value;
    expect(benchmark).toMatchObject({ kind: 'release', id: 'r2', cycle: '2026-4', contributors: '40+' });
    expect(benchmark.source).toContain('c'.repeat(64));
    expect(benchmark.source).toContain(release.keyId);
    expect(benchmark.source.length).toBeLessThanOrEqual(400);
    expect(fetched).toBe('2026-11-23');
  });

  it('offers the team’s own group first, then all, and only groups with figures', async () => {
    await openRelease();
    const groups = within(screen.getByRole('combobox', { name: words('compare.chooseGroup') }));
    expect(groups.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Medical device manufacturer (your group)',
      'All organizations',
      '250 to 4999 employees',
    ]);
  });

  it('shows another group’s figures, its size, and of which release they are', async () => {
    const rendered = await openRelease();
    await choose(rendered, words('compare.chooseGroup'), 'Medical device manufacturer (your group)');
    expect(lineOf(words('compare.composite')).textContent).toContain(
      'Median 2.27. Middle half 1.87 to 2.81.',
    );
    expect(screen.getByText('25+ organizations')).toBeTruthy();
    expect(screen.getByText(words('compare.asOf', { id: 'r1' }))).toBeTruthy();
  });

  it('says of each group that is held back which rule holds it', async () => {
    await openRelease([...everyAnswer, { profile: 'organization', value: words('profile.hospital') }]);
    expect(screen.getByText(/^Hospital or health system: too few organizations; at least 5/)).toBeTruthy();
    const others = screen.getByText(words('compare.heldBack')).closest('details');
    expect(others?.textContent).toContain('Other organization: held back, because a smaller group');
    expect(others?.textContent).toContain('Under 250 employees: held back, because it could be worked out');
  });

  it.each([
    ['ORG-02', 'compare.withheld-few'],
    ['ORG-03', 'compare.withheld-uniform'],
    ['ORG-04', 'compare.withheld-difference'],
  ] as const)('draws nothing for %s and says why', async (id, key) => {
    await openRelease();
    const line = lineOf(new RegExp(`^${id} `));
    expect(line.textContent).toContain(words(key));
    expect(marks(line).filter((name) => name !== 'own' && name !== 'target')).toEqual([]);
    expect(line.textContent).not.toContain('0.00');
  });

  it('tells a distribution in numbers, the team’s own step marked', async () => {
    await openRelease();
    const list = screen.getByRole('list', { name: /^ORG-01 .*share of the group/ });
    const steps = within(list).getAllByRole('listitem');
    expect(steps).toHaveLength(6);
    expect(steps[2]?.textContent).toContain('Level 2: 30 % of the answers');
    expect(steps.map(({ textContent }) => textContent.includes(words('compare.shareOwn')))).toEqual(
      [0, 1, 2, 3, 4, 5].map((level) => level === everyAnswer[0]?.value),
    );
  });

  it('gives a group of five to nine its mean and median, and neither band nor margin', async () => {
    const rendered = await openRelease();
    await choose(rendered, words('compare.chooseGroup'), '250 to 4999 employees');
    const composite = lineOf(words('compare.composite'));
    expect(marks(composite)).not.toEqual(expect.arrayContaining(['band']));
    expect(marks(composite)).not.toEqual(expect.arrayContaining(['margin']));
    expect(mark(composite, 'median')).toBeTruthy();
    expect(within(composite).queryByText(words('compare.distribution'))).toBeNull();
  });
});

it.each([
  [0, '0%'],
  [5, '100%'],
])('puts the own marker of level %d at %s of the scale', async (value, place) => {
  const [first] = rubric.items;
  const answers: Change[] = [...everyAnswer, { item: first!.id, field: 'level', value }];
  await openComparison(await portsWith(sampleBenchmark), answers);
  const line = lineOf(new RegExp(`^${first!.id} `));
  expect(mark(line, 'own')?.getAttribute('style')).toContain(`inset-inline-start: ${place}`);
});

it('draws no own marker for N/A, Don’t know or a blank, and says which it is', async () => {
  const [a, b, c] = rubric.items;
  const answers: Change[] = [
    { item: a!.id, field: 'level', value: 'N/A' },
    { item: a!.id, field: 'notes', value: 'why' },
    { item: b!.id, field: 'level', value: "Don't know" },
  ];
  await openComparison(await portsWith(sampleBenchmark), answers);
  const states = [words('answer.na'), words('answer.unknown'), words('compare.blank')];
  [a, b, c].forEach((item, i) => {
    const line = lineOf(new RegExp(`^${item!.id} `));
    expect(mark(line, 'own')).toBeNull();
    expect(within(line).getByText(words('compare.youNotRated', { state: states[i]! }))).toBeTruthy();
  });
  expect(within(lineOf(words('compare.composite'))).getByText(words('compare.youNone'))).toBeTruthy();
});

it('puts the items first in which the industry is furthest ahead, and the incomparable last', async () => {
  const rendered = await openComparison(await portsWith(sampleBenchmark));
  await choose(rendered, words('compare.order'), words('compare.orderLead'));
  const card = screen.getByRole('region', { name: words('compare.leadTitle') });
  const leads = within(card)
    .getAllByRole('heading', { level: 4 })
    .map(({ textContent }) => {
      const [id = ''] = textContent.split(' ');
      const answer = everyAnswer.find((change) => 'item' in change && change.item === id)?.value;
      return typeof answer === 'number' ? (sampleBenchmark.items[id]?.median ?? NaN) - answer * 100 : null;
    });
  expect(leads).toHaveLength(44);
  const compared = leads.filter((lead) => lead !== null);
  expect(compared).toEqual([...compared].sort((a, b) => b - a));
  expect(leads.slice(-2)).toEqual([null, null]);
  expect(card.textContent).toContain(words('compare.industryAhead', { gap: '1.00' }));
});

describe('as a table', () => {
  it('holds the same numbers, a name and five figures a measure', async () => {
    const rendered = await openComparison(await portsWith(sampleBenchmark));
    await choose(rendered, words('compare.showAs'), words('compare.asTable'));
    const table = screen.getByRole('table');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual([...['You', 'Place', 'Middle half', 'Median', 'Mean']]);
    const composite = within(table).getByRole('rowheader', { name: 'Composite' }).closest('tbody');
    const cells = within(composite!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells).toEqual(['2.60', 'In the top quarter.', '1.37–2.31', '1.77', '1.85']);
  });

  it('says in words what is held back', async () => {
    const rendered = await openRelease();
    await choose(rendered, words('compare.showAs'), words('compare.asTable'));
    const body = screen.getByRole('rowheader', { name: /^ORG-02 / }).closest('tbody');
    expect(within(body!).getAllByRole('cell')[1]?.textContent).toBe(words('compare.withheld-few'));
  });

  it('copies every number with its name for a spreadsheet', async () => {
    const rendered = await openRelease();
    await choose(rendered, words('compare.showAs'), words('compare.asTable'));
    await rendered.user.click(screen.getByRole('button', { name: words('compare.copyTable') }));
    expect(await screen.findByText(words('pane.copied'))).toBeTruthy();
    const lines = (await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t'));
    expect(lines).toHaveLength(1 + 49);
    expect(lines.map((cells) => cells.length)).toEqual(lines.map(() => 11));
    expect(lines[1]).toEqual([
      ...[
        'Composite',
        '2.60',
        'In the top quarter.',
        '3.00',
        '1.37',
        '1.77',
        '2.31',
        '1.85',
        '0.25',
        '40+',
        '',
      ],
    ]);
    expect(lines.find(([name]) => name?.startsWith('ORG-02'))?.slice(4)).toEqual([
      ...['', '', '', '', '', '', words('compare.withheld-few')],
    ]);
  });
});

it('is opened and left by keyboard, and the focus follows', async () => {
  const ports = await portsWith(sampleBenchmark);
  const rendered = await renderReady(everyAnswer, ports);
  await openTab(rendered, 'scores');
  (await screen.findByRole('button', { name: words('compare.open') })).focus();
  await rendered.user.keyboard('{Enter}');
  const heading = await screen.findByRole('heading', { name: words('compare.title') });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await rendered.user.keyboard('{Shift>}{Tab}{/Shift}');
  expect(document.activeElement?.textContent).toBe(words('compare.back'));
  await rendered.user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe(words('compare.open'));
  expect(screen.queryByRole('heading', { name: words('compare.title') })).toBeNull();
  await rendered.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(heading));
});
