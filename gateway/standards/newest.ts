/** The records of one issue of an area's forecasts: the issue asked for, or the newest. Small reads, whatever has gathered over the years. */
import type { PartyId } from '../../contracts/types.ts'
import type { Store, StoredRecord } from '../ports.ts'
import { PRACTICE_LIMITS } from './limits.ts'
import { readRecords } from './read-records.ts'
import { FORECAST_CONTRACT } from './sequence.ts'

const DAY = 86_400_000
/** No forecast reaches further ahead (terms of the contract), and its last day ends a day later. */
const REACH = 17 * DAY
/** How far back from the ledger's last entry the newest issue is looked for, in turn; what was issued later than a window's start ends within it. */
const WINDOWS = [32 * DAY, 366 * DAY, Number.POSITIVE_INFINITY]

/** An area and, in ms, the issue asked for and the ledger's last entry; `asOf` is its size. */
export interface IssueQuery {
  readonly area: string
  readonly issued: number | null
  readonly asOf: number
  readonly now: number
  /** Only what this side forecast. */
  readonly party?: PartyId | undefined
}

/** Within a record's key, whose members the contract names: valid date, time of issue, issuer. */
const ISSUED = /\/\d{4}-\d{2}-\d{2}\/(\d{4}-\d{2}-\d{2}T[^/]+)\/(?:cq|sc)(?:\/|$)/

function issuedOf({ key }: Pick<StoredRecord, 'key'>): number {
  return Date.parse(ISSUED.exec(key)?.[1] ?? '')
}

/** The records, of every issuer at that instant; none where there is no such issue. */
export async function issueRecords(
  store: Pick<Store, 'records'>,
  { area, issued, asOf, now, party }: IssueQuery,
): Promise<readonly StoredRecord[]> {
  const read = async (from: number | null, to: number | null): Promise<StoredRecord[]> => {
    const found: StoredRecord[] = []
    const between = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
    const query = {
      dataset: FORECAST_CONTRACT,
      subject: area,
      asOf,
      ...between,
      ...(party === undefined ? {} : { party }),
    }
    await readRecords(store, { ...query, page: PRACTICE_LIMITS.page, most: Number.MAX_SAFE_INTEGER }, (record) => {
      found.push(record)
    })
    return found
  }
  if (issued !== null) {
    const around = await read(issued - 1, issued + REACH)
    return around.filter((record) => issuedOf(record) === issued)
  }
  for (const window of WINDOWS) {
    const from = Number.isFinite(window) ? now - window : null
    const found = (await read(from, null)).filter((record) => from === null || issuedOf(record) >= from)
    const newest = found.reduce((latest, record) => Math.max(latest, issuedOf(record)), Number.NEGATIVE_INFINITY)
    if (found.length > 0) return found.filter((record) => issuedOf(record) === newest)
  }
  return []
}
