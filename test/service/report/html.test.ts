/** @jest-environment jsdom */
import fc from 'fast-check';
import { element, fragment } from '../../../src/service/report/html';

const bodyOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

test('whatever a text or an attribute holds, it comes out as text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '<script>alert(1)</script>',
          '"><img src=x onerror=alert(1)>',
          "' onmouseover='alert(1)",
          '</style></td>',
          '&lt;b&gt;',
          '<!--',
          ']]>',
        ),
      ),
      (hostile) => {
        // A parser turns NUL and carriage returns into others.
        fc.pre(!/[\0\r\u{d800}-\u{dfff}]/u.test(hostile));
        const body = bodyOf(element('p', { 'data-text': hostile }, hostile, [hostile, null]).text);
        const paragraph = body.firstElementChild;
        expect(body.childNodes).toHaveLength(1);
        expect(paragraph?.textContent).toBe(hostile + hostile);
        expect(paragraph?.getAttribute('data-text')).toBe(hostile);
        expect(paragraph?.attributes).toHaveLength(1);
      },
    ),
  );
});

test('elements nest, and what is not there leaves nothing', () => {
  const html = element('ul', { class: undefined }, fragment(element('li', {}, 'a'), null), [
    element('li', {}, 'b'),
  ]);
  expect(html.text).toBe('<ul><li>a</li><li>b</li></ul>');
});

test.each(['script', 'img', 'iframe', 'link', 'form', 'a b', ''])('%j is no element of a report', (tag) => {
  expect(() => element(tag)).toThrow('Not an element');
});

test.each(['style', 'STYLE', 'onclick', 'onLoad', 'src', 'srcdoc', 'a b', 'x"'])(
  '%j is no attribute of a report',
  (name) => {
    expect(() => element('p', { [name]: 'x' })).toThrow('Not an attribute');
  },
);

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/x',
  'javascript:alert(1)',
  'data:text/html,x',
  '/v1/releases',
  '\\\\elsewhere',
  ' ../docs',
])('%j is no address of the service', (href) => {
  expect(() => element('a', { href })).toThrow('Not an address');
});

test.each(['#summary', '../v1/releases/r1', '../v1/releases/r1.csv', '../docs', 'report/r1'])(
  '%j is an address of the service',
  (href) => {
    expect(element('a', { href }, 'x').text).toBe(`<a href="${href}">x</a>`);
  },
);
