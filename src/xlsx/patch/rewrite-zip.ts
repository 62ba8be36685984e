import { deflateSync } from 'fflate';
import { crc32 } from '../read/crc32';
import { Unreadable } from '../read/unreadable';
import { LARGEST_MEMBER, memberName, readDirectory, type ZipMember } from '../read/zip';
import { withoutLongNumbers } from '../read/zip64';

const LOCAL_HEADER_SIZE = 30;
const ENTRY_SIZE = 46;
const DEFLATED = 8;
/** Sizes and checksum follow the data instead of standing before it. */
const DESCRIPTOR_FLAG = 8;

/**
 * The archive with other content in some members, by their names in lower case. Every other member, its local header,
 * the bytes between members, the order and all else that the directory says stay as they are (APPNOTE.TXT 4.3); a record
 * of 64 bits at the end, which would go on pointing at the old places, is left out. Throws `Unreadable` where the archive
 * is damaged or a content too large.
 */
export function rewriteZip(bytes: Uint8Array, contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { members, start, length, end, long } = readDirectory(bytes);
  const entriesEnd = members.at(-1)?.entry[1] ?? start;
  if (entriesEnd !== start + length) throw new Unreadable('packing');

  const output = new Output();
  const places = new Map<ZipMember, { readonly at: number; readonly packed: Packed | null }>();
  const byPlace = members.toSorted((a, b) => a.header - b.header);
  output.add(bytes.subarray(0, byPlace[0]?.header ?? start));
  byPlace.forEach((member, i) => {
    const next = byPlace[i + 1]?.header ?? start;
    if (dataEnd(bytes, member) > next) throw new Unreadable('damaged', member.name);
    const content = contents.get(member.name.toLowerCase());
    const packed = content === undefined ? null : pack(member.name, content);
    places.set(member, { at: output.length, packed });
    if (packed === null) output.add(bytes.subarray(member.header, next));
    else output.add(localHeader(bytes, member, packed), packed.data);
  });
  const directory = output.length;
  for (const member of members) {
    const place = places.get(member);
    if (place) output.add(directoryEntry(bytes, member, place.at, place.packed));
  }
  const place = { start: directory, length: output.length - directory, count: members.length };
  if (!long) output.add(bytes.subarray(entriesEnd, end));
  output.add(endRecord(bytes.subarray(end), place));
  return output.joined();
}

interface Packed {
  readonly data: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

function pack(name: string, content: Uint8Array): Packed {
  if (content.length > LARGEST_MEMBER) throw new Unreadable('too-large', name);
  return { data: deflateSync(content), crc: crc32(content), size: content.length };
}

/** Where a member's packed data ends, by the lengths that its own header states. */
function dataEnd(bytes: Uint8Array, { header, raw }: ZipMember): number {
  const view = viewOf(bytes);
  return (
    header +
    LOCAL_HEADER_SIZE +
    view.getUint16(header + 26, true) +
    view.getUint16(header + 28, true) +
    raw.length
  );
}

function localHeader(bytes: Uint8Array, { name, header }: ZipMember, packed: Packed): Uint8Array {
  const view = viewOf(bytes);
  const nameEnd = header + LOCAL_HEADER_SIZE + view.getUint16(header + 26, true);
  if (memberName(bytes.subarray(header + LOCAL_HEADER_SIZE, nameEnd)) !== name) {
    throw new Unreadable('damaged', name);
  }
  const extra = withoutLongNumbers(bytes.subarray(nameEnd, nameEnd + view.getUint16(header + 28, true)));
  const result = joined([bytes.subarray(header, nameEnd), extra]);
  const changed = viewOf(result);
  changed.setUint16(6, changed.getUint16(6, true) & ~DESCRIPTOR_FLAG, true);
  changed.setUint16(8, DEFLATED, true);
  setSizes(changed, 14, packed);
  changed.setUint16(28, extra.length, true);
  return result;
}

function directoryEntry(
  bytes: Uint8Array,
  { entry: [start, end], longHeader }: ZipMember,
  at: number,
  packed: Packed | null,
): Uint8Array {
  // A copy in any case: the slice of a Buffer is none.
  const entry = Uint8Array.from(bytes.subarray(start, end));
  if (longHeader === null || packed !== null) viewOf(entry).setUint32(42, at, true);
  else viewOf(entry).setUint32(longHeader - start, at, true);
  if (packed === null) return entry;
  const view = viewOf(entry);
  const extraStart = ENTRY_SIZE + view.getUint16(28, true);
  const extraEnd = extraStart + view.getUint16(30, true);
  const extra = withoutLongNumbers(entry.subarray(extraStart, extraEnd));
  const result = joined([entry.subarray(0, extraStart), extra, entry.subarray(extraEnd)]);
  const changed = viewOf(result);
  changed.setUint16(8, changed.getUint16(8, true) & ~DESCRIPTOR_FLAG, true);
  changed.setUint16(10, DEFLATED, true);
  setSizes(changed, 16, packed);
  changed.setUint16(30, extra.length, true);
  return result;
}

function setSizes(view: DataView, at: number, { crc, data, size }: Packed): void {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, data.length, true);
  view.setUint32(at + 8, size, true);
}

/** A record of 32 bits, whatever the one of 64 bits said before: no archive that is written here needs more. */
function endRecord(
  old: Uint8Array,
  { start, length, count }: { readonly start: number; readonly length: number; readonly count: number },
): Uint8Array {
  if (count >= 0xffff) throw new Unreadable('packing');
  const record = Uint8Array.from(old);
  const view = viewOf(record);
  view.setUint32(4, 0, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, start, true);
  return record;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

class Output {
  readonly #pieces: Uint8Array[] = [];
  length = 0;

  add(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.length += piece.length;
    }
  }

  joined(): Uint8Array {
    return joined(this.#pieces);
  }
}
