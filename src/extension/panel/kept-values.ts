/** A few values that this browser keeps for the panel: a handle of a file, a working copy. */
export interface KeptValues {
  get(key: string): Promise<unknown>;
  /** Puts what `make` gives for what is there, in one go; undefined takes the value away. Gives what is there afterwards. */
  update(key: string, make: (before: unknown) => unknown): Promise<unknown>;
}

const STORE = 'files';

/**
 * Values in IndexedDB (the only storage that takes a file handle). One transaction a call, so that two windows never
 * write over each other. What the browser refuses rejects with its DOMException.
 */
export function keptValues(indexedDb: IDBFactory, name: string): KeptValues {
  async function inStore<T>(
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore, done: (value: T) => void) => void,
  ): Promise<T> {
    const database = await opened(indexedDb, name);
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        let result: { readonly value: T } | null = null;
        use(transaction.objectStore(STORE), (value) => (result = { value }));
        // Only what the transaction has taken to the disk is kept.
        transaction.oncomplete = () => (result ? resolve(result.value) : reject(new Error('No result')));
        transaction.onabort = () => reject(reasonOf(transaction.error));
      });
    } finally {
      database.close();
    }
  }

  return {
    get: (key) =>
      inStore<unknown>('readonly', (store, done) => {
        const request = store.get(key);
        request.onsuccess = () => done(request.result);
      }),
    update: (key, make) =>
      inStore<unknown>('readwrite', (store, done) => {
        const request = store.get(key);
        request.onsuccess = () => {
          const after = make(request.result);
          if (after === undefined) store.delete(key);
          else store.put(after, key);
          done(after);
        };
      }),
  };
}

const opened = (indexedDb: IDBFactory, name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDb.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(reasonOf(request.error));
  });

const reasonOf = (error: DOMException | null): Error => error ?? new Error('IndexedDB gave no reason');
