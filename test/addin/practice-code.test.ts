import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceCode } from '../../src/addin/local/practice-code';
import { openOperatorStore } from '../../src/service/store/open-store';
import { parseMemberCode } from '../../src/submission/member-code';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('each start makes one code more, readable as it is printed, for this cycle alone', async () => {
  const codes = [await practiceCode(folder, '2026', words), await practiceCode(folder, '2026', words)];
  const texts = codes.map((code) => (code.ok ? code.value : code.failure.message));
  expect(texts.map((text) => parseMemberCode(text, words))).toEqual(
    texts.map((value) => ({ ok: true, value })),
  );
  expect(new Set(texts).size).toBe(2);
  const store = await openOperatorStore({ directory: folder }, [jsp], words);
  if (!store.ok) throw new Error(store.failure.message);
  expect(await store.value.codes('2026')).toEqual({ made: 2, spent: 0 });
  expect(await store.value.codes('2027')).toEqual({ made: 0, spent: 0 });
  await store.value.close();
});
