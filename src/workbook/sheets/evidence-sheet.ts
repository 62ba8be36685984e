import { EVIDENCE_FIELDS, type EvidenceField } from '../../assessment/evidence';
import type { Blueprint } from '../blueprint';
import type { CellStyle, SheetDesign } from '../design';
import { EVIDENCE_HEADER_ROW as HEADER_ROW, EVIDENCE_ROWS as ROWS } from '../evidence-layout';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

const TIME: CellStyle = { ...STYLES.input, numberFormat: 'yyyy-mm-dd hh:mm' };
const STYLE_OF: Readonly<Record<EvidenceField, CellStyle>> = {
  item: STYLES.input,
  title: STYLES.input,
  address: STYLES.input,
  captured: TIME,
  verified: TIME,
  pageDate: { ...STYLES.input, numberFormat: 'yyyy-mm-dd' },
  quote: STYLES.input,
  note: STYLES.input,
};

/** Captured pages and documents by item. Nothing on this sheet is ever part of what is sent. */
export function evidenceSheet({ words, names }: Blueprint): SheetDesign {
  const headers = [
    words('sheet.colId'),
    words('sheet.colTitle'),
    words('sheet.colAddress'),
    words('sheet.colCaptured'),
    words('sheet.colVerified'),
    words('sheet.colPageDate'),
    words('sheet.colQuote'),
    words('sheet.colNote'),
  ];
  const canvas = new SheetCanvas({
    id: 'evidence',
    name: names.evidence,
    columns: [9, 36, 44, 18, 18, 18, 50, 30].map((width) => ({ width })),
    // No column is frozen: some spreadsheets refuse to paste rows across the edge of those.
    frozen: { rows: HEADER_ROW + 1, columns: 0 },
    autoFilter: { row: HEADER_ROW, column: 0, rows: ROWS + 1, columns: headers.length },
    print: {
      landscape: true,
      onePage: false,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(headers.length, words('sheet.evidenceTitle'), words('sheet.evidenceSubtitle'));
  canvas.putRow(HEADER_ROW, 0, headers, STYLES.header).height(HEADER_ROW, 32);
  for (let i = 1; i <= ROWS; i += 1) {
    EVIDENCE_FIELDS.forEach((field, column) => canvas.put(HEADER_ROW + i, column, null, STYLE_OF[field]));
  }
  return canvas.finish();
}
