import type { WordKey } from '../../words/words';
import { cellOf, type Edition, type Mode } from './edition';
import { element, type Html } from './html';
import { countText, dayText } from './score-words';

const WHO: Readonly<Record<Mode, WordKey>> = {
  open: 'report.who-open',
  code: 'report.who-code',
  blind: 'report.who-blind',
};

/** Title, what release this is, and what a reader has before them. */
export function opening(edition: Edition): Html {
  const { release, rubric, words, mode } = edition;
  const facts: readonly (readonly [string, string])[] = [
    [words('report.factRelease'), release.id],
    [words('report.factCycle'), release.cycle],
    [words('report.factMade'), dayText(release.made, words)],
    [words('report.factContributors'), contributors(edition)],
    [
      words('report.factRubric'),
      words('report.rubric', { id: rubric.id, versions: release.rubric.versions.join(', ') }),
    ],
  ];
  return element(
    'header',
    {},
    element('p', { class: 'over' }, words('report.product')),
    element('h1', {}, words('report.title', { cycle: release.cycle })),
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    element(
      'p',
      { class: 'lead' },
      words('report.what', { rubric: rubric.title, items: rubric.items.length }),
    ),
    element('p', { class: mode === 'open' ? 'warning' : undefined }, words(WHO[mode])),
  );
}

function contributors(edition: Edition): string {
  const all = cellOf(edition.release, 'all');
  return all === null ? edition.words('report.notPublished') : countText(all.rows, edition.words);
}
