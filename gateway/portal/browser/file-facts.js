/** What is recorded of a file that stays where it is: name, size, media type and SHA-256, computed in this browser. */
import { KeyError } from './key-error.js'

/**
 * As the act `attach` says it.
 * @typedef {object} FileFacts
 * @property {number} bytes
 * @property {string} digest in hexadecimal
 * @property {string} mediaType
 * @property {string} name
 */

/** What of a file is asked for. @typedef {Pick<File, 'arrayBuffer' | 'name' | 'size' | 'type'>} FileLike */

/** The largest file hashed at once, in bytes, and the longest name, in characters; the page may say others. */
const MOST = 256 * 1024 * 1024
const LONGEST = 200

/** No control characters and no half of a surrogate pair, which cannot be signed; no space at either end. */
const NAME = /^(?!\s)[^\p{Cc}\p{Cs}\u2028\u2029]+(?<!\s)$/u
const MEDIA_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/

/**
 * Reads and hashes a file. KeyError `crypto-missing`, `file-large`, `file-name`, `file-unreadable`.
 * @param {FileLike} file
 * @param {{ most?: number, subtle?: SubtleCrypto | undefined }} [options]
 * @returns {Promise<FileFacts>}
 */
export async function fileFacts(file, { most = MOST, subtle = globalThis.crypto?.subtle } = {}) {
  if (subtle === undefined) throw new KeyError('crypto-missing')
  if (file.size > most) throw new KeyError('file-large')
  const name = file.name.trim()
  if (name.length > LONGEST || !NAME.test(name)) throw new KeyError('file-name')
  const [plain = ''] = file.type.split(';', 1)
  const digest = await sha256OfFile(file, subtle)
  return { bytes: file.size, digest, mediaType: MEDIA_TYPE.test(plain) ? plain : 'application/octet-stream', name }
}

/**
 * @param {FileLike} file
 * @param {SubtleCrypto} subtle
 */
async function sha256OfFile(file, subtle) {
  /** @type {ArrayBuffer} */
  let bytes
  try {
    bytes = await file.arrayBuffer()
  } catch (cause) {
    // Moved, changed or locked since it was chosen.
    throw new KeyError('file-unreadable', { cause })
  }
  if (bytes.byteLength !== file.size) throw new KeyError('file-unreadable')
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * So many bytes as people say it, and exactly.
 * @param {number} bytes
 * @returns {string}
 */
export function sizeText(bytes) {
  const exact = `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} B`
  if (bytes < 1024) return exact
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KiB'] : [bytes / (1024 * 1024), 'MiB']
  return `${size.toFixed(1)} ${unit} (${exact})`
}
