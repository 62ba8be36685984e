import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import type { CellWrite } from '../../src/workbook/cell-writes';
import { patchXlsx } from '../../src/xlsx/patch/patch-xlsx';
import { rewriteZip } from '../../src/xlsx/patch/rewrite-zip';
import { readXlsx } from '../../src/xlsx/read-xlsx';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english } from '../load-words';
import { changedMembers, rawMembers } from '../oracles/zip-members';
import { withArchiveComment } from './packed';
import { sampleDesign } from './sample-design';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();
const rewritten = (bytes: Uint8Array, name: string, content: string): Uint8Array =>
  rewriteZip(bytes, new Map([[name, strToU8(content)]]));

describe('an archive with another content in one member', () => {
  const parts = { 'a.xml': 'first', 'Dir/b.xml': 'second', 'ü.png': 'third' };
  const archive = withArchiveComment(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, content], i) => [
          name,
          [
            strToU8(content.repeat(50)),
            {
              level: i === 1 ? 0 : 6,
              comment: `about ${name}`,
              extra: { 7: Uint8Array.of(1, 2) },
              attrs: 5 << 16,
            },
          ],
        ]),
      ),
    ),
    'of the archive',
  );

  it('keeps every other member, the order, comments, fields and attributes', () => {
    const after = rewritten(archive, 'dir/b.xml', 'new');
    expect(changedMembers(archive, after)).toEqual(['Dir/b.xml']);
    expect(text(unzipSync(after)['Dir/b.xml'])).toBe('new');
    const [old, now] = [archive, after].map((bytes) => rawMembers(bytes).members[1]?.entry);
    // Version, flags and time before the sizes; attributes, name, field and comment behind them.
    expect(now?.subarray(0, 10)).toEqual(old?.subarray(0, 10));
    expect(now?.subarray(28)).toEqual(old?.subarray(28));
  });

  it('keeps what stands before, between and behind the members', () => {
    const zip = Buffer.from(zipSync({ a: strToU8('x'), b: strToU8('y') }));
    const end = zip.length - 22;
    const directory = zip.readUInt32LE(end + 16);
    const second = zip.indexOf(Buffer.from('PK\x03\x04'), 4);
    const gap = Buffer.from('--gap--');
    const moved = Buffer.concat([
      gap,
      zip.subarray(0, second),
      gap,
      zip.subarray(second, directory),
      gap,
      zip.subarray(directory),
    ]);
    const entries = directory + 3 * gap.length;
    moved.writeUInt32LE(gap.length, entries + 42);
    moved.writeUInt32LE(second + 2 * gap.length, moved.indexOf(Buffer.from('PK\x01\x02'), entries + 4) + 42);
    moved.writeUInt32LE(entries, moved.length - 6);
    const after = Buffer.from(rewritten(moved, 'b', 'other'));
    expect(after.subarray(0, second + 2 * gap.length)).toEqual(moved.subarray(0, second + 2 * gap.length));
    expect(text(unzipSync(after)['b'])).toBe('other');
  });

  it('states sizes in the header where they followed the data, and not in 64 bits', () => {
    const zip64 = { 1: new Uint8Array(16), 9: Uint8Array.of(3) };
    const zip = Buffer.from(zipSync({ a: [strToU8('x'), { extra: zip64 }], b: strToU8('y') }));
    zip.writeUInt16LE(8, 6);
    zip.fill(0, 14, 26);
    const after = rewritten(zip, 'a', 'new content');
    const [member] = rawMembers(after).members;
    expect(member?.bytes.readUInt16LE(6)).toBe(0);
    expect(member?.bytes.readUInt32LE(22)).toBe('new content'.length);
    expect(member?.bytes.readUInt16LE(28)).toBe(5);
    expect(text(unzipSync(after)['a'])).toBe('new content');
  });

  it('is refused where members overlap, the directory does not end where it says, or a content is larger than what is read', () => {
    const large = new Map([['a.xml', new Uint8Array(64 * 1024 * 1024 + 1)]]);
    expect(() => rewriteZip(archive, large)).toThrow('too-large: a.xml');
    const damaged = (change: (bytes: Buffer, end: number) => void) => {
      const bytes = Buffer.from(archive);
      change(bytes, bytes.length - 22 - 'of the archive'.length);
      return () => rewritten(bytes, 'a.xml', 'new');
    };
    const directoryOf = (bytes: Buffer, end: number) => bytes.readUInt32LE(end + 16);
    expect(
      damaged((bytes, end) =>
        bytes.writeUInt32LE(
          bytes.readUInt32LE(directoryOf(bytes, end) + 20) + 9,
          directoryOf(bytes, end) + 20,
        ),
      ),
    ).toThrow('damaged');
    expect(damaged((bytes, end) => bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) - 1, end + 12))).toThrow(
      'packing',
    );
    expect(damaged((bytes) => bytes.write('b', 30, 'latin1'))).toThrow('damaged: a.xml');
  });
});

describe('a patched file', () => {
  const sound = writeXlsx(sampleDesign());
  const sheet = (() => {
    const content = readXlsx(sound, english);
    return content.ok ? (content.value.sheets[0]?.name ?? '') : '';
  })();
  const writes: readonly CellWrite[] = [{ sheet, row: 40, column: 3, values: [['text', 4, null], [5]] }];
  const patched = (bytes: Uint8Array, list = writes) =>
    patchXlsx(bytes, { writes: list, known: [] }, english);
  const valueOf = (bytes: Uint8Array) => {
    const result = patched(bytes);
    if (!result.ok) throw new Error(result.failure.message);
    return result.value;
  };

  it('is the same one where there is nothing to write', () => {
    const nothing = [
      [],
      [{ sheet, row: 0, column: 0, values: [] }],
      [{ sheet, row: 900, column: 9, values: [[null, '']] }],
    ];
    for (const list of nothing) expect(patched(sound, list)).toEqual({ ok: true, value: sound });
    expect(patched(strToU8('no workbook'), [])).toMatchObject({ ok: true });
  });

  it('is the same one after the same patch again', () => {
    const once = valueOf(sound);
    expect(valueOf(once)).toBe(once);
  });

  it('is refused in words where the file cannot be read', () => {
    expect(patched(strToU8('text'))).toMatchObject({ ok: false, failure: { code: 'xlsx-not-zip' } });
    const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(patched(locked)).toMatchObject({ ok: false, failure: { code: 'xlsx-password' } });
  });

  const meant = changedMembers(sound, valueOf(sound));

  /** Only the members that are meant to change did, what was written is there, and what cannot be read could not be before. */
  function expectSound(broken: Uint8Array, after: Uint8Array): void {
    expect(meant).toEqual(expect.arrayContaining([...changedMembers(broken, after)]));
    const content = readXlsx(after, english);
    if (!content.ok) {
      expect(readXlsx(broken, english).ok).toBe(false);
      return;
    }
    const rows = content.value.sheets.find(({ name }) => name === sheet)?.rows;
    expect(rows?.get(40)?.get(3)?.value).toBe('text');
    expect(rows?.get(41)?.get(3)?.value).toBe(5);
  }

  it('never comes of a damaged one without a word, unless the damage is in what is passed through', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const broken = sound.slice();
        broken[at] = (broken[at] ?? 0) ^ (1 << bit);
        let result: ReturnType<typeof patched>;
        try {
          result = patched(broken);
        } catch (error) {
          // The sheet may have lost its name: the caller, who has just read the file, would not ask for it.
          expect(String(error)).toContain('no worksheet');
          return;
        }
        if (!result.ok) {
          expect(result.failure.code).toMatch(/^xlsx-/);
          return;
        }
        expectSound(broken, result.value);
      }),
      { numRuns: 400, seed: 4 },
    );
  }, 20_000);

  it('never comes of a file that ends too early', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), (length) => {
        expect(patched(sound.subarray(0, length)).ok).toBe(false);
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
