import { invalidArgument } from './api-error';

/** The HTML names Excel takes that this project might use; others must be written as `#RRGGBB`. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
};

/** `#RRGGBB` in capitals, as Excel reads a colour back; '' stays '' (no colour). */
export function colorText(given: unknown): string {
  if (given === '') return '';
  const text = typeof given === 'string' ? (named[given.toLowerCase()] ?? given) : '';
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex === undefined) throw invalidArgument();
  return `#${hex.toUpperCase()}`;
}
