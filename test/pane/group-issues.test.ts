import type { Problem } from '../../src/assessment/assessment';
import { groupIssues } from '../../src/pane/check/group-issues';

const problem = (part: Partial<Problem>): Problem => ({
  code: 'level-invalid',
  severity: 'error',
  message: 'wrong',
  item: 'ORG-01',
  row: 6,
  field: 'level',
  ...part,
});

it.each([
  ['an answer leads to its cell by id', problem({}), { item: 'ORG-01', field: 'level' }],
  [
    'a second row of an item leads to that row, not to the first',
    problem({ code: 'item-duplicate', row: 50, field: 'id' }),
    { sheet: 'assessment', address: 'A50' },
  ],
  [
    "a stranger's row leads to that row",
    problem({ code: 'item-unknown', item: null, row: 51, field: 'id' }),
    { sheet: 'assessment', address: 'A51' },
  ],
  [
    'a missing row leads to the sheet',
    problem({ code: 'item-missing', row: null, field: 'id' }),
    { sheet: 'assessment' },
  ],
  [
    'a segment leads to the profile',
    problem({ code: 'profile-invalid', item: null, row: null, field: 'size' }),
    { profile: 'size' },
  ],
])('%s', (_, given, place) => {
  expect(groupIssues([given], []).errors).toEqual([{ message: 'wrong', place }]);
});

it.each([
  [
    'an answer without evidence leads to its Evidence cell',
    problem({ code: 'evidence-missing', severity: 'warning', field: 'evidence' }),
    { item: 'ORG-01', field: 'evidence' },
  ],
  [
    'a line of evidence for no item leads to its row of the Evidence sheet',
    problem({ code: 'evidence-unknown-item', severity: 'warning', item: null, row: 7, field: 'evidence' }),
    { sheet: 'evidence', address: 'A7' },
  ],
])('%s, and is no error', (_, given, place) => {
  const { warnings, errors, todo } = groupIssues([given], []);
  expect(warnings).toEqual([{ message: 'wrong', place }]);
  expect([...errors, ...todo]).toEqual([]);
});
