/** Steps of consultations, and signatures on what was agreed, made with the key of this browser and sent under its session. */
import { canonical, KeyError, signJws } from './keys.js'
import { post } from './session.js'

/** @typedef {import('./session.js').SignInOptions} StepOptions */

/**
 * The consultation as the gateway answers it. Only what modules read is named.
 * @typedef {object} Answer
 * @property {string} id
 * @property {number} steps
 * @property {string} status
 */

const STEP_TYP = 'chuanyu-step+jws'
const RELEASE_TYP = 'chuanyu-release+jws'

/**
 * Signs a step and sends it; `id` is null for a draft, `seen` how many steps its maker had before them, `ifMatch` the tag of what they read:
 * it is refused once that is another.
 * KeyError `refused` with the gateway's problem, `unreachable`, or what the key's own use throws.
 * @param {string | null} id
 * @param {Readonly<Record<string, unknown>>} act
 * @param {StepOptions & { seen?: number, ifMatch?: string | null }} [options]
 * @returns {Promise<Answer>}
 */
export async function sendStep(id, act, { seen = 0, ifMatch, origin = location.origin, fetch, ...options } = {}) {
  const step = { act, consultation: id, nonce: nonce(), seen, type: 'consultation-step', v: 1 }
  const jws = await signJws(canonical(step), STEP_TYP, options)
  const path = id === null ? '/v1/consultations' : `/v1/consultations/${encodeURIComponent(id)}/steps`
  return post(fetch ?? globalThis.fetch, origin + path, jws, ifMatch ? { 'if-match': ifMatch } : {})
}

/**
 * Signs the release both sides agreed to, exactly as its text stands, and sends the signature.
 * @param {string} id
 * @param {string} payload canonical text
 * @param {StepOptions} [options]
 * @returns {Promise<Answer>}
 */
export async function signRelease(id, payload, { origin = location.origin, fetch, ...options } = {}) {
  const jws = await signJws(payload, RELEASE_TYP, options)
  const path = `/v1/consultations/${encodeURIComponent(id)}/signatures`
  return post(fetch ?? globalThis.fetch, origin + path, jws)
}

/**
 * The code of the gateway's problem in an error; null for any other.
 * @param {unknown} error
 * @returns {string | null}
 */
export function problemCode(error) {
  const code = error instanceof KeyError ? error.problem?.code : null
  return typeof code === 'string' ? code : null
}

/** What makes two like steps two. */
function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
