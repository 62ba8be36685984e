/** @jest-environment jsdom */
import { handToDownloads } from '../../../src/pane/hand-to-downloads';
import { ontoClipboard } from '../../../src/extension/panel/onto-clipboard';
import { pickFile } from '../../../src/extension/panel/pick-file';
import { english as words } from '../../load-words';

describe('handing a file to the downloads', () => {
  it('presses a link to its bytes under its name, and lets them go later', async () => {
    const pressed: HTMLAnchorElement[] = [];
    const links = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      pressed.push(this);
    });
    const blobs: Blob[] = [];
    const revoked: string[] = [];
    const later: (() => void)[] = [];
    const urls = {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: (address: string) => void revoked.push(address),
    };
    const downloads = { page: document, urls, schedule: (run: () => void) => later.push(run) };
    handToDownloads(downloads, 'team.xlsx', new Uint8Array([1, 2, 3]), 'application/zip');
    expect(pressed.map(({ href, download }) => [href, download])).toEqual([['blob:1', 'team.xlsx']]);
    expect(blobs.map(({ size, type }) => [size, type])).toEqual([[3, 'application/zip']]);
    expect(revoked).toEqual([]);
    later.forEach((run) => run());
    expect(revoked).toEqual(['blob:1']);
    links.mockRestore();
  });
});

describe('picking a file', () => {
  const pickedBy = (act: (input: HTMLInputElement) => void) => {
    const input = document.createElement('input');
    input.click = () => act(input);
    return pickFile(input);
  };

  it('gives the one that was chosen, and offers workbooks alone', async () => {
    const file = new File(['x'], 'team.xlsx');
    const offered: string[] = [];
    const picked = await pickedBy((input) => {
      offered.push(input.type, input.accept);
      Object.defineProperty(input, 'files', { value: [file] });
      input.dispatchEvent(new Event('change'));
    });
    expect(picked).toBe(file);
    expect(offered).toEqual(['file', '.xlsx']);
  });

  it('gives none where the dialog was closed', async () => {
    expect(await pickedBy((input) => input.dispatchEvent(new Event('cancel')))).toBeNull();
  });
});

describe('the clipboard', () => {
  class Item {
    constructor(readonly forms: Record<string, Blob>) {}
  }
  beforeAll(() => Object.assign(globalThis, { ClipboardItem: Item }));
  const forms = { 'text/plain': 'a\tb', 'text/html': '<table></table>' };

  it('gets all forms of a text in one go', async () => {
    const written: Item[] = [];
    const clipboard = { write: async (items: unknown) => void written.push(...(items as Item[])) };
    expect(await ontoClipboard(clipboard, forms, words)).toEqual({ ok: true, value: undefined });
    const [item] = written;
    expect(Object.entries(item!.forms).map(([type, blob]) => [type, blob.type, blob.size])).toEqual([
      ['text/plain', 'text/plain', 3],
      ['text/html', 'text/html', 15],
    ]);
  });

  it('that is refused is told in words; anything else is a bug', async () => {
    const refusing = (error: Error) => ({ write: () => Promise.reject(error) });
    const denied = refusing(new DOMException('no', 'NotAllowedError'));
    expect(await ontoClipboard(denied, forms, words)).toMatchObject({
      ok: false,
      failure: { code: 'clipboard' },
    });
    await expect(ontoClipboard(refusing(new TypeError('a bug')), forms, words)).rejects.toThrow('a bug');
  });
});
