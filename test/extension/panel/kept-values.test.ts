import { keptValues } from '../../../src/extension/panel/kept-values';
import { refusal } from './fake-handle';
import { FakeIndexedDb } from './fake-indexed-db';

const opened = (browser = new FakeIndexedDb()) => ({ browser, kept: keptValues(browser.factory(), 'panel') });

it('keeps a value for the next session, and gives it back as a copy', async () => {
  const { browser, kept } = opened();
  const bytes = new Uint8Array([1, 2]);
  await kept.update('copy', () => ({ name: 'team.xlsx', bytes }));
  bytes[0] = 9;
  expect(await opened(browser).kept.get('copy')).toEqual({
    name: 'team.xlsx',
    bytes: new Uint8Array([1, 2]),
  });
});

it('knows nothing of a key that was never kept', async () => {
  expect(await opened().kept.get('copy')).toBeUndefined();
});

it('changes what is there in one go, and gives what is there afterwards', async () => {
  const { kept } = opened();
  const more = (before: unknown) => (typeof before === 'number' ? before + 1 : 1);
  expect(await Promise.all([kept.update('n', more), kept.update('n', more)])).toEqual([1, 2]);
  expect(await kept.get('n')).toBe(2);
});

it('takes a value away', async () => {
  const { kept } = opened();
  await kept.update('n', () => 1);
  expect(await kept.update('n', () => undefined)).toBeUndefined();
  expect(await kept.get('n')).toBeUndefined();
});

it('leaves no database open', async () => {
  const { browser, kept } = opened();
  await kept.update('n', () => 1);
  browser.aborts = refusal('QuotaExceededError');
  await expect(kept.update('n', () => 2)).rejects.toThrow();
  expect(browser.open_).toBe(0);
});

it('rejects with what the browser says, and keeps what was there', async () => {
  const { browser, kept } = opened();
  await kept.update('n', () => 1);
  browser.aborts = refusal('QuotaExceededError');
  await expect(kept.update('n', () => 2)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  browser.aborts = null;
  expect(await kept.get('n')).toBe(1);
  browser.failsToOpen = refusal('UnknownError');
  await expect(kept.get('n')).rejects.toMatchObject({ name: 'UnknownError' });
});
