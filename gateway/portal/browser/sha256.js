/** SHA-256 over a text as the browser computes it (WebCrypto), beside the one the gateway names. */
import { KeyError } from './key-error.js'

/**
 * Of the UTF-8 bytes, in hexadecimal. KeyError `crypto-missing`.
 * @param {string} text
 * @param {SubtleCrypto | undefined} [subtle]
 * @returns {Promise<string>}
 */
export async function sha256Hex(text, subtle = globalThis.crypto?.subtle) {
  if (subtle === undefined) throw new KeyError('crypto-missing')
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
