import type { RawCell } from './assessment';

const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 1440;
/** Day 0 of the 1900 date system, for serials after its phantom 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 61;
/** The first day of the year 10000. */
const END_SERIAL = 2_958_466;

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|\+00:?00| ?UTC)?)?$/i;

/** A moment as evidence keeps it: UTC to the second, 2026-11-20T10:00:00Z. What is below a second is cut off. */
export const secondsUtc = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/**
 * A moment from a cell or a clipboard: a serial of the 1900 date system in UTC, to the nearest minute, or a text such as
 * 2026-11-20 10:00 (also with T, Z or seconds; a day alone is its midnight). Null for anything else.
 */
export function readMoment(cell: RawCell): string | null {
  if (typeof cell === 'number') return momentOfSerial(cell);
  const match = typeof cell === 'string' ? MOMENT.exec(cell.trim()) : null;
  if (match === null) return null;
  const [, day, minute = '00:00', second = '00'] = match;
  const text = `${day}T${minute}:${second}Z`;
  // A parser may take 30 February for 2 March: only what it gives back unchanged was a moment.
  const ms = Date.parse(text);
  return isSerialOf(ms) && secondsUtc(new Date(ms)) === text ? text : null;
}

/** An ISO day from a serial, or from a text that begins with one, whatever time stands behind it. Null for anything else. */
export function readEvidenceDay(cell: RawCell): string | null {
  const day = typeof cell === 'string' ? (/^\d{4}-\d\d-\d\d(?!\d)/.exec(cell.trim())?.[0] ?? null) : cell;
  return readMoment(day)?.slice(0, 10) ?? null;
}

/** The serial (1900 date system, in days) of a moment of UTC, its seconds cut off, or of an ISO day. */
export const evidenceSerial = (text: string): number =>
  Math.floor((Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) - EPOCH) / MINUTE_MS) /
  MINUTES_OF_DAY;

function momentOfSerial(serial: number): string | null {
  const ms = EPOCH + Math.round(serial * MINUTES_OF_DAY) * MINUTE_MS;
  return isSerialOf(ms) ? secondsUtc(new Date(ms)) : null;
}

/** Whether the 1900 date system can say it, without its phantom day. False for no number. */
const isSerialOf = (ms: number): boolean => {
  const serial = (ms - EPOCH) / MINUTE_MS / MINUTES_OF_DAY;
  return serial >= FIRST_SERIAL && serial < END_SERIAL;
};
