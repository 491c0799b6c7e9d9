/** Names of enterprises whose ratings are or will be shown, for finding them by a part: kept in memory, brought up to date by what the ledger has gained since. */
import { goneBy, publicOn, type ShownBy } from '../../contracts/enterprise-credit/display.ts'
import { creditRecordBy } from '../../contracts/enterprise-credit/read.ts'
import { type CreditTerms, creditTermsOf } from '../../contracts/enterprise-credit/terms.ts'
import type { Contract } from '../../contracts/index.ts'
import type { LeafType, Store, StoredLeaf, StoredRecord } from '../ports.ts'
import { CREDIT_LIMITS } from './limits.ts'
import { foldName } from './question.ts'
import { CREDIT_DATASET, currentRecords } from './read.ts'

/** How much is kept and read; other limits than the usual are for tests. */
export type NameLimits = Readonly<Record<'names' | 'page' | 'enterprises', number>>

/** As what the names are asked for: a ledger size, a civil day and the contract in force. */
export interface NameMoment {
  readonly size: number
  readonly day: string
  readonly contract: Contract
}

/** Codes found, best first: the whole name, then its beginning, then any part. `complete` is false when there were more names than are kept. */
export interface FoundNames {
  readonly codes: readonly string[]
  readonly complete: boolean
}

/** Finds enterprises by a folded part of a name. What it finds is a hint: whoever shows a rating reads it from the store. */
export type FindNames = (part: string, moment: NameMoment) => Promise<FoundNames>

interface Entry {
  readonly code: string
  readonly folded: string
  readonly shown: ShownBy
}

interface Kept {
  size: number
  last: number
  day: string
  complete: boolean
  readonly contract: Contract
  readonly display: CreditTerms['display']
  /** By side and key: a record takes the place of the one it supersedes. */
  readonly entries: Map<string, Entry>
}

/** Leaves that leave every record as it was. */
const RECORDLESS: ReadonlySet<LeafType> = new Set<LeafType>([
  'keys',
  'contract',
  'contract-signature',
  'registry',
  'registry-signature',
  'retirement',
  'retirement-signature',
  'withdrawal',
  'consultation',
  'consultation-step',
  'release-signature',
  'duty',
])

// As it stands in the header's JCS text; a text that only looks so costs a reading more.
const OF_DATASET = `"id":"${CREDIT_DATASET}","version"`

/** Whether a leaf brought ratings; null when it did who knows what to them. */
function bringsRatings({ type, opening }: StoredLeaf): boolean | null {
  if (type === 'submission') return opening.header.includes(OF_DATASET)
  return RECORDLESS.has(type) ? false : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

interface Hit {
  readonly rank: number
  readonly folded: string
  readonly code: string
}

function before(one: Hit, other: Hit): number {
  return one.rank - other.rank || byText(one.folded, other.folded) || byText(one.code, other.code)
}

/** The best of the names that hold the part and are shown on the day, a few times what is answered. */
function search({ entries, display }: Kept, part: string, day: string, most: number): readonly string[] {
  const best = new Map<string, Hit>()
  // No name behind this one can come among the best any more.
  let last: Hit | undefined
  const trim = (): void => {
    const sorted = [...best.values()].sort(before).slice(0, most)
    best.clear()
    for (const hit of sorted) best.set(hit.code, hit)
    last = sorted[most - 1]
  }
  for (const { code, folded, shown } of entries.values()) {
    const at = folded.indexOf(part)
    if (at < 0) continue
    const hit = { rank: folded === part ? 0 : at === 0 ? 1 : 2, folded, code }
    if ((last && before(last, hit) < 0) || !publicOn(shown, day, display)) continue
    const known = best.get(code)
    if (!known || before(hit, known) < 0) best.set(code, hit)
    if (best.size > 2 * most) trim()
  }
  trim()
  return [...best.keys()]
}

/** Opens the names of a store's ratings; nothing is read before the first question. */
export function creditNames(store: Pick<Store, 'records' | 'leaves'>, limits: NameLimits = CREDIT_LIMITS): FindNames {
  let kept: Kept | null = null
  let busy: Promise<unknown> = Promise.resolve()

  function take({ entries, contract, display, day }: Kept, { key, party, body }: StoredRecord): void {
    const place = `${party}/${key}`
    entries.delete(place)
    const record = creditRecordBy(contract, utf8.decode(body))
    if (record?.publication !== 'public' || goneBy(record, day, display)) return
    const { enterprise, publication, publicationBasis, ratingYear, repair, validity } = record
    const shown = { publication, publicationBasis, ratingYear, repair, validity }
    entries.set(place, { code: enterprise.code, folded: foldName(enterprise.name), shown })
  }

  async function read(into: Kept, size: number): Promise<Kept> {
    for await (const record of currentRecords(store, { asOf: size, after: into.last, page: limits.page })) {
      if (into.entries.size < limits.names) take(into, record)
      else into.complete = false
      into.last = record.seq
    }
    into.size = size
    return into
  }

  async function gained(from: number, to: number): Promise<boolean | null> {
    let any = false
    for (let at = from; at < to; at += limits.page) {
      for (const leaf of await store.leaves(at, Math.min(to, at + limits.page))) {
        const brings = bringsRatings(leaf)
        if (brings === null) return null
        any ||= brings
      }
    }
    return any
  }

  async function keptAt({ size, day, contract }: NameMoment): Promise<Kept> {
    const anew = (): Promise<Kept> => {
      const { display } = creditTermsOf(contract)
      return read({ size, last: 0, day, complete: true, contract, display, entries: new Map() }, size)
    }
    if (kept?.contract !== contract) return anew()
    const now = kept
    if (now.day < day) {
      now.day = day
      for (const [place, { shown }] of now.entries) if (goneBy(shown, day, now.display)) now.entries.delete(place)
    }
    const brings = now.size < size && (await gained(now.size, size))
    if (brings === null || (brings && !now.complete)) return anew()
    if (brings) return read(now, size)
    now.size = Math.max(now.size, size)
    return now
  }

  return (part, moment) => {
    const found = busy.then(async () => {
      kept = await keptAt(moment)
      return { codes: search(kept, part, moment.day, 4 * limits.enterprises), complete: kept.complete }
    })
    busy = found.catch(() => {
      kept = null
    })
    return found
  }
}
