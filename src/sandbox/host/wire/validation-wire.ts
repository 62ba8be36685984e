import type { CellSet } from '../cell-set';
import { noteOf, setNote } from '../cell-style';
import { mayDo } from '../protection';
import { areCellsValid } from '../validation-check';
import type { ErrorAlert, Prompt, ValidationRule } from '../validation-rule';
import { noAlert, noPrompt, parseAlert, parsePrompt, parseRule } from '../validation-rule';
import { clearValidation, ruleOf, setValidation } from '../validations';
import { WireObject } from '../wire-object';

const types: Readonly<Record<string, string>> = {
  list: 'List',
  custom: 'Custom',
  textLength: 'TextLength',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
};

/** `Excel.DataValidation` */
export class ValidationWire extends WireObject {
  readonly wireType = 'DataValidation';

  constructor(private readonly cells: CellSet) {
    super();
  }

  get Type(): string {
    const found = ruleOf(this.cells);
    if (typeof found === 'string') return found;
    return types[Object.keys(found)[0] ?? ''] ?? 'None';
  }
  /** Empty where there is no rule, null where cells have different ones. */
  get Rule(): ValidationRule | null {
    const found = ruleOf(this.cells);
    if (typeof found !== 'string') return found;
    return found === 'None' ? {} : null;
  }
  set Rule(rule: unknown) {
    this.#mayChange();
    setValidation(this.cells, parseRule(rule));
  }
  get Prompt(): Prompt | null {
    return noteOf(this.cells, (notes) => notes.prompt);
  }
  set Prompt(prompt: unknown) {
    this.#mayChange();
    setNote(this.cells, (notes) => notes.prompt, parsePrompt(prompt));
  }
  get ErrorAlert(): ErrorAlert | null {
    return noteOf(this.cells, (notes) => notes.alert);
  }
  set ErrorAlert(alert: unknown) {
    this.#mayChange();
    setNote(this.cells, (notes) => notes.alert, parseAlert(alert));
  }
  get IgnoreBlanks(): boolean | null {
    return noteOf(this.cells, (notes) => notes.ignoreBlanks);
  }
  set IgnoreBlanks(ignore: unknown) {
    this.#mayChange();
    setNote(this.cells, (notes) => notes.ignoreBlanks, ignore === true);
  }
  /** Whether all values satisfy their rules; null where some do and some do not. */
  get Valid(): boolean | null {
    return areCellsValid(this.cells);
  }

  Clear(): null {
    this.#mayChange();
    clearValidation(this.cells);
    setNote(this.cells, (notes) => notes.prompt, noPrompt);
    setNote(this.cells, (notes) => notes.alert, noAlert);
    setNote(this.cells, (notes) => notes.ignoreBlanks, true);
    return null;
  }

  #mayChange(): void {
    mayDo(this.cells.book.notes(this.cells.sheetId), null);
  }
}
