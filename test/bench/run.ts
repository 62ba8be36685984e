import { acceptedRows } from './accepted-rows';
import { editToScore } from './edit-to-score';
import { firstScreen } from './first-screen';
import { insertion } from './insertion';
import type { Bench, Measurement } from './measure';
import { panelOpening } from './panel-opening';
import { releaseCounting } from './release-counting';

const BENCHES: Readonly<Record<string, Bench>> = {
  insertion,
  edit: editToScore,
  screen: firstScreen,
  panel: panelOpening,
  rows: acceptedRows,
  release: releaseCounting(process.argv.includes('--large')),
};

/**
 * `npm run bench`: measures on this machine, one after the other, and prints; `npm run bench -- rows release` only
 * these; with `--large` also a release of a million rows, which takes minutes.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const [name, { title, run }] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(title);
  for (const line of await run()) console.log(`  ${described(line)}`);
}

function described({ what, value, unit }: Measurement): string {
  const digits = unit === 'times' ? 2 : 1;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return `${what.padEnd(62)}${shown.padStart(9)} ${unit}`;
}
