import type * as Owl from '@odoo/owl';
import type * as Spreadsheet from '@odoo/o-spreadsheet';

/** The libraries as their unmodified files lay them on the page (LGPL-3: loaded beside our code, not bundled with it). */
declare global {
  interface Window {
    readonly owl?: typeof Owl;
    readonly o_spreadsheet?: typeof Spreadsheet;
  }
}

export interface Libraries {
  readonly owl: typeof Owl;
  readonly spreadsheet: typeof Spreadsheet;
}

export interface GridEvents {
  /** The grid refuses something a person did; the text is its own. */
  readonly onRefusal: (text: string) => void;
}

/** The name of the first library file that did not load, or both libraries. */
export function librariesOf({ owl, o_spreadsheet: spreadsheet }: Window): Libraries | string {
  if (owl === undefined) return 'owl.iife.min.js';
  if (spreadsheet === undefined) return 'o_spreadsheet.min.iife.js';
  return { owl, spreadsheet };
}

/** Draws a model's grid into `place`. `templates` is the text of o_spreadsheet.xml. */
export async function mountGrid(
  { owl, spreadsheet }: Libraries,
  model: Spreadsheet.Model,
  templates: string,
  place: HTMLElement,
  { onRefusal }: GridEvents,
): Promise<void> {
  const app = new owl.App(spreadsheet.Spreadsheet, {
    props: { model, raiseError: onRefusal },
    templates,
    translateFn: (text: string) => text,
  });
  await app.mount(place);
}
