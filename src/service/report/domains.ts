import type { ReleaseMeasure } from '../../rubric/release';
import { drawChart } from './charts/draw-chart';
import { rangeChart, type ScoreRow } from './charts/range-chart';
import { measureName } from './compared';
import { cellOf, figureOf, measureOf, type Edition } from './edition';
import { element, type Html } from './html';
import { scoreLegend } from './legend';
import { publishedNotes } from './published-notes';
import { DASH, table, type Column, type Row } from './table';
import { gapText, intervalText, meanText, scoreText } from './score-words';
import { figureBlock, section } from './section';

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
    cell === null
      ? element('p', {}, words('report.noFigures', { least: release.rules.leastRows }))
      : figureBlock(
          scoreLegend(
            words,
            published.map(({ title }) => title),
          ),
          await drawChart(rangeChart(label, rows)),
          words('report.domainCaption'),
        ),
    cell === null ? null : scoreTable(edition, names),
    publishedNotes(edition),
    element(
      'dl',
      { class: 'terms' },
      ...rubric.domains.map(({ name, about }) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, about)),
      ),
    ),
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

/** Composite and domains of all contributors with every figure that is published of them. */
function scoreTable({ release, rubric, words }: Edition, names: readonly string[]): Html {
  const cell = cellOf(release, 'all');
  const measures = names.map((name) => ({ name, measure: measureOf(cell, name) }));
  const figures = measures.map(({ measure }) => figureOf(measure));
  const hasQuartiles = figures.some((figure) => figure?.p25 !== undefined);
  const hasShares = figures.some((figure) => figure?.shares !== undefined);
  const hasIntervals = figures.some((figure) => figure?.margin !== undefined);
  const number = (label: string, group?: string): Column =>
    group === undefined ? { label, numeric: true } : { label, group, numeric: true };
  const columns: readonly Column[] = [
    { label: words('report.colDomain') },
    number(words('report.colAnswers')),
    number(words('report.colMean')),
    ...(hasIntervals ? [number(words('report.colInterval'))] : []),
    ...(hasQuartiles ? [number(words('report.colP25'))] : []),
    number(words('report.colMedian')),
    ...(hasQuartiles ? [number(words('report.colP75'))] : []),
    ...(hasShares
      ? [0, 1, 2, 3, 4].map((low) =>
          number(words('report.colBand', { low, high: low + 1 }), words('report.groupShares')),
        )
      : []),
  ];
  const rows = measures.map(({ name, measure }): Row => {
    const head = measureName(name, rubric, words);
    const leading = name === 'composite';
    const figure = figureOf(measure);
    if (figure === null)
      return {
        head,
        leading,
        cells: {
          instead: measure ? (gapText(measure, release.rules, words) ?? '') : words('report.someMissing'),
        },
      };
    const score = (value: number | undefined) =>
      value === undefined ? DASH : scoreText(value, figure.answers, words);
    const gap = gapText(figure, release.rules, words);
    return {
      head: gap === null ? head : [head, element('small', {}, gap)],
      leading,
      cells: [
        figure.answers,
        score(figure.mean),
        ...(hasIntervals ? [intervalText(figure, words) ?? DASH] : []),
        ...(hasQuartiles ? [score(figure.p25)] : []),
        score(figure.median),
        ...(hasQuartiles ? [score(figure.p75)] : []),
        ...(hasShares ? [0, 1, 2, 3, 4].map((band) => shareText(figure.shares?.[band], words)) : []),
      ],
    };
  });
  return table(words('report.domainTable'), columns, rows);
}

const shareText = (share: number | undefined, words: Edition['words']): string =>
  share === undefined ? DASH : words('report.percent', { share });
