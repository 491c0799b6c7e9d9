/** Ed25519 keys of signed notes: id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)[:4], signatures by RFC 8032 (C2SP signed-note, type 0x01). */
import crypto from 'node:crypto'
import { fromBase64, toBase64, toHex } from './encoding.ts'
import { LedgerError } from './error.ts'
import { sha256 } from './hash.ts'
import { isKeyName, type NoteSigner, type NoteVerifier } from './note.ts'

const TYPE = 0x01
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
// RFC 8410: the SubjectPublicKeyInfo of an Ed25519 key is these bytes and then the key.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** An Ed25519 public key (32 bytes, RFC 8032) under a name. */
export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

/** The key id, 8 lower-case hex digits; `type` is what the key signs, notes when nothing is said. Throws `note-key` for a bad name or key size. */
export function ed25519KeyId({ name, publicKey }: NoteKey, type = TYPE): string {
  if (!isKeyName(name) || publicKey.length !== KEY_BYTES) {
    throw new LedgerError('note-key', 'expected a key name without spaces or plus signs and a public key of 32 bytes')
  }
  return toHex(sha256(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(type), publicKey])).subarray(0, 4))
}

/** The verifier key as text: `name+keyid+base64(type ‖ public key)`. Throws `note-key`. */
export function printVerifierKey(key: NoteKey, type = TYPE): string {
  return `${key.name}+${ed25519KeyId(key, type)}+${toBase64(Buffer.concat([Buffer.of(type), key.publicKey]))}`
}

/** The key that a verifier key's text names. Throws `note-key` unless it is in its one form and the id is the key's own. */
export function parseVerifierKey(text: string, type = TYPE): NoteKey {
  const nameEnd = text.indexOf('+')
  const idEnd = text.indexOf('+', nameEnd + 1)
  const bytes = nameEnd < 0 || idEnd < 0 ? null : fromBase64(text.slice(idEnd + 1))
  if (bytes?.length !== 1 + KEY_BYTES || bytes[0] !== type) {
    throw new LedgerError('note-key', 'expected name+keyid+Base 64 of an Ed25519 public key')
  }
  const key = { name: text.slice(0, nameEnd), publicKey: bytes.subarray(1) }
  if (text.slice(nameEnd + 1, idEnd) !== ed25519KeyId(key, type))
    throw new LedgerError('note-key', 'the key id is not that of the key')
  return key
}

/** What checks Ed25519 signatures by a raw public key. */
export function ed25519PublicKey(publicKey: Uint8Array): (message: Uint8Array, signature: Uint8Array) => boolean {
  const object = crypto.createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  return (message, signature) => signature.length === SIGNATURE_BYTES && crypto.verify(null, message, object, signature)
}

/** A verifier for a key, or for its text. Throws `note-key`. */
export function ed25519Verifier(key: NoteKey | string): NoteVerifier {
  const { name, publicKey } = typeof key === 'string' ? parseVerifierKey(key) : key
  const keyId = ed25519KeyId({ name, publicKey })
  return { name, keyId, verify: ed25519PublicKey(publicKey) }
}

/** A signer whose private key stays behind `sign`, which returns the 64 bytes of an Ed25519 signature. Throws `note-key`, also when signing gives another size. */
export function ed25519Signer({
  name,
  publicKey,
  sign,
}: NoteKey & { readonly sign: (text: Uint8Array) => Uint8Array }): NoteSigner {
  return {
    name,
    keyId: ed25519KeyId({ name, publicKey }),
    sign: (text) => {
      const signature = sign(text)
      if (signature.length === SIGNATURE_BYTES) return signature
      throw new LedgerError('note-key', `expected an Ed25519 signature of 64 bytes, got ${signature.length}`)
    },
  }
}
