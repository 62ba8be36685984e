import { copiedFiles } from '../../../src/extension/panel/copied-files';
import { XLSX_TYPE } from '../../../src/pane/side-panel/xlsx-type';
import type { OpenFile } from '../../../src/workbook/file-port';
import type { Result } from '../../../src/words/result';
import { english as words } from '../../load-words';
import { refusal } from './fake-handle';
import { FakeKept } from './fake-kept';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

let ids = 0;

/** One panel over what a browser keeps; several panels may share it. */
function panelOver(kept = new FakeKept()) {
  const downloads: string[] = [];
  const user: { picks: File | null } = { picks: new File([new Uint8Array([1, 2, 3])], 'team.xlsx') };
  const files = copiedFiles({
    pick: () => Promise.resolve(user.picks),
    kept,
    words,
    newId: () => String((ids += 1)),
    download: (name) => {
      downloads.push(name);
      return Promise.resolve({ ok: true, value: undefined });
    },
  });
  const open = async (): Promise<OpenFile> => {
    const file = value(await files.open());
    if (!file) throw new Error('Nothing was opened');
    return file;
  };
  const write = async (file: OpenFile, ...bytes: number[]) =>
    file.write(new Uint8Array(bytes), value(await file.read()).stamp);
  return { files, kept, user, downloads, open, write };
}

it('keeps a working copy of what is picked, under its name', async () => {
  const { files, open } = panelOver();
  const file = await open();
  expect(file).toMatchObject({ name: 'team.xlsx', kind: 'copy' });
  expect(value(await file.read()).bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect(value(await files.last())).toBe('team.xlsx');
  expect(files.direct).toBe(false);
});

it('opens nothing where the dialog was closed', async () => {
  const { files, user } = panelOver();
  user.picks = null;
  expect(await files.open()).toEqual({ ok: true, value: null });
  expect(value(await files.last())).toBeNull();
});

it('loses no change when the panel is closed', async () => {
  const first = panelOver();
  value(await first.write(await first.open(), 7, 7));
  const { files } = panelOver(first.kept);
  const again = value(await files.reopen());
  expect(value(await again!.read()).bytes).toEqual(new Uint8Array([7, 7]));
});

it('has nothing to go on with where nothing is kept, or something else', async () => {
  const { files, kept } = panelOver();
  expect(await files.reopen()).toMatchObject({ ok: false, failure: { code: 'gone' } });
  kept.values.set('copy', { name: 'team.xlsx' });
  expect(await files.reopen()).toMatchObject({ ok: false, failure: { code: 'gone' } });
});

it('does not make room for another file while changes wait to be downloaded', async () => {
  const { files, open, write } = panelOver();
  value(await write(await open(), 7));
  for (const refused of [await files.open(), await files.create('new.xlsx', new Uint8Array([9]))]) {
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'copy-waits', message: expect.stringContaining('team.xlsx') as string },
    });
  }
  expect(value(await value(await files.reopen())!.read()).bytes).toEqual(new Uint8Array([7]));
});

it('makes room once they are downloaded', async () => {
  const { files, open, write, downloads, user } = panelOver();
  const file = await open();
  value(await write(file, 7));
  value(await files.download('team.xlsx', value(await file.read()).bytes, XLSX_TYPE));
  expect(downloads).toEqual(['team.xlsx']);
  user.picks = new File([new Uint8Array([8])], 'other.xlsx');
  expect((await open()).name).toBe('other.xlsx');
});

it('does not take the download of something else for that of the copy', async () => {
  const { files, open, write } = panelOver();
  value(await write(await open(), 7));
  value(await files.download('jsp-row.json', new Uint8Array([123]), 'application/json'));
  expect(await files.open()).toMatchObject({ ok: false, failure: { code: 'copy-waits' } });
});

it('a new workbook waits to be downloaded from the start', async () => {
  const { files } = panelOver();
  value(await files.create('new.xlsx', new Uint8Array([9])));
  expect(await files.open()).toMatchObject({ ok: false, failure: { code: 'copy-waits' } });
});

it('drops the copy when it is closed, unless changes in it wait to be downloaded', async () => {
  const { files, open, write } = panelOver();
  value(await files.close(await open()));
  expect(value(await files.last())).toBeNull();
  const file = await open();
  value(await write(file, 7));
  value(await files.close(file));
  expect(value(await files.last())).toBe('team.xlsx');
});

describe('two windows', () => {
  it('do not write over each other', async () => {
    const one = panelOver();
    const file = await one.open();
    const { stamp } = value(await file.read());
    const other = value(await panelOver(one.kept).files.reopen())!;
    value(await one.write(other, 5));
    expect(await file.write(new Uint8Array([7]), stamp)).toMatchObject({
      ok: false,
      failure: { code: 'changed-elsewhere' },
    });
    expect(value(await file.read()).bytes).toEqual(new Uint8Array([5]));
  });

  it('do not mistake one file for another', async () => {
    const one = panelOver();
    const file = await one.open();
    const { stamp } = value(await file.read());
    const two = panelOver(one.kept);
    two.user.picks = new File([new Uint8Array([8])], 'other.xlsx');
    const other = await two.open();
    expect(await file.read()).toMatchObject({ ok: false, failure: { code: 'gone' } });
    expect(await file.write(new Uint8Array([7]), stamp)).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    });
    value(await one.files.close(file));
    expect(value(await other.read()).bytes).toEqual(new Uint8Array([8]));
  });

  it('that open a file each lose no change of the first', async () => {
    const one = panelOver();
    const two = panelOver(one.kept);
    two.user.picks = null;
    const slow = two.files;
    let picked: (file: File) => void = () => undefined;
    const waiting = copiedFiles({
      pick: () => new Promise((resolve) => (picked = resolve)),
      kept: one.kept,
      words,
      newId: () => 'late',
      download: slow.download,
    }).open();
    await Promise.resolve();
    value(await one.write(await one.open(), 7));
    picked(new File([new Uint8Array([8])], 'other.xlsx'));
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'copy-waits' } });
    expect(value(await one.files.last())).toBe('team.xlsx');
  });
});

it.each([
  ['QuotaExceededError', 'no-room'],
  ['UnknownError', 'file-failed'],
])('says what the browser refuses: %s', async (name, code) => {
  const { files, open, kept } = panelOver();
  const file = await open();
  const { stamp } = value(await file.read());
  kept.fails = refusal(name);
  const results = [
    await file.read(),
    await file.write(new Uint8Array([7]), stamp),
    await files.open(),
    await files.create('new.xlsx', new Uint8Array([9])),
    await files.last(),
    await files.reopen(),
    await files.close(file),
    await files.download('team.xlsx', new Uint8Array([7]), XLSX_TYPE),
  ];
  expect(results.map((result) => !result.ok && result.failure.code)).toEqual(results.map(() => code));
});
