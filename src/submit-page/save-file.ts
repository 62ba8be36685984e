import { type Result, success } from '../words/result';

/** How long the browser may take to read what it was handed. */
const READ_WITHIN_MS = 60_000;

/** Hands a text file to the browser's downloads; nothing goes anywhere else. */
export function saveFile(name: string, text: string): Promise<Result<void>> {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
  return Promise.resolve(success(undefined));
}
