import type { Words } from '../../words/words';
import { failed, type Result } from '../../words/result';

/** Why a file cannot be read; each has its sentence in the catalogue. */
export type UnreadableCode =
  | 'not-zip'
  | 'truncated'
  | 'password'
  | 'old-format'
  | 'not-workbook'
  | 'doctype'
  | 'too-large'
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
  'not-workbook': 'xlsx.notWorkbook',
  doctype: 'xlsx.doctype',
  'too-large': 'xlsx.tooLarge',
  packing: 'xlsx.packing',
  damaged: 'xlsx.damaged',
} as const;

export function toFailure({ code, part }: Unreadable, words: Words): Result<never> {
  const key = code === 'damaged' && part !== '' ? 'xlsx.damagedPart' : KEYS[code];
  return failed(`xlsx-${code}`, words(key, { part }));
}
