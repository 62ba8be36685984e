import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { acceptedRows } from './accepted-rows';
import { editToScore } from './edit-to-score';
import { firstScreen } from './first-screen';
import { insertion } from './insertion';
import { manyPages } from './many-pages';
import { markdownTables, withSection } from './markdown';
import type { Bench } from './measure';
import { make } from './needs';
import { panelOpening } from './panel-opening';
import { largeRelease, releaseCounting } from './release-counting';
import { teamFiles } from './team-files';

const DOCUMENT = 'docs/measurements.md';

/** By the name that they are asked for with, and that their section in the document has. */
const BENCHES: Readonly<Record<string, Bench>> = {
  insertion,
  edit: editToScore,
  screen: firstScreen,
  panel: panelOpening,
  inbox: manyPages,
  files: teamFiles,
  rows: acceptedRows,
  release: releaseCounting,
  large: largeRelease,
};
/** Only when it is asked for. */
const MINUTES: ReadonlySet<string> = new Set(['large']);

/**
 * `npm run bench`: builds what it needs, measures on this machine one part after the other, and prints the tables of
 * docs/measurements.md on standard output; what it is at goes to standard error. `npm run bench -- rows release` only
 * these; `--large` also a release of a million rows; `--write` puts the tables into the document. A part that fails
 * names itself, the others still run, and the end is 1.
 */
async function bench(words: readonly string[]): Promise<void> {
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = [
    ...named.filter((name) => !(name in BENCHES)),
    ...words.filter((word) => word.startsWith('--') && !['--large', '--write'].includes(word)),
  ];
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')}: there is ${Object.keys(BENCHES).join(', ')}`);
  const asked = named.length > 0 ? named : Object.keys(BENCHES).filter((name) => !MINUTES.has(name));
  const names = words.includes('--large') ? new Set([...asked, 'large']) : new Set(asked);
  const failures: string[] = [];
  say(`Load of the machine at the start: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
  for (const name of names) {
    const part = BENCHES[name];
    if (part === undefined) continue;
    try {
      const text = await measured(name, part);
      process.stdout.write(`### ${part.title}\n\n${text}\n\n`);
      if (words.includes('--write'))
        writeFileSync(DOCUMENT, withSection(readFileSync(DOCUMENT, 'utf8'), name, text));
    } catch (error) {
      failures.push(name);
      say(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  if (failures.length > 0) {
    say(`Failed: ${failures.join(', ')}`);
    process.exitCode = 1;
  }
}

/** Builds what a part needs, measures it, and gives its tables. */
async function measured(name: string, { title, needs, run }: Bench): Promise<string> {
  for (const need of needs) make(need, say);
  say(`${name}: ${title}`);
  return markdownTables(await run());
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

await bench(process.argv.slice(2));
