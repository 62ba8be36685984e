import { sampleChanges } from '../../src/addin/sample-answers';
import samples from '../../rubric/samples/answers.json';
import { parseAnswersFile, rawOfAnswersFile } from '../../src/assessment/answers-file';
import { readAssessment } from '../../src/assessment/read-assessment';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import english from '../../assets/locales/en.json';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';

test('a file of answers becomes what a person would type, and no more', () => {
  const file = {
    profile: { size: 'under-250', organization: null },
    answers: { 'ORG-01': { level: 3, target: null, notes: 'why' }, 'ORG-02': { level: true } },
  };
  const changes = sampleChanges(file, words);
  expect(changes).toEqual([
    { profile: 'size', value: 'Under 250 employees' },
    { item: 'ORG-01', field: 'level', value: 3 },
    { item: 'ORG-01', field: 'notes', value: 'why' },
    { item: 'ORG-02', field: 'level', value: 'true' },
  ]);
});

test('the sample answers that ship are valid and give every item an answer', () => {
  const file = parseAnswersFile(samples, 'answers.json', words);
  if (!file.ok) throw new Error(file.failure.message);
  const raw = rawOfAnswersFile(file.value, jsp);
  const { problems } = readAssessment(raw, { rubric: jsp, words, vocabulary: vocabularyOf([english]) });
  expect(problems).toEqual([]);
});
