import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Assessment, Detail, Entry } from '../../src/assessment/assessment';
import { parseRubric } from '../../src/rubric/load';
import type { Rubric } from '../../src/rubric/schema';
import type { Answer, Level } from '../../src/scoring/answer';
import { score } from '../../src/scoring/score';
import type { Scores } from '../../src/scoring/scores';
import { buildRow } from '../../src/submission/build-row';
import { canonicalJson } from '../../src/submission/canonical';
import type { SubmissionRecord } from '../../src/submission/record';
import type { Row } from '../../src/submission/row';
import { wordsOf } from '../../src/words/words';
import english from '../../assets/locales/en.json';

export const words = wordsOf(english);

export function jspRubric(): Rubric {
  const parsed = parseRubric(JSON.parse(readFileSync('rubric/jsp.json', 'utf8')), 'jsp.json', words);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

export const rubric = jspRubric();
export const CYCLE = '2026';

/** A repeatable number source (Park and Miller). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Answers of every sendable state. */
export function someAnswers(seed: number): Answer[] {
  const next = numbers(seed + 1);
  next();
  return rubric.items.map(() => {
    const pick = Math.floor(next() * 10);
    if (pick === 9) return { state: 'na' };
    if (pick === 8) return { state: 'unknown' };
    return { state: 'rated', level: Math.floor(next() * 6) as Level };
  });
}

export function assessmentOf(answers: readonly Answer[], detail: Detail = 'items'): Assessment {
  const entries = rubric.items.map((item, i): [string, Entry] => [
    item.id,
    {
      id: item.id,
      answer: answers[i] ?? { state: 'blank' },
      target: 4,
      evidence: 'MARKER evidence',
      owner: 'MARKER owner',
      due: '2027-01-01',
      notes: 'MARKER notes',
      row: i + 5,
    },
  ]);
  return {
    entries: new Map(entries),
    profile: { organization: 'manufacturer', size: 'undisclosed', detail },
    problems: [],
    evidence: new Map(),
  };
}

export function scoresOf({ entries }: Assessment): Scores {
  return score(rubric, new Map([...entries].map(([id, { answer, target }]) => [id, { answer, target }])));
}

export function someRow(seed = 1, detail: Detail = 'items'): Row {
  return rowOf(someAnswers(seed), detail);
}

export function rowOf(answers: readonly Answer[], detail: Detail = 'items'): Row {
  const assessment = assessmentOf(answers, detail);
  const row = buildRow(assessment, scoresOf(assessment), rubric, CYCLE, words);
  if (!row.ok) throw new Error(row.failure.message);
  return row.value;
}

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** A key that a seed always gives. */
export const keyOf = (seed: number | string): string => sha256(`key ${seed}`).toString('base64url');

export function recordOf(row: Row, key: string, endpoint = 'https://benchmark.example'): SubmissionRecord {
  const bytes = canonicalJson(row);
  return {
    nullifier: key,
    cycle: row.cycle,
    endpoint,
    bytes,
    hash: sha256(bytes).toString('hex'),
    prepared: '2026-11-23',
    state: 'waiting',
    receipt: null,
    owner: null,
    authorization: null,
    correction: null,
    withdrawal: null,
  };
}
