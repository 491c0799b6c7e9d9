/** Evidence: a submission's raw bytes and the signature they came with, sealed by AES-256-GCM under a key of its own; destroying the key erases it. */
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { sha256Hex } from '../identity/digest.ts'
import type { GeneralJws } from '../identity/document.ts'

const IV_BYTES = 12
const TAG_BYTES = 16
const ALGORITHM = 'aes-256-gcm'

/** The parts of the request that prove who sent the bytes (RFC 9421). */
export interface EvidenceHead {
  readonly method: string
  readonly targetUri: string
  readonly contentType: string
  readonly contentDigest: string
  readonly signatureInput: string
  readonly signature: string
  /** The package it came in, with its agency's signature over all of it. */
  readonly package?: GeneralJws
}

/** What is kept: one line of JSON, a line break, the bytes as sent. */
export function sealEvidence(head: EvidenceHead, body: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  // Bytes as a key take three times as long.
  const cipher = createCipheriv(ALGORITHM, createSecretKey(key), iv)
  const first = cipher.update(`${JSON.stringify(head)}\n`, 'utf8')
  return Buffer.concat([iv, first, cipher.update(body), cipher.final(), cipher.getAuthTag()])
}

/** The head (JSON text) and the bytes. Throws when the blob was changed or the key is another's. */
export function openEvidence(
  sealed: Uint8Array,
  key: Uint8Array,
): { readonly head: string; readonly body: Uint8Array } {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const opened = Buffer.concat([
    decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ])
  const end = opened.indexOf(0x0a)
  return { head: opened.toString('utf8', 0, end), body: opened.subarray(end + 1) }
}

/** A head as a header can carry it: of a package, which may hold many files, only the digest of what was signed. */
export function shownHead(head: string): string {
  const { package: packed, ...request }: EvidenceHead = JSON.parse(head)
  if (packed === undefined) return head
  return JSON.stringify({ ...request, package: sha256Hex(Buffer.from(packed.payload, 'base64url')) })
}
