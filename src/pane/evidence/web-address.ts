/** The address of a page that may be opened: http or https and nothing else. Null for paths, document numbers, scripts. */
export function webAddress(text: string): URL | null {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address)) return null;
  try {
    return new URL(address);
  } catch {
    // What only looks like an address is shown as the text that it is.
    return null;
  }
}
