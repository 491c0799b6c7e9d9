/** `ledger replay`: adapters run again on a store's originals, and what they would make of them otherwise. Reads only. */
import { FormatError } from '../../../adapters/formats/error.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import { readSubmissionHeader, type SubmissionHeader } from '../../client/verify/submissions.ts'
import { ERRORS, type ErrorCode } from '../../errors/table.ts'
import type { BlobStore, StoredSubmission } from '../../ports.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { type Difference, differenceOf, differs, pairOutcome } from './difference.ts'
import { openOriginal, sealedOriginal } from './original.ts'
import { standingTexts } from './standing.ts'
import { storedOutcome } from './stored.ts'
import { type Reference, type Replayed, replayUnder, type Terms } from './terms.ts'
import { givesLeaves } from './tree.ts'

/** What a submission was or would be read under. */
export interface Versions {
  readonly adapter: string
  readonly contract: string
  readonly registry: string
}

/** A submission by what it is told by. */
export interface SubmissionName {
  readonly id: string
  readonly index: number
  readonly time: string
  readonly party: PartyId
}

/** Why a submission could not be replayed. */
export interface NotReplayed extends SubmissionName {
  readonly outcome: 'not-replayed'
  readonly reason: Bilingual
}

/** A file that would be refused whole today; all its records would be missing. */
export interface Refused extends SubmissionName {
  readonly outcome: 'refused'
  readonly under: 'then' | 'now'
  readonly before: Versions
  readonly after: Versions
  readonly accepted: number
  readonly code: ErrorCode
  readonly reason: Bilingual
}

/** A submission replayed. `treeDiffers`: nothing stored differs, yet the leaves it committed to do not come out. */
export interface Compared extends SubmissionName {
  readonly outcome: 'same' | 'different'
  readonly under: 'then' | 'now'
  readonly before: Versions
  readonly after: Versions
  readonly difference: Difference
  readonly treeDiffers: boolean
}

/** What became of one submission. */
export type Verdict = NotReplayed | Refused | Compared

/** What replaying works with; `now`: under what is in force on `day` (civil, Asia/Shanghai) even where the versions of then are here. */
export interface ReplayOptions {
  readonly day: string
  readonly db: Rows
  readonly blobs: BlobStore
  readonly reference: Reference
  readonly now: boolean
}

function versionsThen({ adapter, contract, registry }: SubmissionHeader): Versions {
  return {
    adapter: `${adapter.id}@${adapter.version}`,
    contract: `${contract.id}@${contract.version}`,
    registry: `${registry.id}@${registry.edition}`,
  }
}

function versionsOf({ adapter, contract, registry }: Terms): Versions {
  return {
    adapter: `${adapter.id}@${adapter.version}`,
    contract: `${contract.id}@${contract.version}`,
    registry: `${registry.id}@${registry.edition}`,
  }
}

/** Why the file as a whole would not be taken, as intake refuses it. */
function wholeRefusal({ records, rejections }: Replayed, { contract }: Terms): ErrorCode | null {
  if (records.length === 0) return 'no-acceptable-row'
  return contract.terms.allOrNothing && rejections.length > 0 ? 'all-or-nothing-refused' : null
}

const MISSING: Bilingual = { zh: '原始文件缺失', en: 'the original is missing' }
const OTHER: Bilingual = { zh: '原始文件与摘要不符', en: 'the original is not of the digest told' }

async function replayOriginal(
  { db, blobs, reference, now, day }: ReplayOptions,
  submission: StoredSubmission,
  header: SubmissionHeader,
  name: SubmissionName,
): Promise<Verdict> {
  const not = (reason: Bilingual): NotReplayed => ({ ...name, outcome: 'not-replayed', reason })
  const sealed = await sealedOriginal(blobs, submission)
  if (!sealed) return not(MISSING)
  const { bytes, whole } = openOriginal(sealed, submission, header)
  if (!whole) return not(OTHER)
  const then = now ? undefined : reference.asThen(header)
  const terms = then ?? reference.asNow(header, day)
  if ('reason' in terms) return not(terms.reason)
  const told = {
    ...name,
    under: then ? 'then' : 'now',
    before: versionsThen(header),
    after: versionsOf(terms),
  } as const
  const refuse = (code: ErrorCode, reason: Bilingual): Refused => {
    return { ...told, outcome: 'refused', accepted: submission.counts.accepted, code, reason }
  }
  let replayed: Replayed
  try {
    replayed = replayUnder(terms, header, bytes)
  } catch (error) {
    if (error instanceof FormatError) return refuse(error.code, error.detail)
    throw error
  }
  const code = wholeRefusal(replayed, terms)
  if (code) return refuse(code, ERRORS[code].what)
  const stored = await storedOutcome(db, submission)
  const pairing = pairOutcome(stored, replayed)
  const keys = pairing.left.map(({ key }) => key)
  const difference = differenceOf(stored, replayed, pairing, await standingTexts(db, submission, keys))
  const found = differs(difference)
  const treeDiffers = then !== undefined && !found && !givesLeaves(replayed.records, submission)
  return { ...told, outcome: found || treeDiffers ? 'different' : 'same', difference, treeDiffers }
}

/** Replays one submission. What cannot be read of it is a reason why it was not replayed. */
export async function replaySubmission(options: ReplayOptions, submission: StoredSubmission): Promise<Verdict> {
  const { id, index, time, party } = submission
  const name: SubmissionName = { id, index, time, party }
  try {
    return await replayOriginal(options, submission, readSubmissionHeader(submission.opening.header), name)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ...name, outcome: 'not-replayed', reason: { zh: `无法读取：${why}`, en: `cannot be read: ${why}` } }
  }
}
