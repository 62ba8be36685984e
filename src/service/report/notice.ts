import type { Rubric } from '../../rubric/schema';
import type { Words } from '../../words/words';
import { element, type Html } from './html';

/** What the figures must not be taken for, whose words the questions are, and under which licence. */
export const notice = ({
  rubric,
  words,
}: {
  readonly rubric: Rubric;
  readonly words: Words;
}): readonly Html[] => [
  element('p', {}, words('report.notAffiliated')),
  element('p', {}, rubric.notice),
  element('p', {}, words('report.licence')),
];
