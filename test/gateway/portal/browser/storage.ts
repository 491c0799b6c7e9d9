/** A place to keep a key for tests: what IndexedDB does for the browser, without the disk. */
import type { KeptKey, KeyStorage } from '../../../../gateway/portal/browser/key-storage.js'

/** Keeps a key by structured clone, as IndexedDB does; what it refuses to hold is refused as there. */
export function memoryStorage(refuses: (key: KeptKey) => boolean = () => false): KeyStorage {
  let kept: KeptKey | null = null
  const all = new Map<string, KeptKey>()
  return {
    load: async () => kept,
    async save(key) {
      if (refuses(key)) throw new DOMException('The object could not be cloned.', 'DataCloneError')
      kept = { ...structuredClone({ ...key, privateKey: null }), privateKey: key.privateKey }
      all.set(key.kid, kept)
    },
    async clear() {
      if (kept) all.delete(kept.kid)
      kept = null
    },
    all: async () => [...all.values()],
    async use(kid) {
      kept = all.get(kid) ?? kept
      return all.has(kid)
    },
  }
}
