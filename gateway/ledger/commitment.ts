/** Salted commitments: of a leaf's header, and of the rows of a submission by audience group, each SHA-256(salt ‖ text); rows hang in RFC 6962 trees. */
import { canonical } from '../../contracts/jcs.ts'
import type { Rejection } from '../../contracts/types.ts'
import { toBase64Url } from './encoding.ts'
import { LedgerError } from './error.ts'
import { HASH_BYTES, leafHash, sha256, sha256Into } from './hash.ts'
import { rootOf } from './tree.ts'
import { verifyInclusion } from './verify.ts'

/** Bytes of a salt. */
export const SALT_BYTES = 16
/** Bytes of the two salts of a record: public, then joint. */
export const RECORD_SALT_BYTES = 2 * SALT_BYTES
const PAIR_BYTES = 2 * HASH_BYTES

/** A leaf's commitment: base64url of SHA-256(salt ‖ JCS(header)), 43 characters. Throws TypeError for what JSON cannot say; `commitment-input` unless the salt is 16 bytes. */
export function commit(header: unknown, salt: Uint8Array): string {
  return toBase64Url(groupCommitment(canonical(header), salt))
}

/** SHA-256(salt ‖ UTF-8 of the text): how one audience group of one record is committed. Throws `commitment-input`. */
export function groupCommitment(text: string, salt: Uint8Array): Uint8Array {
  checkText(text)
  checkSalts(salt, SALT_BYTES)
  return sha256(Buffer.concat([salt, Buffer.from(text, 'utf8')]))
}

/** The leaf of a record: the RFC 6962 leaf hash of its public and its joint commitment, side by side. Throws `commitment-input`. */
export function recordLeaf(publicCommitment: Uint8Array, jointCommitment: Uint8Array): Uint8Array {
  if (publicCommitment.length !== HASH_BYTES || jointCommitment.length !== HASH_BYTES) {
    throw new LedgerError('commitment-input', 'expected two commitments of 32 bytes')
  }
  return leafHash(Buffer.concat([publicCommitment, jointCommitment]))
}

/** The accepted records of a submission, in order: the canonical JSON of each one's public and joint group, and 32 bytes of salt a record (16 public, 16 joint). */
export interface RecordParts {
  readonly publicParts: readonly string[]
  readonly jointParts: readonly string[]
  readonly salts: Uint8Array
}

/** `leaves` holds 32 bytes a record, `commitments` 64 (public, joint): what stays when a text is lawfully removed. */
export interface RecordTree {
  readonly root: Uint8Array
  readonly leaves: Uint8Array
  readonly commitments: Uint8Array
}

/** The tree of a submission's accepted records. Throws `commitment-input` when the counts differ or a text has a lone surrogate. */
export function recordTree({ publicParts, jointParts, salts }: RecordParts): RecordTree {
  const count = publicParts.length
  if (jointParts.length !== count) {
    throw new LedgerError('commitment-input', `expected ${count} joint parts, got ${jointParts.length}`)
  }
  checkSalts(salts, count * RECORD_SALT_BYTES)
  const commitments = Buffer.alloc(count * PAIR_BYTES)
  const leaves = Buffer.alloc(count * HASH_BYTES)
  const salted = Buffer.alloc(SALT_BYTES + Math.max(longest(publicParts), longest(jointParts)))
  const pair = Buffer.alloc(1 + PAIR_BYTES)
  const commitInto = (offset: number, text: string, salt: number) => {
    checkText(text)
    salted.set(salts.subarray(salt, salt + SALT_BYTES))
    const end = SALT_BYTES + salted.write(text, SALT_BYTES, 'utf8')
    sha256Into(pair, offset, salted.subarray(0, end))
  }
  for (const [i, publicPart] of publicParts.entries()) {
    commitInto(1, publicPart, i * RECORD_SALT_BYTES)
    commitInto(1 + HASH_BYTES, jointParts[i] ?? '', i * RECORD_SALT_BYTES + SALT_BYTES)
    pair.copy(commitments, i * PAIR_BYTES, 1)
    sha256Into(leaves, i * HASH_BYTES, pair)
  }
  return { root: rootOf(leaves), leaves, commitments }
}

/** The tree of a submission's rejected rows, leaf = RFC 6962 leaf hash of salt ‖ JCS(rejection); 16 bytes of salt a row. Throws `commitment-input`, and TypeError for what JSON cannot say. */
export function rejectionTree({
  rejections,
  salts,
}: {
  readonly rejections: readonly Rejection[]
  readonly salts: Uint8Array
}): {
  readonly root: Uint8Array
  readonly leaves: Uint8Array
} {
  checkSalts(salts, rejections.length * SALT_BYTES)
  const leaves = Buffer.concat(
    rejections.map((rejection, i) => rejectionLeaf(rejection, salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES))),
  )
  return { root: rootOf(leaves), leaves }
}

/** The leaf of one rejected row. Throws `commitment-input`, and TypeError for what JSON cannot say. */
export function rejectionLeaf(rejection: Rejection, salt: Uint8Array): Uint8Array {
  checkSalts(salt, SALT_BYTES)
  return leafHash(Buffer.concat([salt, Buffer.from(canonical(rejection), 'utf8')]))
}

/** One audience group of a record as a reader has it: opened (its text and salt), or only its commitment. */
export type GroupOpening = { readonly text: string; readonly salt: Uint8Array } | { readonly commitment: Uint8Array }

/** The two groups of a record, opened or not. */
export interface RecordOpening {
  readonly public: GroupOpening
  readonly joint: GroupOpening
}

/** The leaf of a record of which some groups are opened. Throws `commitment-input`. */
export function openedLeaf(opening: RecordOpening): Uint8Array {
  return recordLeaf(commitmentOf(opening.public), commitmentOf(opening.joint))
}

/** Where an opened record is said to be: leaf `index` of the accepted tree of `size` and `root`. */
export interface OpenedRecord extends RecordOpening {
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether what is opened is in the accepted tree. Throws `commitment-input` for salts or commitments of another size. */
export function verifyOpened({ index, size, proof, root, ...opening }: OpenedRecord): boolean {
  return verifyInclusion({ index, size, leafHash: openedLeaf(opening), proof, root })
}

function commitmentOf(group: GroupOpening): Uint8Array {
  return 'commitment' in group ? group.commitment : groupCommitment(group.text, group.salt)
}

// A UTF-16 code unit takes at most three bytes of UTF-8.
function longest(texts: readonly string[]): number {
  return 3 * texts.reduce((most, text) => Math.max(most, text.length), 0)
}

function checkText(text: string): void {
  if (!text.isWellFormed())
    throw new LedgerError('commitment-input', 'expected well-formed Unicode, got a lone surrogate')
}

function checkSalts(salts: Uint8Array, bytes: number): void {
  if (salts.length !== bytes) {
    throw new LedgerError('commitment-input', `expected ${bytes} bytes of salt, got ${salts.length}`)
  }
}
