import rubricJson from '../../rubric/jsp.json';
import releaseJson from '../../rubric/samples/release.json';
import { parseBenchmark, parseRubric } from '../../src/rubric/load';
import { english as words } from '../load-words';

type Json = Record<string, unknown>;
type Damage = (rubric: {
  [key: string]: unknown;
  levels: Json[];
  domains: Json[];
  items: (Json & { levels: unknown[]; references: Json[]; provenance: Json })[];
}) => void;

/** What is said of the JSP rubric after this was done to it. */
function damaged(damage: Damage): string {
  const copy = structuredClone(rubricJson) as unknown as Parameters<Damage>[0];
  damage(copy);
  const parsed = parseRubric(copy, 'jsp.json', words);
  if (parsed.ok) throw new Error('the damaged rubric was taken');
  expect(parsed.failure.code).toBe('rubric-invalid');
  return parsed.failure.message;
}

const DAMAGES: readonly (readonly [string, Damage, string])[] = [
  [
    'a duplicate id',
    (r) => (r.items[5]!['id'] = 'ORG-02'),
    'item ORG-02, field id: the id ORG-02 appears twice',
  ],
  ['a missing level', (r) => r.items[2]!.levels.pop(), 'item ORG-03, field levels: must be at least 6'],
  ['seven levels', (r) => r.items[2]!.levels.push('more'), 'item ORG-03, field levels: must be at most 6'],
  [
    'an empty level',
    (r) => (r.items[2]!.levels[4] = '  '),
    'item ORG-03, field levels[4]: must be at least 1',
  ],
  [
    'an unknown domain',
    (r) => (r.items[9]!['domain'] = 'ABC'),
    'item ORG-10, field domain: there is no domain ABC',
  ],
  ['a wrong type', (r) => (r.items[0]!['question'] = 7), 'item ORG-01, field question: expected string'],
  ['a missing field', (r) => delete r.items[0]!['title'], 'item ORG-01, field title: expected string'],
  [
    'an extra field',
    (r) => (r.items[0]!['weight'] = 2),
    'item ORG-01, field -: has a field that is not known: weight',
  ],
  ['a malformed id', (r) => (r.items[3]!['id'] = 'org_4'), 'item org_4, field id: does not have the form'],
  ['no id', (r) => delete r.items[3]!['id'], 'item #4, field id: expected string'],
  [
    'an item that is none',
    (r) => (r.items as unknown[]).splice(1, 1, null),
    'item #2, field -: expected object',
  ],
  [
    'a wrong reference',
    (r) => (r.items[0]!.references[1]!['confirmed'] = 'yes'),
    'item ORG-01, field references[1].confirmed: expected boolean',
  ],
  [
    'an unknown source',
    (r) => (r.items[0]!.provenance['status'] = 'guess'),
    'item ORG-01, field provenance.status: expected one of survey, page, jsp, inferred',
  ],
  [
    'a text beyond all bounds',
    (r) => (r.items[0]!['question'] = 'x'.repeat(301)),
    'item ORG-01, field question: must be at most 300',
  ],
  ['two domains of one id', (r) => (r.domains[1]!['id'] = 'ORG'), 'field domains: the id ORG appears twice'],
  [
    'two domains of one name',
    (r) => (r.domains[1]!['name'] = 'design CONTROL'),
    'field domains.name: two domains have the same name',
  ],
  [
    'a domain without items',
    (r) => r.domains.push({ id: 'NEW', name: 'New', about: 'x' }),
    'field domains: the domain NEW has no items',
  ],
  [
    'a domain name that a formula would take for a pattern',
    (r) => (r.domains[1]!['name'] = 'Risk*'),
    'field domains[1].name: does not have the form',
  ],
  [
    'a domain name that a formula would take for a comparison',
    (r) => (r.domains[1]!['name'] = '>0 Risk'),
    'field domains[1].name: does not have the form',
  ],
  ['levels out of order', (r) => r.levels.reverse(), 'field levels[0]: levels must run from 0 to 5'],
  ['five steps of the scale', (r) => r.levels.pop(), 'field levels: must be at least 6'],
  ['another schema', (r) => (r['schema'] = 'jsp-rubric/2'), 'field schema: expected one of jsp-rubric/1'],
  ['no items', (r) => r.items.splice(0), 'field items: must be at least 1'],
  ['items that are no list', (r) => ((r as Json)['items'] = {}), 'field items: expected array'],
  [
    'an unknown field at the top',
    (r) => ((r as Json)['author'] = 'x'),
    'field -: has a field that is not known: author',
  ],
];

describe('a damaged rubric file is refused with file, item and field', () => {
  it.each(DAMAGES)('%s', (_, damage, said) => {
    expect(damaged(damage)).toContain(`jsp.json is not a valid rubric file: ${said}`);
  });

  it.each([null, 7, 'rubric', [], {}])('%j instead of a rubric', (json) => {
    const parsed = parseRubric(json, 'odd.json', words);
    expect(parsed.ok ? '' : parsed.failure.message).toContain('odd.json is not a valid rubric file: field');
  });
});

describe('a damaged benchmark file is refused with file and field', () => {
  it.each<[string, Json, string]>([
    ['a figure above 5', { composite: { mean: 501 } }, 'field composite.mean: must be at most 500'],
    [
      'a figure that is not in hundredths',
      { composite: { mean: 1.51 } },
      'field composite.mean: expected int',
    ],
    [
      'an unknown measure',
      { composite: { mode: 1 } },
      'field composite: has a field that is not known: mode',
    ],
    ['a domain id that is none', { domains: { organization: {} } }, 'field domains.organization'],
    ['a strange cycle', { cycle: 'last year' }, 'field cycle: does not have the form'],
    ['an unknown kind', { kind: 'secret' }, 'field kind: expected one of published, sample, release'],
    ['no source', { source: undefined }, 'field source: expected string'],
  ])('%s', (_, change, said) => {
    const parsed = parseBenchmark({ ...releaseJson, ...change }, 'release.json', words);
    expect(parsed.ok ? '' : parsed.failure.message).toContain(
      `release.json is not a valid rubric file: ${said}`,
    );
  });
});
