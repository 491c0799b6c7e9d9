/** A signature as somebody pastes it: a General JWS, a flattened or a compact one (RFC 7515 §7), made the one form the gateway takes. */
import { KeyError } from './key-error.js'

/** @typedef {import('./keys.js').GeneralJws} GeneralJws */

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/

/**
 * Reads it, and holds it to be over exactly this text. KeyError `jws-malformed`, `payload-other`.
 * @param {string} pasted
 * @param {string} payload the canonical text that was to be signed
 * @returns {GeneralJws}
 */
export function readJws(pasted, payload) {
  const jws = compact(pasted.trim()) ?? json(pasted)
  if (decoded(jws.payload) !== payload) throw new KeyError('payload-other')
  return jws
}

/**
 * @param {string} text
 * @returns {GeneralJws | null}
 */
function compact(text) {
  const found = COMPACT.exec(text)
  if (found === null) return null
  const [, header = '', payload = '', signature = ''] = found
  return { payload, signatures: [{ protected: header, signature }] }
}

/**
 * @param {string} text
 * @returns {GeneralJws}
 */
function json(text) {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) throw new KeyError('jws-malformed')
  /** @type {Readonly<Record<string, unknown>>} */
  const { payload, signatures, protected: header, signature } = { ...value }
  if (typeof payload !== 'string') throw new KeyError('jws-malformed')
  if (Array.isArray(signatures)) return { payload, signatures }
  if (typeof header !== 'string' || typeof signature !== 'string') throw new KeyError('jws-malformed')
  return { payload, signatures: [{ protected: header, signature }] }
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new KeyError('jws-malformed', { cause: error })
  }
}

/**
 * @param {string} base64url
 * @returns {string}
 */
function decoded(base64url) {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new KeyError('jws-malformed', { cause: error })
  }
}
