import type { HiddenReason } from '../../rubric/release';
import { cellOf, type Edition } from './edition';
import { groupName } from './group-name';
import { element, type Html } from './html';
import { hiddenText, listText } from './score-words';

const REASONS: readonly HiddenReason[] = ['few', 'complement', 'difference'];

/** Everything that this release holds back, by its reason. */
export function hiddenList(edition: Edition): Html {
  const { release, words } = edition;
  const held = heldBack(edition);
  if (held.length === 0) return element('p', {}, words('report.nothingHidden'));
  return element(
    'dl',
    { class: 'rules' },
    ...held.map(([reason, names]) =>
      element('div', {}, element('dt', {}, reason), element('dd', {}, listText(names, words))),
    ),
    ...(release.cells['all'] && 'hidden' in release.cells['all']
      ? [
          element(
            'div',
            {},
            element('dt', {}, words('report.hiddenAll')),
            element('dd', {}, words('report.hiddenAllText')),
          ),
        ]
      : []),
  );
}

function heldBack({ release, rubric, words }: Edition): readonly (readonly [string, readonly string[]])[] {
  const { cells, rules } = release;
  const all = cellOf(release, 'all');
  const groups = Object.entries(cells).flatMap(([key, cell]) =>
    'hidden' in cell && key !== 'all'
      ? {
          reason: cell.hidden,
          name: words('report.hiddenGroup', {
            dimension: dimensionOf(key, words),
            group: groupName(key, words),
          }),
        }
      : [],
  );
  const items = rubric.items.flatMap(({ id }) => {
    const measure = all?.items[id];
    return measure !== undefined && 'hidden' in measure ? { reason: measure.hidden, name: id } : [];
  });
  const scores = ['composite', ...rubric.domains.map(({ id }) => id)].flatMap((name) => {
    const measure = name === 'composite' ? all?.composite : all?.domains[name];
    const title =
      name === 'composite'
        ? words('report.composite')
        : (rubric.domains.find(({ id }) => id === name)?.name ?? name);
    return measure !== undefined && 'hidden' in measure ? { reason: measure.hidden, name: title } : [];
  });
  const uniform = rubric.items.filter(({ id }) => {
    const measure = all?.items[id];
    return measure !== undefined && 'uniform' in measure && measure.uniform === true;
  });
  const reasons = REASONS.map(
    (reason) =>
      [
        sentenceCase(hiddenText(reason, rules, words)),
        [...groups, ...scores, ...items].filter((one) => one.reason === reason).map(({ name }) => name),
      ] as const,
  );
  const alike = [sentenceCase(words('report.uniform')), uniform.map(({ id }) => id)] as const;
  return [...reasons, alike].filter(([, names]) => names.length > 0);
}

const dimensionOf = (key: string, words: Edition['words']): string =>
  words(key.startsWith('organization:') ? 'profile.organization' : 'profile.size');

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
