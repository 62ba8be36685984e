/** A stretch of a text by its first character and the one after its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What comes instead of a stretch; an empty stretch takes an insertion. */
export interface Splice extends Stretch {
  readonly text: string;
}

/** The text with its splices, given in any order; those at the same place follow each other as given. Throws where two overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) throw new Error(`Two changes overlap at character ${start}`);
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
