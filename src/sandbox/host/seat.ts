import type { Command, CommandResult, Model } from '@odoo/o-spreadsheet';

/** What the host uses of the o-spreadsheet library, which is loaded beside it and never bundled with it (LGPL-3). */
export type SpreadsheetLibrary = Pick<
  typeof import('@odoo/o-spreadsheet'),
  'Model' | 'UIPlugin' | 'registries' | 'helpers'
>;

/** Why the engine did not take a command; `NoChanges` and its like are no failures. */
export type Refusal = `${CommandResult}`;

/** The host's own place inside the engine: it sees every command before and after it is done. */
export interface Seat {
  occupant: SeatOccupant | null;
}

export interface SeatOccupant {
  /** `Success`, or why a command may not be done. */
  allows(command: Command): Refusal;
  /** Just before a command is done. */
  expects(command: Command): void;
  sees(command: Command): void;
  /** After a command and all it caused are done and calculated. */
  settled(): void;
  /** The work of `TOGETHER`. */
  work(): void;
}

/** A command of ours that changes nothing itself: whatever its work dispatches is calculated once, at its end. */
export const togetherCommand = 'SANDBOX_TOGETHER';

const pluginName = 'sandbox_seat';
/** The engine's own sort, in whose place the occupant sorts: it knows nothing of what is kept beside the engine. */
const sortName = 'sort';
const seatGetter = 'getSandboxSeat';

/** Gives every `Model` made from now on a seat for the host; calling it again changes nothing. */
export function prepareSeats(library: SpreadsheetLibrary): void {
  const registry = library.registries.featurePluginRegistry;
  if (registry.contains(pluginName)) return;
  class SeatPlugin extends library.UIPlugin implements Seat {
    static override readonly getters = [seatGetter];
    occupant: SeatOccupant | null = null;

    getSandboxSeat(): Seat {
      return this;
    }
    override allowDispatch(command: Command): CommandResult {
      return (this.occupant?.allows(command) ?? 'Success') as CommandResult;
    }
    override beforeHandle(command: Command): void {
      this.occupant?.expects(command);
    }
    override handle(command: Command): void {
      if ((command.type as string) === togetherCommand) this.occupant?.work();
      else this.occupant?.sees(command);
    }
    override finalize(): void {
      this.occupant?.settled();
    }
  }
  registry.remove(sortName);
  registry.add(pluginName, SeatPlugin);
}

/** The seat in a model; a model made before `prepareSeats` has none, which is a bug of the caller. */
export function seatOf(model: Model): Seat {
  const getters = model.getters as unknown as Record<string, (() => Seat) | undefined>;
  const seat = getters[seatGetter]?.();
  if (seat === undefined) throw new Error('This Model was made before prepareSeats(library)');
  return seat;
}
