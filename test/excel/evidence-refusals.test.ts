import { english } from '../load-words';
import { evidence, linesOf, type, withoutProtection } from './evidence-sheet';
import { failureCode, inExcel, openExcel, openInserted, valueOf } from './open-excel';

describe('addEvidence', () => {
  it('adds all or nothing where the sheet has too few free lines', async () => {
    const { port } = await openInserted();
    await withoutProtection((sheet) => {
      sheet.getRange('A5:A303').values = Array.from({ length: 299 }, () => ['ORG-02']);
    });
    const two = [evidence(), evidence({ item: 'RSK-01' })];
    expect(await port.addEvidence(two)).toEqual({
      ok: false,
      failure: {
        code: 'evidence-full',
        message: english('workbook.evidenceFull', { sheet: 'Evidence', count: 1 }),
      },
    });
    expect(await linesOf(port)).toHaveLength(299);
  });

  it('adds nothing where a column is gone, and names it', async () => {
    const { port } = await openInserted();
    await withoutProtection((sheet) => sheet.getRange('G:G').delete('Left'));
    expect(await port.addEvidence([evidence()])).toEqual({
      ok: false,
      failure: {
        code: 'column-gone',
        message: english('workbook.evidenceColumnGone', { column: 'Quote', sheet: 'Evidence' }),
      },
    });
    expect(await linesOf(port)).toEqual([]);
    const found = valueOf(await port.verify()).filter(({ sheet }) => sheet === 'evidence');
    expect(found.map(({ code, message, remedy }) => [code, message, remedy])).toContainEqual([
      'answer-column-missing',
      english('workbook.findingEvidenceColumn', { column: 'Quote', sheet: 'Evidence' }),
      'manual',
    ]);
  });

  it('says that the sheet is gone, and needs an assessment', async () => {
    const { port } = await openInserted();
    await inExcel((context) => context.workbook.worksheets.getItem('Evidence').delete());
    expect(failureCode(await port.addEvidence([evidence()]))).toBe('sheet-gone');
    expect(valueOf(await port.read()).evidence).toBeUndefined();
    const missing = valueOf(await port.verify()).filter(({ sheet }) => sheet === 'evidence');
    expect(missing).toMatchObject([{ code: 'sheet-missing', remedy: 'manual' }]);
    const empty = await openExcel();
    expect(failureCode(await empty.port.addEvidence([evidence()]))).toBe('no-assessment');
  });

  it("says in words that the lines were locked with somebody's password, and changes nothing", async () => {
    const { port } = await openInserted();
    await withoutProtection((sheet) => {
      sheet.getRange('A5:H204').format.protection.locked = true;
      sheet.protection.protect({}, 'secret');
    });
    expect(await port.addEvidence([evidence()])).toEqual({
      ok: false,
      failure: { code: 'access-denied', message: english('workbook.sheetProtected', { sheet: 'Evidence' }) },
    });
    expect(await linesOf(port)).toEqual([]);
  });
});

describe('removeEvidence', () => {
  it('leaves a line that says something else by now', async () => {
    const { port } = await openInserted();
    valueOf(await port.addEvidence([evidence()]));
    const [line] = await linesOf(port);
    if (line === undefined) throw new Error('No line');
    await type('G5', [['A colleague wrote here meanwhile']]);
    expect(await port.removeEvidence(line)).toEqual({
      ok: false,
      failure: {
        code: 'line-changed',
        message: english('workbook.lineChanged', { row: 5, sheet: 'Evidence' }),
      },
    });
    expect(await linesOf(port)).toHaveLength(1);
  });
});
