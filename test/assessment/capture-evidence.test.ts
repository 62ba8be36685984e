import fc from 'fast-check';
import { captureEvidence, secondsUtc } from '../../src/assessment/capture-evidence';
import { cleanAddress } from '../../src/assessment/clean-address';
import { capturedEvidenceSchema, EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { CAPTURED, troublesome } from './evidence-arbitrary';

const AT = { id: CAPTURED.id, item: 'ORG-01', now: '2026-11-20T10:00:05Z' };
const PAGE = { title: 'Policy', address: 'https://wiki.example/policy', quote: '', modified: null };
const captured = (page: Partial<Parameters<typeof captureEvidence>[0]>) =>
  captureEvidence({ ...PAGE, ...page }, AT);

describe('captureEvidence', () => {
  it('keeps the page with the time, the item and a clean address', () => {
    const page = {
      title: '  Security\n policy ',
      address: 'https://ann:pw@wiki.example/policy?token=abc',
      quote: ' Reviewed   each\u00a0year.\r\n\r\n\r\nBy\tthe board. ',
      modified: '2026-05-04T23:30:00-05:00',
    };
    expect(captured(page)).toEqual({
      id: CAPTURED.id,
      revision: 1,
      item: 'ORG-01',
      title: 'Security policy',
      address: 'https://wiki.example/policy',
      captured: '2026-11-20T10:00:05Z',
      verified: '2026-11-20T10:00:05Z',
      pageDate: '2026-05-04',
      quote: 'Reviewed each year.\n\nBy the board.',
      note: '',
    });
  });

  it('keeps nothing of what is no web page', () => {
    expect(captured({ address: 'chrome://settings/' })).toBeNull();
    expect(captured({ address: '' })).toBeNull();
  });

  it('calls a page without a title by its host', () => {
    expect(captured({ title: ' \n', address: 'http://localhost:8080/x' })?.title).toBe('localhost:8080');
  });

  it('shows where a long text was cut, and cuts no character in two', () => {
    const long = captured({ title: `${'a'.repeat(EVIDENCE_LIMITS.title - 2)}🔐🔐`, quote: 'b'.repeat(9000) });
    expect(long?.title).toBe(`${'a'.repeat(EVIDENCE_LIMITS.title - 2)}…`);
    expect(long?.quote).toBe(`${'b'.repeat(EVIDENCE_LIMITS.quote - 1)}…`);
  });

  it.each([
    ['2026-05-04', '2026-05-04'],
    ['2026-05-04T10:00:00.000+02:00', '2026-05-04'],
    ['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20'],
    ['7 May 2026', '2026-05-07'],
    ['11/20/2026 10:00:00', null],
    ['2026-02-30', null],
    ['31 Feb 2026', null],
    ['20 Foo 2026', null],
    ['0001-01-01', null],
    ['yesterday', null],
    ['', null],
  ])('reads the page’s own date from %j', (modified, pageDate) => {
    expect(captured({ modified })?.pageDate).toBe(pageDate);
  });

  it('gives what the inbox takes, for every page', () => {
    const text = fc.oneof(troublesome(), fc.string({ unit: 'binary', maxLength: 3000 }));
    const page = fc.record({
      title: text,
      address: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
      quote: text,
      modified: fc.option(
        fc.oneof(
          text,
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
      ),
    });
    fc.assert(
      fc.property(page, (reading) => {
        const evidence = captureEvidence(reading, AT);
        if (evidence === null) expect(cleanAddress(reading.address)).toBeNull();
        else expect(capturedEvidenceSchema.safeParse(evidence).error).toBeUndefined();
      }),
    );
  });
});

it('says a moment in UTC to the second', () => {
  expect(secondsUtc(new Date(Date.UTC(2026, 10, 20, 10, 0, 5, 999)))).toBe('2026-11-20T10:00:05Z');
});
