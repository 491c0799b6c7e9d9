/** Where drafts are kept: in this browser, one a consultation and key, through lost connections and reloads; other tabs of the same person are told. */
import { EMPTY } from './desk-draft.js'

/** @typedef {import('./desk-draft.js').Draft} Draft */

/**
 * Keeps one draft. `watch` is called when another tab has changed it.
 * @typedef {object} DraftKeeper
 * @property {() => Promise<Draft>} load
 * @property {(draft: Draft) => Promise<void>} save
 * @property {(changed: () => void) => void} watch
 */

const DATABASE = 'chuanyu-desk'
const STORE = 'drafts'

/**
 * The keeper of a draft by its name.
 * @param {string} name
 * @param {IDBFactory} [databases]
 * @returns {DraftKeeper}
 */
export function draftKeeper(name, databases = globalThis.indexedDB) {
  const channel = new BroadcastChannel(DATABASE)
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve()
  return {
    async load() {
      return (await transact(databases, 'readonly', (store) => store.get(name))) ?? EMPTY
    },
    save(draft) {
      // One after another, so that the last draft is the one that stays.
      const saving = turn.then(() =>
        transact(databases, 'readwrite', (store) =>
          draft.edits.length === 0 && draft.past.length === 0 ? store.delete(name) : store.put(draft, name),
        ),
      )
      turn = saving.catch(() => undefined)
      return saving.then(() => channel.postMessage(name))
    },
    watch(changed) {
      channel.addEventListener('message', ({ data }) => {
        if (data === name) changed()
      })
    },
  }
}

/**
 * @param {IDBFactory} databases
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<any>}
 */
async function transact(databases, mode, ask) {
  const database = await open(databases)
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/**
 * @param {IDBFactory} databases
 * @returns {Promise<IDBDatabase>}
 */
function open(databases) {
  return new Promise((resolve, reject) => {
    const request = databases.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(request.error)
  })
}
