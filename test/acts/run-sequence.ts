import type { Finding } from '../../src/workbook/port';
import { randomFrom } from '../oracles/random';
import { type Act, inWords } from './act';
import type { Bench, Seen } from './bench';
import { answersGiven, complaints, disagreements, serious } from './judge';
import { PLACES, placesAfter, placesByHeadings, type Places } from './places';
import { actsOf, randomSteps, type Step } from './steps';

/** How a sequence of acts ended. */
export interface Ended {
  /** What nobody named or what Repair left wrong; null where all went as it must. */
  readonly fault: string | null;
  /** The acts that were done, in words. */
  readonly acts: readonly string[];
  readonly outcome: 'agreed' | 'repaired' | 'left to the person';
  /** Codes of what Check found in the end. */
  readonly found: readonly string[];
}

/** Does the steps on a workbook and judges after each; in the end has Check and Repair put right what is wrong. */
export const runSteps = (bench: Bench, steps: readonly Step[]): Promise<Ended> =>
  runStages(
    bench,
    steps.map((step) => (seen, places) => actsOf(step, seen, places)),
  );

/** The same with acts that are known before. */
export const runActs = (bench: Bench, acts: readonly Act[]): Promise<Ended> =>
  runStages(
    bench,
    acts.map((act) => () => [act]),
  );

type Stage = (seen: Seen, places: Places) => readonly Act[];

async function runStages(bench: Bench, stages: readonly Stage[]): Promise<Ended> {
  const acts: string[] = [];
  const ended = (rest: Partial<Ended>): Ended => ({
    fault: null,
    acts,
    outcome: 'agreed',
    found: [],
    ...rest,
  });
  let places = PLACES;
  let seen = await bench.look(places);
  const start = disagreements(seen, places);
  if (start.length > 0) return ended({ fault: `before any act: ${start.join('; ')}` });
  for (const stage of stages) {
    for (const act of stage(seen, places)) {
      const done = await bench.apply(act, places);
      acts.push(`${inWords(act)}${done ? '' : ' (refused)'}`);
      if (done) places = placesAfter(places, act);
    }
    seen = await bench.look(places);
    const wrong = disagreements(seen, places);
    if (wrong.length > 0 && !(await isNamed(bench, seen)))
      return ended({ fault: `not named: ${wrong.slice(0, 3).join('; ')}` });
  }
  return repaired(bench, seen, places, ended);
}

/** Runs the sequence of a seed; where it fails, drops what the failure does without. */
export async function runSeed(open: () => Promise<Bench>, seed: number): Promise<Ended> {
  const steps = randomSteps(randomFrom(seed));
  const first = await attempted(open, steps);
  return first.fault === null ? first : shrunk(open, steps, first);
}

/** What is thrown is an exception like any other, and told with its seed. */
async function attempted(open: () => Promise<Bench>, steps: readonly Step[]): Promise<Ended> {
  const bench = await open();
  return runSteps(bench, steps).catch((error: unknown): Ended => {
    const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { fault, acts: steps.map(({ kind }) => kind), outcome: 'agreed', found: [] };
  });
}

async function shrunk(open: () => Promise<Bench>, steps: readonly Step[], failed: Ended): Promise<Ended> {
  for (const [i] of steps.entries()) {
    const fewer = steps.filter((_, at) => at !== i);
    const ended = fewer.length === 0 ? null : await attempted(open, fewer);
    if (ended !== null && ended.fault !== null) return shrunk(open, fewer, ended);
  }
  return failed;
}

async function isNamed(bench: Bench, seen: Seen): Promise<boolean> {
  const found = await bench.check();
  return !found.ok || serious(found.value).length > 0 || complaints(seen).length > 0;
}

async function repaired(
  bench: Bench,
  seen: Seen,
  places: Places,
  ended: (rest: Partial<Ended>) => Ended,
): Promise<Ended> {
  const check = await bench.check();
  if (!check.ok) return ended({ outcome: 'left to the person', found: [check.failure.code] });
  const found = codes(check.value);
  const wrong = disagreements(seen, places);
  if (wrong.length === 0 && serious(check.value).length === 0) return ended({ found });
  const given = answersGiven(seen, places);
  const left = await bench.repair(check.value);
  if (!left.ok) return ended({ fault: `Repair refused: ${left.failure.message}`, found });
  const after = await bench.look(places);
  const now = placesByHeadings(places, seen.cells, after.cells);
  if (answersGiven(after, now) !== given) return ended({ fault: 'Repair changed answers', found });
  const still = disagreements(after, now);
  const offered = serious(left.value).filter(({ remedy }) => remedy === 'repair');
  if (offered.length > 0) return ended({ fault: `not repaired: ${offered[0]?.message ?? ''}`, found });
  const manual = [...serious(left.value).map(({ message }) => message), ...complaints(after)];
  if (manual.length > 0) return ended({ outcome: 'left to the person', found: manual });
  if (still.length === 0) return ended({ outcome: 'repaired', found });
  return ended({ fault: `after Repair: ${still.slice(0, 3).join('; ')}`, found });
}

const codes = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ code, sheet, remedy }) => `${code} ${sheet} ${remedy}`)),
];
