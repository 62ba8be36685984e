import { Interned } from './interned';
import { part, SPREADSHEET, type Part } from './part';
import { element, text, xString } from './xml';

const LONGEST_TEXT = 32_767;

/** The texts of all cells, each stored once (ISO/IEC 29500-1 18.4). */
export class SharedStrings {
  readonly #items = new Interned();
  #uses = 0;

  /** Index of a cell's text. Throws above Excel's limit of 32,767 characters a cell. */
  index(value: string): number {
    if (value.length > LONGEST_TEXT) throw new Error(`A cell holds more than ${LONGEST_TEXT} characters`);
    this.#uses += 1;
    const space = /^\s|\s$|\n/.test(value) ? 'preserve' : undefined;
    return this.#items.number(element('si', {}, element('t', { 'xml:space': space }, text(xString(value)))));
  }

  toPart(): Part {
    const items = this.#items.entries;
    const attributes = { xmlns: SPREADSHEET, count: this.#uses, uniqueCount: items.length };
    return part('sharedStrings', 'xl/sharedStrings.xml', element('sst', attributes, ...items));
  }
}
