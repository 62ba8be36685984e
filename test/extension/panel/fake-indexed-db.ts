interface Asked<T> {
  result: T;
  error: DOMException | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  onupgradeneeded: (() => void) | null;
}

/** As much of IndexedDB as is used: databases with stores of cloned values, transactions that end by themselves. */
export class FakeIndexedDb {
  readonly databases = new Map<string, Map<string, Map<string, unknown>>>();
  /** Databases that are open now. */
  open_ = 0;
  failsToOpen: DOMException | null = null;
  /** The next transaction is aborted for this reason when it would end. */
  aborts: DOMException | null = null;

  /** What code takes for the browser's. */
  factory(): IDBFactory {
    return { open: (name: string) => this.open(name) } as unknown as IDBFactory;
  }

  private open(name: string): Asked<unknown> {
    const request = asked<unknown>();
    queueMicrotask(() => {
      if (this.failsToOpen) {
        request.error = this.failsToOpen;
        request.onerror?.();
        return;
      }
      const isNew = !this.databases.has(name);
      const stores = this.databases.get(name) ?? new Map<string, Map<string, unknown>>();
      this.databases.set(name, stores);
      this.open_ += 1;
      request.result = {
        createObjectStore: (store: string) => stores.set(store, new Map()),
        transaction: (store: string) => this.transaction(stores.get(store)!),
        close: () => (this.open_ -= 1),
      };
      if (isNew) request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  }

  private transaction(store: Map<string, unknown>) {
    const before = new Map(store);
    const transaction = {
      error: null as DOMException | null,
      oncomplete: null as (() => void) | null,
      onabort: null as (() => void) | null,
      objectStore: () => ({
        get: (key: string) => {
          const request = asked<unknown>();
          queueMicrotask(() => {
            request.result = structuredClone(store.get(key));
            request.onsuccess?.();
            queueMicrotask(end);
          });
          return request;
        },
        put: (value: unknown, key: string) => store.set(key, structuredClone(value)),
        delete: (key: string) => store.delete(key),
      }),
    };
    const end = () => {
      transaction.error = this.aborts;
      if (!this.aborts) return transaction.oncomplete?.();
      store.clear();
      before.forEach((value, key) => store.set(key, value));
      transaction.onabort?.();
    };
    return transaction;
  }
}

const asked = <T>(): Asked<T> => ({
  result: undefined as T,
  error: null,
  onsuccess: null,
  onerror: null,
  onupgradeneeded: null,
});
