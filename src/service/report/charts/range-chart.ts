import { INK, LINE, MUTED, wrap, type Layout } from './layout';
import { drawing, lines, pixels, texts } from './marks';
import { rangeMarks, scaleGrid, type RangeRow } from './range-panel';
import type { Chart } from './draw-chart';

/** A row of a chart of scores: a domain, or a group of contributors. */
export interface ScoreRow extends RangeRow {
  readonly label: string;
  /** The mean in words, or why it is not there. */
  readonly value: string;
  /** Set in bold: what the others are parts of. */
  readonly leading?: boolean;
}

const TOP = 24;
const LINE_HEIGHT = 15;

/** One row a score: quartile band, median, mean with its interval, published figures as dashed lines, the mean in words. */
export function rangeChart(label: string, rows: readonly ScoreRow[]): Chart {
  return { label, specFor: (layout) => specFor(layout, rows) };
}

function specFor(layout: Layout, rows: readonly ScoreRow[]) {
  const places = placesOf(layout, rows);
  const height = places.at(-1)?.end ?? TOP;
  const along = { domain: [0, 500], range: layout.wholeRange } as const;
  const page = pixels(layout.width);
  const ys = places.map(({ y }) => y);
  return drawing(layout.width, height + 6, [
    ...scaleGrid(height + 6, along, TOP, height),
    lines(
      height + 6,
      places.map(({ end }) => ({ x: 0, x2: layout.width, y: end, y2: end })),
      page,
      { color: LINE },
    ),
    ...([true, false] as const).map((bold) =>
      texts(
        height + 6,
        places.flatMap(({ lines: labels, top }, at) =>
          (rows[at]?.leading ?? false) === bold
            ? labels.map((text, line) => ({ x: 0, y: top + LINE_HEIGHT * line, text }))
            : [],
        ),
        page,
        { color: INK, size: 12, bold },
      ),
    ),
    ...rangeMarks(height + 6, along, rows, ys),
    texts(
      height + 6,
      rows.map(({ value }, at) => ({
        x: layout.width,
        y: layout.stacked ? (places[at]?.top ?? 0) : (ys[at] ?? 0),
        text: value,
      })),
      page,
      { color: MUTED, align: 'right', size: 12 },
    ),
  ]);
}

interface Place {
  readonly lines: readonly string[];
  /** Middle of the first line of words; of the marks; end of the row. */
  readonly top: number;
  readonly y: number;
  readonly end: number;
}

function placesOf(layout: Layout, rows: readonly ScoreRow[]): readonly Place[] {
  const places: Place[] = [];
  for (const row of rows) {
    const start = places.at(-1)?.end ?? TOP;
    const words = wrap(row.label, layout.stacked ? 28 : 27);
    if (layout.stacked) {
      const top = start + 18;
      const y = top + LINE_HEIGHT * words.length + 9;
      places.push({ lines: words, top, y, end: y + 22 });
    } else {
      const size = Math.max(40, LINE_HEIGHT * words.length + 16);
      const y = start + size / 2;
      places.push({ lines: words, top: y - (LINE_HEIGHT * (words.length - 1)) / 2, y, end: start + size });
    }
  }
  return places;
}
