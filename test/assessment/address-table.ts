import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** An address of the table; `secrets` is what must go, none where all must stay. */
export interface TableAddress {
  readonly form: string;
  readonly url: string;
  readonly secrets: readonly string[];
  /** From services that were left aside until the rules stood. */
  readonly heldOut: boolean;
}

const ALPHABETS: Readonly<Record<string, string>> = {
  h: '0123456789abcdef',
  l: '0123456789abcdefghijklmnopqrstuvwxyz',
  m: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  u: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_',
  c: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  d: '0123456789',
};
const WORDS = ['review', 'hunter', 'basel', 'audit', 'harbour', 'planet', 'orchid', 'signal', 'velvet'];
const ADDRESSES_OF_A_FORM = 3;

/** Every address of `address-forms.txt`, the same at each run. */
export function addressTable(): readonly TableAddress[] {
  const lines = readFileSync('test/assessment/address-forms.txt', 'utf8').split('\n');
  return lines
    .filter((line) => /^[SH][TO] /.test(line))
    .flatMap((line) => Array.from({ length: ADDRESSES_OF_A_FORM }, (_, n) => addressOf(line, n)));
}

function addressOf(line: string, n: number): TableAddress {
  let place = 0;
  const filled = line.slice(3).replace(/\{([a-z])(\d*)\}/g, (_, kind: string, length: string) => {
    place += 1;
    return made(kind, Number(length), `${line} ${n} ${place}`);
  });
  return {
    form: line,
    url: filled.replace(/[«»]/g, ''),
    secrets: [...filled.matchAll(/«([^»]*)»/g)].map(([, secret]) => secret ?? ''),
    heldOut: line[1] === 'O',
  };
}

function made(kind: string, length: number, seed: string): string {
  const bytes = createHash('shake256', { outputLength: 200 }).update(seed).digest();
  const hex = bytes.toString('hex');
  if (kind === 'g')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  if (kind === 'w') return WORDS[(bytes[0] ?? 0) % WORDS.length] ?? '';
  if (kind === 'n') return String(2 + ((bytes[0] ?? 0) % 900));
  const alphabet = ALPHABETS[kind] ?? '';
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}
