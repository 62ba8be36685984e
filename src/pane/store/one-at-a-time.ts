/**
 * Runs a task at most once at a time. Calls while it runs share one more run after it, so that whoever asked sees
 * what is true after the call; every call resolves when nothing is left to run.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let wishes = 0;

  async function runUntilQuiet(): Promise<void> {
    try {
      let answered: number;
      do {
        answered = wishes;
        await task();
      } while (answered !== wishes);
    } finally {
      running = null;
    }
  }

  return () => {
    wishes += 1;
    running ??= runUntilQuiet();
    return running;
  };
}
