import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../words/words';
import { today } from './benchmark-command';
import { doubtful, type Finding, ill, well } from './examine-finding';
import { keyFilesIn } from './key-files';

/** The days on which versions of Node come to their end (github.com/nodejs/release, schedule.json). */
const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  22: '2027-04-30',
  24: '2028-04-30',
  26: '2029-04-30',
};
const GIB = 2 ** 30;
const LITTLE_ROOM = 2 * GIB;
const NO_ROOM = GIB / 8;
/** Clocks of two machines differ by a little; by more, days would be wrong. */
const CLOCK_MAY_DIFFER_MS = 5 * 60_000;

/** Whether the machine under the service is fit: Node, room on the disk, the clock. */
export const examineMachine = (directory: string, words: Words): readonly Finding[] => [
  nodeFinding(words),
  roomFinding(directory, words),
  clockFinding(directory, words),
];

function nodeFinding(words: Words): Finding {
  const { version } = process;
  const major = Number(/\d+/.exec(version)?.[0]);
  const ends = END_OF_LIFE[major];
  if (ends !== undefined && ends < today())
    return doubtful(words('operator.nodeEnded', { version, day: ends }));
  return ends === undefined
    ? doubtful(words('operator.nodeOdd', { version }))
    : well(words('operator.nodeFit', { version }));
}

function roomFinding(directory: string, words: Words): Finding {
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  const room = words('operator.roomFree', { directory, gib: (free / GIB).toFixed(1) });
  if (free < NO_ROOM) return ill(`${room} ${words('operator.roomNone')}`);
  return free < LITTLE_ROOM ? doubtful(`${room} ${words('operator.roomLittle')}`) : well(room);
}

/** A clock behind the service's own files is wrong: closing days, and the ages of releases, hang on it. */
function clockFinding(directory: string, words: Words): Finding {
  const written = keyFilesIn(directory).map(({ file }) => statSync(join(directory, file)).mtimeMs);
  const latest = Math.max(0, ...written);
  const now = new Date();
  const values = { now: `${now.toISOString().slice(0, 16)}Z` };
  return now.getTime() < latest - CLOCK_MAY_DIFFER_MS
    ? ill(words('operator.clockBehind', { ...values, then: new Date(latest).toISOString().slice(0, 10) }))
    : well(words('operator.clockFits', values));
}
