/** A member of an archive as it lies there, read without the project's own reader. */
export interface RawMember {
  readonly name: string;
  /** From its local header to the next one or the directory. */
  readonly bytes: Buffer;
  /** Its entry in the directory without the place of the member. */
  readonly entry: Buffer;
}

const OFFSET_AT = 42;

/** The members of an archive in the order of its directory (APPNOTE.TXT 4.3), and what stands after the directory's sizes. */
export function rawMembers(file: Uint8Array): { members: readonly RawMember[]; comment: string } {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const directory = bytes.readUInt32LE(end + 16);
  const entries: { name: string; at: number; entry: Buffer }[] = [];
  let place = directory;
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i += 1) {
    const nameEnd = place + 46 + bytes.readUInt16LE(place + 28);
    const next = nameEnd + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
    const entry = Buffer.concat([
      bytes.subarray(place, place + OFFSET_AT),
      bytes.subarray(place + OFFSET_AT + 4, next),
    ]);
    const name = bytes.subarray(place + 46, nameEnd).toString('utf8');
    entries.push({ name, at: bytes.readUInt32LE(place + OFFSET_AT), entry });
    place = next;
  }
  const places = [...entries.map(({ at }) => at), directory].sort((a, b) => a - b);
  const members = entries.map(({ name, at, entry }) => {
    const next = places[places.indexOf(at) + 1];
    return { name, entry, bytes: bytes.subarray(at, next) };
  });
  return { members, comment: bytes.subarray(end + 22).toString('utf8') };
}

/** Names of the members that differ in any byte of themselves or of their entry; every name of both where members came or went. */
export function changedMembers(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [rawMembers(before), rawMembers(after)];
  const names = (archive: typeof old) => archive.members.map(({ name }) => name);
  if (names(old).join('\n') !== names(now).join('\n') || old.comment !== now.comment) {
    return [...names(old), ...names(now)];
  }
  return old.members
    .filter(({ bytes, entry }, i) => {
      const other = now.members[i];
      return !other || !bytes.equals(other.bytes) || !entry.equals(other.entry);
    })
    .map(({ name }) => name);
}
