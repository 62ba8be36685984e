import type { EvidenceField } from '../assessment/evidence';
import type { WordKey } from '../words/words';

/** What the columns of the Evidence sheet are called. */
export const EVIDENCE_HEADINGS: Readonly<Record<EvidenceField, WordKey>> = {
  item: 'sheet.colId',
  title: 'sheet.colTitle',
  address: 'sheet.colAddress',
  captured: 'sheet.colCaptured',
  verified: 'sheet.colVerified',
  pageDate: 'sheet.colPageDate',
  quote: 'sheet.colQuote',
  note: 'sheet.colNote',
};
