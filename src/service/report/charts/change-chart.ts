import type { Chart } from './draw-chart';
import { ACCENT, INK, LINE, MUTED, wrap, type Layout } from './layout';
import { dots, drawing, lines, pixels, texts } from './marks';

/** A row of a chart of differences; hundredths. Without a margin nothing is drawn. */
export interface ChangeRow {
  readonly label: string;
  readonly difference: number | null;
  readonly margin: number | null;
  /** The difference in words, or why there is none. */
  readonly value: string;
  readonly leading?: boolean;
}

const TOP = 24;
const ROW = 34;

/** One row a difference of two means, with its interval, about a line at no change. */
export function changeChart(
  label: string,
  rows: readonly ChangeRow[],
  tickText: (hundredths: number) => string,
): Chart {
  return { label, specFor: (layout) => specFor(layout, rows, tickText) };
}

function specFor(layout: Layout, rows: readonly ChangeRow[], tickText: (hundredths: number) => string) {
  const reach = reachOf(rows);
  const row = layout.stacked ? ROW + 24 : ROW;
  const end = TOP + row * rows.length;
  const height = end + 4;
  const page = pixels(layout.width);
  const range = layout.stacked ? ([14, layout.width - 14] as const) : ([200, 540] as const);
  const along = { domain: [-reach, reach], range } as const;
  const starts = rows.map((_, at) => TOP + row * at);
  const ys = starts.map((start) => start + (layout.stacked ? row - 18 : row / 2));
  const ticks = [-reach, -reach / 2, 0, reach / 2, reach];
  const drawn = rows.flatMap(({ difference, margin }, at) =>
    difference === null || margin === null ? [] : { difference, margin, y: ys[at] ?? 0 },
  );
  return drawing(layout.width, height, [
    lines(
      height,
      ticks.map((x) => ({ x, x2: x, y: TOP, y2: end })),
      along,
      { color: LINE },
    ),
    lines(height, [{ x: 0, x2: 0, y: TOP, y2: end }], along, { color: MUTED, width: 1.5 }),
    texts(
      height,
      ticks.map((x) => ({ x, y: TOP - 8, text: tickText(x) })),
      along,
      { color: MUTED, align: 'center', size: 10.5 },
    ),
    lines(
      height,
      starts.map((start) => ({ x: 0, x2: layout.width, y: start + row, y2: start + row })),
      page,
      { color: LINE },
    ),
    ...([true, false] as const).map((bold) =>
      texts(
        height,
        rows.flatMap(({ label, leading = false }, at) =>
          leading === bold
            ? { x: 0, y: layout.stacked ? (starts[at] ?? 0) + 16 : (ys[at] ?? 0), text: short(label, layout) }
            : [],
        ),
        page,
        { color: INK, size: 12, bold },
      ),
    ),
    lines(
      height,
      drawn.map(({ difference, margin, y }) => ({
        x: Math.max(-reach, difference - margin),
        x2: Math.min(reach, difference + margin),
        y,
        y2: y,
      })),
      along,
      { color: ACCENT, width: 1.75 },
    ),
    dots(
      height,
      drawn.map(({ difference, y }) => ({ x: difference, y })),
      along,
      ACCENT,
    ),
    texts(
      height,
      rows.map(({ value }, at) => ({
        x: layout.width,
        y: layout.stacked ? (starts[at] ?? 0) + 16 : (ys[at] ?? 0),
        text: value,
      })),
      page,
      { color: MUTED, align: 'right', size: 12 },
    ),
  ]);
}

/** Far enough for every interval, in whole levels. */
function reachOf(rows: readonly ChangeRow[]): number {
  const ends = rows.map(({ difference, margin }) => Math.abs(difference ?? 0) + (margin ?? 0));
  return 100 * Math.max(1, Math.ceil(Math.max(0, ...ends) / 100));
}

const short = (label: string, { stacked }: Layout): string => {
  const [first = '', ...more] = wrap(label, stacked ? 24 : 30);
  return more.length > 0 ? `${first}…` : first;
};
