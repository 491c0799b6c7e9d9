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
  /** Of them by slow algorithms: one a party. */
  slowSignatures: 2,
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

/** The limits of packages that cross an air gap. */
export const PACKAGE_LIMITS = {
  /** Seconds a package may lie after `created`, unless a gateway is configured otherwise. */
  window: 7 * 86_400,
  /** Files in one. */
  files: 100,
  /** Bytes of its files together; never more than four bodies of a gateway. */
  bytes: 64 * 1024 * 1024,
  /** Bytes of its first line. */
  head: 512 * 1024,
  /** Characters of a file's name. */
  name: 200,
} as const

/** The limits of SM2, which is slow to verify. */
export const SM2_LIMITS = {
  /** Verifications of requests that may be under way or wait. */
  underWay: 32,
  /** Verifications a second of one key. */
  perKey: 50,
  /** Verifications a second of all keys. */
  perSecond: 200,
  /** Keys whose multiples are kept, about 60 kB each. */
  kept: 256,
} as const

/** The shape of the table above. */
export type Sm2Limits = { readonly [K in keyof typeof SM2_LIMITS]: number }
