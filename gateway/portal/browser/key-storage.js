/** Where the browser keeps the key: IndexedDB, which holds keys without ever giving out their private halves: the one in use, and those of others who share the browser. */
import { keptPlace } from './kept-place.js'
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

const PLACE = { database: 'chuanyu', store: 'keys' }
const OWN = 'own'

/**
 * The storage of this site in this browser. KeyError `storage-missing` where there is none.
 * @param {IDBFactory | undefined} [databases]
 * @returns {KeyStorage}
 */
export function browserStorage(databases = globalThis.indexedDB) {
  if (databases === undefined) throw new KeyError('storage-missing')
  const place = keptPlace(databases, PLACE)
  /** @type {import('./kept-place.js').KeptPlace} */
  const keys = (mode, ask) =>
    place(mode, ask).catch((cause) => {
      throw new KeyError('storage-missing', { cause })
    })
  return {
    load: async () => (await keys('readonly', (store) => store.get(OWN))) ?? null,
    save: async (key) => {
      await keys('readwrite', (store) => {
        store.put(key, key.kid)
        return store.put(key, OWN)
      })
    },
    clear: async () => {
      await keys('readwrite', (store) => {
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
      const kept = await keys('readonly', (store) => store.getAll())
      return [...new Map(kept.map((key) => [key.kid, key])).values()]
    },
    async use(kid) {
      const found = await keys('readwrite', (store) => {
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
