/** The operator's own key in the browser: made there, kept there, signing there. Its private half never leaves (WebCrypto, RFC 7638, RFC 7515 §7.2.1). */
import { isCanonical } from './canonical.js'
import { KeyError } from './key-error.js'
import { browserStorage } from './key-storage.js'

export { canonical, isCanonical } from './canonical.js'
export { KeyError } from './key-error.js'
export { browserStorage } from './key-storage.js'

/** @typedef {import('./key-storage.js').KeptKey} KeptKey */
/** @typedef {import('./key-storage.js').KeyStorage} KeyStorage */

/**
 * What a call works with; the browser's own where nothing else is said.
 * @typedef {object} KeyOptions
 * @property {KeyStorage} [storage]
 * @property {SubtleCrypto} [subtle]
 * @property {() => Date} [now]
 */

/**
 * A document with its signature, as the gateway takes it.
 * @typedef {object} GeneralJws
 * @property {string} payload
 * @property {readonly { readonly protected: string, readonly signature: string }[]} signatures
 */

const ED25519 = Object.freeze({ alg: /** @type {const} */ ('Ed25519'), make: 'Ed25519', sign: 'Ed25519' })
const ES256 = Object.freeze({
  alg: /** @type {const} */ ('ES256'),
  make: { name: 'ECDSA', namedCurve: 'P-256' },
  sign: { name: 'ECDSA', hash: 'SHA-256' },
})

/**
 * WebCrypto, which browsers offer to secure addresses only. KeyError `crypto-missing` elsewhere.
 * @param {SubtleCrypto | undefined} [subtle]
 * @returns {SubtleCrypto}
 */
function subtleOr(subtle = globalThis.crypto?.subtle) {
  if (subtle === undefined) throw new KeyError('crypto-missing')
  return subtle
}

/**
 * Makes a key, keeps it and puts it in use: Ed25519, or P-256 where the browser cannot make or keep that.
 * KeyError `crypto-missing`, `algorithm-missing`, `storage-missing`.
 * @param {KeyOptions} [options]
 * @returns {Promise<KeptKey>}
 */
export async function createKey({ storage = browserStorage(), subtle, now = () => new Date() } = {}) {
  const webCrypto = subtleOr(subtle)
  const failures = []
  for (const algorithm of [ED25519, ES256]) {
    try {
      const key = await newKey(webCrypto, algorithm, now())
      await storage.save(key)
      return key
    } catch (error) {
      // A storage that takes no key at all is another matter than one that cannot hold this kind.
      if (error instanceof KeyError) throw error
      failures.push(error)
    }
  }
  throw new KeyError('algorithm-missing', { cause: new AggregateError(failures) })
}

/**
 * @param {SubtleCrypto} subtle
 * @param {typeof ED25519 | typeof ES256} algorithm
 * @param {Date} now
 * @returns {Promise<KeptKey>}
 */
async function newKey(subtle, { alg, make }, now) {
  const pair = await subtle.generateKey(make, false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new TypeError('expected a key pair')
  const jwk = publicMembers(await subtle.exportKey('jwk', pair.publicKey))
  if (jwk === null) throw new TypeError(`expected a public key of ${alg}`)
  const kid = await kidOf(jwk, { subtle })
  return { kid, alg, jwk, privateKey: pair.privateKey, created: now.toISOString() }
}

/**
 * Keeps a private key that was made elsewhere and puts it in use; it cannot be taken out again. Meant for the sandbox.
 * KeyError `key-malformed`, `crypto-missing`, `algorithm-missing`, `storage-missing`.
 * @param {unknown} jwk
 * @param {KeyOptions} [options]
 * @returns {Promise<KeptKey>}
 */
export async function importKey(jwk, { storage = browserStorage(), subtle, now = () => new Date() } = {}) {
  const webCrypto = subtleOr(subtle)
  const members = publicMembers(jwk)
  const d = typeof jwk === 'object' && jwk !== null && 'd' in jwk ? jwk.d : undefined
  if (members === null || typeof d !== 'string') throw new KeyError('key-malformed')
  const { alg, make, sign } = members.kty === 'OKP' ? ED25519 : ES256
  /** @type {CryptoKey} */
  let privateKey
  try {
    privateKey = await webCrypto.importKey('jwk', { ...members, d }, make, false, ['sign'])
    // By trial, since a browser need not look whether the two halves belong together.
    const publicKey = await webCrypto.importKey('jwk', members, make, true, ['verify'])
    const trial = new TextEncoder().encode('chuanyu key pair trial')
    const held = await webCrypto.verify(sign, publicKey, await webCrypto.sign(sign, privateKey, trial), trial)
    if (!held) throw new KeyError('key-malformed')
  } catch (error) {
    if (error instanceof KeyError) throw error
    const unknown = error instanceof Error && error.name === 'NotSupportedError'
    throw new KeyError(unknown ? 'algorithm-missing' : 'key-malformed', { cause: error })
  }
  const kid = await kidOf(members, { subtle: webCrypto })
  const key = { kid, alg, jwk: members, privateKey, created: now().toISOString() }
  await storage.save(key)
  return key
}

/**
 * The key of this browser, or null. KeyError `storage-missing`.
 * @param {KeyOptions} [options]
 * @returns {Promise<KeptKey | null>}
 */
export function loadKey({ storage = browserStorage() } = {}) {
  return storage.load()
}

/**
 * Every key of this browser, that in use among them: people who share a machine each have their own. KeyError `storage-missing`.
 * @param {KeyOptions} [options]
 * @returns {Promise<readonly KeptKey[]>}
 */
export function keptKeys({ storage = browserStorage() } = {}) {
  return storage.all()
}

/**
 * Puts another kept key in use and gives it. KeyError `key-missing`.
 * @param {string} kid
 * @param {KeyOptions} [options]
 * @returns {Promise<KeptKey>}
 */
export async function useKey(kid, { storage = browserStorage() } = {}) {
  const key = (await storage.use(kid)) ? await storage.load() : null
  if (key === null) throw new KeyError('key-missing')
  return key
}

/**
 * Takes the key out of this browser. Nothing brings it back.
 * @param {KeyOptions} [options]
 * @returns {Promise<void>}
 */
export function forgetKey({ storage = browserStorage() } = {}) {
  return storage.clear()
}

/**
 * The RFC 7638 SHA-256 thumbprint of a public key, the `kid` that key lists name it by. KeyError `key-malformed`.
 * @param {unknown} publicJwk
 * @param {KeyOptions} [options]
 * @returns {Promise<string>}
 */
export async function kidOf(publicJwk, { subtle } = {}) {
  const members = publicMembers(publicJwk)
  if (members === null) throw new KeyError('key-malformed')
  const bytes = new TextEncoder().encode(JSON.stringify(members))
  return base64url(new Uint8Array(await subtleOr(subtle).digest('SHA-256', bytes)))
}

/**
 * A General JWS with one signature by this browser's key over a canonical text. KeyError `key-missing`, `not-canonical`.
 * @param {string} payloadText
 * @param {string} typ
 * @param {KeyOptions & { key?: KeptKey | null }} [options]
 * @returns {Promise<GeneralJws>}
 */
export async function signJws(payloadText, typ, { key, ...options } = {}) {
  const subtle = subtleOr(options.subtle)
  if (!isCanonical(payloadText)) throw new KeyError('not-canonical')
  const own = key ?? (await loadKey(options))
  if (own === null) throw new KeyError('key-missing')
  const header = encoded(JSON.stringify({ alg: own.alg, kid: own.kid, typ }))
  const payload = encoded(payloadText)
  const { sign } = own.alg === 'Ed25519' ? ED25519 : ES256
  // WebCrypto gives ECDSA as r ‖ s, which is how JWS has it (RFC 7518 §3.4).
  const signature = await subtle.sign(sign, own.privateKey, new TextEncoder().encode(`${header}.${payload}`))
  return { payload, signatures: [{ protected: header, signature: base64url(new Uint8Array(signature)) }] }
}

/**
 * The required members of a public key, in the order RFC 7638 hashes them; null when it is no key of ours.
 * @param {unknown} jwk
 * @returns {Readonly<Record<string, string>> | null}
 */
function publicMembers(jwk) {
  if (typeof jwk !== 'object' || jwk === null) return null
  /** @type {Readonly<Record<string, unknown>>} */
  const { crv, kty, x, y } = { ...jwk }
  if (typeof x !== 'string') return null
  if (kty === 'OKP' && crv === 'Ed25519') return { crv, kty, x }
  return kty === 'EC' && crv === 'P-256' && typeof y === 'string' ? { crv, kty, x, y } : null
}

/**
 * @param {string} text
 * @returns {string}
 */
function encoded(text) {
  return base64url(new TextEncoder().encode(text))
}

const CHUNK = 0x8000

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function base64url(bytes) {
  const parts = []
  // In pieces, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return btoa(parts.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
