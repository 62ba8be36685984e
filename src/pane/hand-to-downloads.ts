/** How long the browser may take to fetch what it was handed. */
const FETCHED_WITHIN_MS = 60_000;

export interface Downloads {
  readonly page: Pick<Document, 'createElement'>;
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  readonly schedule: (run: () => void, ms: number) => unknown;
}

/** Hands a file to the browser's downloads, by the press of a link that nobody sees. Nothing goes anywhere else. */
export function handToDownloads(
  { page, urls, schedule }: Downloads,
  name: string,
  content: BlobPart,
  type: string,
): void {
  const address = urls.createObjectURL(new Blob([content], { type }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  schedule(() => urls.revokeObjectURL(address), FETCHED_WITHIN_MS);
}
