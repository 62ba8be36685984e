const LONGEST = 31;

/**
 * Throws where Excel would refuse or repair a sheet name: longer than 31 characters, one of `\ / ? * [ ] :`,
 * an apostrophe at either end, the reserved name History, or a duplicate ignoring case.
 */
export function checkSheetNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const reason = faultOf(name);
    if (reason !== null) throw new Error(`Sheet name "${name}" ${reason}`);
    if (seen.has(name.toLowerCase())) throw new Error(`Sheet name "${name}" is used twice`);
    seen.add(name.toLowerCase());
  }
}

function faultOf(name: string): string | null {
  if (name.trim() === '') return 'is empty';
  if (name.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (/[\\/?*[\]:\p{Cc}]/u.test(name)) return 'holds a character that Excel forbids';
  if (name.startsWith("'") || name.endsWith("'")) return 'starts or ends with an apostrophe';
  if (name.toLowerCase() === 'history') return 'is reserved by Excel';
  return null;
}
