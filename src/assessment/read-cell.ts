import type { Answer, Level } from '../scoring/answer';
import type { RawCell } from './assessment';
import { folded, trimmed, type Vocabulary } from './vocabulary';

/** The text of a cell as `TRIM(cell & "")` gives it: numbers at 15 significant digits. Null for an error value. */
export function cellText(cell: RawCell): string | null {
  if (cell === null) return '';
  if (typeof cell === 'object') return null;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  return trimmed(typeof cell === 'boolean' ? String(cell).toUpperCase() : cell);
}

/** The ID that a cell means: without spaces around it and whatever its letter case; empty where there is none. */
export const idOf = (cell: RawCell): string => (typeof cell === 'string' ? folded(cell) : '');

/** A level 0-5 in a text of one digit; null for anything else. */
const digit = (text: string | null): Level | null =>
  text !== null && /^[0-5]$/.test(text) ? (Number(text) as Level) : null;

/** Reads a level cell; `reason` is the row's notes cell, without which N/A is invalid (design section 2). */
export function readAnswer(cell: RawCell, reason: RawCell, vocabulary: Vocabulary): Answer {
  const text = cellText(cell);
  if (text === '') return { state: 'blank' };
  const level = digit(text);
  if (level !== null) return { state: 'rated', level };
  const word = text === null ? null : folded(text);
  if (word !== null && vocabulary.na.includes(word)) return { state: hasText(reason) ? 'na' : 'invalid' };
  if (word !== null && vocabulary.unknown.includes(word)) return { state: 'unknown' };
  return { state: 'invalid' };
}

/** Whether the cell says N/A, reason or not: the words for the two kinds of invalid differ. */
export function saysNotApplicable(cell: RawCell, vocabulary: Vocabulary): boolean {
  const text = cellText(cell);
  return text !== null && vocabulary.na.includes(folded(text));
}

/** Reads a target cell: a level, nothing, or something that is neither. */
export function readTarget(cell: RawCell): { readonly target: Level | null; readonly valid: boolean } {
  const text = cellText(cell);
  const target = digit(text);
  return { target, valid: target !== null || text === '' };
}

/** Free text as it stands; an error value or nothing is no text. */
export function readText(cell: RawCell): string {
  return cell === null || typeof cell === 'object' ? '' : String(cell);
}

const hasText = (cell: RawCell): boolean => {
  const text = cellText(cell);
  return text !== null && text !== '';
};

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 date system, for serials after its phantom 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/** A date cell holds a serial number: 46350 is 2026-11-24. Text stays as typed. */
export function readDay(cell: RawCell): string {
  if (typeof cell !== 'number' || cell < 61 || cell > 2_958_465) return readText(cell);
  return new Date(EPOCH + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10);
}
