import { strToU8, unzipSync, zipSync } from 'fflate';
import { takeSnapshot } from '../../src/assessment/take-snapshot';
import { readAssessment } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import type { Change } from '../../src/workbook/port';
import { newWorkbookId, workbookIdOf } from '../../src/workbook/workbook-id';
import { fileWorkbook, openAssessment } from '../../src/xlsx/file-workbook';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { jsp } from '../load-rubric';
import { sample } from '../oracles/design';
import { english as words } from '../load-words';
import { portContract, TOKEN } from '../workbook/port-contract';
import { edited } from './edited';
import { MemoryFile } from './memory-file';
import { oneSheet, packed } from './packed';
import { BLANK, cellIn, failureCode, itemsOf, MAKING, openFile, valueOf } from './open-file';

const level = (item: string, value: number | string | null): Change => ({ item, field: 'level', value });
/** The bytes after somebody else answered an item. */
async function answeredElsewhere(item: string, value: number): Promise<Uint8Array> {
  const { file, port } = openFile();
  valueOf(await port.write([level(item, value)]));
  return file.bytes;
}
describe('a file, as any workbook', () => {
  portContract(() => Promise.resolve(openFile().port));
});

describe('writing', () => {
  it('goes to the file at once, and what is read is what the file holds', async () => {
    const { file, port } = openFile();
    valueOf(await port.write([level('ORG-01', 3)]));
    expect(file.writes).toBe(1);
    const another = fileWorkbook({ ...MAKING, file: new MemoryFile(file.bytes) });
    expect((await itemsOf(another)).get('ORG-01')?.level).toBe(3);
  });

  it('leaves every other part as it is', async () => {
    const foreign = { 'custom/item.bin': strToU8('of the team'), 'xl/media/logo.png': strToU8('a picture') };
    const { file, port } = openFile(zipSync({ ...unzipSync(BLANK), ...foreign }));
    valueOf(await port.write([level('ORG-01', 3)]));
    const [before, after] = [{ ...unzipSync(BLANK), ...foreign }, unzipSync(file.bytes)];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const same = Object.entries(before).filter(
      ([path, part]) => Buffer.compare(part, after[path] ?? strToU8('')) === 0,
    );
    expect(same.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'custom/item.bin',
        'xl/media/logo.png',
        'xl/styles.xml',
        'xl/sharedStrings.xml',
      ]),
    );
  });

  it('writes no file where nothing changes', async () => {
    const { file, port } = openFile();
    valueOf(await port.write([level('ORG-01', null)]));
    expect(file.writes).toBe(0);
    expect(file.bytes).toEqual(BLANK);
  });

  it('does two writes at once one after the other, and keeps both', async () => {
    const { file, port } = openFile();
    const writes = jsp.items.slice(0, 5).map(({ id }, i) => port.write([level(id, i)]));
    for (const written of await Promise.all(writes)) valueOf(written);
    expect(file.writes).toBe(5);
    const items = await itemsOf(port);
    expect(jsp.items.slice(0, 5).map(({ id }) => items.get(id)?.level)).toEqual([0, 1, 2, 3, 4]);
  });

  it('appends a line to the history', async () => {
    const { file, port } = openFile();
    const assessment = readAssessment(valueOf(await port.read()), MAKING);
    valueOf(await port.saveSnapshot(takeSnapshot(score(jsp, assessment.entries), jsp, '2026-11-23')));
    valueOf(await port.saveSnapshot(takeSnapshot(score(jsp, assessment.entries), jsp, '2026-11-24')));
    expect(['A5', 'A6', 'A7'].map((at) => cellIn(file.bytes, 'Score history', at).value)).toEqual([
      '2026-11-23',
      '2026-11-24',
      null,
    ]);
  });

  it('shows a row that was prepared on the Submission sheet', async () => {
    const { file, port } = openFile();
    const text = {
      nullifier: 'A'.repeat(43),
      cycle: '2026',
      endpoint: 'https://benchmark.example',
      bytes: '{}',
    };
    const proof = { receipt: null, owner: null, authorization: null, correction: null, withdrawal: null };
    const state = { hash: 'a'.repeat(64), prepared: '2026-11-23', state: 'waiting' } as const;
    valueOf(await port.saveSubmission({ ...text, ...proof, ...state }));
    expect(cellIn(file.bytes, 'Submission', 'D10').value).toBe('a'.repeat(64));
  });

  it('stores the results that the engine knows, as LibreOffice would compute them', async () => {
    const { file, port } = openFile();
    expect(cellIn(file.bytes, 'Assessment', 'M7').value).toBe(words('sheet.checkBlank'));
    valueOf(await port.write(jsp.items.map(({ id }, i) => level(id, i % 6))));
    const { scores } = scored(file.bytes);
    const [first] = jsp.domains;
    const mean = first && scores.domains.get(first.id)?.mean;
    if (!mean) throw new Error('No mean');
    expect(cellIn(file.bytes, 'Scorecard', 'F9').value).toBeCloseTo(mean.n / mean.d, 12);
    expect(cellIn(file.bytes, 'Assessment', 'M7').value).toBe(words('sheet.checkOk'));
    expect(cellIn(file.bytes, 'Submission', 'A5').value).toBeNull();
  });
});

const scored = (bytes: Uint8Array) => {
  const assessment = readAssessment(valueOf(readAssessmentFile(bytes, words)).raw, MAKING);
  return { assessment, scores: score(jsp, assessment.entries) };
};

describe('a write that fails', () => {
  it.each(['held-open', 'not-allowed', 'failed-midway'])(
    '(%s) loses nothing, and can be tried again',
    async (code) => {
      const { file, port } = openFile();
      valueOf(await port.write([level('ORG-01', 3)]));
      const before = file.bytes;
      const told = jest.fn();
      valueOf(await port.watchAnswers(told));
      file.refusal = code;
      expect(failureCode(await port.write([level('ORG-02', 4)]))).toBe(code);
      expect(file.bytes).toBe(before);
      expect((await itemsOf(port)).get('ORG-02')?.level).toBeNull();
      expect(told).not.toHaveBeenCalled();
      valueOf(await port.write([level('ORG-02', 4)]));
      const items = await itemsOf(port);
      expect([items.get('ORG-01')?.level, items.get('ORG-02')?.level]).toEqual([3, 4]);
    },
  );

  it('because somebody else never stops saving says so', async () => {
    const { file, port } = openFile();
    const theirs = file.bytes;
    const saveAgain = () => {
      file.save(theirs);
      queueMicrotask(() => (file.meanwhile = saveAgain));
    };
    file.meanwhile = saveAgain;
    expect(failureCode(await port.write([level('ORG-01', 3)]))).toBe('changed-elsewhere');
    expect(file.writes).toBe(0);
  });

  it('does not stop the ones behind it', async () => {
    const { file, port } = openFile();
    file.refusal = 'held-open';
    const [first, second] = await Promise.all([
      port.write([level('ORG-01', 1)]),
      port.write([level('ORG-02', 2)]),
    ]);
    expect([failureCode(first), failureCode(second)]).toEqual(['held-open', null]);
    const items = await itemsOf(port);
    expect([items.get('ORG-01')?.level, items.get('ORG-02')?.level]).toEqual([null, 2]);
  });

  it('because a formula stands in the cell says so in words', async () => {
    const { file, port } = openFile();
    file.save(withFormula('1+2'));
    expect(failureCode(await port.write([level('ORG-01', 3)]))).toBe('xlsx-formula');
    expect(file.writes).toBe(0);
  });
});

/** The blank workbook with a formula in the Level cell of ORG-01, that nobody has calculated. */
const withFormula = (formula: string): Uint8Array =>
  edited(BLANK, (path, text) =>
    path.endsWith('sheet2.xml')
      ? text.replace(/<c r="E7"([^>]*)\/>/, `<c r="E7"$1><f>${formula}</f></c>`)
      : text,
  );

describe('what somebody else saved since it was seen', () => {
  it.each(['before', 'while'])('(%s it is written) stays, and the answer goes on top of it', async (when) => {
    const { file, port } = openFile();
    valueOf(await port.read());
    const theirs = await answeredElsewhere('RSK-01', 5);
    const told = jest.fn();
    valueOf(await port.watchAnswers(told));
    if (when === 'before') file.save(theirs);
    else file.meanwhile = () => file.save(theirs);
    valueOf(await port.write([level('ORG-01', 3)]));
    expect(told).toHaveBeenCalledTimes(2);
    const items = await itemsOf(port);
    expect([items.get('RSK-01')?.level, items.get('ORG-01')?.level]).toEqual([5, 3]);
  });

  it.each([
    ['a level', level('ORG-01', 5), level('ORG-01', 3)],
    ['a level that was emptied', level('ORG-01', null), level('ORG-01', 3)],
    [
      'an owner',
      { item: 'ORG-01', field: 'owner', value: 'Ann' },
      { item: 'ORG-01', field: 'owner', value: 'Bo' },
    ],
    [
      'a due date',
      { item: 'ORG-01', field: 'due', value: '2027-01-05' },
      { item: 'ORG-01', field: 'due', value: '2027-02-01' },
    ],
    [
      'the profile',
      { profile: 'size', value: words('profile.under-250') },
      { profile: 'size', value: words('profile.undisclosed') },
    ],
  ] as const)('in the same cell (%s) is not written over before it was seen', async (_, theirs, ours) => {
    const answered = openFile();
    valueOf(await answered.port.write([level('ORG-01', 1)]));
    const { file, port } = openFile(answered.file.bytes);
    valueOf(await port.read());
    valueOf(await answered.port.write([theirs]));
    file.save(answered.file.bytes);
    expect(failureCode(await port.write([level('RSK-01', 2), ours]))).toBe('cell-changed');
    expect(file.bytes).toEqual(answered.file.bytes);
    // By now the user has seen it, and says what is to stand there.
    valueOf(await port.read());
    valueOf(await port.write([level('RSK-01', 2), ours]));
    expect((await itemsOf(port)).get('RSK-01')?.level).toBe(2);
  });

  it('does not come from here: answers to one question in quick succession all go in', async () => {
    const { port } = openFile();
    valueOf(await port.read());
    const writes = [1, 2, 3].map((value) => port.write([level('ORG-01', value)]));
    const look = port.read();
    const more = [4, 5].map((value) => port.write([level('ORG-01', value)]));
    for (const written of [...(await Promise.all(writes)), ...(await Promise.all(more))]) valueOf(written);
    valueOf(await look);
    valueOf(await port.write([level('ORG-01', 2)]));
    expect((await itemsOf(port)).get('ORG-01')?.level).toBe(2);
  });
});

describe('which workbook it is', () => {
  const stateOf = (bytes: Uint8Array) => valueOf(readAssessmentFile(bytes, words)).state;
  const newId = () => 'f00d';

  it('is said by the hidden sheet from the start, and stays so', async () => {
    const made = newWorkbook({ ...MAKING, benchmark: sample, id: 'cafe' });
    const { file, port } = openFile(made, { newId });
    valueOf(await port.read());
    expect(port.workbookId()).toBe('cafe');
    valueOf(await port.write([level('ORG-01', 3)]));
    expect(workbookIdOf(stateOf(file.bytes))).toBe('cafe');
    expect(valueOf(await openFile(made).port.verify()).map(({ code }) => code)).toEqual(
      valueOf(await openFile().port.verify()).map(({ code }) => code),
    );
  });

  it('is said from the first write on where it was made before workbooks had an id', async () => {
    const { file, port } = openFile(BLANK, { newId });
    valueOf(await port.write([level('ORG-01', null)]));
    expect([port.workbookId(), file.writes]).toEqual([null, 0]);
    valueOf(await port.write([level('ORG-01', 3), { profile: 'detail', value: words('profile.domains') }]));
    valueOf(await port.write([level('ORG-01', 4)]));
    expect([port.workbookId(), workbookIdOf(stateOf(file.bytes))]).toEqual(['f00d', 'f00d']);
    expect((await itemsOf(port)).get('ORG-01')?.level).toBe(4);
  });

  it('is told after a record that takes the same row', async () => {
    const { port } = openFile(BLANK, { newId });
    valueOf(await port.saveToken(TOKEN));
    expect(port.workbookId()).toBeNull();
    valueOf(await port.write([level('ORG-01', 3)]));
    expect(port.workbookId()).toBe('f00d');
    expect(valueOf(await port.tokens())).toEqual([TOKEN]);
  });

  it('is another one each time', () => {
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    expect(newWorkbookId(random)).toMatch(/^[0-9a-f]{32}$/);
    expect(newWorkbookId(random)).not.toBe(newWorkbookId(random));
  });
});

describe('reading', () => {
  it('takes what somebody else saved, and tells who watches once', async () => {
    const { file, port } = openFile();
    valueOf(await port.read());
    const told = jest.fn();
    valueOf(await port.watchAnswers(told));
    file.save(await answeredElsewhere('RSK-01', 2));
    expect((await itemsOf(port)).get('RSK-01')?.level).toBe(2);
    valueOf(await port.read());
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('looks again when asked, and tells nothing where only the stamp is new', async () => {
    const { file, port } = openFile();
    valueOf(await port.read());
    const told = jest.fn();
    valueOf(await port.watchAnswers(told));
    file.save(BLANK.slice());
    valueOf(await port.lookAgain());
    expect(told).not.toHaveBeenCalled();
    file.save(await answeredElsewhere('RSK-01', 2));
    valueOf(await port.lookAgain());
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('tells who watches after a write of its own', async () => {
    const { port } = openFile();
    const told = jest.fn();
    valueOf(await port.watchAnswers(told));
    valueOf(await port.write([level('ORG-01', 3)]));
    valueOf(await port.write([level('ORG-01', 3)]));
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('says that a file is gone or closed to it, and goes on once it is back', async () => {
    const { file, port } = openFile();
    file.unreadable = 'not-found';
    expect(failureCode(await port.read())).toBe('not-found');
    expect(failureCode(await port.write([level('ORG-01', 3)]))).toBe('not-found');
    file.unreadable = null;
    valueOf(await port.write([level('ORG-01', 3)]));
  });

  it('does not take a formula that nobody calculated for an item that nobody answered', async () => {
    const { port } = openFile(withFormula('Team!B2'));
    const { assessment } = { assessment: readAssessment(valueOf(await port.read()), MAKING) };
    expect(assessment.entries.get('ORG-01')?.answer.state).toBe('invalid');
    expect(assessment.problems.find(({ item }) => item === 'ORG-01')?.message).toContain(
      words('file.notCalculated'),
    );
  });

  it('counts days from 1904 where the file does', async () => {
    const since1904 = edited(BLANK, (path, text) =>
      path === 'xl/workbook.xml' ? text.replace('<workbookPr ', '<workbookPr date1904="1" ') : text,
    );
    const { file, port } = openFile(since1904);
    valueOf(await port.write([{ item: 'ORG-01', field: 'due', value: '2027-03-31' }]));
    expect(cellIn(file.bytes, 'Assessment', 'K7').value).toBe(46_477 - 1462);
    expect((await itemsOf(port)).get('ORG-01')?.due).toBe(46_477);
    valueOf(await port.write([{ item: 'ORG-01', field: 'due', value: '2027-03-31' }]));
    expect(file.writes).toBe(1);
  });
});

describe('what a file cannot do', () => {
  it('says where a place is instead of showing it', async () => {
    const { port } = openFile();
    const said = async (place: Parameters<typeof port.goTo>[0]) => {
      const result = await port.goTo(place);
      return result.ok ? '' : result.failure.message;
    };
    expect(await said({ item: 'ORG-03', field: 'level' })).toContain(
      words('file.placeRow', { row: 9, sheet: 'Assessment' }),
    );
    expect(await said({ profile: 'size' })).toContain(
      words('file.placeCell', { cell: 'D20', sheet: 'Start' }),
    );
    expect(await said({ sheet: 'scorecard' })).toContain(words('file.placeSheet', { sheet: 'Scorecard' }));
    expect(failureCode(await port.goTo({ item: 'ZZZ-99', field: 'level' }))).toBe('row-gone');
  });

  it('refuses to insert and to repair, and never tells a selection', async () => {
    const { file, port } = openFile();
    const told = jest.fn();
    expect(failureCode(await port.insert(told))).toBe('no-excel');
    expect(failureCode(await port.repair([]))).toBe('no-excel');
    const stop = valueOf(await port.watchSelection(told));
    await stop();
    expect(told).not.toHaveBeenCalled();
    expect(file.writes).toBe(0);
  });
});

describe('verifying', () => {
  const all = async (bytes: Uint8Array) =>
    valueOf(await openFile(bytes).port.verify()).map(({ code, sheet, item, remedy }) => [
      code,
      sheet,
      item,
      remedy,
    ]);
  const brief = async (bytes: Uint8Array) => (await all(bytes)).filter(([code]) => code !== 'not-compared');

  it('finds nothing in a new workbook, nor in an answered one, and says what it does not look at', async () => {
    expect(await all(BLANK)).toEqual([['not-compared', 'assessment', null, 'accept']]);
    expect(await brief(await answeredElsewhere('ORG-01', 3))).toEqual([]);
  });

  it('finds IDs that were exchanged, and a domain and a heading that were renamed', async () => {
    const cell = (text: string, address: string, value: string) =>
      text.replace(
        new RegExp(`<c r="${address}"([^>]*?)(?: t="\\w+")?>.*?</c>`),
        (_, rest: string) => `<c r="${address}"${rest} t="inlineStr"><is><t>${value}</t></is></c>`,
      );
    const changed = edited(BLANK, (path, text) =>
      path.endsWith('sheet2.xml')
        ? [['A7', 'ORG-03'] as const, ['A9', 'ORG-01'] as const, ['F6', 'Meaning'] as const].reduce(
            (xml, [address, value]) => cell(xml, address, value),
            text,
          )
        : path.endsWith('sheet3.xml')
          ? cell(text, 'A10', 'Risk Mgmt')
          : text,
    );
    const findings = valueOf(await openFile(changed).port.verify());
    const texts = findings.filter(({ code }) => code === 'text-changed');
    expect(texts.map(({ sheet, address, remedy }) => [sheet, address, remedy])).toEqual([
      ['assessment', 'F6', 'manual'],
      ['assessment', 'A7', 'manual'],
      ['assessment', 'A9', 'manual'],
      ['scorecard', 'A10', 'manual'],
    ]);
  });

  it('finds a sheet that was renamed, and one that is gone', async () => {
    const renamed = edited(BLANK, (path, text) =>
      path.startsWith('xl/worksheets')
        ? text.replaceAll('Roadmap!', 'Plan!')
        : text.replaceAll('"Roadmap"', '"Plan"'),
    );
    expect(await brief(renamed)).toEqual([['sheet-renamed', 'roadmap', null, 'accept']]);
    const gone = edited(BLANK, (path, text) =>
      path.startsWith('xl/worksheets')
        ? text.replace('Roadmap!$A$1', '#REF!$A$1')
        : text.replace(/<sheet name="Roadmap"[^>]*\/>/, ''),
    );
    expect(await brief(gone)).toEqual([['sheet-missing', 'roadmap', null, 'manual']]);
  });

  it('finds pointers that another program dropped', async () => {
    const dropped = edited(BLANK, (path, text) =>
      path.endsWith('sheet10.xml') ? text.replace(/<f>[^<]*<\/f>(?:<v>[^<]*<\/v>)?/g, '') : text,
    );
    expect(await brief(dropped)).toEqual([['text-changed', 'state', null, 'manual']]);
  });

  it('finds a row and a column that are gone', async () => {
    const broken = edited(BLANK, (path, text) =>
      path.endsWith('sheet10.xml')
        ? text.replace('Assessment!$J$6', '#REF!')
        : path.endsWith('sheet2.xml')
          ? text.replace(/<c r="(?:[A-D]8|J6)"[^>]*>.*?<\/c>/g, '')
          : text,
    );
    expect(await brief(broken)).toEqual([
      ['answer-column-missing', 'assessment', null, 'manual'],
      ['row-missing', 'assessment', 'ORG-02', 'manual'],
    ]);
  });
});

describe('opening', () => {
  const open = (bytes: Uint8Array) => openAssessment({ ...MAKING, file: new MemoryFile(bytes) });

  it('gives the workbook of a file of ours', async () => {
    expect((await itemsOf(valueOf(await open(BLANK)))).size).toBe(jsp.items.length);
  });

  it('gives it where the hidden sheet has another name, or points at nothing any more, or is gone', async () => {
    const answered = await answeredElsewhere('ORG-01', 3);
    const changes = [
      (path: string, text: string) =>
        path === 'xl/workbook.xml' ? text.replace('JSP_state', 'Something') : text,
      (path: string, text: string) =>
        path.endsWith('sheet10.xml') ? text.replace(/<f>[^<]*<\/f>(?:<v>[^<]*<\/v>)?/g, '') : text,
      (path: string, text: string) =>
        path === 'xl/workbook.xml' ? text.replace(/<sheet name="JSP_state"[^>]*\/>/, '') : text,
    ];
    for (const change of changes) {
      const port = valueOf(await open(edited(answered, change)));
      expect((await itemsOf(port)).get('ORG-01')?.level).toBe(3);
      valueOf(await port.write([level('ORG-02', 4)]));
      const items = await itemsOf(port);
      expect([items.get('ORG-01')?.level, items.get('ORG-02')?.level]).toEqual([3, 4]);
    }
  });

  it('refuses in words what is not ours or cannot be read', async () => {
    expect(failureCode(await open(packed(oneSheet('<row><c><v>1</v></c></row>'))))).toBe('not-ours');
    expect(failureCode(await open(strToU8('no workbook at all')))).toBe('xlsx-not-zip');
    expect(failureCode(await open(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)))).toBe('xlsx-old-format');
  });

  it('leaves it to the pane to say that a file was made by another version', async () => {
    const newer = edited(BLANK, (_, text) => text.replace('jsp-workbook/1', 'jsp-workbook/2'));
    const port = valueOf(await open(newer));
    expect(valueOf(await port.inspect())).toEqual({ kind: 'newer', schema: 'jsp-workbook/2' });
    expect(failureCode(await port.write([level('ORG-01', 3)]))).toBe('newer');
  });
});
