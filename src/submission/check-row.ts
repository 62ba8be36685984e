import type { Rubric } from '../rubric/schema';
import type { ItemInput, Level } from '../scoring/answer';
import { score } from '../scoring/score';
import type { Row } from './row';
import { rowScores } from './row-scores';
import type { Words } from '../words/words';
import { checkDomainScores } from './check-domain-scores';
import type { RowFault } from './row-fault';

/** The cycle that takes rows. `closes`: the last ISO day (UTC) on which it does. */
export interface OpenCycle {
  readonly cycle: string;
  readonly closes: string;
}

export interface RowRules {
  /** Every version that rows of this cycle may be about. */
  readonly rubrics: readonly Rubric[];
  readonly cycle: OpenCycle;
  /** The current ISO day, UTC. */
  readonly today: string;
  readonly words: Words;
}

/** Checks a well-formed row against the cycle, its rubric and its own scores; the first fault, or null. */
export function checkRow(row: Row, rules: RowRules): RowFault | null {
  const fault = checkCycle(row, rules);
  if (fault) return fault;
  const rubric = rules.rubrics.find(
    ({ id, version }) => id === row.rubric.id && version === row.rubric.version,
  );
  if (!rubric) return unknownRubric(rules);
  return (
    checkIds(
      row.domains,
      rubric.domains.map(({ id }) => id),
      '/domains',
      rules.words,
    ) ??
    (row.items
      ? checkItems(row.items, row, rubric, rules.words)
      : checkDomainScores(row, rubric, rules.words))
  );
}

function checkCycle(row: Row, { cycle, today, words }: RowRules): RowFault | null {
  if (row.cycle !== cycle.cycle) {
    const detail = words('service.wrongCycle', { cycle: cycle.cycle, given: row.cycle });
    return { code: 'wrong-cycle', pointer: '/cycle', detail };
  }
  if (today <= cycle.closes) return null;
  return { code: 'cycle-closed', pointer: '/cycle', detail: words('service.cycleClosed', { ...cycle }) };
}

function unknownRubric({ rubrics, words }: RowRules): RowFault {
  const known = rubrics.map(({ id, version }) => `${id} ${version}`).join(', ');
  return { code: 'unknown-rubric', pointer: '/rubric', detail: words('service.unknownRubric', { known }) };
}

function checkIds(
  given: Readonly<Record<string, unknown>>,
  expected: readonly string[],
  pointer: string,
  words: Words,
): RowFault | null {
  const missing = expected.find((id) => !Object.hasOwn(given, id));
  const extra = Object.keys(given).find((id) => !expected.includes(id));
  const id = missing ?? extra;
  if (id === undefined) return null;
  const detail = words(missing === undefined ? 'service.idUnknown' : 'service.idMissing', { id });
  return { code: 'wrong-items', pointer: `${pointer}/${id}`, detail };
}

/** The scores must be what the answers give: a row cannot say more than its answers do. */
function checkItems(
  items: NonNullable<Row['items']>,
  row: Row,
  rubric: Rubric,
  words: Words,
): RowFault | null {
  const ids = rubric.items.map(({ id }) => id);
  const fault = checkIds(items, ids, '/items', words);
  if (fault) return fault;
  const inputs = new Map(Object.entries(items).map(([id, answer]) => [id, inputOf(answer)]));
  const right = rowScores(score(rubric, inputs));
  for (const [pointer, given, expected] of scoreLeaves(row, right)) {
    if (given === expected) continue;
    const detail = words('service.wrongScore', { given: spell(given), expected: spell(expected) });
    return { code: 'wrong-scores', pointer, detail };
  }
  return null;
}

function inputOf(answer: number | 'na' | 'unknown'): ItemInput {
  return {
    answer: typeof answer === 'number' ? { state: 'rated', level: answer as Level } : { state: answer },
    target: null,
  };
}

type ScoreValue = number | 'open' | null | undefined;
type RowScores = Pick<Row, 'domains' | 'overall'>;

function* scoreLeaves(given: RowScores, right: RowScores): Generator<[string, ScoreValue, ScoreValue]> {
  for (const [id, domain] of Object.entries(right.domains)) {
    yield [`/domains/${id}/mean`, given.domains[id]?.mean, domain.mean];
    yield [`/domains/${id}/level`, given.domains[id]?.level, domain.level];
  }
  for (const field of ['composite', 'itemMean', 'level'] as const) {
    yield [`/overall/${field}`, given.overall[field], right.overall[field]];
  }
}

const spell = (value: ScoreValue): string => JSON.stringify(value ?? null);
