import mdic2022 from '../../rubric/published/mdic-2022.json';
import { parseBenchmark } from '../../src/rubric/load';
import { offlineBenchmark } from '../../src/submission/offline-benchmark';
import type { Release } from '../../src/rubric/release';
import { words } from './fixtures';
import { ReceiptKey } from './signed-record';

const figures = parseBenchmark(mdic2022, 'mdic-2022.json', words);
if (!figures.ok) throw new Error(figures.failure.message);
const published = figures.value;
const benchmark = offlineBenchmark({ endpoint: 'https://benchmark.example', published: [published], words });

it('offers the figures that came with the build, whole', async () => {
  const { id, title, kind, cycle } = published;
  expect(await benchmark.releases()).toEqual({ ok: true, value: [{ id, title, kind, cycle }] });
  expect(await benchmark.release(id)).toEqual({
    ok: true,
    value: { kind: 'benchmark', benchmark: published },
  });
});

it('says of a release why it is not here', async () => {
  expect(await benchmark.release('r7')).toMatchObject({ ok: false, failure: { code: 'offline' } });
  expect(JSON.stringify(await benchmark.release('r7'))).toContain('cannot fetch r7');
});

const record = new ReceiptKey().record('{"cycle":"2026"}');
it.each([
  ['cycle', () => benchmark.cycle()],
  ['keys', () => benchmark.keys()],
  ['submit', () => benchmark.submit(record)],
  ['correct', () => benchmark.correct(record, 's')],
  ['withdraw', () => benchmark.withdraw(record, 's')],
  ['buyToken', () => benchmark.buyToken('code', new Uint8Array())],
  ['countLeaf', () => benchmark.countLeaf({ id: 'r7' } as Release, 'leaf')],
])('does not %s, and says what to do instead', async (_, ask) => {
  const answer = await ask();
  expect(answer).toMatchObject({ ok: false, failure: { code: 'offline' } });
  expect(answer.ok ? '' : answer.failure.message).toMatch(/as a copy or a file/);
});
