import type { ConditionalFormat, Style } from '@odoo/o-spreadsheet';
import { itemNotFound } from './api-error';
import { parseAddress } from './address';
import type { Area } from './area';
import { intersection } from './area';
import { without } from './area-rules';
import type { Book } from './book';

/** What a format is before it has a formula: the engine takes none without. */
const never = '=FALSE';

export interface FormatRule {
  readonly formula: string;
  readonly style: Style;
  readonly stopIfTrue: boolean;
  readonly areas: readonly Area[];
}

const drawn = (book: Book, sheetId: string): ConditionalFormat[] =>
  book.engine.getters.getConditionalFormats(sheetId);

const areasOf = (format: ConditionalFormat): Area[] => format.ranges.map((text) => parseAddress(text).area);

/** Ids of the formats that touch an area, first priority first. */
export const formatsOn = (book: Book, sheetId: string, area: Area): string[] =>
  drawn(book, sheetId)
    .filter((format) => areasOf(format).some((part) => intersection(part, area) !== null))
    .map(({ id }) => id);

/** Adds an empty format before all others and gives its id. */
export function addFormat(book: Book, sheetId: string, area: Area): string {
  const id = book.engine.model.uuidGenerator.uuidv4();
  book.engine.ensure(sheetId, area);
  draw(book, sheetId, id, { formula: never, style: {}, stopIfTrue: false, areas: [area] });
  moveFormat(book, sheetId, id, 0);
  return id;
}

/** Takes a format off an area, and wholly away when nothing is left of it. */
export function removeFormat(book: Book, sheetId: string, id: string, area: Area | null = null): void {
  const rule = formatOf(book, sheetId, id);
  const left = area === null ? [] : rule.areas.flatMap((part) => without(part, area));
  if (left.length === 0) book.engine.dispatch('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
  else draw(book, sheetId, id, { ...rule, areas: left });
}

export function formatOf(book: Book, sheetId: string, id: string): FormatRule {
  const format = drawn(book, sheetId).find((each) => each.id === id);
  if (format?.rule.type !== 'CellIsRule') throw itemNotFound();
  const [formula = never] = format.rule.values;
  return {
    formula: formula === never ? '' : formula,
    style: format.rule.style,
    stopIfTrue: format.stopIfTrue ?? false,
    areas: areasOf(format),
  };
}

export function changeFormat(book: Book, sheetId: string, id: string, change: Partial<FormatRule>): void {
  draw(book, sheetId, id, { ...formatOf(book, sheetId, id), ...change });
}

/** 0 is applied before all others. */
export const priorityOf = (book: Book, sheetId: string, id: string): number =>
  drawn(book, sheetId).findIndex((format) => format.id === id);

export function moveFormat(book: Book, sheetId: string, id: string, priority: number): void {
  const delta = priorityOf(book, sheetId, id) - priority;
  if (delta !== 0) book.engine.dispatch('CHANGE_CONDITIONAL_FORMAT_PRIORITY', { sheetId, cfId: id, delta });
}

function draw(book: Book, sheetId: string, id: string, rule: FormatRule): void {
  const { engine } = book;
  const formula = rule.formula === '' ? never : rule.formula;
  engine.dispatch('ADD_CONDITIONAL_FORMAT', {
    sheetId,
    ranges: rule.areas.flatMap((area) => {
      const present = engine.present(sheetId, area);
      return present === null ? [] : [engine.getters.getRangeDataFromZone(sheetId, present)];
    }),
    cf: {
      id,
      stopIfTrue: rule.stopIfTrue,
      rule: { type: 'CellIsRule', operator: 'customFormula', values: [formula], style: rule.style },
    },
  });
}
