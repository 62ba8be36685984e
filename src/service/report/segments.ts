import type { ReleaseCell } from '../../rubric/release';
import { drawChart } from './charts/draw-chart';
import { rangeChart, type ScoreRow } from './charts/range-chart';
import { figureOf, type Edition } from './edition';
import { groupName, groupOrder } from './group-name';
import { element, type Html } from './html';
import { scoreLegend } from './legend';
import { gapText, hiddenText, meanText } from './score-words';
import { figureBlock, section } from './section';
import { pairsApart } from './standing';
import { DASH, table, type Row } from './table';

const DIMENSIONS = ['organization', 'size'] as const;
interface Group {
  readonly key: string;
  readonly name: string;
  readonly cell: ReleaseCell;
}

/** The groups of contributors by organization and by size; one that a rule hides stands there with its reason. */
export async function segmentSection(edition: Edition): Promise<Html> {
  const { words } = edition;
  const parts = await Promise.all(DIMENSIONS.map((dimension) => dimensionPart(dimension, edition)));
  return section(
    'segments',
    words('report.segments'),
    element('p', {}, words('report.segmentsAbout')),
    ...parts,
  );
}

async function dimensionPart(dimension: 'organization' | 'size', edition: Edition): Promise<Html | null> {
  const { words } = edition;
  const groups = groupsOf(dimension, edition);
  if (groups.length === 0) return null;
  const shown = groups.filter(({ cell }) => !('hidden' in cell));
  const title = words(`profile.${dimension}`);
  const rows = shown.map((group) => chartRow(group, edition));
  const label = words('report.segmentChart', {
    dimension: title,
    values: rows.map(({ label: name, value }) => `${name} ${value}`).join('; '),
  });
  return element(
    'div',
    { class: 'dimension' },
    element('h3', {}, title),
    element('p', {}, verdict(groups, shown, edition)),
    rows.length === 0
      ? null
      : figureBlock(
          scoreLegend(words, rows, []),
          await drawChart(rangeChart(label, rows)),
          words('report.segmentCaption'),
        ),
    segmentTable(title, groups, edition),
  );
}

const groupsOf = (dimension: string, { release, words }: Edition): readonly Group[] =>
  Object.entries(release.cells)
    .filter(([key]) => key.startsWith(`${dimension}:`))
    .map(([key, cell]) => ({ key, name: groupName(key, words), cell }))
    .sort((a, b) => groupOrder(a.key) - groupOrder(b.key));

function verdict(groups: readonly Group[], shown: readonly Group[], { words }: Edition): string {
  if (shown.length === 0) return words('report.segmentsNone', { all: groups.length });
  const named = shown.map(({ key, cell }) => ({
    id: key,
    figure: 'hidden' in cell ? null : figureOf(cell.composite),
  }));
  const { apart, pairs } = pairsApart(named);
  if (pairs === 0) return words('report.segmentsUnknown', { count: shown.length, all: groups.length });
  return apart === 0
    ? words('report.segmentsSame', { count: pairs })
    : words('report.segmentsApart', { apart, count: pairs });
}

function chartRow({ name, cell }: Group, { release, words }: Edition): ScoreRow {
  const composite = 'hidden' in cell ? cell : cell.composite;
  const figure = figureOf(composite);
  const value = meanText(figure, words) ?? `${DASH} ${gapText(composite, release.rules, words) ?? ''}`;
  return { label: name, value, ...(figure ?? {}) };
}

function segmentTable(title: string, groups: readonly Group[], { release, rubric, words }: Edition): Html {
  const columns = [
    { label: title },
    { label: words('report.colContributors'), numeric: true },
    { label: words('report.composite'), numeric: true },
    ...rubric.domains.map(({ name }) => ({ label: name, numeric: true })),
  ];
  const rows = groups.map(({ name, cell }): Row => {
    if ('hidden' in cell)
      return { head: name, cells: { instead: hiddenText(cell.hidden, release.rules, words) } };
    const measures = [cell.composite, ...rubric.domains.map(({ id }) => cell.domains[id])];
    const older = cell.asOf === release.id ? null : words('report.asOf', { release: cell.asOf });
    return {
      head: older === null ? name : [name, element('small', {}, older)],
      cells: [cell.rows, ...measures.map((measure) => meanText(figureOf(measure), words) ?? DASH)],
    };
  });
  return table(words('report.segmentTable', { dimension: title }), columns, rows);
}
