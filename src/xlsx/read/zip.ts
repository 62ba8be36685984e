import { inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { Unreadable } from './unreadable';
import { ELSEWHERE, locatorBefore, longAt, longDirectory, longPlaces } from './zip64';

/** A file inside the archive, still packed: `raw` is copied as it stands by whoever rewrites the archive. */
export interface ZipMember {
  /** With slashes: some programs write backslashes, which APPNOTE.TXT 4.4.17.1 forbids. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly raw: Uint8Array;
  /** Where its local header starts. */
  readonly header: number;
  /** Where its entry in the directory starts and ends. */
  readonly entry: readonly [start: number, end: number];
  /** Where that entry says in 64 bits where the header starts; null where it says so in 32. */
  readonly longHeader: number | null;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  readonly start: number;
  readonly length: number;
  /** Where the record at the end of the archive starts. */
  readonly end: number;
  /** A record of 64 bits stands before it. */
  readonly long: boolean;
}

/** Unpacks a raw DEFLATE stream that says it holds `size` bytes; throws where it does not. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array;

/** The one for every engine; who has a native one can give it instead. */
const anywhere: Inflate = (packed, size) => inflateSync(packed, { out: new Uint8Array(size) });

/** The most bytes that a part may unpack to. */
export const LARGEST_MEMBER = 64 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

/** The members of a zip archive, in the order of its directory (APPNOTE.TXT 4.3). Throws `Unreadable`; unpacks nothing. */
export const openZip = (bytes: Uint8Array): readonly ZipMember[] => readDirectory(bytes).members;

/** The members with their places. Throws `Unreadable`; unpacks nothing. */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const locator = locatorBefore(view, end);
  const short = {
    count: view.getUint16(end + 10, true),
    length: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
  };
  const marked = short.count === 0xffff || short.length === ELSEWHERE || short.start === ELSEWHERE;
  if (marked && locator === null) throw new Unreadable('packing');
  if (view.getUint16(end + 4, true) !== 0 && !marked) throw new Unreadable('packing');
  const { count, length, start } = marked && locator !== null ? longDirectory(view, locator) : short;
  if (start + length > end) throw new Unreadable('truncated');

  const members: ZipMember[] = [];
  const names = new Set<string>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + DIRECTORY_ENTRY_SIZE > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new Unreadable('damaged');
    }
    const { member, next } = readEntry(bytes, view, at);
    // Part names are compared without letter case (ISO/IEC 29500-2).
    if (names.has(member.name.toLowerCase())) throw new Unreadable('damaged', member.name);
    names.add(member.name.toLowerCase());
    members.push(member);
    at = next;
  }
  return { members, start, length, end, long: locator !== null };
}

/** Unpacks a member and checks its length and checksum. Throws `Unreadable` above 64 MB. */
export function unpack(member: ZipMember, inflate: Inflate = anywhere): Uint8Array {
  const { name, method, crc, size, raw } = member;
  if (size > LARGEST_MEMBER) throw new Unreadable('too-large', name);
  const bytes = method === STORED ? raw : inflated(member, inflate);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Unreadable('damaged', name);
  return bytes;
}

function inflated({ name, size, raw }: ZipMember, inflate: Inflate): Uint8Array {
  try {
    return inflate(raw, size);
  } catch (error) {
    throw Object.assign(new Unreadable('damaged', name), { cause: error });
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_OF_DIRECTORY_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  const startsAsZip = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL_HEADER;
  throw new Unreadable(startsAsZip ? 'truncated' : 'not-zip');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { member: ZipMember; next: number } {
  const nameEnd = at + DIRECTORY_ENTRY_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  const name = memberName(bytes.subarray(at + DIRECTORY_ENTRY_SIZE, nameEnd));
  const method = view.getUint16(at + 10, true);
  if (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) throw new Unreadable('packing', name);
  if (method !== STORED && method !== DEFLATED) throw new Unreadable('packing', name);
  const fields = [at + 24, at + 20, at + 42];
  const marked = fields.filter((field) => view.getUint32(field, true) === ELSEWHERE);
  const places = marked.length === 0 ? [] : longPlaces(view, [nameEnd, extraEnd], marked.length);
  const placeOf = (field: number) => places[marked.indexOf(field)] ?? null;
  const [size, packedSize, header] = fields.map((field) => {
    const place = placeOf(field);
    return place === null ? view.getUint32(field, true) : longAt(view, place);
  }) as [number, number, number];

  if (header + LOCAL_HEADER_SIZE > bytes.length) throw new Unreadable('truncated', name);
  if (view.getUint32(header, true) !== LOCAL_HEADER) throw new Unreadable('damaged', name);
  const start =
    header + LOCAL_HEADER_SIZE + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedSize > bytes.length) throw new Unreadable('truncated', name);
  const raw = bytes.subarray(start, start + packedSize);
  const crc = view.getUint32(at + 16, true);
  const longHeader = placeOf(at + 42);
  return { member: { name, method, crc, size, raw, header, entry: [at, next], longHeader }, next };
}

/** A member's name as it is compared. */
export const memberName = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll('\\', '/');
