import en from '../../assets/locales/en.json';
import { folded, vocabularyOf } from '../../src/assessment/vocabulary';
import type { Catalogue } from '../../src/words/words';

const german: Catalogue = {
  ...en,
  meta: { language: 'de', name: 'Deutsch' },
  answer: { na: 'entfällt', unknown: 'Weiß nicht' },
  profile: { ...en.profile, hospital: 'Krankenhaus' },
};

describe('vocabularyOf', () => {
  const both = vocabularyOf([en, german]);

  it('understands the words of every language at once', () => {
    expect(both.na).toEqual(expect.arrayContaining(['N/A', 'NA', 'ENTFÄLLT']));
    expect(both.unknown).toEqual(expect.arrayContaining(["DON'T KNOW", folded('weiß NICHT')]));
    expect(both.organization.get(folded('krankenhaus'))).toBe('hospital');
    expect(both.organization.get(folded('Hospital or health system'))).toBe('hospital');
  });

  it('always understands the codes themselves, and N/A, in a catalogue without them', () => {
    const { na, organization, size, detail } = vocabularyOf([german]);
    expect(na).toEqual(expect.arrayContaining(['N/A', 'NA']));
    expect([organization.get('HOSPITAL'), size.get('5000-PLUS'), detail.get('DOMAINS')]).toEqual([
      'hospital',
      '5000-plus',
      'domains',
    ]);
  });
});
