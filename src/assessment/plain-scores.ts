import type { Fraction } from '../scoring/fraction';
import { toNumber } from '../scoring/fraction';
import type { Measures, Scores, StagedLevel } from '../scoring/scores';
import type { Problem } from './assessment';

interface PlainMeasures {
  readonly applicable: number;
  readonly rated: number;
  readonly coverage: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly floor: number | null;
  readonly level: StagedLevel;
  readonly low: number | null;
  readonly high: number | null;
}

/** Scores as the command line prints them: numbers at full precision, `null` for none, `"open"` for open. */
export interface PlainScores {
  readonly domains: Readonly<Record<string, PlainMeasures>>;
  readonly overall: {
    readonly composite: number | 'open' | null;
    readonly itemMean: number | null;
    readonly level: StagedLevel;
    readonly coverage: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly problems: readonly Problem[];
}

export function plainScores({ domains, overall }: Scores, problems: readonly Problem[]): PlainScores {
  return {
    domains: Object.fromEntries([...domains].map(([id, measures]) => [id, plainMeasures(measures)])),
    overall: {
      composite: overall.composite === 'open' ? 'open' : plain(overall.composite),
      itemMean: plain(overall.mean),
      level: overall.level,
      coverage: plain(overall.coverage),
      low: plain(overall.compositeLow),
      high: plain(overall.compositeHigh),
    },
    problems,
  };
}

function plainMeasures(measures: Measures): PlainMeasures {
  const { applicable, rated, floor, level } = measures;
  return {
    applicable,
    rated,
    coverage: plain(measures.coverage),
    mean: plain(measures.mean),
    median: plain(measures.median),
    floor,
    level,
    low: plain(measures.low),
    high: plain(measures.high),
  };
}

const plain = (f: Fraction | null): number | null => (f === null ? null : toNumber(f));
