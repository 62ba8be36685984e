import type { RawAssessment, RawCell, RawRow } from '../../src/assessment/assessment';
import type { Rubric } from '../../src/rubric/schema';
import { randomFrom } from './random';

/** A cell as it is typed: a formula stands for a value that only a formula can make, an error or a boolean. */
export type Typed = number | string | null | { readonly formula: string };

export interface AnswerSet {
  readonly level: readonly Typed[];
  readonly target: readonly Typed[];
  readonly notes: readonly Typed[];
  readonly profile: { readonly organization: Typed; readonly size: Typed; readonly detail: Typed };
}

const NOT_APPLICABLE: readonly Typed[] = ['N/A', 'n/a', ' N/A ', 'NA', 'na', '  Na', 'N/a  '];
const UNKNOWN: readonly Typed[] = ["Don't know", "don't know", " DON'T KNOW ", "Don't   know"];
const DIGITS: readonly Typed[] = ['0', '1', ' 2', '3 ', ' 4 ', '5', '\u00a03', '2\t', '\n1', '4\u00a0 '];
const RUBBISH: readonly Typed[] = [
  2.5,
  7,
  -1,
  12,
  0.5,
  1e10,
  4.999,
  '2.5',
  '7',
  'x',
  '10',
  '03',
  '3.0',
  '+3',
  '-',
  '?',
  '!',
  '.',
  'N / A',
  'N.A.',
  'not applicable',
  'dont know',
  'Don’t know',
  'unknown',
  'blank',
  'rated',
  'TRUE',
  '１',
  '½',
  '٣',
  '#N/A',
  '0-5',
  '012345',
  '*',
  '~',
  '<3',
  '>=0',
  '"',
  'ß',
  '3;',
  { formula: '=1/0' },
  { formula: '=NA()' },
  { formula: '=TRUE()' },
  { formula: '=""&"4x"' },
];
const EMPTY: readonly Typed[] = [null, null, null, ' ', '   '];
const REASONS: readonly Typed[] = ['No software in scope', 'x', 0, 1];
const NO_REASONS: readonly Typed[] = [null, ' ', '\u00a0', { formula: '=1/0' }];

/** Seeded sets of every kind: usual ones, all of one state, whole domains out, pasted garbage. Set `i` is the same for every caller. */
export function answerSet(rubric: Rubric, i: number): AnswerSet {
  const random = randomFrom(i * 7919 + 17);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (p: number) => random() < p;
  const kind = i % 12;
  const low = Math.floor(random() * 4);
  const same = Math.floor(random() * 6);
  const domainOut = pick(rubric.domains).id;
  const level = (domain: string): Typed => {
    if (kind === 0) return same;
    if (kind === 1) return pick(EMPTY);
    if (kind === 2) return pick(NOT_APPLICABLE);
    if (kind === 3 && domain === domainOut) return pick(NOT_APPLICABLE);
    if (kind === 4 && domain === domainOut) return pick(UNKNOWN);
    if (kind === 5 && chance(0.5)) return pick(RUBBISH);
    if (kind === 6 && chance(0.6)) return pick(EMPTY);
    if (kind === 7) return pick([...UNKNOWN, ...EMPTY, ...NOT_APPLICABLE]);
    if (kind === 8 && chance(0.8)) return pick(NOT_APPLICABLE);
    if (kind >= 9 && chance(0.1)) return pick([...DIGITS, ...NOT_APPLICABLE, ...UNKNOWN]);
    if (kind === 9 && chance(0.1)) return pick([...RUBBISH, ...EMPTY]);
    return low + Math.floor(random() * (6 - low));
  };
  const target = (): Typed =>
    chance(0.15)
      ? null
      : chance(0.1)
        ? pick([...DIGITS, 'x', 6, 2.5, 'N/A', ' ', { formula: '=1/0' }])
        : Math.floor(random() * 6);
  const notes = (): Typed => (kind < 10 && chance(0.25) ? pick(NO_REASONS) : pick(REASONS));
  return {
    level: rubric.items.map((item) => level(item.domain)),
    target: rubric.items.map(target),
    notes: rubric.items.map(notes),
    profile: {
      organization: pick([
        null,
        'Medical device manufacturer',
        ' hospital or HEALTH system ',
        'Undisclosed',
        'other',
        ...(kind === 5 ? ['Acme'] : []),
      ]),
      size: pick([
        null,
        'Under 250 employees',
        '250 to 4999 employees',
        '5000-plus',
        ...(kind === 5 ? [250] : []),
      ]),
      detail: pick([null, 'Every answer', 'Domain scores only']),
    },
  };
}

/** The set as a reader hands it over. */
export function rawOf(rubric: Rubric, set: AnswerSet): RawAssessment {
  const nothing = { evidence: null, owner: null, due: null } as const;
  const rows = rubric.items.map((item, i): RawRow => ({
    row: 7 + i,
    id: item.id,
    level: cellOf(set.level[i] ?? null),
    target: cellOf(set.target[i] ?? null),
    notes: cellOf(set.notes[i] ?? null),
    ...nothing,
  }));
  const { organization, size, detail } = set.profile;
  return {
    rows,
    profile: { organization: cellOf(organization), size: cellOf(size), detail: cellOf(detail) },
  };
}

const FORMULAS: Readonly<Record<string, RawCell>> = {
  '=1/0': { error: '#DIV/0!' },
  '=NA()': { error: '#N/A' },
  '=TRUE()': true,
  '=""&"4x"': '4x',
};

function cellOf(typed: Typed): RawCell {
  if (typed === null || typeof typed !== 'object') return typed;
  const value = FORMULAS[typed.formula];
  if (value === undefined) throw new Error(`No value is known for ${typed.formula}`);
  return value;
}
