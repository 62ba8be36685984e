import { ACCENT, BAND, INK, LINE, MUTED, REFERENCE } from './layout';
import { boxes, dots, lines, texts, type Along, type Layer } from './marks';

/** What is drawn of one measure on the scale 0-5; hundredths. What is absent is not drawn. */
export interface RangeRow {
  readonly mean?: number | undefined;
  readonly margin?: number | undefined;
  readonly p25?: number | undefined;
  readonly median?: number | undefined;
  readonly p75?: number | undefined;
  /** Figures published by others: one dash pattern for each place in the list. */
  readonly references?: readonly (number | undefined)[];
}

/** How the first, second, … published figure is dashed; the legend says whose it is. */
export const REFERENCE_DASHES: readonly (readonly number[])[] = [
  [4, 2],
  [1.5, 2],
  [8, 2, 2, 2],
];

const HALF = 8;

/** The scale's grid with its numbers, from `top` to `bottom`. */
export function scaleGrid(height: number, along: Along, top: number, bottom: number): readonly Layer[] {
  const ticks = [0, 100, 200, 300, 400, 500];
  return [
    lines(
      height,
      ticks.map((x) => ({ x, x2: x, y: top, y2: bottom })),
      along,
      { color: LINE },
    ),
    texts(
      height,
      ticks.map((x) => ({ x, y: top - 8, text: String(x / 100) })),
      along,
      { color: MUTED, align: 'center', size: 10.5 },
    ),
  ];
}

/** Quartile band, published figures, interval, median and mean of rows at heights `ys`, drawn in this order. */
export function rangeMarks(
  height: number,
  along: Along,
  rows: readonly RangeRow[],
  ys: readonly number[],
): readonly Layer[] {
  const placed = rows.map((row, at) => ({ row, y: ys[at] ?? 0 }));
  const bands = placed.flatMap(({ row: { p25, p75 }, y }) =>
    p25 === undefined || p75 === undefined ? [] : { x: p25, x2: p75, y: y - HALF, y2: y + HALF },
  );
  const intervals = placed.flatMap(({ row: { mean, margin }, y }) =>
    mean === undefined || margin === undefined
      ? []
      : { x: Math.max(0, mean - margin), x2: Math.min(500, mean + margin), y, y2: y },
  );
  const medians = placed.flatMap(({ row: { median }, y }) =>
    median === undefined ? [] : { x: median, x2: median, y: y - HALF, y2: y + HALF },
  );
  const means = placed.flatMap(({ row: { mean }, y }) => (mean === undefined ? [] : { x: mean, y }));
  return [
    boxes(height, bands, along, { fill: BAND, stroke: BAND }),
    ...REFERENCE_DASHES.map((dash, at) =>
      lines(
        height,
        placed.flatMap(({ row, y }) => {
          const x = row.references?.[at];
          return x === undefined ? [] : { x, x2: x, y: y - HALF - 6, y2: y + HALF + 6 };
        }),
        along,
        { color: REFERENCE, width: 1.75, dash },
      ),
    ),
    lines(height, intervals, along, { color: ACCENT, width: 1.75 }),
    lines(height, medians, along, { color: INK, width: 2.5 }),
    dots(height, means, along, ACCENT),
  ];
}
