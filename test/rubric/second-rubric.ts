import type { Rubric } from '../../src/rubric/schema';

/** Another rubric than the JSP one in everything a rubric may differ in: domains, their number, ids, items, language, wording. */
export const hospitalRubric: Rubric = {
  schema: 'jsp-rubric/1',
  id: 'hospital-demo',
  version: '0.2.0',
  language: 'en',
  title: 'Hospital device security (demo)',
  notice: 'Made up for a test.',
  levels: ['None', 'Some', 'Most', 'All', 'Measured', 'Best'].map((name, level) => ({
    level,
    name,
    meaning: `Meaning of ${name}`,
  })),
  domains: [
    { id: 'NETW', name: 'Networks & "zones"', about: 'Where devices live.' },
    { id: 'BUY', name: 'Buying', about: 'What is asked before buying.' },
    { id: 'OP', name: 'Operation', about: "What is done every day: O'Neill's list." },
  ],
  items: [
    itemOf('BUY-01', 'BUY', '=1+1 as a title'),
    itemOf('NETW-07', 'NETW', 'Network segments'),
    itemOf('OP-11', 'OP', 'Inventory'),
    itemOf('NETW-02', 'NETW', 'Wireless'),
    itemOf('NETW-99', 'NETW', 'Remote access'),
  ],
};

function itemOf(id: string, domain: string, title: string): Rubric['items'][number] {
  return {
    id,
    domain,
    title,
    question: `Is "${title}" done?`,
    levels: [0, 1, 2, 3, 4, 5].map((level) => `${title}, step ${level}`),
    evidence: ['A record'],
    references: [],
    provenance: { status: 'inferred', basis: 'Made up.', derivedFrom: 'Nothing.' },
  };
}
