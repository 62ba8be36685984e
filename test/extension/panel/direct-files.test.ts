import { directFiles } from '../../../src/extension/panel/direct-files';
import { fileTrouble } from '../../../src/extension/panel/file-trouble';
import type { OpenFile } from '../../../src/workbook/file-port';
import type { Result } from '../../../src/words/result';
import { english as words } from '../../load-words';
import { FakeHandle, FakePickers, refusal } from './fake-handle';
import { FakeKept } from './fake-kept';
import { fakeLocks } from '../fake-locks';

const handle = () => new FakeHandle('team.xlsx');

function filesOver(picked = handle()) {
  const pickers = new FakePickers(picked);
  const kept = new FakeKept();
  const files = directFiles({
    pickers,
    kept,
    words,
    locks: fakeLocks(),
    digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
    download: () => Promise.resolve({ ok: true, value: undefined }),
  });
  return { files, pickers, kept, picked };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function openFile(picked = handle()): Promise<OpenFile> {
  const file = value(await filesOver(picked).files.open());
  if (!file) throw new Error('Nothing was opened');
  return file;
}

describe('opening', () => {
  it('asks for an Excel workbook, and for leave to change it while the press counts', async () => {
    const { files, pickers, picked } = filesOver();
    picked.permission = 'prompt';
    const file = value(await files.open());
    expect(file).toMatchObject({ name: 'team.xlsx', kind: 'file' });
    expect(Object.values(pickers.opened[0]!.types[0]!.accept)).toEqual([['.xlsx']]);
    expect(picked.asked).toBe(1);
    expect(files.direct).toBe(true);
  });

  it('gives nothing where the dialog was closed', async () => {
    const { files, pickers } = filesOver();
    pickers.fails = refusal('AbortError');
    expect(await files.open()).toEqual({ ok: true, value: null });
    expect(await files.create('new.xlsx', new Uint8Array([9]))).toEqual({ ok: true, value: null });
  });

  it('is told in words where the browser shows no dialog', async () => {
    const { files, pickers } = filesOver();
    pickers.fails = refusal('SecurityError');
    expect(await files.open()).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });

  it('lets who says no to changes look all the same, and tells it at the first change', async () => {
    const picked = handle();
    Object.assign(picked, { permission: 'prompt', answer: 'prompt' });
    const file = await openFile(picked);
    const { stamp } = value(await file.read());
    picked.answer = 'denied';
    expect(await file.write(new Uint8Array([4]), stamp)).toMatchObject({
      ok: false,
      failure: { code: 'not-allowed', message: expect.stringContaining('team.xlsx') as string },
    });
    expect(picked.bytes).toEqual(new Uint8Array([1, 2, 3]));
  });
});

describe('starting a new file', () => {
  it('asks where, writes it, and opens it', async () => {
    const { files, pickers, picked } = filesOver();
    const file = value(await files.create('JSP assessment.xlsx', new Uint8Array([9, 9])));
    expect(pickers.saved[0]!.suggestedName).toBe('JSP assessment.xlsx');
    expect(picked.bytes).toEqual(new Uint8Array([9, 9]));
    expect(value(await file!.read()).bytes).toEqual(new Uint8Array([9, 9]));
  });

  it('leaves what is there where it cannot be written', async () => {
    const { files, picked } = filesOver();
    picked.fails.createWritable = refusal('NoModificationAllowedError');
    expect(await files.create('new.xlsx', new Uint8Array([9]))).toMatchObject({
      ok: false,
      failure: { code: 'held-open' },
    });
    expect(picked.bytes).toEqual(new Uint8Array([1, 2, 3]));
  });
});

describe('the file of last time', () => {
  it('is the last one that could be used, and is opened again', async () => {
    const { files, pickers } = filesOver();
    expect(value(await files.last())).toBeNull();
    await files.keep(value(await files.open())!);
    pickers.picked = new FakeHandle('holiday.xlsx');
    await files.open();
    expect(value(await files.last())).toBe('team.xlsx');
    expect(value(await files.reopen())?.name).toBe('team.xlsx');
  });

  it('asks for leave again, as browsers forget it, and stays closed without', async () => {
    const { files, picked } = filesOver();
    await files.keep(value(await files.open())!);
    Object.assign(picked, { permission: 'prompt', answer: 'denied' });
    expect(await files.reopen()).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    Object.assign(picked, { permission: 'prompt', answer: 'granted' });
    expect(value(await files.reopen())?.name).toBe('team.xlsx');
  });

  it('is none where the browser kept something else', async () => {
    const { files, kept } = filesOver();
    kept.values.set('handle', { name: 'team.xlsx' });
    expect(value(await files.last())).toBeNull();
    expect(await files.reopen()).toMatchObject({ ok: false, failure: { code: 'gone' } });
  });

  it('is told in words where the browser cannot look or keep', async () => {
    const { files, kept } = filesOver();
    const file = value(await files.open())!;
    kept.fails = refusal('QuotaExceededError');
    expect(await files.last()).toMatchObject({ ok: false, failure: { code: 'no-room' } });
    expect(await files.keep(file)).toMatchObject({ ok: false, failure: { code: 'no-room' } });
  });
});

describe('a file', () => {
  it('has another stamp whenever its content differs, and only then', async () => {
    const picked = handle();
    const file = await openFile(picked);
    const { stamp } = value(await file.read());
    expect(value(await file.read()).stamp).toBe(stamp);
    picked.bytes = new Uint8Array([1, 2, 4]);
    expect(value(await file.read()).stamp).not.toBe(stamp);
  });

  it('is replaced as a whole; the stamp it gives is the one of the next read', async () => {
    const picked = handle();
    const file = await openFile(picked);
    const written = value(await file.write(new Uint8Array([7]), value(await file.read()).stamp));
    expect(picked.bytes).toEqual(new Uint8Array([7]));
    expect(value(await file.read()).stamp).toBe(written);
  });

  it('that was changed elsewhere is not written over', async () => {
    const picked = handle();
    const file = await openFile(picked);
    const { stamp } = value(await file.read());
    picked.bytes = new Uint8Array([5, 5]);
    expect(await file.write(new Uint8Array([7]), stamp)).toMatchObject({
      ok: false,
      failure: { code: 'changed-elsewhere' },
    });
    expect(picked.bytes).toEqual(new Uint8Array([5, 5]));
  });

  it.each([
    ['just before it is replaced', (picked: FakeHandle, save: () => void) => (picked.meanwhile.write = save)],
    ['right after it was replaced', (picked: FakeHandle, save: () => void) => (picked.afterwards = save)],
  ] as const)('that another program saves %s is theirs, and is not said to be saved', async (_, at) => {
    const picked = handle();
    const file = await openFile(picked);
    const { stamp } = value(await file.read());
    at(picked, () => (picked.bytes = new Uint8Array([5, 5])));
    expect(await file.write(new Uint8Array([7]), stamp)).toMatchObject({
      ok: false,
      failure: { code: 'changed-elsewhere' },
    });
    expect(picked.bytes).toEqual(new Uint8Array([5, 5]));
  });

  it('that two windows write at once takes one of them, and tells the other', async () => {
    const { files } = filesOver();
    const windows = [value(await files.open())!, value(await files.open())!];
    const { stamp } = value(await windows[0]!.read());
    const written = await Promise.all(windows.map((file, i) => file.write(new Uint8Array([i]), stamp)));
    expect(written.map((one) => one.ok)).toEqual([true, false]);
    expect(value(await windows[1]!.read()).bytes).toEqual(new Uint8Array([0]));
  });

  it('is said to be held, read-only, gone or not allowed in words of their own, each with what to do', async () => {
    const names = [
      'NoModificationAllowedError',
      'NotReadableError',
      'NotFoundError',
      'NotAllowedError',
      'QuotaExceededError',
    ];
    const said = names.map((name) => {
      const told = fileTrouble(refusal(name), 'team.xlsx', words);
      return told.ok ? '' : told.failure.message;
    });
    expect(new Set(said).size).toBe(names.length);
    for (const message of said) expect(message).toMatch(/team\.xlsx.*(?:[Cc]lose|[Oo]pen|[Tt]ry|[Mm]ake)/);
  });

  it.each([
    ['createWritable', 'NoModificationAllowedError', 'held-open'],
    ['createWritable', 'NotAllowedError', 'not-allowed'],
    ['createWritable', 'NotFoundError', 'gone'],
    ['write', 'QuotaExceededError', 'no-room'],
    ['close', 'InvalidStateError', 'held-open'],
    ['close', 'AbortError', 'file-failed'],
    ['ask', 'SecurityError', 'not-allowed'],
    ['getFile', 'NotReadableError', 'held-open'],
    ['getFile', 'NotFoundError', 'gone'],
  ] as const)('stays as it was where %s fails with %s, and says so (%s)', async (member, name, code) => {
    const picked = handle();
    const file = await openFile(picked);
    const { stamp } = value(await file.read());
    picked.permission = 'prompt';
    picked.fails[member] = refusal(name);
    const written = await file.write(new Uint8Array([7]), stamp);
    expect(written).toMatchObject({ ok: false, failure: { code } });
    expect(!written.ok && written.failure.message).toContain('team.xlsx');
    expect(picked.bytes).toEqual(new Uint8Array([1, 2, 3]));
    expect(picked.aborted).toBe(member === 'write' || member === 'close' ? 1 : 0);
  });

  it('that fails for a reason of ours is a bug, and throws', async () => {
    const picked = handle();
    const file = await openFile(picked);
    picked.fails.getFile = new TypeError('a bug');
    await expect(file.read()).rejects.toThrow('a bug');
  });
});
