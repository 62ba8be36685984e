import { browserWorld } from '../../pane/browser-world';
import type { FilesPort } from '../../pane/side-panel/side-panel-props';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import { copiedFiles } from './copied-files';
import { directFiles } from './direct-files';
import { handToDownloads } from '../../pane/hand-to-downloads';
import type { KeptValues } from './kept-values';
import type { FilePickers } from './picked-handle';
import { pickFile } from './pick-file';

/** Files as this browser can have them: written themselves where it has the dialogs for that, copied otherwise. */
export function browserFiles(words: Words, kept: KeptValues): FilesPort {
  const { digest, schedule } = browserWorld;
  const download: FilesPort['download'] = async (name, bytes, type) => {
    handToDownloads({ page: document, urls: URL, schedule }, name, new Uint8Array(bytes), type);
    return success(undefined);
  };
  const world = window as Partial<FilePickers>;
  const { showOpenFilePicker, showSaveFilePicker } = world;
  if (!showOpenFilePicker || !showSaveFilePicker) {
    const newId = () => crypto.randomUUID();
    return copiedFiles({
      pick: () => pickFile(document.createElement('input')),
      kept,
      newId,
      download,
      words,
    });
  }
  // Called on `window`, as browsers demand.
  const pickers: FilePickers = {
    showOpenFilePicker: (options) => showOpenFilePicker.call(window, options),
    showSaveFilePicker: (options) => showSaveFilePicker.call(window, options),
  };
  return directFiles({ pickers, kept, digest, locks: navigator.locks, download, words });
}
