import type { HiddenReason, ReleaseMeasure } from '../../rubric/release';
import { measureName } from './compared';
import { cellOf, measureOf, type Edition } from './edition';
import { groupName, groupOrder } from './group-name';
import { element, fragment, type Html } from './html';
import { hiddenText, listText } from './score-words';

interface Held {
  readonly reason: HiddenReason | 'uniform';
  readonly name: string;
}

const REASONS = ['few', 'complement', 'difference', 'uniform'] as const;

/** Everything that this release holds back, by its reason. */
export function hiddenList(edition: Edition): Html {
  const { words } = edition;
  const held = [...heldGroups(edition), ...heldMeasures(edition)];
  const inGroups = countInGroups(edition);
  const entries = REASONS.flatMap((reason) => {
    const names = held.filter((one) => one.reason === reason).map(({ name }) => name);
    if (names.length === 0) return [];
    const term = element('dt', {}, reasonText(reason, edition));
    return element('div', {}, term, element('dd', {}, listText(names, words)));
  });
  return fragment(
    entries.length === 0
      ? element('p', {}, words('report.nothingHidden'))
      : element('dl', { class: 'rules' }, ...entries),
    inGroups === 0 ? null : element('p', {}, words('report.hiddenInGroups', { count: inGroups })),
  );
}

function heldGroups({ release, words }: Edition): readonly Held[] {
  const hidden = Object.entries(release.cells).flatMap(([key, cell]) =>
    'hidden' in cell ? { key, reason: cell.hidden } : [],
  );
  const dimension = (key: string) => key.split(':')[0] ?? key;
  return hidden
    .sort((a, b) => dimension(a.key).localeCompare(dimension(b.key)) || groupOrder(a.key) - groupOrder(b.key))
    .map(({ key, reason }) => ({
      reason,
      name: key === 'all' ? words('report.everybody') : groupText(key, words),
    }));
}

const groupText = (key: string, words: Edition['words']): string =>
  words('report.hiddenGroup', {
    dimension: words(key.startsWith('organization:') ? 'profile.organization' : 'profile.size'),
    group: groupName(key, words),
  });

function heldMeasures({ release, rubric, words }: Edition): readonly Held[] {
  const all = cellOf(release, 'all');
  const scores = ['composite', ...rubric.domains.map(({ id }) => id)].map((id) => ({
    id,
    name: measureName(id, rubric, words),
  }));
  return [...scores, ...rubric.items.map(({ id }) => ({ id, name: id }))].flatMap(({ id, name }) => {
    const reason = reasonFor(measureOf(all, id));
    return reason === null ? [] : { reason, name };
  });
}

function reasonFor(measure: ReleaseMeasure | undefined): Held['reason'] | null {
  if (measure === undefined) return null;
  if ('hidden' in measure) return measure.hidden;
  return measure.uniform ? 'uniform' : null;
}

/** How many items are held back in groups that are shown; the files name each. */
const countInGroups = ({ release }: Edition): number =>
  Object.keys(release.cells)
    .filter((key) => key !== 'all')
    .flatMap((key) => Object.values(cellOf(release, key)?.items ?? {}))
    .filter((measure) => reasonFor(measure) !== null).length;

function reasonText(reason: Held['reason'], { release, words }: Edition): string {
  const text = reason === 'uniform' ? words('report.uniform') : hiddenText(reason, release.rules, words);
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}
