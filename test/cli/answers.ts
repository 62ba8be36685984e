import { jsp } from '../load-rubric';

type Answers = Record<
  string,
  { level?: unknown; target?: unknown; notes?: string; evidence?: string; due?: string }
>;

/** An ANSWERS.json with every item answered, but for the changes given. */
export const answersFile = (change: Answers = {}, profile: object = { organization: 'hospital' }) => {
  const levels = jsp.items.map(({ id }, i): [string, Answers[string]] => [id, { level: i % 6, target: 3 }]);
  return { profile, answers: { ...Object.fromEntries(levels), ...change } };
};
