/** Consultation, first cut: a draft bulletin over a fixed ledger size, put on the table as bytes that each side signs. */

import { formatInstant } from '../../adapters/tables/time.ts'
import { canonical } from '../../contracts/jcs.ts'
import { PARTIES } from '../../contracts/types.ts'
import { readWaterRecord } from '../../contracts/water-section-quality/read.ts'
import { documentRow } from '../documents/cosign.ts'
import { Problem } from '../errors/problem.ts'
import type { Gateway } from '../gateway.ts'
import { toBase64Url } from '../ledger/encoding.ts'
import type { DocumentRow, Store, StoredRecord, StoredSubmission } from '../ports.ts'
import { type BoundRecord, waterBulletin } from './bulletin.ts'
import type { WaterBulletin } from './bulletin-types.ts'
import type { ReleaseEntry } from './releases.ts'

/** The one product of this cut. */
export const PRODUCT = 'weekly-water-bulletin'
const CONTRACT = 'water-section-quality'
const WEEK = 7 * 86_400_000
const PAGE = 5000

/** What to consult on. Times in ms; `corrects` is the id of a published release. */
export interface ConsultationRequest {
  readonly start: number
  readonly end: number
  readonly corrects: string | null
  readonly reason: string | null
}

/** The monitoring in a record's key, whose members the contract names. */
const AUTOMATIC = /\/automatic\/[^/]+\/[^/]+$/

/** Every revision of an automatic record current at a ledger size whose interval ends in (start, end]; what was sampled by hand is no part of this product. */
export async function recordsAsOf(
  store: Store,
  dataset: string,
  start: number,
  end: number,
  asOf: number,
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = []
  for (let after = 0; ; ) {
    const page = await store.records({ dataset, from: start, to: end, asOf, after, limit: PAGE })
    for (const record of page) if (AUTOMATIC.test(record.key)) found.push(record)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return found
    after = last.seq
  }
}

/** Each record with the leaf that its submission's accepted tree holds it by. */
export async function bindRecords(store: Store, records: readonly StoredRecord[]): Promise<readonly BoundRecord[]> {
  const submissions = new Map<string, StoredSubmission>()
  for (const id of new Set(records.map((record) => record.submission))) {
    const submission = await store.submission(id)
    if (!submission) throw new TypeError(`the store has records of ${id} but not the submission`)
    submissions.set(id, submission)
  }
  return records.map(({ party, submission, position, body }) => {
    const leaves = submissions.get(submission)?.leaves ?? new Uint8Array()
    const leaf = toBase64Url(leaves.subarray(position * 32, position * 32 + 32))
    return { party, submission, position, leaf, record: readWaterRecord(body) }
  })
}

function checkPeriod({ start, end }: ConsultationRequest, now: number): void {
  const midnight = (ms: number): boolean => formatInstant(ms).endsWith('T00:00:00+08:00')
  if (end - start !== WEEK || !midnight(start) || end > now) {
    throw new Problem('period-invalid', {
      pointer: '/period',
      value: `${formatInstant(start)} – ${formatInstant(end)}`,
    })
  }
}

function corrected(
  request: ConsultationRequest,
  releases: readonly ReleaseEntry[],
): { bulletin: WaterBulletin; digest: string; reason: string } | null {
  const period = formatInstant(request.start)
  const standing = releases.find(
    (one) => one.publishedAt !== null && one.supersededBy === null && one.bulletin.period.start === period,
  )
  if (request.corrects === null) {
    if (standing) throw new Problem('document-exists', { pointer: '/corrects', value: standing.bulletin.id })
    return null
  }
  if (!standing || standing.bulletin.id !== request.corrects) {
    throw new Problem('release-unknown', { pointer: '/corrects', value: request.corrects })
  }
  if (request.reason === null) {
    throw new Problem('body-invalid', {
      pointer: '/reason',
      detail: { zh: '更正须说明原因', en: 'expected a reason with a correction' },
    })
  }
  return { bulletin: standing.bulletin, digest: standing.document.digest, reason: request.reason }
}

/** The draft as a document to store. Throws Problem `period-invalid`, `no-record-in-period`, `document-exists`, `release-unknown`. */
export async function draft(
  gateway: Gateway,
  request: ConsultationRequest,
  releases: readonly ReleaseEntry[],
): Promise<DocumentRow> {
  const { config, log, standing, store, now } = gateway
  checkPeriod(request, now())
  const contract = standing.contract(CONTRACT)
  const registry = standing.registry('sections')
  if (!contract || contract.document.inForce === null || !registry)
    throw new Problem('contract-not-in-force', { value: CONTRACT })
  const corrects = corrected(request, releases)
  const { size } = log.head()
  const stored = await recordsAsOf(store, CONTRACT, request.start, request.end, size)
  if (stored.length === 0) throw new Problem('no-record-in-period', { pointer: '/period' })
  const { lists } = standing.keys()
  const keys = Object.fromEntries(PARTIES.map((party) => [party, lists.get(party)]))
  const [cq, sc] = [keys.cq, keys.sc]
  if (!cq || !sc) throw new Problem('contract-not-in-force', { value: 'keys' })
  const base = `weekly-water-${formatInstant(request.start).slice(0, 10)}`
  const drafts = releases.filter((one) => one.bulletin.id === base || one.bulletin.id.startsWith(`${base}-`)).length
  const id = drafts === 0 ? base : `${base}-${drafts + 1}`
  const rounding = contract.contract.terms.rounding.find((one) => one.product === PRODUCT)
  const bulletin = waterBulletin({
    id,
    sandbox: config.sandbox,
    start: request.start,
    end: request.end,
    registry: registry.registry,
    records: await bindRecords(store, stored),
    decimals: rounding?.decimals ?? {},
    ledger: { origin: config.log, size },
    contract: { id: contract.contract.id, version: contract.contract.version, digest: contract.document.digest },
    registryRef: { id: registry.registry.id, edition: registry.registry.edition, digest: registry.document.digest },
    keys: { cq, sc },
    corrects,
  })
  return documentRow({
    kind: 'release',
    id: `release/${id}`,
    payload: canonical(bulletin),
    supersedes: corrects === null ? null : `release/${corrects.bulletin.id}`,
  })
}

/** Whether a draft may still be signed: not published, and what it corrects not corrected by another meanwhile. */
export function mayBeSigned(entry: ReleaseEntry, releases: readonly ReleaseEntry[]): boolean {
  if (entry.publishedAt !== null) return false
  const period = entry.bulletin.period.start
  const standing = releases.find(
    (one) => one.publishedAt !== null && one.supersededBy === null && one.bulletin.period.start === period,
  )
  return (standing?.bulletin.id ?? null) === (entry.bulletin.supersedes?.id ?? null)
}
