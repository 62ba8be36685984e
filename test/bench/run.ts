import { editToScore } from './edit-to-score';
import { firstScreen } from './first-screen';
import { insertion } from './insertion';
import type { Bench, Measurement } from './measure';

const BENCHES: readonly Bench[] = [insertion, editToScore, firstScreen];

/** `npm run bench`: measures on this machine, one after the other, and prints. */
for (const { title, run } of BENCHES) {
  console.log(title);
  for (const line of await run()) console.log(`  ${described(line)}`);
}

function described({ what, value, unit }: Measurement): string {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(1);
  return `${what.padEnd(42)}${shown.padStart(9)} ${unit}`;
}
