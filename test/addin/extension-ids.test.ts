import { extensionIds } from '../../src/addin/extension-ids';
import { namedOrigin } from '../../src/addin/origins';
import { english as words } from '../load-words';

const A = 'a'.repeat(32);
const P = 'p'.repeat(32);

test.each([
  [undefined, []],
  ['', []],
  [A, [A]],
  [` ${A}, ${P},`, [A, P]],
])('EXTENSION_IDS=%p names %j', (setting, ids) => {
  expect(extensionIds(setting, words)).toEqual({ ok: true, value: ids });
});

test.each(['a', `${A}a`, 'q'.repeat(32), `${A};${P}`])('EXTENSION_IDS=%p stops the build', (setting) => {
  expect(extensionIds(setting, words)).toMatchObject({ ok: false, failure: { code: 'extension-id' } });
});

test('an origin may be left out, but not be wrong', () => {
  const named = (value?: string) => namedOrigin('ADDIN_ORIGIN', value, words);
  expect([named(), named('')]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(named('https://addin.example')).toEqual({ ok: true, value: 'https://addin.example' });
  for (const wrong of ['http://addin.example', 'https://addin.example/', 'https://localhost']) {
    expect(named(wrong).ok).toBe(false);
  }
});
