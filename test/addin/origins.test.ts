import { namedOrigin, productionOrigins } from '../../src/addin/origins';
import { english as words } from '../load-words';

const ADDIN_ORIGIN = 'https://addin.example';
const BENCHMARK_ORIGIN = 'https://b.example:8443';

test('a production build lives at the origins of its settings', () => {
  expect(productionOrigins({ ADDIN_ORIGIN, BENCHMARK_ORIGIN }, words)).toEqual({
    ok: true,
    value: { addin: ADDIN_ORIGIN, benchmark: BENCHMARK_ORIGIN },
  });
});

test.each([
  [{}, 'ADDIN_ORIGIN is not set'],
  [{ ADDIN_ORIGIN }, 'BENCHMARK_ORIGIN is not set'],
  [{ ADDIN_ORIGIN, BENCHMARK_ORIGIN: '' }, 'BENCHMARK_ORIGIN is not set'],
  [{ ADDIN_ORIGIN: 'http://addin.example', BENCHMARK_ORIGIN }, 'ADDIN_ORIGIN'],
  [{ ADDIN_ORIGIN: 'https://addin.example/pane', BENCHMARK_ORIGIN }, 'ADDIN_ORIGIN'],
  [{ ADDIN_ORIGIN: 'https://localhost:3000', BENCHMARK_ORIGIN }, 'must not point to this computer'],
  [{ ADDIN_ORIGIN, BENCHMARK_ORIGIN: 'https://127.0.0.1' }, 'must not point to this computer'],
  [{ ADDIN_ORIGIN, BENCHMARK_ORIGIN: 'https://[::1]:8443' }, 'must not point to this computer'],
])('settings %j stop it: %s', (settings, reason) => {
  const refused = productionOrigins(settings, words);
  expect(refused.ok ? 'taken' : refused.failure.message).toContain(reason);
});

test('an origin that may be left out is none where it is, and is held to the same where it is not', () => {
  expect(namedOrigin('ADDIN_ORIGIN', undefined, words)).toEqual({ ok: true, value: null });
  expect(namedOrigin('ADDIN_ORIGIN', ADDIN_ORIGIN, words)).toEqual({ ok: true, value: ADDIN_ORIGIN });
  expect(namedOrigin('ADDIN_ORIGIN', 'http://addin.example', words)).toMatchObject({ ok: false });
});
