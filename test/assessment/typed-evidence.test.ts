import { pastedLink, typedEvidence } from '../../src/assessment/typed-evidence';
import { english } from '../load-words';

const typed = (title: string, link: string) => typedEvidence({ title, link }, english);
const said = (title: string, link: string) => {
  const result = typed(title, link);
  return result.ok ? [result.value.title, result.value.address] : result.failure.code;
};

it.each([
  ['Security policy', 'https://wiki.example/policy', ['Security policy', 'https://wiki.example/policy']],
  ['', ' http://wiki.example/a b ', ['wiki.example', 'http://wiki.example/a%20b']],
  ['two\n lines', 'HTTPS://WIKI.example', ['two lines', 'https://wiki.example/']],
  ['token', 'https://u:p@wiki.example/?token=abc&page=1', ['token', 'https://wiki.example/?page=1']],
  ['no link', '', 'no-link'],
  ['a script', 'javascript:alert(1)', 'no-link'],
  ['data', 'data:text/html,hello', 'no-link'],
  ['a file', 'file:///etc/passwd', 'no-link'],
  ['a path', 'wiki.example/policy', 'no-link'],
  ['a formula', '=HYPERLINK("https://wiki.example")', 'no-link'],
  ['only a scheme', 'https://', 'no-link'],
])('reads %j with %j as what it is', (title, link, expected) => {
  expect(said(title, link)).toEqual(expected);
});

it('takes no more than a captured page may hold', () => {
  expect(said('x'.repeat(301), 'https://wiki.example/')).toBe('too-long');
  expect(said('long', `https://wiki.example/${'x'.repeat(2000)}`)).toBe('too-long');
});

it('claims no time: nobody captured it', () => {
  expect(typed('t', 'https://wiki.example/')).toMatchObject({
    value: { captured: null, verified: null, pageDate: null, quote: '', note: '' },
  });
});

it.each([
  ['Policy https://wiki.example/p', 'Policy', 'https://wiki.example/p'],
  ['Policy, v2\r\nhttps://wiki.example/p\n', 'Policy, v2', 'https://wiki.example/p'],
  ['Policy\thttps://wiki.example/p', 'Policy', 'https://wiki.example/p'],
  ['https://wiki.example/p Policy', 'Policy', 'https://wiki.example/p'],
  ['[Policy](https://wiki.example/p)', 'Policy', 'https://wiki.example/p'],
  ['Policy <https://wiki.example/p>', 'Policy', 'https://wiki.example/p'],
])('takes %j apart', (text, title, link) => {
  expect(pastedLink(text)).toEqual({ title, link });
});

it.each(['https://wiki.example/p', 'Policy', '', 'see http'])('leaves %j as it was pasted', (text) => {
  expect(pastedLink(text)).toBeNull();
});
