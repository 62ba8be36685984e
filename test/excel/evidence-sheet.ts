import type { EvidenceLine, ItemEvidence } from '../../src/assessment/evidence';
import { readEvidenceLine } from '../../src/assessment/read-evidence';
import type { WorkbookPort } from '../../src/workbook/port';
import { inExcel, valueOf } from './open-excel';

/** Evidence of one page; `change` replaces fields. */
export const evidence = (change: Partial<ItemEvidence> = {}): ItemEvidence => ({
  item: 'ORG-01',
  title: 'Product security plan',
  address: 'https://wiki.example/plan',
  captured: '2026-11-20T10:00:00Z',
  verified: '2026-11-20T10:00:00Z',
  pageDate: '2026-10-01',
  quote: 'Reviewed each year.',
  note: '',
  ...change,
});

/** The lines of the Evidence sheet as the port reads them. */
export const linesOf = async (port: WorkbookPort): Promise<readonly EvidenceLine[]> =>
  (valueOf(await port.read()).evidence ?? []).map(readEvidenceLine).filter((line) => line !== null);

export const rangeOf = (context: Excel.RequestContext, address: string, sheet = 'Evidence') =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

export const valuesOf = (address: string) =>
  inExcel(async (context) => {
    const range = rangeOf(context, address).load(['values', 'text']);
    await context.sync();
    return { values: range.values as unknown[][], text: range.text };
  });

export const type = (address: string, values: readonly (readonly (string | number)[])[]) =>
  inExcel((context) => {
    rangeOf(context, address).values = values.map((line) => [...line]);
  });

/** What people do on the sheet after they took its protection off. */
export const withoutProtection = (work: (sheet: Excel.Worksheet) => void) =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem('Evidence');
    sheet.protection.unprotect();
    work(sheet);
  });
