/** Lets the user pick one .xlsx file by the browser's own dialog, which `input` opens; null where it was closed without one. */
export function pickFile(input: HTMLInputElement): Promise<File | null> {
  input.type = 'file';
  input.accept = '.xlsx';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
