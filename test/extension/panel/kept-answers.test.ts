import { keptAnswers } from '../../../src/extension/panel/kept-answers';
import type { Change } from '../../../src/workbook/port';
import { english as words } from '../../load-words';
import { valueOf } from '../fake-chrome';
import { refusal } from './fake-handle';
import { FakeKept } from './fake-kept';

const level: Change = { item: 'ORG-01', field: 'level', value: 3 };
const emptied: Change = { item: 'ORG-02', field: 'notes', value: null };
const size: Change = { profile: 'size', value: 'under-250' };

it('keeps the answers of each file apart, for every panel of this browser', async () => {
  const kept = new FakeKept();
  const answers = keptAnswers(kept, words);
  expect(valueOf(await answers.get('team.xlsx'))).toEqual([]);
  valueOf(await answers.keep('team.xlsx', [level, emptied, size]));
  valueOf(await answers.keep('other.xlsx', [level]));
  expect(valueOf(await keptAnswers(kept, words).get('team.xlsx'))).toEqual([level, emptied, size]);
  expect(valueOf(await answers.get('other.xlsx'))).toEqual([level]);
});

it('has one answer a cell, the last, and lets go of those that the file has taken', async () => {
  const answers = keptAnswers(new FakeKept(), words);
  const later: Change = { ...level, value: 4 };
  valueOf(await answers.keep('team.xlsx', [level, size]));
  valueOf(await answers.keep('team.xlsx', [later]));
  expect(valueOf(await answers.get('team.xlsx'))).toEqual([size, later]);
  valueOf(await answers.letGo('team.xlsx', [level, emptied]));
  expect(valueOf(await answers.get('team.xlsx'))).toEqual([size]);
});

it('keeps nothing once every file has taken its own', async () => {
  const kept = new FakeKept();
  const answers = keptAnswers(kept, words);
  valueOf(await answers.keep('team.xlsx', [level]));
  valueOf(await answers.letGo('team.xlsx', [level]));
  valueOf(await answers.letGo('never.xlsx', [level]));
  expect([...kept.values]).toEqual([]);
});

it.each([
  ['no record', 'rubbish'],
  ['an answer of another kind', { 'team.xlsx': [{ item: 'ORG-01', field: 'mood', value: 3 }] }],
])('counts %s as none, and leaves what is kept for other files', async (_, stored) => {
  const kept = new FakeKept();
  kept.values.set('refused', stored);
  const answers = keptAnswers(kept, words);
  expect(valueOf(await answers.get('team.xlsx'))).toEqual([]);
  valueOf(await answers.keep('other.xlsx', [level]));
  expect(valueOf(await answers.get('other.xlsx'))).toEqual([level]);
});

it('says in words what the browser refuses, and throws what is a bug', async () => {
  const kept = new FakeKept();
  const answers = keptAnswers(kept, words);
  kept.fails = refusal('QuotaExceededError');
  expect(await answers.keep('team.xlsx', [level])).toMatchObject({
    ok: false,
    failure: { code: 'no-room', message: words('panel.noRoom', { file: 'team.xlsx' }) },
  });
  kept.fails = new TypeError('a bug');
  await expect(answers.get('team.xlsx')).rejects.toThrow('a bug');
});
