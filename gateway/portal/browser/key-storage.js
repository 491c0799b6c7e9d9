/** Where the browser keeps the key: IndexedDB, which holds keys without ever giving out their private halves: the one in use, and those of others who share the browser. */
import { KeyError } from './key-error.js'

/**
 * A key as it is kept. `privateKey` cannot be exported.
 * @typedef {object} KeptKey
 * @property {string} kid
 * @property {'Ed25519' | 'ES256'} alg
 * @property {Readonly<Record<string, string>>} jwk the public half, required members only
 * @property {CryptoKey} privateKey
 * @property {string} created an RFC 3339 instant
 * @property {string} [label] who signed in with it last, by post
 */

/**
 * What keeps keys. `load` gives the one in use, `save` keeps one and puts it in use, `clear` takes away the one in use,
 * `all` gives every one, `use` puts another in use (false when it is not there). Each promise resolves once it is done.
 * @typedef {object} KeyStorage
 * @property {() => Promise<KeptKey | null>} load
 * @property {(key: KeptKey) => Promise<void>} save
 * @property {() => Promise<void>} clear
 * @property {() => Promise<readonly KeptKey[]>} all
 * @property {(kid: string) => Promise<boolean>} use
 */

const DATABASE = 'chuanyu'
const STORE = 'keys'
const OWN = 'own'

/**
 * The storage of this site in this browser. KeyError `storage-missing` where there is none.
 * @param {IDBFactory | undefined} [databases]
 * @returns {KeyStorage}
 */
export function browserStorage(databases = globalThis.indexedDB) {
  if (databases === undefined) throw new KeyError('storage-missing')
  return {
    load: async () => (await transact(databases, 'readonly', (store) => store.get(OWN))) ?? null,
    save: async (key) => {
      await transact(databases, 'readwrite', (store) => {
        store.put(key, key.kid)
        return store.put(key, OWN)
      })
    },
    clear: async () => {
      await transact(databases, 'readwrite', (store) => {
        const own = store.get(OWN)
        own.onsuccess = () => {
          if (own.result) store.delete(own.result.kid)
          store.delete(OWN)
        }
        return own
      })
    },
    async all() {
      /** @type {readonly KeptKey[]} */
      const kept = await transact(databases, 'readonly', (store) => store.getAll())
      return [...new Map(kept.map((key) => [key.kid, key])).values()]
    },
    async use(kid) {
      const found = await transact(databases, 'readwrite', (store) => {
        const one = store.get(kid)
        one.onsuccess = () => {
          if (one.result) store.put(one.result, OWN)
        }
        return one
      })
      return found !== undefined
    },
  }
}

/**
 * One request in a transaction of its own; resolves when the transaction is complete.
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
      transaction.onerror = () => reject(new KeyError('storage-missing', { cause: transaction.error }))
      transaction.onabort = () => reject(new KeyError('storage-missing', { cause: transaction.error }))
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
    request.onerror = () => reject(new KeyError('storage-missing', { cause: request.error }))
    request.onblocked = () => reject(new KeyError('storage-missing'))
  })
}
