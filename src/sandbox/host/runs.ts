/** Consecutive numbers as runs, ascending. */
export function runsOf(numbers: readonly number[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run?.last === number - 1) run.last = number;
    else found.push({ first: number, last: number });
  }
  return found;
}
