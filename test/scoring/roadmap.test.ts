import type { ItemInput, Level } from '../../src/scoring/answer';
import { score } from '../../src/scoring/score';
import { jsp } from '../load-rubric';

/** Level and target by item; every other item is not answered. */
const roadmapOf = (given: Readonly<Record<string, readonly [Level, Level | null]>>) =>
  score(
    jsp,
    new Map(
      Object.entries(given).map(([id, [level, target]]): [string, ItemInput] => [
        id,
        { answer: { state: 'rated', level }, target },
      ]),
    ),
  );

it('puts the largest gap first, wherever it stands in the rubric', () => {
  const { roadmap } = roadmapOf({ 'ORG-01': [2, 3], 'CMP-08': [0, 5], 'DES-05': [1, 4] });
  expect(roadmap).toEqual(['CMP-08', 'DES-05', 'ORG-01']);
});

it('breaks a tie by the gain: an item alone at its domain floor comes before one of two', () => {
  const { roadmap, items } = roadmapOf({
    'ORG-01': [1, 3],
    'ORG-02': [1, 3],
    'RSK-01': [2, 4],
    'RSK-02': [3, 5],
  });
  expect(items.get('ORG-01')).toEqual({ id: 'ORG-01', gap: 2, gain: 50 });
  expect(items.get('RSK-01')).toEqual({ id: 'RSK-01', gap: 2, gain: 100 });
  expect(items.get('RSK-02')).toEqual({ id: 'RSK-02', gap: 2, gain: 0 });
  expect(roadmap).toEqual(['RSK-01', 'ORG-01', 'ORG-02', 'RSK-02']);
});

it('breaks what is still a tie by the order of the rubric', () => {
  expect(roadmapOf({ 'CMP-01': [2, 3], 'ORG-01': [2, 3], 'RSK-01': [2, 3] }).roadmap).toEqual([
    'ORG-01',
    'RSK-01',
    'CMP-01',
  ]);
});

it('leaves out items at or above their target, without target and without level', () => {
  expect(roadmapOf({ 'ORG-01': [3, 3], 'ORG-02': [4, 3], 'ORG-03': [0, null] }).roadmap).toEqual([]);
});

it('gives no gain at the top of the scale', () => {
  expect(roadmapOf({ 'ORG-01': [5, 5] }).items.get('ORG-01')).toEqual({ id: 'ORG-01', gap: 0, gain: 0 });
});
