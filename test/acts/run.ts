import { parseArgs } from 'node:util';
import { openOffice } from './office-bench';
import { type Ended, runSeed } from './run-sequence';
import { sandboxBench } from './sandbox-bench';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    libreoffice: { type: 'boolean', default: false },
  },
});

/**
 * `npm run test:acts -- --sequences 3000`: random sequences of what people do to a filled workbook, through Microsoft's
 * client over the sandbox's engine, or with `--libreoffice` in files; one seed a sequence, from `--seed` on. Tells every
 * exception with its seed and the fewest acts that make it, and at the end how many there were; then the end is 1.
 */
async function run(): Promise<number> {
  const started = performance.now();
  const office = values.libreoffice ? await openOffice() : null;
  const [count, first] = [Number(values.sequences), Number(values.seed)];
  const outcomes = new Map<string, number>();
  let acts = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const ended = await runSeed(office?.open ?? sandboxBench, seed);
    acts += ended.acts.length;
    const outcome = ended.fault === null ? ended.outcome : 'exceptions';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (ended.fault !== null) console.log(told(seed, ended));
  }
  await office?.end();
  const exceptions = outcomes.get('exceptions') ?? 0;
  const through = office === null ? 'Microsoft’s client' : 'LibreOffice';
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${count} sequences (${acts} acts) through ${through} in ${seconds} s: ` +
      `${outcomes.get('agreed') ?? 0} agreed, ${outcomes.get('repaired') ?? 0} put right by Repair, ` +
      `${outcomes.get('left to the person') ?? 0} named and left to the person, ${exceptions} exceptions`,
  );
  return exceptions === 0 ? 0 : 1;
}

const told = (seed: number, { fault, acts, found }: Ended): string =>
  [`seed ${seed}: ${fault ?? ''}`, ...acts.map((act) => `  ${act}`), `  found: ${found.join(', ')}`].join(
    '\n',
  );

process.exitCode = await run();
