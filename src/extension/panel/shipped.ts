import type { Result } from '../../words/result';

/** Content that came with the build, which its tests have checked: a fault in it is a bug and throws. */
export function shipped<T>(loaded: Result<T>): T {
  if (!loaded.ok) throw new Error(loaded.failure.message);
  return loaded.value;
}
