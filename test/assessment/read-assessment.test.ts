import type { RawCell } from '../../src/assessment/assessment';
import { errorsIn, inputsOf } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { jsp } from '../load-rubric';
import { FIRST_ROW, rawOf, rawRow, rawRows, readCells, readRows } from './raw';

const answered = Object.fromEntries(jsp.items.map(({ id }) => [id, { level: 3 }]));

describe('readAssessment', () => {
  it('finds no problem where every item is answered', () => {
    const { problems, entries } = readCells(answered);
    expect(problems).toEqual([]);
    expect([...entries.keys()]).toEqual(jsp.items.map(({ id }) => id));
  });

  it('finds work left, not errors, in a blank sheet', () => {
    const assessment = readCells({});
    expect(assessment.problems).toHaveLength(jsp.items.length);
    expect(assessment.problems[0]).toMatchObject({
      code: 'unanswered',
      severity: 'todo',
      item: 'ORG-01',
      row: 7,
    });
    expect(errorsIn(assessment)).toEqual([]);
  });

  it('takes everything of a row along, a due day as a day', () => {
    const { entries } = readCells({
      'RSK-02': { level: '4 ', target: '5', evidence: 'Plan', owner: 'Ann', due: 46_350, notes: ' as is ' },
    });
    expect(entries.get('RSK-02')).toEqual({
      id: 'RSK-02',
      answer: { state: 'rated', level: 4 },
      target: 5,
      evidence: 'Plan',
      owner: 'Ann',
      due: '2026-11-24',
      notes: ' as is ',
      row: FIRST_ROW + 11,
    });
  });

  it('reads rows by id: sorted, with foreign lines between, in any letter case', () => {
    const rows = rawRows({ ...answered, 'CMP-08': { level: 1 } }).reverse();
    const messy = [
      rawRow(5, null),
      rawRow(6, 'Our own heading'),
      ...rows,
      rawRow(90, 'total', { notes: 'x' }),
    ].map((row) => (row.id === 'CMP-08' ? { ...row, id: 'cmp-08' } : row));
    const { entries, problems } = readRows(messy);
    expect(problems).toEqual([]);
    expect(entries.get('CMP-08')).toMatchObject({
      answer: { state: 'rated', level: 1 },
      row: FIRST_ROW + 43,
    });
    expect([...entries.keys()]).toEqual(jsp.items.map(({ id }) => id));
  });

  it('keeps an item applicable and unrated while its answer is invalid', () => {
    const { overall } = score(jsp, inputsOf(readCells({ ...answered, 'ORG-01': { level: 7 } })));
    expect(overall).toMatchObject({ applicable: 44, rated: 43, level: 'open' });
    expect(overall.histogram.invalid).toBe(1);
  });
});

describe('the problems name the item, its row and the field', () => {
  it.each<[RawCell, string]>([
    [7, '7'],
    [2.5, '2.5'],
    ['x', 'x'],
    [true, 'true'],
    [{ error: '#DIV/0!' }, '#DIV/0!'],
  ])('for the level %j', (level, shown) => {
    const [problem, ...more] = readCells({ ...answered, 'ORG-03': { level } }).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'level-invalid',
      severity: 'error',
      item: 'ORG-03',
      row: 9,
      field: 'level',
    });
    expect(problem?.message).toContain('ORG-03 (row 9)');
    expect(problem?.message).toContain(`"${shown}" is not a level`);
    expect(problem?.message).toContain("0, 1, 2, 3, 4, 5, N/A or Don't know");
  });

  it('for N/A without a reason', () => {
    const [problem, ...more] = readCells({ ...answered, 'DES-14': { level: 'na', notes: ' ' } }).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'na-without-reason',
      severity: 'error',
      item: 'DES-14',
      field: 'notes',
    });
    expect(problem?.message).toContain('DES-14 (row 42) says N/A without a reason');
  });

  it('for a target, beside the problem of the level', () => {
    const { problems, entries } = readCells({ ...answered, 'ORG-01': { level: 'x', target: 9 } });
    expect(problems.map(({ code, field, item }) => [code, field, item])).toEqual([
      ['level-invalid', 'level', 'ORG-01'],
      ['target-invalid', 'target', 'ORG-01'],
    ]);
    expect(problems[1]?.message).toContain('ORG-01 (row 7): "9" is not a target');
    expect(entries.get('ORG-01')?.target).toBeNull();
  });

  it('for an id in two rows, of which the first counts', () => {
    const rows = [
      ...rawRows(answered),
      rawRow(60, 'ORG-02', { level: 0 }),
      rawRow(61, 'org-02', { level: 'x' }),
    ];
    const { problems, entries } = readRows(rows);
    expect(problems.map(({ code, row, item, field }) => [code, row, item, field])).toEqual([
      ['item-duplicate', 60, 'ORG-02', 'id'],
      ['item-duplicate', 61, 'ORG-02', 'id'],
    ]);
    expect(problems[0]?.message).toContain('ORG-02 stands in row 8 and again in row 60');
    expect(entries.get('ORG-02')?.answer).toEqual({ state: 'rated', level: 3 });
  });

  it.each(['ORG-02 ', ' ORG-02', 'org-02\u00a0'])('for the ID %j, which formulas do not find', (id) => {
    const { problems, entries } = readRows(
      rawRows(answered).map((row) => (row.id === 'ORG-02' ? { ...row, id } : row)),
    );
    expect(problems.map(({ code, item }) => [code, item])).toEqual([['id-spaced', 'ORG-02']]);
    expect(entries.get('ORG-02')?.answer).toEqual({ state: 'rated', level: 3 });
  });

  it('for an item whose row is gone', () => {
    const { problems, entries } = readRows(rawRows(answered).filter(({ id }) => id !== 'RSK-05'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'item-missing', severity: 'error', item: 'RSK-05', row: null });
    expect(problems[0]?.message).toContain(jsp.items.find(({ id }) => id === 'RSK-05')!.title);
    expect(entries.get('RSK-05')).toMatchObject({ answer: { state: 'blank' }, target: null, row: null });
  });

  it.each(['ORG-99', 'XX-01', 'ORG-1'])('for the answer of an unknown id %j', (id) => {
    const { problems } = readRows([...rawRows(answered), rawRow(70, id, { level: 2 })]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'item-unknown', severity: 'error', row: 70, field: 'id' });
    expect(problems[0]?.message).toContain(`${id} (row 70)`);
    expect(problems[0]?.message).toContain(jsp.title);
  });

  it('cuts what was pasted, so that a message stays a sentence', () => {
    const [problem] = readCells({ ...answered, 'ORG-01': { level: 'long '.repeat(500) } }).problems;
    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe('the profile', () => {
  it.each<[RawCell, string]>([
    [null, 'undisclosed'],
    ['  ', 'undisclosed'],
    ['hospital', 'hospital'],
    [' hospital or HEALTH  system ', 'hospital'],
    ['Undisclosed', 'undisclosed'],
  ])('reads the organization %j as %s', (organization, code) => {
    const { profile, problems } = readCells(answered, { organization });
    expect(profile.organization).toBe(code);
    expect(problems).toEqual([]);
  });

  it('takes no choice of what to send for none: it is to be made', () => {
    const { profile, problems } = readCells({}, { detail: null });
    expect(profile.detail).toBeNull();
    expect(problems.filter(({ severity }) => severity !== 'todo')).toEqual([]);
    expect(problems.map(({ code, field }) => `${code} ${field ?? ''}`)).toContain('detail-unchosen detail');
  });

  it('reads size and detail in words and codes; every answer is sent unless one says otherwise', () => {
    expect(readCells({}, { size: '250 to 4999 employees', detail: 'Domain scores only' }).profile).toEqual({
      organization: 'undisclosed',
      size: '250-4999',
      detail: 'domains',
    });
    expect(readCells({}, { size: 'under-250' }).profile).toMatchObject({
      size: 'under-250',
      detail: 'items',
    });
  });

  it.each<[RawCell, string]>([
    ['Acme', 'Acme'],
    [250, '250'],
    [{ error: '#REF!' }, '#REF!'],
    ['manufacturer', 'manufacturer'],
  ])('names a size that is none: %j', (size, shown) => {
    const { profile, problems } = readCells(answered, { size });
    expect(profile.size).toBe('undisclosed');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'profile-invalid',
      severity: 'error',
      field: 'size',
      item: null,
    });
    expect(problems[0]?.message).toContain(`Size: "${shown}"`);
  });
});

it('gives one entry for every item whatever stands in the rows', () => {
  const odd: RawCell[] = [null, '', 3, true, { error: '#REF!' }, 'ORG-01', '__proto__', 'constructor'];
  const rows = odd.flatMap((id, i) => odd.map((level, j) => rawRow(i * 10 + j, id, { level, notes: level })));
  const { entries } = readRows(rawOf(rows).rows);
  expect([...entries.keys()]).toEqual(jsp.items.map(({ id }) => id));
});
