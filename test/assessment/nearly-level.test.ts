import { levelFault, targetFault } from '../../src/assessment/nearly-level';
import { readAnswer, readTarget } from '../../src/assessment/read-cell';
import { jsp as rubric } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';
import { TYPED_WORDS } from '../oracles/typed-words';

const context = { rubric, words, vocabulary };
const fault = (typed: string) => levelFault(typed, 'ORG-01 (row 7)', context);

it.each(TYPED_WORDS.map(([typed, state]) => [JSON.stringify(typed), typed, state] as const))(
  '%s is read as the list says',
  (_, typed, state) => {
    const answer = readAnswer(typed, 'why', vocabulary);
    expect(answer.state === 'rated' ? answer.level : answer.state).toBe(state);
    const isTarget = typeof state === 'number' || state === 'blank';
    expect(readTarget(typed).valid).toBe(isTarget);
  },
);

it.each([
  ['Don’t know', "Don't know", 'it has a curved apostrophe (’, U+2019)'],
  ['Don´t know', "Don't know", 'another sign for the apostrophe (´, U+00B4)'],
  ['dont know', "Don't know", 'spelled another way'],
  ["Don't\u202fknow", "Don't know", 'it has a narrow no-break space (U+202F)'],
  ['n.a.', 'N/A', 'spelled another way'],
  ['N / A', 'N/A', 'spelled another way'],
  ['N/A\u200b', 'N/A', 'it ends with a space of no width (U+200B)'],
  ['Ｎ／Ａ', 'N/A', 'another form of a letter or digit (Ｎ, U+FF2E)'],
  ['\u20093', '3', 'it begins with a thin space (U+2009)'],
  ['3\u00ad', '3', 'it ends with a hyphen that is not shown (U+00AD)'],
  ['３', '3', 'another form of a letter or digit (３, U+FF13)'],
  ["'3", '3', 'not the number alone'],
  ['3.0', '3', 'not the number alone'],
  ['Level 3', '3', 'not the number alone'],
  ['3 - Defined', '3', 'not the number alone'],
  ['2 – managed', '2', 'not the number alone'],
  ['defined', '3', 'not the number alone'],
])('%s is named as what it looks like, with the difference that matters', (typed, meant, why) => {
  expect(fault(typed)).toContain(why);
  expect(fault(typed)).toMatch(`choose ${meant} from the list`);
});

it.each(['7', '3/5', '2-3', '3 - Managed', 'x', '٣', 'Team’s choice'])(
  '%s is taken for no answer',
  (typed) => {
    expect(fault(typed)).not.toContain('looks like');
  },
);

it('says what stands in a cell that looks empty', () => {
  expect(fault('\u200b')).toContain('looks empty and is not: it has a space of no width');
});

it('says that nobody calculated a formula', () => {
  const cell = { error: words('file.notCalculated') };
  expect(levelFault(cell, 'ORG-01', context)).toBe(words('problem.levelNotCalculated', { place: 'ORG-01' }));
});

it('says the same of a target, which is a number or nothing', () => {
  expect(targetFault('\u20093', 'ORG-01', context)).toContain('choose 3 from the list');
  expect(targetFault('Level 4', 'ORG-01', context)).toContain('choose 4 from the list');
  expect(targetFault('\u3000', 'ORG-01', context)).toContain('looks empty');
  expect(targetFault('n.a.', 'ORG-01', context)).toContain('"n.a." is not a target. Choose');
});
