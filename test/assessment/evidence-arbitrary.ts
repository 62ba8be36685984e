import fc from 'fast-check';
import type { CapturedEvidence, Evidence } from '../../src/assessment/evidence';
import { EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { jsp } from '../load-rubric';

/** Text with everything that spreadsheets, clipboards and XML make trouble of. */
export const troublesome = (maxLength = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\t',
          '\n',
          '"',
          '""',
          "'",
          '=',
          '+',
          '-',
          '@',
          '\u00a0',
          '\ufeff',
          '🔐',
          ' ',
          '=1+1',
          '<b>',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 10 },
    )
    .map((pieces) =>
      pieces
        .join('')
        .replace(/\r/g, '')
        .slice(0, maxLength)
        .replace(/[\ud800-\udbff]$/, ''),
    );

/** UTC to the second, within what the 1900 date system can say. */
export const moment: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(2100, 0) / 1000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
export const day: fc.Arbitrary<string> = moment.map((text) => text.slice(0, 10));
export const item: fc.Arbitrary<string> = fc.constantFrom(...jsp.items.map(({ id }) => id));
export const webAddress: fc.Arbitrary<string> = fc.webUrl({ withQueryParameters: true });

/** Evidence that says something: no line that nobody would see. */
export const evidence: fc.Arbitrary<Evidence> = fc.record({
  title: troublesome(),
  address: fc.oneof(webAddress, troublesome()).filter((text) => text.trim() !== ''),
  captured: fc.option(moment),
  verified: fc.option(moment),
  pageDate: fc.option(day),
  quote: troublesome(EVIDENCE_LIMITS.quote),
  note: troublesome(EVIDENCE_LIMITS.note),
});

export const EVIDENCE: Evidence = {
  title: 'Security policy',
  address: 'https://wiki.example/policy',
  captured: '2026-11-20T10:00:00Z',
  verified: '2026-11-21T11:30:00Z',
  pageDate: '2026-05-04',
  quote: 'Reviewed each year.',
  note: '',
};

export const CAPTURED: CapturedEvidence = {
  ...EVIDENCE,
  id: 'EV-00000000-0000-4000-8000-000000000001',
  revision: 1,
  item: 'ORG-01',
  captured: '2026-11-20T10:00:00Z',
  verified: '2026-11-20T10:00:00Z',
};
