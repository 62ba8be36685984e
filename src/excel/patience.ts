import type { Schedule } from './watch-answers';

/** So long a call of a few cells may take before Excel counts as waiting for a person. */
const PATIENCE_MS = 1500;

/** Tells when calls take long: a cell is being edited, a list is open, or Excel is busy. */
export interface Patience {
  /** Gives what the call gives. */
  during<T>(call: Promise<T>): Promise<T>;
  /** The same for a call that says itself when Excel has begun to answer. */
  until(): () => void;
  watch(tell: (waiting: boolean) => void): () => void;
}

export function patience(schedule: Schedule): Patience {
  const listeners = new Set<(waiting: boolean) => void>();
  let late = 0;
  const change = (by: 1 | -1) => {
    const before = late > 0;
    late += by;
    if (late > 0 !== before) listeners.forEach((tell) => tell(late > 0));
  };

  function until(): () => void {
    let isLate = false;
    let over = false;
    const callOff = schedule(() => {
      isLate = true;
      change(1);
    }, PATIENCE_MS);
    return () => {
      if (over) return;
      over = true;
      callOff();
      if (isLate) change(-1);
    };
  }

  return {
    during: (call) => call.finally(until()),
    until,
    watch(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}
