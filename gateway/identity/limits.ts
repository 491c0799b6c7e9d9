/** The limits of signed messages, documents and sessions; the gateway's docs print these tables. */
export const SIGNATURE_LIMITS = {
  /** Seconds a signed write stays acceptable after `created`. */
  writeWindow: 300,
  /** Seconds a signed read stays acceptable after `created`. */
  readWindow: 60,
  /** Seconds a signed answer stays acceptable after `created`. */
  answerWindow: 300,
  /** Seconds a sender's clock may run ahead. */
  skew: 30,
  /** Characters of `nonce`. */
  nonceMin: 16,
  nonceMax: 64,
  /** Characters of `keyid` and of a document's `kid`. */
  keyid: 256,
  /** Characters of Signature-Input, Signature or Content-Digest. */
  field: 4096,
  /** Signatures on one document. */
  signatures: 16,
  /** Keys in one key list. */
  keys: 1000,
} as const

/** The shape of the table above, so that a test or a sandbox can pass its own. */
export type SignatureLimits = { readonly [K in keyof typeof SIGNATURE_LIMITS]: number }

/** The limits of signing in by a browser's key. */
export const SESSION_LIMITS = {
  /** Seconds a challenge may be answered. */
  challengeWindow: 120,
  /** Seconds a session lasts. */
  sessionWindow: 8 * 3600,
  /** Characters of a challenge or of a session's token. */
  statement: 2048,
} as const
