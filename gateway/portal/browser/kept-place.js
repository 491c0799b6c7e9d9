/** A place in this browser where values stay through reloads: one object store of one IndexedDB database, opened for each request alone. */

/**
 * Makes one request, or several of which the last counts, in a transaction of its own; resolves with the result when the
 * transaction is complete. Rejects with the browser's own error, after which nothing has been changed.
 * @typedef {(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest) => Promise<any>} KeptPlace
 */

/**
 * The place by its names.
 * @param {IDBFactory} databases
 * @param {{ readonly database: string, readonly store: string }} names
 * @returns {KeptPlace}
 */
export function keptPlace(databases, names) {
  return async (mode, ask) => {
    const database = await open(databases, names)
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(names.store, mode)
        const request = ask(transaction.objectStore(names.store))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onerror = () => reject(transaction.error)
        transaction.onabort = () => reject(transaction.error)
      })
    } finally {
      database.close()
    }
  }
}

/**
 * @param {IDBFactory} databases
 * @param {{ readonly database: string, readonly store: string }} names
 * @returns {Promise<IDBDatabase>}
 */
function open(databases, { database, store }) {
  return new Promise((resolve, reject) => {
    const request = databases.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error(`another tab keeps ${database} from being opened`))
  })
}
