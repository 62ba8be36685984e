/** Where the parts of a chart's row lie, in pixels. Beside each other on paper and wide screens, below each other on a phone. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** Characters to a line of a row's label, and where its id ends and its words begin. */
  readonly labelCharacters: number;
  readonly labelX: number;
  /** Left and right end of the scale 0-5. */
  readonly range: readonly [number, number];
  /** The same in a chart that has no second panel. */
  readonly wholeRange: readonly [number, number];
  /** Left and right end of the distribution. */
  readonly shares: readonly [number, number];
  readonly stacked: boolean;
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'wide',
    width: 700,
    labelCharacters: 32,
    labelX: 50,
    range: [252, 440],
    wholeRange: [190, 600],
    shares: [462, 699],
    stacked: false,
  },
  {
    name: 'narrow',
    width: 330,
    labelCharacters: 44,
    labelX: 48,
    range: [6, 324],
    wholeRange: [6, 324],
    shares: [1, 329],
    stacked: true,
  },
];

export const FONT = '-apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

export const INK = '#1f2a37';
export const MUTED = '#566270';
export const LINE = '#d5dce3';
export const BAND = '#bfd5e0';
export const ACCENT = '#1c6479';
export const REFERENCE = '#7a3e8e';

/** Light to dark, so that the order shows without colour vision and on a black and white printer. */
export const LEVEL_FILLS: readonly string[] = [
  '#f7ecdd',
  '#c2d6df',
  '#93b8c8',
  '#5f97ad',
  '#2f7089',
  '#123f53',
];
export const LEVEL_INKS: readonly string[] = [INK, INK, INK, '#0b1c26', '#ffffff', '#ffffff'];

/** Breaks a text into lines of so many characters at most; a longer word has a line of its own. */
export function wrap(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
