/** Stores unsent audio across pages, per shop, in IndexedDB. */
const STORE = "bytes";

function open(name: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function work<T>(
  name: string,
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open(name);
  try {
    return await new Promise((done, fail) => {
      const transaction = base.transaction(STORE, mode);
      const request = use(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    // An open connection would block deletion.
    base.close();
  }
}

/** Without support or space, a recording lasts as long as its page. */
export async function put(name: string, id: string, bytes: Blob): Promise<void> {
  await work(name, "readwrite", store => {
    store.clear();
    return store.put(bytes, id);
  }).catch(() => undefined);
}

export function get(name: string, id: string): Promise<Blob | undefined> {
  return work<Blob | undefined>(name, "readonly", store => store.get(id)).catch(() => undefined);
}
