import { changeSection } from './change-section';
import { domainSection } from './domains';
import type { Edition } from './edition';
import { element, type Html } from './html';
import { itemSection } from './items';
import { methodSection } from './method';
import { notice } from './notice';
import { opening } from './opening';
import { page } from './page';
import { segmentSection } from './segments';
import { summary } from './summary';
import { verificationSection } from './verification';

/**
 * The report on one release: a whole HTML document for screen and paper, with no script and nothing loaded. The same
 * edition gives the same bytes. Served at `/report/{id}`: its links are relative to that. `styleHash` gives the source
 * that its Content-Security-Policy has to allow.
 */
export async function renderReport(edition: Edition): Promise<string> {
  const { release, words } = edition;
  return page({
    title: words('report.pageTitle', { cycle: release.cycle, release: release.id }),
    words,
    main: [
      opening(edition),
      contents(edition),
      summary(edition),
      await domainSection(edition),
      await itemSection(edition),
      await segmentSection(edition),
      await changeSection(edition),
      methodSection(edition),
      verificationSection(edition),
    ],
    foot: notice(edition),
  });
}

function contents({ words }: Edition): Html {
  const parts = [
    ['summary', words('report.summary')],
    ['domains', words('report.domains')],
    ['items', words('report.items')],
    ['segments', words('report.segments')],
    ['changes', words('report.changes')],
    ['method', words('report.method')],
    ['data', words('report.data')],
  ] as const;
  return element(
    'nav',
    { class: 'contents', 'aria-label': words('report.contents') },
    element(
      'ul',
      {},
      ...parts.map(([id, title]) => element('li', {}, element('a', { href: `#${id}` }, title))),
    ),
  );
}
