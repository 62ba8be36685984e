import { failed, type Result } from '../../words/result';
import type { WordKey, Words } from '../../words/words';

/**
 * Asks a port. A port answers expected trouble as a value; should one throw all the same, the user reads a sentence
 * and the pane goes on, instead of waiting for ever. The exception goes where uncaught ones go, for whoever mends it.
 */
export async function asked<T>(
  words: Words,
  ask: () => Promise<Result<T>>,
  unexpected: WordKey = 'pane.unexpected',
): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    reportError(error);
    return failed('unexpected', words(unexpected));
  }
}
