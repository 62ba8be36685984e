import type { Chart } from './draw-chart';
import { INK, LEVEL_FILLS, LEVEL_INKS, LINE, MUTED, wrap, type Layout } from './layout';
import { boxes, drawing, lines, pixels, texts, type Layer } from './marks';
import { rangeMarks, scaleGrid, type RangeRow } from './range-panel';

/** A row of a chart of items. `shares` are percent at levels 0 to 5. */
export interface ItemRow extends RangeRow {
  readonly id: string;
  readonly title: string;
  readonly shares?: readonly number[] | undefined;
  /** Why a mark is missing, in words; stands where the marks would. */
  readonly gap: string | null;
}

const TOP = 24;
const LINE_HEIGHT = 13;
const BAR = 9;
/** A narrower piece of a bar has no room for its number. */
const LEAST_LABELLED = 10;

/** One row an item: median, quartiles and mean on the scale, and the answers at each level as one bar, under `sharesTitle`. */
export function itemChart(label: string, sharesTitle: string, rows: readonly ItemRow[]): Chart {
  return { label, specFor: (layout) => specFor(layout, sharesTitle, rows) };
}

function specFor(layout: Layout, sharesTitle: string, rows: readonly ItemRow[]) {
  const places = placesOf(layout, rows);
  const end = places.at(-1)?.end ?? TOP;
  const height = end + 4;
  const page = pixels(layout.width);
  const along = { domain: [0, 500], range: layout.range } as const;
  return drawing(layout.width, height, [
    ...scaleGrid(height, along, TOP, end),
    texts(
      height,
      layout.stacked || rows.every(({ shares }) => shares === undefined)
        ? []
        : [{ x: layout.shares[0], y: TOP - 8, text: sharesTitle }],
      page,
      { color: MUTED, size: 10.5 },
    ),
    lines(
      height,
      places.map((place) => ({ x: 0, x2: layout.width, y: place.end, y2: place.end })),
      page,
      { color: LINE },
    ),
    texts(
      height,
      places.map(({ top }, at) => ({ x: 0, y: top, text: rows[at]?.id ?? '' })),
      page,
      { color: MUTED, size: 10.5 },
    ),
    texts(
      height,
      places.flatMap(({ lines: words, top }) =>
        words.map((text, line) => ({ x: layout.labelX, y: top + LINE_HEIGHT * line, text })),
      ),
      page,
      { color: INK },
    ),
    ...rangeMarks(
      height,
      along,
      rows,
      places.map(({ rangeY }) => rangeY),
    ),
    ...shareMarks(height, layout, rows, places),
    texts(
      height,
      rows.flatMap(({ gap, mean, median }, at) =>
        gap !== null && mean === undefined && median === undefined
          ? { x: layout.range[0] + 6, y: places[at]?.rangeY ?? 0, text: gap }
          : [],
      ),
      page,
      { color: MUTED },
    ),
  ]);
}

/** Shares were rounded each for itself: a bar is drawn to its full length whatever they add up to. */
function shareMarks(
  height: number,
  { shares: [left, right] }: Layout,
  rows: readonly ItemRow[],
  places: readonly Place[],
): readonly Layer[] {
  const along = { domain: [0, 1], range: [left, right] } as const;
  const pieces = rows.flatMap(({ shares = [] }, at) => {
    const total = shares.reduce((sum, share) => sum + share, 0);
    const y = places[at]?.shareY ?? 0;
    return shares.map((share, level) => {
      const from = shares.slice(0, level).reduce((sum, one) => sum + one, 0);
      return { x: from / total, x2: (from + share) / total, y: y - BAR, y2: y + BAR, share, level };
    });
  });
  const seen = pieces.filter(({ share }) => share > 0);
  const numbers = seen
    .filter(({ share }) => share >= LEAST_LABELLED)
    .map(({ x, x2, y, share, level }) => ({ x: (x + x2) / 2, y: y + BAR, text: String(share), level }));
  return [
    boxes(
      height,
      seen.map(({ x, x2, y, y2, level }) => ({ x, x2, y, y2, fill: LEVEL_FILLS[level] ?? '' })),
      along,
      { stroke: '#ffffff', width: 1 },
    ),
    ...[...new Set(LEVEL_INKS)].map((color) =>
      texts(
        height,
        numbers.filter(({ level }) => LEVEL_INKS[level] === color).map(({ x, y, text }) => ({ x, y, text })),
        along,
        { color, align: 'center', size: 10 },
      ),
    ),
  ];
}

interface Place {
  readonly lines: readonly string[];
  readonly top: number;
  readonly rangeY: number;
  readonly shareY: number;
  readonly end: number;
}

function placesOf(layout: Layout, rows: readonly ItemRow[]): readonly Place[] {
  const places: Place[] = [];
  for (const { title, shares } of rows) {
    const start = places.at(-1)?.end ?? TOP;
    const words = wrap(title, layout.labelCharacters);
    const high = LINE_HEIGHT * words.length;
    if (layout.stacked) {
      const top = start + 16;
      const rangeY = top + high + 6;
      const shareY = shares === undefined ? rangeY : rangeY + 26;
      places.push({ lines: words, top, rangeY, shareY, end: shareY + 20 });
    } else {
      const size = Math.max(29, high + 8);
      const y = start + size / 2;
      places.push({
        lines: words,
        top: y - (high - LINE_HEIGHT) / 2,
        rangeY: y,
        shareY: y,
        end: start + size,
      });
    }
  }
  return places;
}
