import type { Rubric } from '../rubric/schema';
import { toTwoDecimals } from '../scoring/fraction';
import type { WordKey, Words } from '../words/words';
import type { Row } from './row';

/** One value that leaves: where it stands (JSON pointer, RFC 6901), as it is sent (JSON text), and what it says. */
export interface ExplainedField {
  readonly path: string;
  readonly value: string;
  readonly meaning: string;
}

type Leaf = string | number | null;

/** Every value of the row, in the order of the bytes, each in words; nothing of the row is left out. */
export function explainRow(row: Row, rubric: Rubric, words: Words): readonly ExplainedField[] {
  return leavesOf(row, []).map(({ path, value }) => ({
    path: `/${path.join('/')}`,
    value: JSON.stringify(value),
    meaning: meaningOf(path, value, rubric, words),
  }));
}

function leavesOf(value: unknown, path: readonly string[]): { path: readonly string[]; value: Leaf }[] {
  if (value === null || typeof value !== 'object') return [{ path, value: value as Leaf }];
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function meaningOf(path: readonly string[], value: Leaf, rubric: Rubric, words: Words): string {
  const [section, id = '', field = ''] = path;
  switch (section) {
    case 'schema':
      return words('submission.saysSchema');
    case 'rubric':
      return words(id === 'id' ? 'submission.saysRubric' : 'submission.saysVersion', {
        title: rubric.title,
      });
    case 'cycle':
      return words('submission.saysCycle', { cycle: String(value) });
    case 'organization':
    case 'size':
      return labelled(words(`profile.${section}`), words(`profile.${value}` as WordKey), words);
    case 'items':
      return labelled(itemTitle(id, rubric), answerText(value, rubric, words), words);
    case 'domains':
      return labelled(domainName(id, rubric), scoreText(field, value, rubric, words), words);
    case 'overall':
      return labelled(words('submission.overall'), scoreText(id, value, rubric, words), words);
    default:
      throw new Error(`No words for the row's field ${path.join('/')}`);
  }
}

const labelled = (label: string, value: string, words: Words): string =>
  words('submission.labelled', { label, value });

const itemTitle = (id: string, rubric: Rubric): string =>
  rubric.items.find((item) => item.id === id)?.title ?? id;
const domainName = (id: string, rubric: Rubric): string =>
  rubric.domains.find((domain) => domain.id === id)?.name ?? id;

function answerText(value: Leaf, rubric: Rubric, words: Words): string {
  if (value === 'na' || value === 'unknown') return words(`answer.${value}`);
  return levelText(value, rubric, words);
}

function scoreText(field: string, value: Leaf, rubric: Rubric, words: Words): string {
  const name = words(`submission.${field}` as WordKey);
  return words('submission.score', { name, value: scoreValue(field, value, rubric, words) });
}

function scoreValue(field: string, value: Leaf, rubric: Rubric, words: Words): string {
  if (value === null) return words('submission.none');
  if (value === 'open') return words('submission.open');
  return field === 'level'
    ? levelText(value, rubric, words)
    : words('submission.hundredths', { value: toTwoDecimals({ n: Number(value), d: 100 }) });
}

const levelText = (value: Leaf, rubric: Rubric, words: Words): string =>
  words('submission.levelName', {
    level: Number(value),
    name: rubric.levels[Number(value)]?.name ?? '',
  });
