import type { HiddenReason, ReleaseRules } from '../../rubric/release';
import type { CellOutcome, MeasureOutcome } from '../../service/release/compose-cells';
import type { Preview } from '../../service/release/release-command';
import type { WordKey, Words } from '../../words/words';

const REASONS: Readonly<Record<HiddenReason, WordKey>> = {
  few: 'operator.hiddenFew',
  complement: 'operator.hiddenComplement',
  difference: 'operator.hiddenDifference',
};

/** A preview for people: a line a group, and below it what is held back of it and why. */
export function previewText(
  { number, earliest, outcomes }: Preview,
  cycle: string,
  rules: ReleaseRules,
  words: Words,
): string {
  const reason = (hidden: HiddenReason): string => words(REASONS[hidden], { least: rules.leastRows });
  const head = ['operator.columnGroup', 'operator.columnRows', 'operator.columnOutcome'] as const;
  const table = [
    head.map((key) => words(key)),
    ...outcomes.map((outcome) => [outcome.cell, String(outcome.rows), outcomeWords(outcome, reason, words)]),
  ];
  const release = `r${number}`;
  return [
    words('operator.previewTitle', { release, cycle }),
    earliest === null ? words('operator.previewNow') : words('operator.previewEarliest', { day: earliest }),
    '',
    ...aligned(table),
    ...outcomes.flatMap((outcome) => measureLines(outcome, reason, words)),
    '',
    words('operator.previewSecret'),
  ].join('\n');
}

type Reason = (hidden: HiddenReason) => string;

function outcomeWords({ outcome, asOf, hidden }: CellOutcome, reason: Reason, words: Words): string {
  if (hidden !== null) return words('operator.cellHidden', { reason: reason(hidden) });
  return outcome === 'kept'
    ? words('operator.cellKept', { release: asOf ?? '' })
    : words('operator.cellPublished');
}

function measureLines({ cell, outcome, measures }: CellOutcome, reason: Reason, words: Words): string[] {
  if (outcome !== 'published') return [];
  const held = measures.filter((measure): measure is Held => measure.hidden !== null);
  const title = words('operator.measuresHidden', { cell, hidden: held.length, all: measures.length });
  const table = held.map(({ id, answers, hidden }) => [`  ${id}`, String(answers), reason(hidden)]);
  return ['', title, ...aligned(table)];
}

type Held = MeasureOutcome & { readonly hidden: HiddenReason };

/** Columns of one width, the second to the right: it holds counts. */
function aligned(table: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...table.map((line) => line[column]?.length ?? 0));
  const [first, second] = [width(0), width(1)];
  return table.map(([name = '', count = '', text = '']) =>
    `${name.padEnd(first)}  ${count.padStart(second)}  ${text}`.trimEnd(),
  );
}
