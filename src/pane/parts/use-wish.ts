import { useState } from 'react';

/**
 * What was chosen, from the click until the workbook answered: a control shows it at once, then again what the workbook
 * says. `undefined` while nothing is under way.
 */
export function useWish<T>(): readonly [
  wish: T | undefined,
  follow: (wish: T, done: Promise<unknown>) => void,
] {
  const [wish, setWish] = useState<{ readonly value: T } | null>(null);
  const follow = (value: T, done: Promise<unknown>) => {
    const own = { value };
    setWish(own);
    const end = () => setWish((current) => (current === own ? null : current));
    void done.then(end, (error: unknown) => {
      end();
      throw error;
    });
  };
  return [wish?.value, follow];
}
