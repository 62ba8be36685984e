import type { WireObject } from './wire-object';

/** The objects the client keeps between requests (`_KeepReference` until `_RemoveReference`). */
export class References<Kept extends WireObject = WireObject> {
  readonly #kept = new Map<string, Kept>();
  readonly #ids = new WeakMap<Kept, string>();
  #next = 1;

  keep(target: Kept): void {
    if (this.#ids.has(target)) return;
    const id = `{sandbox-reference-${this.#next++}}`;
    this.#ids.set(target, id);
    this.#kept.set(id, target);
  }

  idOf(target: Kept): string | undefined {
    const id = this.#ids.get(target);
    return id !== undefined && this.#kept.has(id) ? id : undefined;
  }

  get(id: string): Kept | undefined {
    return this.#kept.get(id);
  }

  release(id: string): void {
    const target = this.#kept.get(id);
    if (target === undefined) return;
    this.#kept.delete(id);
    this.#ids.delete(target);
  }

  releaseAll(): void {
    for (const id of [...this.#kept.keys()]) this.release(id);
  }

  all(): readonly Kept[] {
    return [...this.#kept.values()];
  }

  get size(): number {
    return this.#kept.size;
  }
}
