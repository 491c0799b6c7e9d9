/** Across an air gap: files sealed into a package without a connection, and the gateway's answer held against that package when it comes back. */
import { canonical, parseCanonical } from '../../contracts/jcs.ts'
import type { Rejection } from '../../contracts/types.ts'
import { sha256Hex } from '../identity/digest.ts'
import { assembleDocument, verifyDocument } from '../identity/document.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { PACKAGE_LIMITS } from '../identity/limits.ts'
import {
  type OpenedPackage,
  openPackage,
  PACKAGE_ANSWER_TYP,
  type PackedFile,
  sealPackage,
} from '../identity/package.ts'
import type { Clock, Random } from '../ports.ts'
import { ClientError, localError, type ProblemReport } from './error.ts'
import type { GatewayKeys } from './gateway-keys.ts'
import { listOf, membersOf, readProblem, readRejection, textOf } from './read-json.ts'
import { type CheckedReceipt, checkInclusion, checkReceipt } from './receipt.ts'

/** A file as it lies on the sender's side. */
export interface SealedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** What to seal, for whom, and as whom. `at` is an RFC 3339 instant that undated times must lie before; the time of sealing when absent. */
export interface Sealing {
  readonly origin: string
  readonly contract: string
  readonly key: SigningKey
  readonly files: readonly SealedFile[]
  readonly now: Clock
  readonly random: Random
  /** Seconds it may lie. */
  readonly window?: number
  readonly at?: string
  /** Whether the files are history. */
  readonly backfill?: boolean
}

const NONCE_BYTES = 18

/** Seals files. Throws IdentityError `package-malformed` where they are more than a package holds. */
export function sealFiles(sealing: Sealing): Uint8Array<ArrayBuffer> {
  const { origin, contract, key, files, now, random, window = PACKAGE_LIMITS.window, at, backfill = false } = sealing
  const created = Math.floor(now() / 1000)
  const query = new URLSearchParams({
    contract,
    ...(at === undefined ? {} : { at }),
    ...(backfill ? { backfill: 'true' } : {}),
  })
  const nonce = () => Buffer.from(random(NONCE_BYTES)).toString('base64url')
  return sealPackage({
    origin,
    contract,
    created,
    window,
    nonce: nonce(),
    key,
    files: files.map(({ name, bytes, mediaType }) => ({
      name,
      bytes,
      contentType: mediaType,
      targetUri: `${origin}/v1/submissions?${query}`,
      nonce: nonce(),
    })),
  })
}

/** What became of one file: taken whole, taken but for some rows, or refused. */
export type Taken = { readonly name: string; readonly digest: string } & (
  | {
      readonly state: 'accepted' | 'rejected'
      /** The receipt as signed, to be kept. */
      readonly text: string
      readonly receipt: CheckedReceipt
      readonly rejections: readonly Rejection[]
      readonly repeated: boolean
    }
  | { readonly state: 'refused'; readonly problem: ProblemReport; readonly status: number }
)

function unverified(why: string, cause?: unknown): ClientError {
  return localError('receipt-unverified', why, cause)
}

function answerOf(text: string, keys: GatewayKeys): ReadonlyMap<string, unknown> {
  const value = parseCanonical(text)
  if (value === undefined) throw unverified('expected an answer in its canonical form: not one, or cut short')
  const signed = membersOf(value, 'an answer')
  const signature = membersOf(signed.get('signature'), 'signature')
  const jws = assembleDocument(canonical(signed.get('answer') ?? null), [
    {
      protected: textOf(signature.get('protected'), 'protected'),
      signature: textOf(signature.get('signature'), 'signature'),
    },
  ])
  verifyDocument(jws, {
    // A document key has a party; the gateway has none, and nothing here asks whose it is.
    findKey: (kid) => {
      const key = keys.get(kid)
      return key && { ...key, party: 'cq' as const }
    },
    typ: PACKAGE_ANSWER_TYP,
    requiredParties: [],
  })
  const answer = membersOf(signed.get('answer'), 'answer')
  if (signed.size !== 2 || answer.get('type') !== 'package-answer' || answer.get('v') !== 1)
    throw unverified('expected the answer to a package')
  return answer
}

function takenOf(
  value: unknown,
  file: PackedFile,
  { kid, manifest }: OpenedPackage,
  keys: GatewayKeys,
  digest: string,
): Taken {
  const told = membersOf(value, 'a file')
  if (told.get('digest') !== digest || told.get('name') !== file.name)
    throw unverified(`expected an answer to ${file.name} in its place`)
  const named = { name: file.name, digest }
  const refused = told.get('problem')
  if (refused !== undefined) {
    const problem = readProblem('application/problem+json', Buffer.from(JSON.stringify(refused), 'utf8'))
    if (!problem) throw unverified(`expected why ${file.name} was refused`)
    return { ...named, state: 'refused', problem, status: Number(membersOf(refused, 'a problem').get('status')) }
  }
  const text = canonical(told.get('receipt') ?? null)
  const receipt = checkReceipt(text, keys)
  const { evidence, contract } = receipt.header
  const repeated = told.get('repeated') === true
  const same =
    evidence.digest === digest &&
    evidence.bytes === file.bytes &&
    // What was sent before may have been by an earlier key of the agency.
    (repeated || receipt.header.kid === kid) &&
    [contract.id, `${contract.id}@${contract.version}`].includes(manifest.contract)
  if (!same)
    throw unverified(`expected a receipt for the bytes of ${file.name}, by the key and contract of the package`)
  checkInclusion(receipt, value)
  const rejections = listOf(told.get('rejections'), 'rejections').map(readRejection)
  if (rejections.length !== receipt.header.rejected.count)
    throw unverified(
      `expected ${receipt.header.rejected.count} rejected rows of ${file.name}, got ${rejections.length}`,
    )
  const state = rejections.length > 0 ? 'rejected' : 'accepted'
  return { ...named, state, text, receipt, rejections, repeated }
}

/** Holds an answer against its package, without a connection. Throws ClientError `receipt-unverified`, IdentityError. */
export function takeAnswer(text: string, bytes: Uint8Array, keys: GatewayKeys): readonly Taken[] {
  const opened = openPackage(bytes)
  const { manifest, payload, files } = opened
  try {
    const answer = answerOf(text, keys)
    if (answer.get('package') !== sha256Hex(payload)) throw unverified('expected the answer to this very package')
    const told = listOf(answer.get('files'), 'files')
    if (told.length !== files.length)
      throw unverified(`expected an answer to ${files.length} files, got ${told.length}`)
    return manifest.files.map((file, at) => {
      return takenOf(told[at], file, opened, keys, sha256Hex(files[at] ?? new Uint8Array()))
    })
  } catch (error) {
    if (error instanceof ClientError && error.code === 'receipt-unverified') throw error
    throw unverified(error instanceof Error ? error.message : String(error), error)
  }
}

/** The failure that a refused file's problem stands for. */
export function refusalOf({ problem, status }: Extract<Taken, { readonly state: 'refused' }>): ClientError {
  return new ClientError(problem.code, problem.detail, { status, problem })
}
