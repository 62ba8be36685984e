import fc from 'fast-check';
import { EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { mergeCaptured, mergeEvidence, sameEvidence } from '../../src/assessment/merge-evidence';
import { CAPTURED, evidence, EVIDENCE } from './evidence-arbitrary';

describe('sameEvidence', () => {
  const page = { item: 'ORG-01', address: 'https://a.example/', title: 'INC-1', quote: 'not approved' };

  it('is the same item, address, title and quote', () => {
    expect(sameEvidence(page, { ...page })).toBe(true);
    expect(sameEvidence(page, { ...page, item: 'ORG-02' })).toBe(false);
    expect(sameEvidence(page, { ...page, item: null })).toBe(false);
    expect(sameEvidence(page, { ...page, address: 'https://a.example/#x' })).toBe(false);
    expect(sameEvidence(page, { ...page, title: 'INC-2' })).toBe(false);
    // Part of the held quote, and the opposite of it.
    expect(sameEvidence(page, { ...page, quote: 'approved' })).toBe(false);
    expect(sameEvidence(page, { ...page, quote: '' })).toBe(false);
  });

  it('is never so without an address', () => {
    const none = { ...page, address: '' };
    expect(sameEvidence(none, none)).toBe(false);
  });
});

describe('mergeEvidence', () => {
  it('takes the first capture, the last look and the newer date', () => {
    const newer = {
      ...EVIDENCE,
      captured: '2026-12-01T08:00:00Z',
      verified: '2026-12-01T08:00:00Z',
      pageDate: '2026-11-30',
    };
    expect(mergeEvidence(EVIDENCE, newer)).toEqual({ ...newer, captured: EVIDENCE.captured });
    expect(mergeEvidence(newer, EVIDENCE)).toMatchObject({
      captured: EVIDENCE.captured,
      verified: '2026-12-01T08:00:00Z',
    });
  });

  it('keeps what the newer one does not say', () => {
    const silent = { ...EVIDENCE, captured: null, verified: null, pageDate: null, note: '' };
    expect(mergeEvidence(EVIDENCE, silent)).toEqual(EVIDENCE);
    expect(mergeEvidence(silent, EVIDENCE)).toEqual(EVIDENCE);
  });

  it('puts a note that is new below the one that is held, and merges nothing where it would be too long', () => {
    const held = { ...EVIDENCE, note: 'mine' };
    expect(mergeEvidence(held, { ...EVIDENCE, note: 'theirs' })?.note).toBe('mine\n\ntheirs');
    expect(mergeEvidence(held, { ...EVIDENCE, note: 'y'.repeat(EVIDENCE_LIMITS.note) })).toBeNull();
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
        for (const { note } of [held, newer]) expect(merged.note).toContain(note);
        expect(merged.quote).toBe(held.quote);
        expect(mergeEvidence(merged, newer)).toEqual(merged);
      }),
    );
  });
});

describe('mergeCaptured', () => {
  it('keeps the id and counts the revision on', () => {
    const newer = {
      ...CAPTURED,
      id: 'EV-00000000-0000-4000-8000-000000000002',
      verified: '2026-12-01T08:00:00Z',
    };
    expect(mergeCaptured({ ...CAPTURED, revision: 4 }, newer)).toEqual({
      ...CAPTURED,
      verified: '2026-12-01T08:00:00Z',
      revision: 5,
    });
  });

  it('is nothing where a text would be too long', () => {
    expect(
      mergeCaptured({ ...CAPTURED, note: 'x' }, { ...CAPTURED, note: 'y'.repeat(EVIDENCE_LIMITS.note) }),
    ).toBeNull();
  });
});
