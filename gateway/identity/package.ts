/** A package of files for where only files pass: one line of JSON, the agency's signature over all that is in it (RFC 7515, RFC 8785), then the files' bytes one after another. */
import { canonical, type JsonValue, parseCanonical } from '../../contracts/jcs.ts'
import { checkContentDigest } from './digest.ts'
import {
  assembleDocument,
  type DocumentKey,
  type GeneralJws,
  readGeneralJws,
  signDocument,
  type VerifiedDocument,
  verifyDocument,
} from './document.ts'
import { refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import { PACKAGE_LIMITS, SIGNATURE_LIMITS } from './limits.ts'
import { bytesOf, malformed, type PackageManifest, type PackedFile, readManifest } from './package-manifest.ts'
import { signPackaged } from './package-request.ts'

export type { PackageManifest, PackedFile } from './package-manifest.ts'

/** `typ` of a package's signature. */
export const PACKAGE_TYP = 'chuanyu-package+jws'
/** `typ` of the gateway's signature over its answer to a package. */
export const PACKAGE_ANSWER_TYP = 'chuanyu-package-answer+jws'

/** A file to be packed. */
export interface FileToPack {
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly targetUri: string
  readonly nonce: string
}

/** A package to be made. `created` in Unix seconds, `window` how many it may lie. */
export interface PackageToSeal {
  readonly origin: string
  readonly contract: string
  readonly created: number
  readonly window: number
  readonly nonce: string
  readonly files: readonly FileToPack[]
  readonly key: SigningKey
}

/** The bytes of a package. Throws IdentityError `package-malformed` where it would be more than a gateway takes. */
export function sealPackage({
  origin,
  contract,
  created,
  window,
  nonce,
  files,
  key,
}: PackageToSeal): Uint8Array<ArrayBuffer> {
  const packed = files.map(
    ({ name, bytes, ...request }): PackedFile => ({
      bytes: bytes.length,
      name,
      ...signPackaged({ bytes, ...request, created, key }),
    }),
  )
  const told = { contract, created, expires: created + window, nonce, origin, type: 'package', v: 1 } as const
  const payload = canonical({ ...told, files: packed })
  readManifest(parseCanonical(payload) ?? null)
  const head = canonical(assembleDocument(payload, [signDocument(payload, { ...key, typ: PACKAGE_TYP })]))
  return Buffer.concat([Buffer.from(`${head}\n`, 'utf8'), ...files.map(({ bytes }) => bytes)])
}

/** A package's first line, verified: the document, what it says, and who signed it. */
export interface PackageHead<K extends DocumentKey> {
  readonly jws: GeneralJws
  /** The canonical text that is signed. */
  readonly payload: string
  readonly manifest: PackageManifest
  readonly kid: string
  readonly key: K
}

/** Verifies a package's first line, without its line break. Throws IdentityError `package-malformed` and those of documents; what `findKey` throws goes through. */
export function readPackageHead<K extends DocumentKey>(
  line: Uint8Array,
  findKey: (kid: string) => K | undefined,
): PackageHead<K> {
  return verifyPackageHead(canonicalLine(line), findKey)
}

function canonicalLine(line: Uint8Array): JsonValue {
  const text = Buffer.from(line).toString('utf8')
  // Bytes that are no UTF-8 would be read as others.
  const value = Buffer.from(text, 'utf8').equals(line) ? parseCanonical(text) : undefined
  if (value === undefined || line.length > PACKAGE_LIMITS.head)
    throw malformed('首行应为规范形式的 JSON', 'expected the first line as JSON in its canonical form', '')
  return value
}

/** The same of a head that is JSON already, as evidence keeps it. */
export function verifyPackageHead<K extends DocumentKey>(
  value: unknown,
  findKey: (kid: string) => K | undefined,
): PackageHead<K> {
  const document: VerifiedDocument<K> = verifyDocument(value, { findKey, typ: PACKAGE_TYP, requiredParties: [] })
  const [signer, ...others] = document.signatures
  if (!signer || others.length > 0) throw malformed('应恰有一个签名', 'expected exactly one signature', '/signatures')
  const manifest = readManifest(document.value)
  return { jws: readGeneralJws(value), payload: document.payload, manifest, kid: signer.kid, key: signer.key }
}

/** A package as it lies there, of one's own making: what it says, the text that is signed, its signer, and the files' bytes, each of its digest. Its signature is not verified. */
export interface OpenedPackage {
  readonly manifest: PackageManifest
  readonly payload: string
  readonly kid: string
  readonly files: readonly Uint8Array[]
}

/** Opens a package without verifying its signature. Throws IdentityError `package-malformed`, `digest-mismatch`, `document-malformed`. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const end = bytes.indexOf(0x0a)
  const { payload, signatures } = readGeneralJws(canonicalLine(bytes.subarray(0, Math.max(end, 0))))
  const text = Buffer.from(payload, 'base64url').toString('utf8')
  const manifest = readManifest(parseCanonical(text) ?? null)
  const header = parseCanonical(Buffer.from(signatures[0]?.protected ?? '', 'base64url').toString('utf8'))
  const kid = typeof header === 'object' && header !== null && 'kid' in header ? String(header.kid) : ''
  const files = splitFiles(manifest, bytes.subarray(end + 1))
  for (const [at, file] of manifest.files.entries())
    checkContentDigest(file.contentDigest, files[at] ?? new Uint8Array())
  return { manifest, payload: text, kid, files }
}

/** The files' bytes, out of all that follows the first line. Throws IdentityError `package-malformed` when they are more or fewer. */
export function splitFiles({ files }: PackageManifest, rest: Uint8Array): readonly Uint8Array[] {
  const whole = bytesOf(files)
  if (rest.length !== whole)
    throw malformed(
      `文件共 ${rest.length} 字节，应为 ${whole}`,
      `expected ${whole} bytes of files, got ${rest.length}`,
      '/files',
    )
  let at = 0
  return files.map(({ bytes }) => {
    const from = at
    at += bytes
    return rest.subarray(from, at)
  })
}

/** Where a package must be for, and when. `now` in milliseconds, `window` in seconds: what this gateway lets a package lie. */
export interface PackageExpectation {
  readonly origin: string
  readonly now: number
  readonly window: number
}

/** Whether a package is for here and now. Throws IdentityError `target-mismatch`, `package-expired`, `signature-future`. */
export function mustBeForHere(
  { origin: meant, created, expires }: PackageManifest,
  { origin, now, window }: PackageExpectation,
): void {
  if (meant !== origin)
    throw refusal(
      'target-mismatch',
      `包是给 ${meant} 的，不是本网关`,
      `expected a package for ${origin}`,
      '/origin',
      meant,
    )
  const { skew } = SIGNATURE_LIMITS
  if (created * 1000 > now + skew * 1000)
    throw refusal(
      'signature-future',
      '封包时刻晚于网关时钟；请校准时钟',
      `expected created at most ${skew} s ahead of the gateway's clock`,
      '/created',
      `${created}`,
    )
  const until = Math.min(expires, created + window)
  if (now > until * 1000)
    throw refusal(
      'package-expired',
      `包有效至 ${instant(until)}，已过期`,
      `expected a package not past ${instant(until)}`,
      '/expires',
      `${expires}`,
    )
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
