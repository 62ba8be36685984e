import { rubric } from '../submission/fixtures';
import type { FakeWorkbook } from '../pane/fake-workbook';

/** A mean as it is to be published: the exact one, and the step it is rounded to, in hundredths. */
export interface PlainFigure {
  readonly mean: number;
  readonly step: number;
}

/** Hundredths, half up. Exact: the parts are small whole numbers. */
const hundredths = (n: number, d: number): number => Math.floor((200 * n + d) / (2 * d));

const ratedIn = (workbook: FakeWorkbook, domain: string): number[] =>
  rubric.items
    .filter((item) => item.domain === domain)
    .map(({ id }) => workbook.cell(id, 'level'))
    .filter((level) => typeof level === 'number');

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * The means of the domains and the composite (under `all`) straight from what was typed into the workbooks, and the step
 * of each: 0.05 below 50 rows; coarser where rows left items out, until rows x step covers the scale by the share of
 * such items in the domain.
 */
export function plainFigures(workbooks: readonly FakeWorkbook[]): Record<string, PlainFigure> {
  const rows = workbooks.length;
  const stepOf = (share: number): number =>
    [5, 10, 20, 50, 100].find((step) => rows * step >= 500 * share - 1e-9) ?? 100;
  const ids = rubric.domains.map(({ id }) => id);
  const shares = ids.map((domain) => {
    const items = rubric.items.filter((item) => item.domain === domain);
    const gapped = items.filter(({ id }) =>
      workbooks.some((book) => typeof book.cell(id, 'level') !== 'number'),
    );
    return gapped.length / items.length;
  });
  const domains = ids.map((domain, at): [string, PlainFigure] => {
    const means = workbooks.map((book) => {
      const rated = ratedIn(book, domain);
      return hundredths(sumOf(rated), rated.length);
    });
    return [domain, { mean: sumOf(means) / rows, step: stepOf(shares[at] ?? 1) }];
  });
  const composites = workbooks.map((book) => {
    const parts = ids.map((domain) => ratedIn(book, domain));
    const denominator = parts.reduce((product, { length }) => product * length, 1);
    const numerator = sumOf(parts.map((levels) => (sumOf(levels) * denominator) / levels.length));
    return hundredths(numerator, denominator * ids.length);
  });
  const all = { mean: sumOf(composites) / rows, step: stepOf(sumOf(shares) / ids.length) };
  return Object.fromEntries([...domains, ['all', all]]);
}
