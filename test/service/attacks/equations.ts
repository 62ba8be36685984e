import { isIn, type History, valueOf } from './history';
import type { PublishedCell } from './publish';

/** What a published mean says: the sum of the members' values is `answers` times it, to half a step either way. */
export interface Equation {
  readonly cell: string;
  readonly release: number;
  /** 1 for every row of the history that is in the sum. */
  readonly members: readonly number[];
  readonly answers: number;
  /** As published, hundredths; undefined where the figure has no mean. */
  readonly mean: number | undefined;
}

/**
 * What an attacker has who knows who is in which group and who answered what, but not the answers: more than any
 * attacker has. `rows`: the rows themselves, as N/A counts and the number of rows are sums over them.
 */
export function equationsOf(
  history: History,
  published: readonly PublishedCell[],
  measure: string,
): readonly Equation[] {
  const showing = published.filter(({ measures }) => measure === 'rows' || measures.includes(measure));
  return showing.map(({ cell, release, figures }) => {
    const members = history.lines.map((line) => {
      const there = line.first <= release && (line.last ?? release) >= release && isIn(line, cell);
      return there && (measure === 'rows' || valueOf(line, measure) !== null) ? 1 : 0;
    });
    const figure =
      measure === 'composite' ? figures.composite : (figures.domains[measure] ?? figures.items[measure]);
    const mean = figure && 'mean' in figure ? figure.mean : undefined;
    return { cell, release, members, answers: members.reduce<number>((a, b) => a + b, 0), mean };
  });
}
