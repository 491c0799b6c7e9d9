/** The current ratings of one rating year, kept in memory and brought up to date by what the ledger has gained since. */
import { turns } from '../../../ledger/turns.ts'
import type { Store, StoredLeaf, StoredRecord } from '../../../ports.ts'
import type { Period } from '../../consultation/acts.ts'
import { mustBeDays } from '../period.ts'
import { readAll } from '../select.ts'
import { CREDIT_DATASET, ratingName } from './rows.ts'

/** Every current rating of a year by `ratingName`; `last` rises whenever one comes or changes. */
export interface CurrentRatings {
  readonly last: number
  readonly records: ReadonlyMap<string, StoredRecord>
}

interface Kept extends CurrentRatings {
  readonly size: number
}

type Reading = Pick<Store, 'leaves' | 'records'>

/** Years kept; one with ten thousand ratings takes some ten megabytes. */
const YEARS_KEPT = 3
/** Leaves read at a time. */
const PAGE = 1000

// As it stands in the header's JCS text; a text that only looks so costs a reading more.
const OF_DATASET = `"id":"${CREDIT_DATASET}","version"`

const stores = new WeakMap<Reading, ReturnType<typeof keeper>>()

/** The current ratings as of a ledger size. A later one read before serves as well. */
export function currentRatings(store: Reading, period: Period, size: number): Promise<CurrentRatings> {
  const known = stores.get(store) ?? keeper(store)
  stores.set(store, known)
  return known(period, size)
}

function keeper(store: Reading): (period: Period, size: number) => Promise<CurrentRatings> {
  const inTurn = turns()
  const years = new Map<string, Kept>()

  async function broughtRatings(from: number, to: number): Promise<boolean> {
    const brings = ({ type, opening }: StoredLeaf): boolean =>
      type === 'submission' && opening.header.includes(OF_DATASET)
    for (let at = from; at < to; at += PAGE) {
      if ((await store.leaves(at, Math.min(to, at + PAGE))).some(brings)) return true
    }
    return false
  }

  async function upTo(before: Kept | undefined, period: Period, size: number): Promise<Kept> {
    if (before && (before.size >= size || !(await broughtRatings(before.size, size))))
      return { ...before, size: Math.max(before.size, size) }
    const { start, end } = mustBeDays(period)
    const { last = 0, records: held = [] } = before ?? {}
    const more = await readAll(store, { dataset: CREDIT_DATASET, from: start, to: end, asOf: size }, last)
    const records = new Map(held)
    // What comes later takes the place of what it supersedes.
    for (const record of more) records.set(ratingName(record), record)
    return { size, last: more.at(-1)?.seq ?? last, records }
  }

  return (period, size) =>
    inTurn(async () => {
      const kept = await upTo(years.get(period.start), period, size)
      // Last in order is last to go.
      years.delete(period.start)
      years.set(period.start, kept)
      const [oldest] = years.keys()
      if (years.size > YEARS_KEPT && oldest !== undefined) years.delete(oldest)
      return kept
    })
}
