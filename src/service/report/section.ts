import { reasonOf, type Edition } from './edition';
import { element, type Child, type Html } from './html';
import { hiddenText } from './score-words';

/** A part of the report under its heading; the contents of the page link to its `id`. */
export const section = (id: string, title: string, ...children: readonly Child[]): Html =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...children,
  );

/** A chart with its legend above and what to read in it below. */
export const figureBlock = (legend: Html | null, chart: Html, caption: string | null): Html =>
  element('figure', {}, legend, chart, caption === null ? null : element('figcaption', {}, caption));

/** What stands in place of all figures where those of all contributors are hidden. */
export const noFigures = ({ release, words }: Edition): string =>
  words('report.noFigures', { reason: hiddenText(reasonOf(release, 'all'), release.rules, words) });
