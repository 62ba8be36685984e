import { Unreadable } from './unreadable';

/** What a field of 32 bits holds where the number stands in 64 bits elsewhere (APPNOTE.TXT 4.4.8, 4.4.9, 4.4.16). */
export const ELSEWHERE = 0xffffffff;

const FIELD = 1;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const RECORD = 0x06064b50;
const RECORD_SIZE = 56;

/** Where the locator of a second, 64-bit record at the end of an archive starts; null where it has none (APPNOTE.TXT 4.3.15). */
export function locatorBefore(view: DataView, end: number): number | null {
  const at = end - LOCATOR_SIZE;
  return at >= 0 && view.getUint32(at, true) === LOCATOR ? at : null;
}

/** How many entries the directory has, how long it is and where it starts, by the 64-bit record (APPNOTE.TXT 4.3.14). Throws `Unreadable`. */
export function longDirectory(
  view: DataView,
  locator: number,
): { readonly count: number; readonly length: number; readonly start: number } {
  const at = longAt(view, locator + 8);
  if (at + RECORD_SIZE > locator || view.getUint32(at, true) !== RECORD) throw new Unreadable('damaged');
  return {
    count: longAt(view, at + 32),
    length: longAt(view, at + 40),
    start: longAt(view, at + 48),
  };
}

/**
 * The 64-bit numbers of an entry by the place of each, in the order in which its 32-bit fields say that they stand there
 * (APPNOTE.TXT 4.5.3). Throws `Unreadable` where they do not.
 */
export function longPlaces(view: DataView, [start, end]: readonly [number, number], count: number): number[] {
  let at = start;
  while (at + 4 <= end) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === FIELD && next <= end && at + 4 + 8 * count <= next)
      return Array.from({ length: count }, (_, i) => at + 4 + 8 * i);
    at = next;
  }
  throw new Unreadable('packing');
}

/** Extra fields without those of 64 bits, which would be the old numbers. */
export function withoutLongNumbers(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const kept: number[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const next = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    if (view.getUint16(at, true) !== FIELD) kept.push(...extra.subarray(at, next));
    at = next;
  }
  return Uint8Array.from([...kept, ...extra.subarray(at)]);
}

/** No archive that is read here is near the 4 GB from which the upper half counts. */
export function longAt(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw new Unreadable('truncated');
  if (view.getUint32(at + 4, true) !== 0) throw new Unreadable('truncated');
  return view.getUint32(at, true);
}
