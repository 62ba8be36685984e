import type { KeptValues } from '../../../src/extension/panel/kept-values';

/** What a browser keeps, in memory. `fails` is thrown instead. */
export class FakeKept implements KeptValues {
  readonly values = new Map<string, unknown>();
  fails: Error | null = null;

  get = async (key: string): Promise<unknown> => {
    if (this.fails) throw this.fails;
    return this.values.get(key);
  };

  update = async (key: string, make: (before: unknown) => unknown): Promise<unknown> => {
    if (this.fails) throw this.fails;
    const after = make(this.values.get(key));
    if (after === undefined) this.values.delete(key);
    else this.values.set(key, after);
    return after;
  };
}
