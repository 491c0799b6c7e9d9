/** Bytes as text and back, in one form only: hex, Base 64 and base64url (RFC 4648 §4, §5, §8), UTF-8 without repair. */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A Buffer over the same memory: no copy. */
export function view(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return view(bytes).toString('hex')
}

/** Base 64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return view(bytes).toString('base64')
}

/** base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return view(bytes).toString('base64url')
}

/** The bytes of padded Base 64, or null unless they re-encode to the same text. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** The bytes of unpadded base64url, or null unless they re-encode to the same text. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

/** The text of UTF-8 bytes, a byte order mark kept, or null when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** Whether two byte strings are the same. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}
