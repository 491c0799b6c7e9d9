/** Records for partners: filters, a cursor that keeps its place, JSON and NDJSON; bodies go out as stored, never re-written. */
import { Buffer } from 'node:buffer'
import type { Contract } from '../../contracts/index.ts'
import { PARTIES } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { invalid, readInstant, readInteger, readQuery } from '../http/query.ts'
import type { RecordQuery, StoredRecord } from '../ports.ts'

/** Records a page: without a word, and at most. */
export const PAGE = { standard: 100, most: 5000 } as const

const PARAMETERS = [
  'party',
  'section',
  'subject',
  'from',
  'to',
  'asOf',
  'revisions',
  'version',
  'limit',
  'cursor',
] as const

/** A question for records; `version` is the contract version to read them through. */
export interface RecordQuestion extends RecordQuery {
  readonly asOf: number
  readonly version?: string
}

/** A page of records as read: what it answers, the contract (by its digest too) it is read by, and the cursor of the page after it. */
export interface FoundPage {
  readonly question: RecordQuestion
  readonly contract: Contract
  readonly digest: string
  readonly records: readonly StoredRecord[]
  readonly next: string | null
}

/** The question of a URL, as of the ledger's `size` unless it says otherwise; a cursor binds the pages after it to the size of the first. */
export function recordQuery(url: string, dataset: string, size: number): RecordQuestion {
  const query = readQuery(url, PARAMETERS)
  const party = query.party === undefined ? undefined : PARTIES.find((one) => one === query.party)
  if (query.party !== undefined && party === undefined)
    throw invalid('party', query.party, '应为 cq 或 sc', 'expected cq or sc')
  if (query.revisions !== undefined && query.revisions !== 'all')
    throw invalid('revisions', query.revisions, '应为 all', 'expected all')
  if (query.section !== undefined && query.subject !== undefined)
    throw invalid('section', query.section, '与 subject 只能给一个', 'expected either this or subject')
  const subject = query.subject ?? query.section
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, size)
  const asOf = query.asOf === undefined ? (cursor?.asOf ?? size) : readInteger('asOf', query.asOf, 0, size)
  return {
    dataset,
    asOf,
    limit: query.limit === undefined ? PAGE.standard : readInteger('limit', query.limit, 1, PAGE.most),
    ...(party === undefined ? {} : { party }),
    ...(subject === undefined ? {} : { subject }),
    ...(query.from === undefined ? {} : { from: readInstant('from', query.from) }),
    ...(query.to === undefined ? {} : { to: readInstant('to', query.to) }),
    ...(query.revisions === undefined ? {} : { revisions: true }),
    ...(query.version === undefined ? {} : { version: query.version }),
    ...(cursor === null ? {} : { after: cursor.after }),
  }
}

/** The cursor behind the last record of a page: ledger size and sequence number. */
export function printCursor(asOf: number, after: number): string {
  return Buffer.from(`${asOf}.${after}`, 'latin1').toString('base64url')
}

function readCursor(cursor: string, size: number): { asOf: number; after: number } {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  const [asOf, after] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || asOf > size || printCursor(asOf, after) !== cursor)
    throw new Problem('cursor-invalid', { value: cursor.slice(0, 120) })
  return { asOf, after }
}

const NOT_READABLE = Buffer.from('null')

/**
 * Records read through one version of their contract: those taken in under another keep their text where it holds by this
 * version as well; where it does not, the record is null, so that its place is seen.
 */
export function readThrough(
  records: readonly StoredRecord[],
  { version, validate }: Contract,
): readonly StoredRecord[] {
  return records.map((record) =>
    record.version === version || validate(JSON.parse(Buffer.from(record.body).toString('utf8')))
      ? record
      : { ...record, body: NOT_READABLE },
  )
}

/** A page being written: texts and stored bytes side by side, joined once. */
export function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  let length = 0
  for (const part of parts) length += typeof part === 'string' ? Buffer.byteLength(part, 'utf8') : part.length
  const page = Buffer.allocUnsafe(length)
  let at = 0
  for (const part of parts) {
    if (typeof part === 'string') at += page.write(part, at, 'utf8')
    else {
      page.set(part, at)
      at += part.length
    }
  }
  return page
}

/** Where a record comes from, as JSON. What superseded it after `asOf` was not known then. */
export function recordMeta(record: StoredRecord, asOf: number): string {
  const { key, party, revision, version, submission, position, row, index, superseded } = record
  return JSON.stringify({
    key,
    party,
    revision,
    contract: version,
    submission,
    position,
    row,
    ledgerIndex: index,
    supersededAt: superseded !== null && superseded < asOf ? superseded : null,
  })
}

function recordHead(record: StoredRecord, asOf: number): string {
  return `{"meta":${recordMeta(record, asOf)},"record":`
}

/** A page as one JSON object, in UTF-8. */
export function pageJson(records: readonly StoredRecord[], asOf: number, next: string | null): Uint8Array {
  const parts: (string | Uint8Array)[] = []
  for (const record of records) {
    const opening = parts.length === 0 ? `{"asOf":${asOf},"records":[` : '},'
    parts.push(opening + recordHead(record, asOf), record.body)
  }
  parts.push(`${records.length === 0 ? `{"asOf":${asOf},"records":[` : '}'}],"next":${JSON.stringify(next)}}`)
  return joined(parts)
}

/** A page as NDJSON in UTF-8: a line a record. */
export function pageLines(records: readonly StoredRecord[], asOf: number): Uint8Array {
  return joined(records.flatMap((record) => [recordHead(record, asOf), record.body, '}\n']))
}
