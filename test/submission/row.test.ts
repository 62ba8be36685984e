import * as fc from 'fast-check';
import { buildRow } from '../../src/submission/build-row';
import { asciiBytes, canonicalJson } from '../../src/submission/canonical';
import { fromBase64url, toBase64url, toHex } from '../../src/submission/encoding';
import { parseEndpoint } from '../../src/submission/endpoint';
import { explainHeaders } from '../../src/submission/explain-headers';
import { explainRow } from '../../src/submission/explain-row';
import {
  correctionHeaders,
  submissionHeaders,
  withdrawalHeaders,
} from '../../src/submission/request-headers';
import { changedFields } from '../../src/submission/changed-fields';
import { type Row, rowSchema } from '../../src/submission/row';
import type { Answer } from '../../src/scoring/answer';
import {
  assessmentOf,
  CYCLE,
  keyOf,
  recordOf,
  rubric,
  scoresOf,
  someAnswers,
  someRow,
  words,
} from './fixtures';

const build = (answers: readonly Answer[], change: Partial<ReturnType<typeof assessmentOf>> = {}) => {
  const assessment = { ...assessmentOf(answers), ...change };
  return buildRow(assessment, scoresOf(assessment), rubric, CYCLE, words);
};
const unrated = (count: number, answer: Answer) =>
  someAnswers(3).map((given, i): Answer => (i < count ? answer : given));

describe('canonical JSON', () => {
  it('sorts keys, leaves no space, and spells numbers one way', () => {
    expect(canonicalJson({ b: 1.0, a: [true, null, 'x'], 'a-b': {} })).toBe(
      '{"a":[true,null,"x"],"a-b":{},"b":1}',
    );
  });

  it('refuses anything beyond ASCII, so that a character is a byte', () => {
    expect(() => canonicalJson({ a: 'é' })).toThrow('ASCII');
    expect(() => asciiBytes('€')).toThrow('ASCII');
    expect(() => canonicalJson(undefined)).toThrow('no JSON form');
  });

  it('gives a row the same text whatever the order of its keys', () => {
    const row = someRow();
    const reversed = Object.fromEntries(Object.entries(row).reverse());
    expect(canonicalJson(reversed)).toBe(canonicalJson(row));
  });
});

describe('text of bytes', () => {
  it('agrees with Node on every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes]);
      }),
    );
  });
});

describe('building a row', () => {
  it('holds the answers, the scores in hundredths and the two segments, and fits the schema', () => {
    const answers: Answer[] = rubric.items.map(() => ({ state: 'rated', level: 3 }));
    answers[0] = { state: 'na' };
    answers[1] = { state: 'unknown' };
    const row = build(answers);
    if (!row.ok) throw new Error(row.failure.message);
    expect(rowSchema.parse(row.value)).toEqual(row.value);
    expect(row.value.items).toMatchObject({ 'ORG-01': 'na', 'ORG-02': 'unknown', 'ORG-03': 3 });
    expect(Object.keys(row.value.items ?? {})).toHaveLength(rubric.items.length);
    expect(row.value.domains['ORG']).toEqual({ mean: 300, level: 'open' });
    expect(row.value.domains['RSK']).toEqual({ mean: 300, level: 3 });
    expect(row.value.overall).toEqual({ composite: 300, itemMean: 300, level: 'open' });
    expect(row.value).toMatchObject({ organization: 'manufacturer', size: 'undisclosed', cycle: CYCLE });
  });

  it('says none where nothing is applicable, and open where nothing of a domain is rated', () => {
    const allNa = build(rubric.items.map(() => ({ state: 'na' })));
    expect(allNa).toMatchObject({
      value: {
        overall: { composite: null, itemMean: null, level: null },
        domains: { ORG: { mean: null, level: null } },
      },
    });
    const allUnknown = build(rubric.items.map(() => ({ state: 'unknown' })));
    expect(allUnknown).toMatchObject({
      value: { overall: { composite: 'open', itemMean: null, level: 'open' } },
    });
  });

  it('carries no text of the user', () => {
    expect(canonicalJson(someRow())).not.toContain('MARKER');
  });

  it('leaves the answers out when only domain scores are to be sent', () => {
    expect(someRow(5, 'domains')).not.toHaveProperty('items');
    expect(canonicalJson(someRow(5, 'domains'))).not.toMatch(/ORG-/);
  });

  it('refuses while items are unanswered, and names how many and the first few', () => {
    const refused = build(unrated(7, { state: 'blank' }));
    if (refused.ok) throw new Error('was built');
    expect(refused.failure.code).toBe('row-unanswered');
    expect(refused.failure.message).toContain('7 items');
    expect(refused.failure.message).toContain('ORG-01, ORG-02, ORG-03, ORG-04, ORG-05 and 2 more');
    expect(refused.failure.message).toContain("Don't know");
    expect(build(unrated(1, { state: 'blank' }))).toMatchObject({
      failure: { message: expect.stringContaining('1 item has') as string },
    });
  });

  it('refuses invalid answers before unanswered ones', () => {
    const answers = unrated(3, { state: 'blank' });
    answers[10] = { state: 'invalid' };
    expect(build(answers)).toMatchObject({
      failure: {
        code: 'row-invalid',
        message: expect.stringContaining(rubric.items[10]?.id ?? '') as string,
      },
    });
  });

  it("refuses while a check finds an error elsewhere, in that check's words", () => {
    const problem = {
      code: 'item-duplicate',
      severity: 'error',
      message: 'ORG-01 stands twice.',
      item: 'ORG-01',
      row: 9,
      field: 'id',
    } as const;
    expect(build(someAnswers(1), { problems: [problem] })).toMatchObject({
      failure: { code: 'row-invalid', message: expect.stringContaining('ORG-01 stands twice.') as string },
    });
  });
});

describe('explaining a row', () => {
  it.each(['items', 'domains'] as const)('accounts for every byte of a row of %s', (detail) => {
    const row = someRow(2, detail);
    const rebuilt: Record<string, unknown> = {};
    for (const { path, value } of explainRow(row, rubric, words)) {
      const keys = path.slice(1).split('/');
      const last = keys.pop() ?? '';
      let place = rebuilt;
      for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
      expect(place).not.toHaveProperty(last);
      place[last] = JSON.parse(value);
    }
    expect(canonicalJson(rebuilt)).toBe(canonicalJson(row));
  });

  it('stands in the order of the bytes', () => {
    const row = someRow(2);
    const bytes = canonicalJson(row);
    let from = 0;
    for (const { path, value } of explainRow(row, rubric, words)) {
      const at = bytes.indexOf(`"${path.split('/').pop()}":${value}`, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('says what each value means', () => {
    const row = someRow(2);
    const meanings = new Map(explainRow(row, rubric, words).map(({ path, meaning }) => [path, meaning]));
    expect(meanings.get('/organization')).toBe('Organization type: Medical device manufacturer');
    expect(meanings.get('/domains/ORG/mean')).toMatch(
      /^Organizational Structure: mean level \d\.\d\d \(sent in hundredths\)$/,
    );
    expect(
      [...meanings.values()].every((meaning) => meaning.length > 3 && !/undefined|NaN/.test(meaning)),
    ).toBe(true);
  });

  const record = recordOf(someRow(), keyOf(1));

  it('lists every header as it is sent, each with a meaning of its own', () => {
    const token = `PrivateToken token="${'A'.repeat(472)}"`;
    const all = [
      submissionHeaders(record),
      submissionHeaders({ ...record, owner: keyOf(2), authorization: token }),
      submissionHeaders({ ...record, authorization: 'MemberCode code="0000-0000"' }),
      correctionHeaders(record, keyOf(3)),
      withdrawalHeaders(keyOf(3)),
    ];
    for (const headers of all) {
      const lines = explainHeaders(headers, words);
      expect(Object.fromEntries(lines.map(({ name, value }) => [name, value]))).toEqual(headers);
      expect(new Set(lines.map(({ meaning }) => meaning)).size).toBe(lines.length);
    }
    expect(Object.keys(all[1]!)).toEqual(['Content-Type', 'Idempotency-Key', 'Row-Owner', 'Authorization']);
    expect(all[3]).toMatchObject({ 'If-Match': '"1"', 'Row-Secret': `"${keyOf(3)}"` });
  });

  it('shortens only what is too long to read, and keeps the whole value', () => {
    const token = `PrivateToken token="${'A'.repeat(472)}"`;
    const lines = explainHeaders(submissionHeaders({ ...record, authorization: token }), words);
    expect(lines.map(({ short }) => short?.length ?? null)).toEqual([null, null, 37]);
    expect(lines[2]).toMatchObject({
      value: token,
      short: expect.stringMatching(/^PrivateToken token="A+…A+"$/) as string,
    });
  });

  it('refuses a header that it has no words for', () => {
    expect(() => explainHeaders({ 'X-New': '1' }, words)).toThrow('X-New');
  });
});

describe('what a correction changes', () => {
  it('names every value that differs, before and after, and nothing else', () => {
    const before = someRow(2);
    const after: Row = { ...before, size: '5000-plus', items: { ...before.items, 'ORG-01': 5 } };
    const changes = changedFields(canonicalJson(before), canonicalJson(after), rubric, words);
    expect(changes.map(({ path }) => path)).toEqual(['/items/ORG-01', '/size']);
    expect(changes[1]).toMatchObject({ before: expect.stringContaining('Undisclosed') as string });
    expect(changedFields(canonicalJson(before), canonicalJson(before), rubric, words)).toEqual([]);
  });

  it('shows answers that are no longer sent, or were not sent before', () => {
    const [items, domains] = [someRow(2), someRow(2, 'domains')].map(canonicalJson) as [string, string];
    const fewer = changedFields(items, domains, rubric, words);
    expect(fewer.filter(({ after }) => after === null)).toHaveLength(rubric.items.length);
    expect(changedFields(domains, items, rubric, words).every(({ before }) => before === null)).toBe(true);
  });
});

describe('an endpoint', () => {
  it.each([
    ['https://benchmark.example', 'https://benchmark.example'],
    ['https://benchmark.example/jsp/', 'https://benchmark.example/jsp'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('takes %s', (text, value) => {
    expect(parseEndpoint(text, words)).toEqual({ ok: true, value });
  });

  it.each([
    'http://benchmark.example',
    'benchmark.example',
    'https://me:secret@benchmark.example',
    'https://benchmark.example/?to=me',
    'https://benchmark.example/#x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '',
  ])('refuses %s', (text) => {
    expect(parseEndpoint(text, words)).toMatchObject({ ok: false, failure: { code: 'endpoint-invalid' } });
  });
});
