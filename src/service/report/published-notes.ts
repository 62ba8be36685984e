import type { Edition } from './edition';
import { element, type Html } from './html';
import { scoreText } from './score-words';
import { table, DASH } from './table';

/** Figures that others published, each with its source; null where there are none. They never mix with this service's own. */
export function publishedNotes({ published, rubric, words }: Edition): Html | null {
  if (published.length === 0) return null;
  const columns = [
    { label: words('report.colReport') },
    { label: words('report.colContributors'), numeric: true },
    { label: words('report.composite'), numeric: true },
    ...rubric.domains.map(({ name }) => ({ label: name, numeric: true })),
  ];
  const mean = (figure: { readonly mean?: number | undefined } | undefined) =>
    figure?.mean === undefined ? DASH : scoreText(figure.mean, '', words);
  const rows = published.map(({ title, contributors, composite, domains }) => ({
    head: title,
    cells: [
      contributors === undefined ? DASH : String(contributors),
      mean(composite),
      ...rubric.domains.map(({ id }) => mean(domains[id])),
    ],
  }));
  return element(
    'div',
    { class: 'published' },
    element('h3', {}, words('report.published')),
    element('p', {}, words('report.publishedAbout')),
    table(words('report.publishedTable'), columns, rows),
    element(
      'ul',
      { class: 'sources' },
      ...published.map(({ title, source }) =>
        element('li', {}, element('strong', {}, title), words('report.source', { source })),
      ),
    ),
  );
}
