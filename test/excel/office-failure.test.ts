import { officeFailure } from '../../src/excel/office-failure';
import { serialExcelRun } from '../../src/excel/excel-run';
import { success } from '../../src/words/result';
import { english } from '../load-words';
import { withExcel } from '../sandbox/load-excel';

const officeError = (code: string) =>
  Object.assign(new Error('The internal message of Excel'), { code, debugInfo: { code } });

describe('officeFailure', () => {
  it.each([
    ['AccessDenied', 'access-denied'],
    ['ItemNotFound', 'changed-meanwhile'],
    ['InvalidOperationInCellEditMode', 'cell-being-edited'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ActivityLimitReached', 'excel-busy'],
    ['ApiNotFound', 'excel-too-old'],
    ['GeneralException', 'excel-refused'],
    ['SomethingNew', 'excel-refused'],
  ])('turns %s into words of ours', (code, expected) => {
    const { failure } = officeFailure(officeError(code), english);
    expect(failure.code).toBe(expected);
    expect(failure.message).not.toContain('internal message');
    expect(failure.message.length).toBeGreaterThan(20);
  });

  it('throws on what is a bug', () => {
    for (const bug of [new TypeError('x'), officeError('PropertyNotLoaded'), 'text', null]) {
      expect(() => officeFailure(bug, english)).toThrow();
    }
  });
});

describe('serialExcelRun', () => {
  beforeEach(async () => {
    (await withExcel()).reset();
  });

  it('runs one batch after the other, in the order asked for', async () => {
    const run = serialExcelRun(english, () => true);
    const steps: string[] = [];
    const batch = (name: string) =>
      run(async (context) => {
        steps.push(`${name} starts`);
        await context.sync();
        context.workbook.worksheets.load('items/name');
        await context.sync();
        steps.push(`${name} ends`);
        return success(name);
      });
    const results = await Promise.all([batch('first'), batch('second')]);
    expect(steps).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
    expect(results).toEqual([success('first'), success('second')]);
  });

  it('goes on after a refusal and after a bug', async () => {
    const run = serialExcelRun(english, () => true);
    const refused = run(async (context) => {
      context.workbook.worksheets.getItem('No such sheet').activate();
      await context.sync();
      return success(1);
    });
    const broken = run(() => Promise.reject(new TypeError('a bug')));
    const fine = run(() => Promise.resolve(success(3)));
    expect(await refused).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } });
    await expect(broken).rejects.toThrow('a bug');
    expect(await fine).toEqual(success(3));
  });
});
