import { handToDownloads } from '../pane/hand-to-downloads';
import { type Result, success } from '../words/result';

/** Hands a text file to the browser's downloads; nothing goes anywhere else. */
export function saveFile(name: string, text: string): Promise<Result<void>> {
  const downloads = { page: document, urls: URL, schedule: setTimeout };
  handToDownloads(downloads, name, text, 'application/json');
  return Promise.resolve(success(undefined));
}
