import type { Result } from '../../words/result';
import { success } from '../../words/result';

/** A result with its value turned into another; a failure stays as it is. */
export const mappedResult = <T, U>(result: Result<T>, to: (value: T) => U): Result<U> =>
  result.ok ? success(to(result.value)) : result;
