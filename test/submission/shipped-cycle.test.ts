import { readFileSync } from 'node:fs';
import { parseShippedCycle } from '../../src/submission/shipped-cycle';

const shipped = JSON.parse(readFileSync('assets/cycle.json', 'utf8')) as object;
const key = 'A'.repeat(43);

test('the cycle that ships pins no key of anybody’s service', () => {
  expect(parseShippedCycle(shipped).pins).toEqual({ receiptKey: null, tokenKey: null });
});

test('an operator’s build names its keys', () => {
  const pins = { receiptKey: key, tokenKey: null };
  expect(parseShippedCycle({ ...shipped, pins }).pins).toEqual(pins);
});

test.each([
  ['pins.receiptKey', { pins: { receiptKey: `${key}=`, tokenKey: null } }],
  ['pins.tokenKey', { pins: { receiptKey: null, tokenKey: '' } }],
  ['pins', { pins: undefined }],
  ['closes', { closes: '31 March' }],
])('a wrong %s stops the build and is named', (field, change) => {
  expect(() => parseShippedCycle({ ...shipped, ...change })).toThrow(field);
});
