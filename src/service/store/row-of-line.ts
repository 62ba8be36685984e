import type { Rubric } from '../../rubric/schema';
import { rowSchema, type Row } from '../../submission/row';
import { domainLevelName, domainMeanName, itemName, NOT_APPLICABLE, OPEN, UNKNOWN } from './columns';

/** A line of the table `submission`, every column under its name. */
export type SubmissionLine = Readonly<Record<string, string | number | null>>;

const staged = (value: unknown): unknown => (value === OPEN ? 'open' : value);

function answerOf(value: unknown): unknown {
  if (value === NOT_APPLICABLE) return 'na';
  return value === UNKNOWN ? 'unknown' : value;
}

/** The row that a line was made from; its canonical JSON has the line's `row_hash`. `rubric` is the row's own version. */
export function rowOfLine(line: SubmissionLine, rubric: Rubric): Row {
  const answers = rubric.items
    .map(({ id }) => [id, line[itemName(id)]] as const)
    .filter(([, value]) => value !== null);
  const items = Object.fromEntries(answers.map(([id, value]) => [id, answerOf(value)]));
  return rowSchema.parse({
    schema: 'jsp-row/1',
    rubric: { id: line['rubric_id'], version: line['rubric_version'] },
    cycle: line['cycle'],
    organization: line['organization'],
    size: line['size'],
    ...(answers.length > 0 && { items }),
    domains: Object.fromEntries(
      rubric.domains.map(({ id }) => [
        id,
        { mean: line[domainMeanName(id)], level: staged(line[domainLevelName(id)]) },
      ]),
    ),
    overall: {
      composite: staged(line['composite']),
      itemMean: line['item_mean'],
      level: staged(line['level']),
    },
  });
}
