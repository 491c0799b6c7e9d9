/** Where drafts are kept: in this browser, one a consultation and key, through lost connections and reloads; other tabs of the same person are told. */
import { EMPTY } from './desk-draft.js'
import { keptPlace } from './kept-place.js'

/** @typedef {import('./desk-draft.js').Draft} Draft */

/**
 * Keeps one draft. `watch` is called when another tab has changed it.
 * @typedef {object} DraftKeeper
 * @property {() => Promise<Draft>} load
 * @property {(draft: Draft) => Promise<void>} save
 * @property {(changed: () => void) => void} watch
 */

const DATABASE = 'chuanyu-desk'

/**
 * The keeper of a draft by its name.
 * @param {string} name
 * @param {IDBFactory} [databases]
 * @returns {DraftKeeper}
 */
export function draftKeeper(name, databases = globalThis.indexedDB) {
  const drafts = keptPlace(databases, { database: DATABASE, store: 'drafts' })
  const channel = new BroadcastChannel(DATABASE)
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve()
  return {
    async load() {
      return (await drafts('readonly', (store) => store.get(name))) ?? EMPTY
    },
    save(draft) {
      // One after another, so that the last draft is the one that stays.
      const saving = turn.then(() =>
        drafts('readwrite', (store) =>
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
