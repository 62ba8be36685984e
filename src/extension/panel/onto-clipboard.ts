import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';

/** Puts one text on the clipboard, in one form or several (media type to text), all in one go. */
export async function ontoClipboard(
  clipboard: Pick<Clipboard, 'write'>,
  forms: Readonly<Record<string, string>>,
  words: Words,
): Promise<Result<void>> {
  const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await clipboard.write([new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>)]);
    return success(undefined);
  } catch (error) {
    if (Object.prototype.toString.call(error) !== '[object DOMException]') throw error;
    return failed('clipboard', words('panel.clipboardRefused'));
  }
}
