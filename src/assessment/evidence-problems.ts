import type { ItemId } from '../rubric/schema';
import type { Entry, Problem } from './assessment';
import type { EvidenceLine } from './evidence';
import type { ReadingContext } from './read-assessment';
import { placeOf, shown } from './problem-place';
import { trimmed } from './vocabulary';

/** From this level on an answer claims something that can be shown. */
const LEAST_SHOWN_LEVEL = 2;

/**
 * What is doubtful about evidence: an item rated 2 or more without any, and a line of the Evidence sheet that is for no
 * item. Warnings only: no score and no submission depends on them.
 */
export function evidenceProblems(
  entries: ReadonlyMap<ItemId, Entry>,
  lines: readonly EvidenceLine[],
  context: ReadingContext,
): readonly Problem[] {
  const shownItems = new Set(lines.map(({ item }) => item));
  const bare = [...entries.values()].filter((entry) => claims(entry) && !shownItems.has(entry.id));
  const strange = lines.filter(({ item }) => !entries.has(item));
  return [
    ...bare.map((entry) => missing(entry, context)),
    ...strange.map((line) => unknownItem(line, context)),
  ];
}

const claims = ({ answer, evidence }: Entry): boolean =>
  answer.state === 'rated' && answer.level >= LEAST_SHOWN_LEVEL && trimmed(evidence) === '';

const missing = ({ id, answer, row }: Entry, { words }: ReadingContext): Problem => ({
  code: 'evidence-missing',
  severity: 'warning',
  message: words('problem.evidenceMissing', {
    place: placeOf(id, row, words),
    level: answer.state === 'rated' ? answer.level : '',
  }),
  item: id,
  row,
  field: 'evidence',
});

function unknownItem({ item, row }: EvidenceLine, { rubric, words }: ReadingContext): Problem {
  const message =
    trimmed(item) === ''
      ? words('problem.evidenceWithoutItem', { row })
      : words('problem.evidenceUnknownItem', { row, item: shown(item), rubric: rubric.title });
  return { code: 'evidence-unknown-item', severity: 'warning', message, item: null, row, field: 'evidence' };
}
