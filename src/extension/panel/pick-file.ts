/** Lets the user pick one .xlsx file by the browser's own dialog; null where it was closed without one. */
export function pickFile(page: Pick<Document, 'createElement'>): Promise<File | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
