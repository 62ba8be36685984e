import type { Words } from '../../words/words';
import { failed, type Result } from '../../words/result';

/** Why a file cannot be read; each has its sentence in the catalogue. */
export type UnreadableCode =
  | 'not-zip'
  | 'truncated'
  | 'password'
  | 'old-format'
  | 'binary'
  | 'open-document'
  | 'rich-text'
  | 'pdf'
  | 'web-page'
  | 'not-workbook'
  | 'doctype'
  | 'too-large'
  | 'too-much'
  | 'shared-sheet'
  | 'packing'
  | 'damaged';

/** Thrown where the bytes are met, deep inside a part, and turned into a failure at the room's door. */
export class Unreadable extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly part = '',
  ) {
    super(part === '' ? code : `${code}: ${part}`);
  }
}

const KEYS = {
  'not-zip': 'xlsx.notZip',
  truncated: 'xlsx.truncated',
  password: 'xlsx.password',
  'old-format': 'xlsx.oldFormat',
  binary: 'xlsx.binary',
  'open-document': 'xlsx.openDocument',
  'rich-text': 'xlsx.richText',
  pdf: 'xlsx.pdf',
  'web-page': 'xlsx.webPage',
  'not-workbook': 'xlsx.notWorkbook',
  doctype: 'xlsx.doctype',
  'too-large': 'xlsx.tooLarge',
  'too-much': 'xlsx.tooMuch',
  'shared-sheet': 'xlsx.sharedSheet',
  packing: 'xlsx.packing',
  damaged: 'xlsx.damaged',
} as const;

/** Does some work; what of a file cannot be read becomes a failure in words. */
export function inWords<T>(words: Words, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) return toFailure(error, words);
    throw error;
  }
}

/** The failure of what cannot be read, in words. */
export function toFailure({ code, part }: Unreadable, words: Words): Result<never> {
  const key = code === 'damaged' && part !== '' ? 'xlsx.damagedPart' : KEYS[code];
  return failed(`xlsx-${code}`, words(key, { part }));
}
