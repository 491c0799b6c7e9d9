/** Reads the desk's own pages and data from the gateway, under the session. */
import { Ended } from './desk-live.js'

/**
 * @param {string} path
 * @param {string} accept
 * @returns {Promise<Response>}
 */
async function get(path, accept) {
  // A page is not followed to the one for signing in: that somebody must is what is to be known.
  const init = /** @type {const} */ ({ cache: 'no-cache', credentials: 'same-origin', redirect: 'manual' })
  const answer = await fetch(path, { ...init, headers: { accept } })
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) throw new Ended()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer
}

/**
 * A page of ours, parsed; nothing in it runs. `Ended` when nobody is signed in any more.
 * @param {string} path
 * @returns {Promise<Document>}
 */
export async function readPage(path) {
  const answer = await get(path, 'text/html')
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/**
 * Data of ours. `Ended` when nobody is signed in any more.
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function readData(path) {
  return (await readTagged(path)).data
}

/**
 * Data of ours and its ETag, for If-Match. What a proxy has compressed it calls weak; the state that is named is the same.
 * @param {string} path
 * @returns {Promise<{ data: any, tag: string | null }>}
 */
export async function readTagged(path) {
  const answer = await get(path, 'application/json')
  return { data: await answer.json(), tag: answer.headers.get('etag')?.replace(/^W\//, '') ?? null }
}
