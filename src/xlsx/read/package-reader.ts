import { scanXml } from './xml-scanner';
import { Unreadable } from './unreadable';
import { type Inflate, openZip, unpack } from './zip';

export interface TargetPart {
  /** The last word of the relationship's type, such as `worksheet`: transitional and strict files differ before it. */
  readonly type: string;
  readonly path: string;
}

/** The parts of an OPC package (ISO/IEC 29500-2), unpacked when asked for. */
export interface PackageReader {
  /** Every part's path as the file spells it. */
  readonly paths: readonly string[];
  /** A part as it is stored; throws `Unreadable` where it is missing or damaged. */
  bytes(path: string): Uint8Array;
  /** Text of a part; throws `Unreadable` where it is missing or damaged. */
  xml(path: string): string;
  /** What a part points at, by relationship id; empty where it points at nothing. */
  targets(path: string): ReadonlyMap<string, TargetPart>;
}

/** Opens a package; `inflate` unpacks it where it is given. Throws `Unreadable`. */
export function readPackage(bytes: Uint8Array, inflate?: Inflate): PackageReader {
  const members = new Map(openZip(bytes).map((member) => [member.name.toLowerCase(), member]));

  function content(path: string): Uint8Array {
    const member = members.get(path.toLowerCase());
    if (!member) throw new Unreadable('damaged', path);
    return unpack(member, inflate);
  }

  const xml = (path: string): string => decodedText(content(path));

  function targets(path: string): ReadonlyMap<string, TargetPart> {
    const found = new Map<string, TargetPart>();
    const relationships = path.replace(/([^/]*)$/, '_rels/$1.rels');
    if (!members.has(relationships.toLowerCase())) return found;
    scanXml(xml(relationships), relationships, {
      open(tag) {
        if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
        const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')];
        if (id === undefined || type === undefined || target === undefined) {
          throw new Unreadable('damaged', relationships);
        }
        found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: resolved(path, target) });
      },
    });
    return found;
  }

  return { paths: [...members.values()].map(({ name }) => name), bytes: content, xml, targets };
}

/** Path of a target: absolute with a leading slash, or relative to the folder of the part that points. */
function resolved(from: string, target: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** XML is UTF-8 unless a byte order mark says UTF-16 (XML 1.0, 4.3.3). */
function decodedText(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
