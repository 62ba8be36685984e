/** Numbers distinct texts in the order of their first use: the same input always gets the same numbers. */
export class Interned {
  readonly #numbers = new Map<string, number>();

  constructor(first: readonly string[] = []) {
    for (const entry of first) this.number(entry);
  }

  number(entry: string): number {
    const known = this.#numbers.get(entry);
    if (known !== undefined) return known;
    this.#numbers.set(entry, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get entries(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
