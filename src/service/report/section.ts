import { element, type Child, type Html } from './html';

/** A part of the report under its heading; the contents of the page link to its `id`. */
export const section = (id: string, title: string, ...children: readonly Child[]): Html =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...children,
  );

/** A chart with its legend above and what to read in it below. */
export const figureBlock = (legend: Html | null, chart: Html, caption: string): Html =>
  element('figure', {}, legend, chart, element('figcaption', {}, caption));
