import type { Words } from '../../words/words';
import { changesSince, isDistinct, isJudged, type Change } from './changes';
import { areComparable, comparedNames, measureName } from './compared';
import type { Edition } from './edition';
import { listText } from './score-words';

/** More than so many are not named in a summary. */
const MOST_NAMED = 5;

/** How much of a difference to the cycle before is more than chance: how many of how many, and which. */
export function changeSentences({ release, former, rubric, words }: Edition): readonly string[] {
  if (former === null) return [words('report.noFormer')];
  const { cycle } = former;
  if (!areComparable(release, former)) return [words('report.otherRubric', { cycle })];
  const judged = changesSince(release, former, comparedNames(rubric)).filter(isJudged);
  if (judged.length === 0) return [words('report.changesUnknown', { cycle })];
  const distinct = judged.filter(isDistinct);
  if (distinct.length === 0) return [words('report.changesNone', { cycle, count: judged.length })];
  const nameOf = ({ name }: Change) => measureName(name, rubric, words);
  const side = (verdict: Change['verdict'], key: 'report.changesHigher' | 'report.changesLower') => {
    const names = distinct.filter((change) => change.verdict === verdict).map(nameOf);
    return names.length === 0 ? [] : [words(key, { names: listText(names, words) })];
  };
  return [
    words('report.changesSome', { cycle, count: distinct.length, judged: judged.length }),
    ...(distinct.length > MOST_NAMED
      ? [words('report.changesBelow')]
      : [...side('higher', 'report.changesHigher'), ...side('lower', 'report.changesLower')]),
    chanceSentence(distinct.length, judged.length, words),
  ];
}

/** One in twenty differences leaves its 95 % interval by chance alone. */
export function chanceSentence(distinct: number, judged: number, words: Words): string {
  const expected = Math.max(1, Math.round(judged / 20));
  return words(distinct <= expected ? 'report.chanceLikely' : 'report.chance', { judged, count: expected });
}
