import { canonicalJson } from '../../src/submission/canonical';
import { readRow } from '../../src/submission/read-row';
import { rowOf, someAnswers, words } from './fixtures';

const row = rowOf(someAnswers(1));
const bytes = canonicalJson(row);

it('gives the row and its very bytes; what stands around them is none of it', () => {
  expect(readRow(bytes, words)).toEqual({ ok: true, value: { row, bytes } });
  expect(readRow(`\uFEFF\r\n ${bytes}\n`, words)).toEqual({ ok: true, value: { row, bytes } });
});

it.each<[what: string, text: string, code: string, sentence: RegExp]>([
  ['nothing', '', 'row-not-json', /not JSON/],
  ['half of it', bytes.slice(0, 100), 'row-not-json', /whole text/],
  ['two of them', bytes + bytes, 'row-not-json', /not JSON/],
  ['something else', '{"a":1}', 'row-not-ours', /not a row of this benchmark: \//],
  ['a list', '[]', 'row-not-ours', /not a row/],
  ['a company', canonicalJson({ ...row, company: 'ACME' }), 'row-not-ours', /company/],
  ['a level of 6', bytes.replace(/("ORG-01":)[^,}]+/, '$16'), 'row-not-ours', /\/items\/ORG-01/],
  ['a space', bytes.replace(':', ': '), 'row-not-canonical', /something changed them/],
  ['a number spelled otherwise', bytes.replace(/:(\d)([,}])/, ':$1.0$2'), 'row-not-canonical', /changed/],
  ['a field twice', bytes.replace('{', '{"cycle":"2026",'), 'row-not-canonical', /changed/],
  [
    'another order',
    JSON.stringify(Object.fromEntries(Object.entries(row).reverse())),
    'row-not-canonical',
    /changed/,
  ],
])('refuses %s, in words', (_, text, code, sentence) => {
  const read = readRow(text, words);
  expect(read).toMatchObject({ ok: false, failure: { code } });
  expect(read.ok ? '' : read.failure.message).toMatch(sentence);
});
