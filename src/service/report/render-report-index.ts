import type { Words } from '../../words/words';
import type { Mode } from './edition';
import { element, type Html } from './html';
import { page } from './page';
import { dayText } from './score-words';

export interface ReportIndex {
  /** Newest first. `made` is an ISO day. */
  readonly releases: readonly { readonly id: string; readonly title: string; readonly made: string }[];
  readonly mode: Mode;
  /** Whether the service has the page on which people hand in a row. */
  readonly submitPage?: boolean;
  readonly words: Words;
}

/** The list of reports, served at `/report`: its links are relative to that. Loads no chart, so that the service may. */
export function renderReportIndex({ releases, mode, submitPage = false, words }: ReportIndex): string {
  return page({
    title: words('report.indexTitle'),
    words,
    main: [
      element('p', { class: 'over' }, words('report.product')),
      element('h1', {}, words('report.indexTitle')),
      mode === 'open' ? element('p', { class: 'warning' }, words('report.who-open')) : null,
      releases.length === 0
        ? element('p', {}, words('report.indexEmpty'))
        : element('ul', { class: 'releases' }, ...releases.map((release) => entry(release, words))),
      submitPage ? element('p', {}, element('a', { href: 'submit' }, words('handover.pageTitle'))) : null,
    ],
    foot: [element('p', {}, words('report.notAffiliated')), element('p', {}, words('report.licence'))],
  });
}

const entry = ({ id, title, made }: ReportIndex['releases'][number], words: Words): Html =>
  element(
    'li',
    {},
    element('a', { href: `report/${id}` }, title),
    ' ',
    element('small', {}, words('report.indexEntry', { id, made: dayText(made, words) })),
  );
