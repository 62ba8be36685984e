import { invalidArgument } from '../api-error';
import type { Book } from '../book';
import { WireObject } from '../wire-object';

/** `Excel.Application` */
export class ApplicationWire extends WireObject {
  readonly wireType = 'Application';

  constructor(private readonly book: Book) {
    super();
  }

  /** Kept and read back: the engine calculates always. */
  get CalculationMode(): string {
    return this.book.calculationMode;
  }
  set CalculationMode(mode: unknown) {
    if (mode !== 'Automatic' && mode !== 'AutomaticExceptTables' && mode !== 'Manual')
      throw invalidArgument();
    this.book.calculationMode = mode;
  }
  get CalculationState(): string {
    return 'Done';
  }
  get CalculationEngineVersion(): number {
    return 191029;
  }

  Calculate(): null {
    this.book.engine.model.dispatch('EVALUATE_CELLS');
    return null;
  }
  /** The host calculates once for all writes between two loads anyway. */
  SuspendApiCalculationUntilNextSync(): null {
    return null;
  }
  SuspendScreenUpdatingUntilNextSync(): null {
    return null;
  }
}
