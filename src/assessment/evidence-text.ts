import type { ItemId } from '../rubric/schema';
import { type Evidence, EVIDENCE_FIELDS, type EvidenceField } from './evidence';

/** Evidence on the clipboard; without an item as long as nobody has said which one it is for. */
export type CopiedEvidence = Evidence & { readonly item: ItemId | null };

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text that no spreadsheet runs as a formula: a `'` before what starts with = + - @ (full width too), a tab or a
 * line end (OWASP, CSV injection), and before such text that starts with `'` already, so that `active` gives back every text.
 */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that `inert` was given. */
export const active = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);

/**
 * Lines for the clipboard as `text/plain`: tab-separated, a line a record, CRLF between them, the fields in the order
 * of EVIDENCE_FIELDS, quoted as in RFC 4180 where a cell holds a tab, a line end or a quotation mark.
 * Changed on the way: line ends within a text become LF, and times end with the minute.
 */
export const evidenceText = (list: readonly CopiedEvidence[]): string =>
  list
    .map((evidence) => EVIDENCE_FIELDS.map((field) => quoted(wire(evidence, field))).join('\t'))
    .join('\r\n');

/** The same lines as `text/html`: a table whose texts spreadsheets keep as text, and whose web addresses are links. */
export function evidenceHtml(list: readonly CopiedEvidence[]): string {
  const rows = list.map(
    (evidence) =>
      `<tr>${EVIDENCE_FIELDS.map((field) => htmlCell(wire(evidence, field), field)).join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

/** A field as the clipboard says it. */
function wire(evidence: CopiedEvidence, field: EvidenceField): string {
  const value = evidence[field] ?? '';
  if (field === 'captured' || field === 'verified') return value.slice(0, 16).replace('T', ' ');
  return inert(value.replace(/\r\n?/g, '\n'));
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Excel takes a cell's number format from `mso-number-format`; `\@` is text, which it runs no formula in. */
const FORMATS: Readonly<Partial<Record<EvidenceField, string>>> = {
  captured: 'yyyy\\-mm\\-dd\\ hh\\:mm',
  verified: 'yyyy\\-mm\\-dd\\ hh\\:mm',
  pageDate: 'yyyy\\-mm\\-dd',
};

function htmlCell(text: string, field: EvidenceField): string {
  // Without this style Excel makes a new row of every line.
  const shown = escaped(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  const linked =
    field === 'address' && /^https?:\/\//i.test(text) ? `<a href="${escaped(text)}">${shown}</a>` : shown;
  return `<td style="mso-number-format:'${FORMATS[field] ?? '\\@'}';white-space:pre-wrap">${linked}</td>`;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
