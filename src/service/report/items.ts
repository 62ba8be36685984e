import type { ReleaseMeasure } from '../../rubric/release';
import type { RubricDomain, RubricItem } from '../../rubric/schema';
import { drawChart } from './charts/draw-chart';
import { itemChart, type ItemRow } from './charts/item-chart';
import { cellOf, figureOf, type Edition } from './edition';
import { element, fragment, type Html } from './html';
import { itemTable } from './item-table';
import { levelLegend, scoreLegend } from './legend';
import { DASH } from './table';
import { gapText, levelText } from './score-words';
import { figureBlock, noFigures, section } from './section';

/** Every item by domain: chart and table. */
export async function itemSection(edition: Edition): Promise<Html> {
  const { release, rubric, words } = edition;
  if (cellOf(release, 'all') === null)
    return section('items', words('report.items'), element('p', {}, noFigures(edition)));
  const parts = await Promise.all(rubric.domains.map((domain) => domainItems(domain, edition)));
  return section(
    'items',
    words('report.items'),
    element('p', {}, words('report.itemsAbout')),
    element('p', {}, words('report.itemsDrawn', { full: release.rules.fullRows })),
    ...parts,
  );
}

async function domainItems(domain: RubricDomain, edition: Edition): Promise<Html> {
  const { release, rubric, words } = edition;
  const cell = cellOf(release, 'all');
  const items = rubric.items.filter((item) => item.domain === domain.id);
  const measures = items.map(({ id }) => cell?.items[id]);
  const rows = items.map((item, at) => chartRow(item, measures[at], edition));
  const label = words('report.itemChart', {
    domain: domain.name,
    values: rows.map((row) => inWords(row, edition)).join('; '),
  });
  const legend = fragment(
    scoreLegend(words, rows, []),
    rows.some(({ shares }) => shares !== undefined)
      ? levelLegend(
          words,
          rubric.levels.map(({ name }) => name),
        )
      : null,
  );
  return element(
    'div',
    { class: 'domain' },
    element('h3', {}, domain.name),
    rows.some(({ median }) => median !== undefined)
      ? figureBlock(legend, await drawChart(itemChart(label, words('report.groupLevels'), rows)), null)
      : null,
    itemTable(words('report.itemTable', { domain: domain.name }), items, edition),
  );
}

function chartRow({ id, title }: RubricItem, measure: ReleaseMeasure | undefined, edition: Edition): ItemRow {
  const { words, release } = edition;
  const reason = measure === undefined ? words('report.someMissing') : gapText(measure, release.rules, words);
  return { id, title, ...(figureOf(measure) ?? {}), gap: reason === null ? null : `${DASH} ${reason}` };
}

const inWords = ({ title, median, gap }: ItemRow, { words }: Edition): string =>
  median === undefined ? `${title} ${gap ?? DASH}` : `${title} ${levelText(median, words)}`;
