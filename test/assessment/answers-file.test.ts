import { parseAnswersFile, rawOfAnswersFile } from '../../src/assessment/answers-file';
import { readAssessment } from '../../src/assessment/read-assessment';
import sampleAnswers from '../../rubric/samples/answers.json';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';

const parse = (json: unknown) => parseAnswersFile(json, 'team.json', words);

function read(json: unknown) {
  const file = parse(json);
  if (!file.ok) throw new Error(file.failure.message);
  return readAssessment(rawOfAnswersFile(file.value, jsp), { rubric: jsp, words, vocabulary });
}

describe('a good ANSWERS.json', () => {
  it('is read as if it stood in cells', () => {
    const { entries, profile, problems } = read({
      profile: { organization: 'hospital' },
      answers: {
        'ORG-01': { level: 3, target: 4, evidence: 'Charter', notes: 'ok' },
        'org-02': { level: 'N/A', notes: 'why' },
        'ORG-03': { level: "Don't know" },
        'ORG-04': { level: '2', target: null, due: '2027-01-31', owner: 'Ann' },
      },
    });
    expect(['ORG-01', 'ORG-02', 'ORG-03', 'ORG-04', 'ORG-05'].map((id) => entries.get(id)?.answer)).toEqual([
      { state: 'rated', level: 3 },
      { state: 'na' },
      { state: 'unknown' },
      { state: 'rated', level: 2 },
      { state: 'blank' },
    ]);
    expect(entries.get('ORG-04')).toMatchObject({ due: '2027-01-31', owner: 'Ann', target: null });
    expect(profile).toEqual({ organization: 'hospital', size: 'undisclosed', detail: 'items' });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('may hold no profile and no answer', () => {
    expect(read({ answers: {} }).problems).toHaveLength(44);
  });

  it('ships as sample answers without a problem', () => {
    expect(read(sampleAnswers).problems).toEqual([]);
  });
});

describe('an ANSWERS.json with wrong answers', () => {
  it('has every problem named at once, by item', () => {
    const { problems } = read({
      profile: { size: 'huge' },
      answers: { 'ORG-01': { level: 7 }, 'ORG-02': { level: 'N/A' }, 'ORG-03': { level: 3, target: 'x' } },
    });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, item }) => [code, item])).toEqual([
      ['level-invalid', 'ORG-01'],
      ['na-without-reason', 'ORG-02'],
      ['target-invalid', 'ORG-03'],
      ['profile-invalid', null],
    ]);
    expect(errors[0]?.message).toBe(
      'ORG-01: "7" is not a level. Choose 0, 1, 2, 3, 4, 5, N/A or Don\'t know.',
    );
  });

  it('has an id that the rubric lacks named, whatever the case of its letters', () => {
    const { problems } = read({ answers: { 'org-77': { level: 1 }, 'ORG-78': {} } });
    expect(problems.filter(({ code }) => code === 'item-unknown').map(({ message }) => message)).toEqual([
      expect.stringContaining('org-77'),
      expect.stringContaining('ORG-78'),
    ]);
  });

  it('loses neither of two answers for one item: the second is a problem', () => {
    const { problems, entries } = read({ answers: { 'ORG-01': { level: 1 }, 'org-01': { level: 5 } } });
    expect(entries.get('ORG-01')?.answer).toEqual({ state: 'rated', level: 1 });
    const twice = problems.filter(({ code }) => code === 'item-duplicate');
    expect(twice).toHaveLength(1);
    expect(twice[0]?.message).toBe(
      'ORG-01 is answered more than once. Only the first answer counts: take out the other.',
    );
  });
});

describe('a file that is no ANSWERS.json is refused, with file, item and field', () => {
  it.each([
    [null, '-: expected object'],
    [[], '-: expected object'],
    [{}, 'answers: expected'],
    [{ answers: [] }, 'answers: expected'],
    [{ answers: { 'ORG-01': 3 } }, 'answers.ORG-01: expected object'],
    [{ answers: { 'ORG-01': { level: [3] } } }, 'answers.ORG-01.level: is none of the allowed values'],
    [
      { answers: { 'ORG-01': { level: 3, note: 'x' } } },
      'answers.ORG-01: has a field that is not known: note',
    ],
    [{ answers: {}, author: 'x' }, '-: has a field that is not known: author'],
    [{ answers: {}, profile: { company: 'x' } }, 'profile: has a field that is not known: company'],
    [{ answers: {}, profile: 'hospital' }, 'profile: expected object'],
  ])('%j', (json, said) => {
    const file = parse(json);
    if (file.ok) throw new Error('it was taken');
    expect(file.failure.code).toBe('answers-invalid');
    expect(file.failure.message).toContain('team.json is not a valid answers file');
    expect(file.failure.message).toContain(said);
  });
});
