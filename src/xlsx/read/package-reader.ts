import { scanXml } from './xml-scanner';
import { Unreadable } from './unreadable';
import { xmlText } from './xml-text';
import { type Inflate, openZip, unpack, type ZipMember } from './zip';

export interface TargetPart {
  /** The last word of the relationship's type, such as `worksheet`: transitional and strict files differ before it. */
  readonly type: string;
  /** As the archive spells it. */
  readonly path: string;
}

/** The parts of an OPC package (ISO/IEC 29500-2), unpacked when asked for. */
export interface PackageReader {
  /** Every part's path as the file spells it. */
  readonly paths: readonly string[];
  /** Bytes that a part says it unpacks to; 0 where it is missing. */
  size(path: string): number;
  /** A part as it is stored; throws `Unreadable` where it is missing or damaged. */
  bytes(path: string): Uint8Array;
  /** Text of a part that is to be walked through; throws `Unreadable` where it is missing or damaged, or all that was asked for is too much. */
  xml(path: string): string;
  /** What a part points at, by relationship id; empty where it points at nothing. */
  targets(path: string): ReadonlyMap<string, TargetPart>;
}

/** The most bytes of XML that are walked through of one file: ours are under 1 MB, and walking takes a second for 20 to 30 MB. */
const MOST_WALKED = 24 * 1024 * 1024;

/** Opens a package; `inflate` unpacks it where it is given. Throws `Unreadable`. */
export function readPackage(bytes: Uint8Array, inflate?: Inflate): PackageReader {
  const members = openZip(bytes);
  const find = finder(members);
  let walked = 0;

  function member(path: string): ZipMember {
    const found = find(path);
    if (!found) throw new Unreadable('damaged', path);
    return found;
  }

  function xml(path: string): string {
    const found = member(path);
    walked += found.size;
    if (walked > MOST_WALKED) throw new Unreadable('too-large', path);
    return xmlText(unpack(found, inflate), path);
  }

  function targets(path: string): ReadonlyMap<string, TargetPart> {
    const targetsFound = new Map<string, TargetPart>();
    const relationships = find(path.replace(/([^/]*)$/, '_rels/$1.rels'))?.name;
    if (relationships === undefined) return targetsFound;
    scanXml(xml(relationships), relationships, {
      open(tag) {
        if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
        const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')];
        if (id === undefined || type === undefined || target === undefined) {
          throw new Unreadable('damaged', relationships);
        }
        const to = resolved(path, target);
        targetsFound.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: find(to)?.name ?? to });
      },
    });
    return targetsFound;
  }

  return {
    paths: members.map(({ name }) => name),
    size: (path) => find(path)?.size ?? 0,
    bytes: (path) => unpack(member(path), inflate),
    xml,
    targets,
  };
}

/** Finds a member by a part's name: without letter case, and with or without what is percent-encoded in it (ISO/IEC 29500-2, 6.2.2). */
function finder(members: readonly ZipMember[]): (path: string) => ZipMember | undefined {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const byUri = new Map(members.map((member) => [plainName(member.name), member]));
  return (path) => byName.get(path.toLowerCase()) ?? byUri.get(plainName(path));
}

function plainName(name: string): string {
  try {
    return decodeURIComponent(name.replace(/^\//, '')).toLowerCase();
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    // A percent sign that stands for itself.
    return name.toLowerCase();
  }
}

/**
 * Path of a target: absolute with a leading slash, or relative to the folder of the part that points. It is a URI
 * (ISO/IEC 29500-2, 6.5.3); white space around it and backslashes in it are what Excel puts up with.
 */
function resolved(from: string, target: string): string {
  const uri = target.trim().replaceAll('\\', '/').replace(/#.*$/, '');
  const folder = uri.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path = [...folder];
  for (const step of uri.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
