import { cellAddress, columnName, literal } from '../address';
import type { Blueprint } from '../blueprint';
import { BENCHMARK, RUBRIC, SCORECARD as S } from '../layout';

type Formulas = ReadonlyMap<number, string>;

/** The formulas of one domain's row on the Scorecard, by column; design section 2 says what each means. */
export function domainFormulas(row: number, index: number, blueprint: Blueprint): Formulas {
  const { refs } = blueprint;
  const name = `$${cellAddress(row, S.domain)}`;
  const domain = refs.rubric(RUBRIC.domain);
  const level = refs.rubric(RUBRIC.level);
  const state = refs.rubric(RUBRIC.state);
  const target = refs.rubric(RUBRIC.target);
  const gap = refs.rubric(RUBRIC.gap);
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const countState = (code: string) => `=COUNTIFS(${domain},${name},${state},"${code}")`;
  const aimed = `COUNTIFS(${domain},${name},${target},">=0",${state},"<>na")`;
  const compared = `COUNTIFS(${domain},${name},${gap},">=0")`;
  return new Map([
    [S.items, `=COUNTIFS(${domain},${name})`],
    [S.mean, `=IF(${at(S.rated)}=0,"",${at(S.sum)}/${at(S.rated)})`],
    [
      S.level,
      `=IF(${at(S.applicable)}=0,"",IF(${at(S.rated)}<${at(S.applicable)},${open(blueprint)},${at(S.floor)}))`,
    ],
    [S.low, `=IF(${at(S.applicable)}=0,"",${at(S.sum)}/${at(S.applicable)})`],
    [
      S.high,
      `=IF(${at(S.applicable)}=0,"",(${at(S.sum)}+5*(${at(S.applicable)}-${at(S.rated)}))/${at(S.applicable)})`,
    ],
    [S.target, `=IF(${aimed}=0,"",SUMIFS(${target},${domain},${name},${state},"<>na")/${aimed})`],
    [S.gap, `=IF(${compared}=0,"",${at(S.gapSum)}/${compared})`],
    ...[0, 1, 2, 3, 4, 5].map((l) => [S.counts + l, `=COUNTIFS(${domain},${name},${level},${l})`] as const),
    [S.unknown, countState('unknown')],
    [S.na, countState('na')],
    [S.blank, countState('blank')],
    [S.invalid, countState('invalid')],
    [S.sum, `=SUMIFS(${level},${domain},${name})`],
    [S.gapSum, `=SUMIFS(${gap},${domain},${name})`],
    [S.targetSum, `=SUMIFS(${target},${domain},${name},${gap},">=0")`],
    [S.hundredths, `=IF(${at(S.rated)}=0,"",INT((200*${at(S.sum)}+${at(S.rated)})/(2*${at(S.rated)})))`],
    [S.ratedFactor, `=IF(${at(S.rated)}=0,1,${at(S.rated)})`],
    [
      S.ratedShare,
      `=IF(${at(S.rated)}=0,0,${at(S.sum)}*(${overall(refs.domains, S.ratedFactor)}/${at(S.rated)}))`,
    ],
    [S.applicableFactor, `=IF(${at(S.applicable)}=0,1,${at(S.applicable)})`],
    [S.lowShare, share(row, refs.domains, at(S.sum))],
    [S.highShare, share(row, refs.domains, `(${at(S.sum)}+5*(${at(S.applicable)}-${at(S.rated)}))`)],
    ...sharedFormulas(row),
    ...comparison(row, index + 1, blueprint),
  ]);
}

/**
 * The formulas of the overall row. Composite, low and high are means of the domains' means over their exact common
 * denominator, so that both engines reach the same number to the last bit.
 */
export function overallFormulas(row: number, blueprint: Blueprint): Formulas {
  const { refs } = blueprint;
  const last = S.firstRow + refs.domains - 1;
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const column = (c: number) => `$${cellAddress(S.firstRow, c)}:$${cellAddress(last, c)}`;
  const total = (c: number) => `=SUM(${column(c)})`;
  const product = (c: number) =>
    `=${Array.from({ length: refs.domains }, (_, i) => `$${cellAddress(S.firstRow + i, c)}`).join('*')}`;
  const counted = `COUNTIFS(${column(S.applicable)},">0")`;
  const waiting = `COUNTIFS(${column(S.applicable)},">0",${column(S.rated)},0)`;
  const target = refs.rubric(RUBRIC.target);
  const state = refs.rubric(RUBRIC.state);
  const aimed = `COUNTIFS(${target},">=0",${state},"<>na")`;
  const compared = `COUNTIFS(${refs.rubric(RUBRIC.gap)},">=0")`;
  const mean = (shares: number, factor: number) => `SUM(${column(shares)})/(${at(factor)}*${counted})`;
  return new Map([
    [S.items, total(S.items)],
    [S.mean, `=IF(${counted}=0,"",IF(${waiting}>0,${open(blueprint)},${mean(S.ratedShare, S.ratedFactor)}))`],
    [
      S.level,
      `=IF(${counted}=0,"",IF(COUNTIFS(${column(S.level)},${open(blueprint)})>0,${open(blueprint)},MIN(${column(S.level)})))`,
    ],
    [S.low, `=IF(${counted}=0,"",${mean(S.lowShare, S.applicableFactor)})`],
    [S.high, `=IF(${counted}=0,"",${mean(S.highShare, S.applicableFactor)})`],
    [S.target, `=IF(${aimed}=0,"",SUMIFS(${target},${state},"<>na")/${aimed})`],
    [S.gap, `=IF(${compared}=0,"",${at(S.gapSum)}/${compared})`],
    ...Array.from({ length: 10 }, (_, i) => [S.counts + i, total(S.counts + i)] as const),
    [S.sum, total(S.sum)],
    [S.gapSum, total(S.gapSum)],
    [S.targetSum, total(S.targetSum)],
    [
      S.hundredths,
      `=IF(ISNUMBER(${at(S.mean)}),INT((200*SUM(${column(S.ratedShare)})+${at(S.ratedFactor)}*${counted})/(2*${at(S.ratedFactor)}*${counted})),"")`,
    ],
    [S.ratedFactor, product(S.ratedFactor)],
    [S.applicableFactor, product(S.applicableFactor)],
    ...sharedFormulas(row),
    ...comparison(row, 0, blueprint),
  ]);
}

/** What a domain and the whole have in common: everything that follows from the counts of the row itself. */
function sharedFormulas(row: number): readonly (readonly [number, string])[] {
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const cumulative = [0, 1, 2, 3, 4].map((l) => at(S.cumulative + l));
  const kth = (k: string) => cumulative.map((count) => `(${count}<${k})`).join('+');
  return [
    [S.applicable, `=${at(S.items)}-${at(S.na)}`],
    [S.rated, `=SUM(${at(S.counts)}:${at(S.counts + 5)})`],
    [S.coverage, `=IF(${at(S.applicable)}=0,"",${at(S.rated)}/${at(S.applicable)})`],
    [
      S.median,
      `=IF(${at(S.rated)}=0,"",(${kth(`INT((${at(S.rated)}+1)/2)`)}+${kth(`INT((${at(S.rated)}+2)/2)`)})/2)`,
    ],
    [S.floor, `=IF(${at(S.rated)}=0,"",${kth('1')})`],
    [S.percent, `=IF(${at(S.targetSum)}=0,"",(${at(S.targetSum)}-${at(S.gapSum)})/${at(S.targetSum)})`],
    ...[0, 1, 2, 3, 4].map(
      (l) =>
        [
          S.cumulative + l,
          l === 0 ? `=${at(S.counts)}` : `=${at(S.cumulative + l - 1)}+${at(S.counts + l)}`,
        ] as const,
    ),
  ];
}

/** Benchmark (median where published, else mean) and the position beside it, compared at two decimals as both are shown. */
function comparison(
  row: number,
  index: number,
  { refs, words }: Blueprint,
): readonly (readonly [number, string])[] {
  const published = (column: number) => refs.benchmarkCell(index, column);
  const [mean, p25, median, p75] = [BENCHMARK.mean, BENCHMARK.p25, BENCHMARK.median, BENCHMARK.p75].map(
    published,
  ) as [string, string, string, string];
  const value = `$${cellAddress(row, S.hundredths)}`;
  const of = (figure: string) => `ROUND(${figure}*100,0)`;
  const text = (
    key:
      | 'LowestQuarter'
      | 'TopQuarter'
      | 'BelowMedian'
      | 'AtMedian'
      | 'AboveMedian'
      | 'BelowMean'
      | 'AtMean'
      | 'AboveMean',
  ) => literal(words(`sheet.position${key}`));
  const against = (figure: string, below: string, at: string, above: string) =>
    `IF(${value}<${of(figure)},${below},IF(${value}>${of(figure)},${above},${at}))`;
  const beyond = (figure: string, sign: '<' | '>') =>
    `IF(ISNUMBER(${figure}),${value}${sign}${of(figure)},FALSE)`;
  const byMedian = `IF(${beyond(p25, '<')},${text('LowestQuarter')},IF(${beyond(p75, '>')},${text('TopQuarter')},${against(median, text('BelowMedian'), text('AtMedian'), text('AboveMedian'))}))`;
  const byMean = `IF(ISNUMBER(${mean}),${against(mean, text('BelowMean'), text('AtMean'), text('AboveMean'))},"")`;
  return [
    [S.benchmark, `=IF(ISNUMBER(${median}),${median},IF(ISNUMBER(${mean}),${mean},""))`],
    [S.position, `=IF(ISNUMBER(${value}),IF(ISNUMBER(${median}),${byMedian},${byMean}),"")`],
  ];
}

function share(row: number, domains: number, numerator: string): string {
  const applicable = `$${cellAddress(row, S.applicable)}`;
  return `=IF(${applicable}=0,0,${numerator}*(${overall(domains, S.applicableFactor)}/${applicable}))`;
}

/** The overall row's cell of a column, fixed. */
const overall = (domains: number, column: number): string =>
  `$${columnName(column)}$${S.firstRow + domains + 1}`;

const open = ({ words }: Blueprint): string => literal(words('sheet.open'));
