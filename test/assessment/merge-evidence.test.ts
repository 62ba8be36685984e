import fc from 'fast-check';
import { EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { mergeCaptured, mergeEvidence, sameEvidence } from '../../src/assessment/merge-evidence';
import { CAPTURED, evidence, EVIDENCE } from './evidence-arbitrary';

describe('sameEvidence', () => {
  const page = { item: 'ORG-01', address: 'https://a.example/' };

  it('is the same item and the same address', () => {
    expect(sameEvidence(page, { ...page })).toBe(true);
    expect(sameEvidence(page, { ...page, item: 'ORG-02' })).toBe(false);
    expect(sameEvidence(page, { ...page, item: null })).toBe(false);
    expect(sameEvidence(page, { ...page, address: 'https://a.example/#x' })).toBe(false);
  });

  it('is never so without an address', () => {
    expect(sameEvidence({ item: 'ORG-01', address: '' }, { item: 'ORG-01', address: '' })).toBe(false);
  });
});

describe('mergeEvidence', () => {
  it('takes the newer title, the first capture, the last look and the newer date', () => {
    const newer = {
      ...EVIDENCE,
      title: 'Policy 2',
      captured: '2026-12-01T08:00:00Z',
      verified: '2026-12-01T08:00:00Z',
      pageDate: '2026-11-30',
    };
    expect(mergeEvidence(EVIDENCE, newer)).toEqual({ ...newer, captured: EVIDENCE.captured });
    expect(mergeEvidence(newer, EVIDENCE)).toMatchObject({
      captured: EVIDENCE.captured,
      verified: '2026-12-01T08:00:00Z',
      title: 'Security policy',
    });
  });

  it('keeps what the newer one does not say', () => {
    const silent = {
      ...EVIDENCE,
      title: '',
      captured: null,
      verified: null,
      pageDate: null,
      quote: '',
      note: '',
    };
    expect(mergeEvidence(EVIDENCE, silent)).toEqual(EVIDENCE);
    expect(mergeEvidence(silent, EVIDENCE)).toEqual(EVIDENCE);
  });

  it('puts a quote and a note that are new below those that are held', () => {
    const held = { ...EVIDENCE, quote: 'one two', note: 'mine' };
    expect(mergeEvidence(held, { ...EVIDENCE, quote: 'two', note: 'mine' })).toMatchObject({
      quote: 'one two',
      note: 'mine',
    });
    expect(mergeEvidence(held, { ...EVIDENCE, quote: 'three', note: 'theirs' })).toMatchObject({
      quote: 'one two\n\nthree',
      note: 'mine\n\ntheirs',
    });
  });

  it('merges nothing where a text would be too long', () => {
    const held = { ...EVIDENCE, quote: 'a'.repeat(EVIDENCE_LIMITS.quote - 3) };
    expect(mergeEvidence(held, { ...EVIDENCE, quote: 'b' })?.quote).toHaveLength(EVIDENCE_LIMITS.quote);
    expect(mergeEvidence(held, { ...EVIDENCE, quote: 'bb' })).toBeNull();
    expect(
      mergeEvidence(
        { ...held, note: 'x' },
        { ...EVIDENCE, quote: '', note: 'y'.repeat(EVIDENCE_LIMITS.note) },
      ),
    ).toBeNull();
  });

  it('keeps a text that people typed longer than a capture may be', () => {
    const typed = { ...EVIDENCE, note: 'n'.repeat(5000) };
    expect(mergeEvidence(typed, { ...EVIDENCE, note: 'nn' })?.note).toBe(typed.note);
  });

  it('loses nothing, whatever is merged', () => {
    fc.assert(
      fc.property(evidence, evidence, (held, newer) => {
        const merged = mergeEvidence(held, newer);
        if (merged === null) return;
        for (const { quote, note } of [held, newer]) {
          expect(merged.quote).toContain(quote);
          expect(merged.note).toContain(note);
        }
        expect(mergeEvidence(merged, newer)).toEqual(merged);
      }),
    );
  });
});

describe('mergeCaptured', () => {
  it('keeps the id and counts the revision on', () => {
    const newer = { ...CAPTURED, id: 'EV-00000000-0000-4000-8000-000000000002', title: 'New' };
    expect(mergeCaptured({ ...CAPTURED, revision: 4 }, newer)).toEqual({
      ...CAPTURED,
      title: 'New',
      revision: 5,
    });
  });

  it('is nothing where a text would be too long', () => {
    expect(mergeCaptured(CAPTURED, { ...CAPTURED, quote: 'x'.repeat(EVIDENCE_LIMITS.quote) })).toBeNull();
  });
});
