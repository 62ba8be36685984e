import { writeFileSync } from 'node:fs';
import { canonicalJson } from '../../../src/submission/canonical';
import { memberCodeAuthorization } from '../../../src/submission/protocol';
import { type Receipt, receiptSchema, type SubmissionRecord } from '../../../src/submission/record';
import type { CellDesign } from '../../../src/workbook/design';
import { writeXlsx } from '../../../src/xlsx/write-xlsx';
import { jspDesign } from '../../oracles/design';
import { rowFrom } from '../../service/release/fixtures';
import { keyOf, recordOf, sha256 } from '../../submission/fixtures';
import { at } from '../run-cli';

/** A member's secret for changing its row: 32 bytes, base64url. */
const secretOf = (member: number): string => keyOf(`secret ${member}`);
const ownerOf = (member: number): string =>
  sha256(Buffer.from(secretOf(member), 'base64url')).toString('base64url');

/** Sends a member's row with its code; the receipt. */
export async function sendRow(url: string, member: number, code: string): Promise<Receipt> {
  const answer = await fetch(`${url}/v1/submissions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `"${keyOf(member)}"`,
      'row-owner': `"${ownerOf(member)}"`,
      authorization: memberCodeAuthorization(code),
    },
    body: canonicalJson(rowFrom(member)),
  });
  return receiptSchema.parse(await answer.json());
}

export async function withdrawRow(url: string, member: number): Promise<unknown> {
  const answer = await fetch(`${url}/v1/submissions/${keyOf(member)}`, {
    method: 'DELETE',
    headers: { 'row-secret': `"${secretOf(member)}"` },
  });
  return answer.json();
}

/** Fetches something public into a file, as a member would; gives its path. */
export async function fetched(url: string, path: string, name: string): Promise<string> {
  const answer = await fetch(`${url}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  writeFileSync(at(name), await answer.text());
  return at(name);
}

/** What the add-in or `submit` keeps of a member's row after its receipt came. */
export const recordKept = (member: number, receipt: Receipt): SubmissionRecord => ({
  ...recordOf(rowFrom(member), keyOf(member)),
  state: 'accepted',
  receipt,
});

/** A workbook whose state sheet holds a record, as the add-in keeps it. */
export function workbookOf(record: SubmissionRecord): Uint8Array {
  const design = jspDesign();
  const sheets = design.sheets.map((sheet) => {
    if (sheet.id !== 'state') return sheet;
    const row = Math.max(...sheet.cells.map((cell) => cell.row)) + 1;
    const cell = (column: number, content: string): CellDesign => ({ row, column, content, style: {} });
    return { ...sheet, cells: [...sheet.cells, cell(0, 'submission.x'), cell(1, JSON.stringify(record))] };
  });
  return writeXlsx({ ...design, sheets });
}
