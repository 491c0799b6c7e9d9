/** Signing in with the browser's key, and out again. The session itself is a cookie that no script can read. */
import { canonical, KeyError, loadKey, signJws } from './keys.js'

/** @typedef {import('./keys.js').KeyOptions} KeyOptions */
/** @typedef {import('./keys.js').KeptKey} KeptKey */

/**
 * Who is signed in. `expires` is an RFC 3339 instant.
 * @typedef {object} Person
 * @property {string} operator
 * @property {string} agency
 * @property {'cq' | 'sc'} party
 * @property {readonly string[]} roles
 * @property {string} kid
 * @property {string} expires
 */

/**
 * Where to sign in; this page's own address where nothing else is said.
 * @typedef {KeyOptions & { key?: KeptKey | null, origin?: string, fetch?: typeof globalThis.fetch }} SignInOptions
 */

/**
 * A person by post and agency, in the page's language: key lists write a name as `中文 · English`, or in one language only.
 * @param {Pick<Person, 'operator' | 'agency'>} person
 * @param {string} [lang] of the page
 */
export function personName({ operator, agency }, lang = document.documentElement.lang) {
  return [operator, agency]
    .map((name) => {
      const [chinese = name, english] = name.split(' · ')
      return lang.startsWith('zh') ? chinese : (english ?? chinese)
    })
    .join(' · ')
}

/** `typ` of what is signed to sign in. */
const SIGN_IN_TYP = 'chuanyu-sign-in+jws'

/**
 * Signs in: asks for a challenge, signs it with the browser's key for this very address, and gets a session for it.
 * KeyError `refused` with the gateway's problem, `unreachable`, or what the key's own use throws.
 * @param {SignInOptions} [options]
 * @returns {Promise<Person>}
 */
export async function signIn({ origin = location.origin, fetch = globalThis.fetch, ...options } = {}) {
  const key = options.key ?? (await loadKey(options))
  if (key === null) throw new KeyError('key-missing')
  const jws = await signJws(await challengeText({ origin, fetch }), SIGN_IN_TYP, { ...options, key })
  return signInWith(jws, { origin, fetch })
}

/**
 * What is to be signed to sign in, for a key that is not in this browser: canonical text with a new challenge, good for two minutes.
 * KeyError `refused`, `unreachable`.
 * @param {Pick<SignInOptions, 'origin' | 'fetch'>} [options]
 * @returns {Promise<string>}
 */
export async function challengeText({ origin = location.origin, fetch = globalThis.fetch } = {}) {
  const { challenge } = await post(fetch, `${origin}/v1/session/challenge`)
  // The address goes into the signature: what is signed on a page that only looks like this one is of no use here.
  return canonical({ challenge, origin, type: 'sign-in', v: 1 })
}

/**
 * Signs in with what was signed. KeyError `refused`, `unreachable`.
 * @param {import('./keys.js').GeneralJws} jws
 * @param {Pick<SignInOptions, 'origin' | 'fetch'>} [options]
 * @returns {Promise<Person>}
 */
export function signInWith(jws, { origin = location.origin, fetch = globalThis.fetch } = {}) {
  return post(fetch, `${origin}/v1/session`, jws)
}

/**
 * Ends the session, also for whoever holds a copy of it.
 * @param {Pick<SignInOptions, 'origin' | 'fetch'>} [options]
 * @returns {Promise<void>}
 */
export async function signOut({ origin = location.origin, fetch = globalThis.fetch } = {}) {
  await post(fetch, `${origin}/v1/session/end`)
}

/**
 * Who is signed in; null when nobody is, for whatever reason.
 * @param {Pick<SignInOptions, 'origin' | 'fetch'>} [options]
 * @returns {Promise<Person | null>}
 */
export async function whoAmI({ origin = location.origin, fetch = globalThis.fetch } = {}) {
  const answer = await sent(fetch, `${origin}/v1/session`, { method: 'GET' })
  if (answer.status !== 401) return read(answer)
  // Read to its end, or the browser holds the connection open for it.
  await answer.text()
  return null
}

/**
 * Where to go after signing in: the page that was asked for, if it is one of the desk; the desk itself otherwise.
 * @param {string} search the query of the sign-in page
 * @returns {string}
 */
export function pageAfter(search) {
  const to = new URLSearchParams(search).get('to') ?? ''
  return /^\/desk(?:[/?][^\\]*)?$/.test(to) && !to.startsWith('/desk/sign-in') ? to : '/desk'
}

/**
 * Posts to the gateway under the session and reads its answer. KeyError `refused` with the gateway's problem, `unreachable`.
 * @param {typeof globalThis.fetch} fetch
 * @param {string} url
 * @param {unknown} [body]
 * @param {Readonly<Record<string, string>>} [more] further headers
 */
export async function post(fetch, url, body, more = {}) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = body === undefined ? more : { 'content-type': 'application/jose+json', ...more }
  return read(await sent(fetch, url, { method: 'POST', headers, ...content }))
}

/**
 * @param {typeof globalThis.fetch} fetch
 * @param {string} url
 * @param {RequestInit} init
 * @returns {Promise<Response>}
 */
async function sent(fetch, url, init) {
  try {
    return await fetch(url, { credentials: 'same-origin', cache: 'no-store', redirect: 'error', ...init })
  } catch (error) {
    throw new KeyError('unreachable', { cause: error })
  }
}

/**
 * @param {Response} answer
 * @returns {Promise<any>}
 */
async function read(answer) {
  const value = await answer.json().catch(() => null)
  if (!answer.ok) throw new KeyError('refused', { problem: value })
  return value
}
