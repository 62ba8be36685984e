import type { ReleaseMeasure } from '../../rubric/release';
import { drawChart } from './charts/draw-chart';
import { rangeChart, type ScoreRow } from './charts/range-chart';
import { measureName } from './compared';
import { cellOf, figureOf, measureOf, type Edition } from './edition';
import { element, type Html } from './html';
import { scoreLegend } from './legend';
import { publishedNotes } from './published-notes';
import { scoreTable } from './score-table';
import { DASH } from './table';
import { gapText, listText, meanText } from './score-words';
import { figureBlock, noFigures, section } from './section';

/** The four domains and their composite: chart, table, and the figures that others published. */
export async function domainSection(edition: Edition): Promise<Html> {
  const { release, rubric, words, published } = edition;
  const cell = cellOf(release, 'all');
  const names = ['composite', ...rubric.domains.map(({ id }) => id)];
  const rows = cell === null ? [] : names.map((name) => chartRow(name, measureOf(cell, name), edition));
  const label = words('report.domainChart', { values: rows.map(inWords).join('; ') });
  return section(
    'domains',
    words('report.domains'),
    element('p', {}, words('report.domainsAbout')),
    element('p', {}, words('report.levels', { levels: levelsText(edition) })),
    cell === null
      ? element('p', {}, noFigures(edition))
      : figureBlock(
          scoreLegend(
            words,
            rows,
            published.map(({ title }) => title),
          ),
          await drawChart(rangeChart(label, rows)),
          words('report.domainCaption'),
        ),
    cell === null ? null : scoreTable(names, edition),
    element(
      'dl',
      { class: 'terms' },
      ...rubric.domains.map(({ name, about }) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, about)),
      ),
    ),
    publishedNotes(edition),
  );
}

const inWords = ({ label, value }: ScoreRow): string => `${label} ${value}`;

function chartRow(name: string, measure: ReleaseMeasure | undefined, edition: Edition): ScoreRow {
  const { rubric, words, release, published } = edition;
  const figure = figureOf(measure);
  return {
    label: measureName(name, rubric, words),
    value:
      meanText(figure, words) ?? `${DASH} ${measure ? (gapText(measure, release.rules, words) ?? '') : ''}`,
    leading: name === 'composite',
    ...(figure ?? {}),
    references: published.map(
      (report) => (name === 'composite' ? report.composite : report.domains[name])?.mean,
    ),
  };
}

const levelsText = ({ rubric, words }: Edition): string =>
  listText(
    rubric.levels.map(({ level, name }) => words('report.keyLevel', { level, name })),
    words,
  );
