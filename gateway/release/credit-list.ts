/**
 * A published list of ratings as anybody may see it now. What was repaired, has expired or was taken back since is shown nowhere: no page, table or JSON has
 * it, and the proof bundle has its commitment alone; the signed payload never had it. Whoever took the release away before can still prove what it said.
 */
import { heldCredit } from '../../contracts/enterprise-credit/held.ts'
import { type HeldCredit, publicCredit, publicPart } from '../../contracts/enterprise-credit/public.ts'
import { type CreditTerms, creditTermsOf } from '../../contracts/enterprise-credit/terms.ts'
import { ratingTitle } from '../../contracts/enterprise-credit/titles.ts'
import { creditRowVisible } from '../../contracts/enterprise-credit/visible.ts'
import type { Contract } from '../../contracts/index.ts'
import { canonical } from '../../contracts/jcs.ts'
import { civilDay } from '../../contracts/life.ts'
import type { Gateway } from '../gateway.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { Store, StoredSubmission } from '../ports.ts'
import { openRecord, placeName } from './bundle.ts'
import { type Keeping, keeping } from './consultation/kept.ts'
import { currentRatings } from './products/credit/current.ts'
import { CREDIT_DATASET, type ListedRating, type ListedRow, listedRatings, ratingName } from './products/credit/rows.ts'
import type { CreditRelease } from './release-types.ts'
import type { ReleaseEntry } from './releases.ts'
import { sourcesOf } from './sources.ts'

/** What it is made from. */
export type CreditListPorts = Pick<Gateway, 'store' | 'standing' | 'log' | 'now'>

/** A row that may be shown; `at` counts all rows of the list in the order that `rowsRoot` is over. */
export interface ShownRow extends ListedRow {
  readonly at: number
}

/** The list on a civil day. `terms` are null while no contract is in force: then nothing is shown. */
export interface CreditList {
  readonly day: string
  readonly terms: CreditTerms | null
  /** By enterprise, then side. */
  readonly rows: readonly ShownRow[]
  /** The leaf of every row, shown or not. */
  readonly leaves: readonly string[]
  /** Names (`placeName`) of the records whose opening is not given. */
  readonly withheld: ReadonlySet<string>
  /** Another one whenever others are withheld. */
  readonly edition: string
}

/** What stays in the gateway. */
interface Weighed {
  readonly list: CreditList
  /** By their place among all rows, those whose opening may be given. */
  readonly openable: ReadonlyMap<number, ListedRating>
}

/** Lists kept in memory, and what they are made of. */
const KEPT = 4

/** A list as it was released. */
interface Listed {
  readonly contract: Contract
  readonly ratings: readonly ListedRating[]
}

interface Keepings {
  readonly listed: Keeping<Listed>
  readonly weighed: Keeping<Weighed>
  readonly rows: Keeping<string>
}

const stores = new WeakMap<Store, Keepings>()

function keepingsOf(store: Store): Keepings {
  const known = stores.get(store) ?? { listed: keeping(KEPT), weighed: keeping(KEPT), rows: keeping(KEPT) }
  stores.set(store, known)
  return known
}

/** Whether a release is a list of ratings. */
export function isCreditList(entry: ReleaseEntry): entry is ReleaseEntry<CreditRelease> {
  return entry.release.type === 'annual-credit-list'
}

/** The rating as it is now, where it may still be shown as it was released. */
function stillShown(
  { held, row }: ListedRating,
  current: HeldCredit | null,
  day: string,
  contract: Contract,
): HeldCredit | null {
  return current && creditRowVisible({ key: held.key, record: row.record }, current, day, contract) ? current : null
}

/** How many members the opening of a record shows. */
function openedMembers({ record, under }: HeldCredit): number {
  return Object.keys(record).filter((member) => under?.terms.audience[member] === 'public').length
}

/** What a list is weighed by: its ratings and their contract, what is current of each, and on which day by which contract in force. */
interface Weighing extends Listed {
  readonly currentOf: (rating: ListedRating) => HeldCredit | null
  readonly day: string
  readonly inForce: Contract
}

function weigh({ contract, ratings, currentOf, day, inForce }: Weighing): Weighed {
  const still = new Map<ListedRating, HeldCredit>()
  for (const rating of ratings) {
    const current = stillShown(rating, currentOf(rating), day, inForce)
    if (current) still.set(rating, current)
  }
  // Only what is shown sets anything aside.
  const now = new Map(publicCredit([...still.values()], day, inForce).map((row) => [ratingName(row), row]))
  const openable = new Map<number, ListedRating>()
  const rows = ratings.flatMap((rating, at): ShownRow[] => {
    const [current, row] = [still.get(rating), now.get(ratingName(rating.row))]
    const open = [inForce, contract, rating.held.under, current?.under].flatMap((one) =>
      one ? [one.terms.audience] : [],
    )
    const part = publicPart(rating.held.record, open)
    if (!row || !part) return []
    if (Object.keys(part).length === openedMembers(rating.held)) openable.set(at, rating)
    return [{ ...row, record: part, leaf: rating.row.leaf, at }]
  })
  return {
    openable,
    list: listOf(ratings, { day, openable, rows: rows.sort(byEnterprise), terms: creditTermsOf(inForce) }),
  }
}

function listOf(
  ratings: readonly ListedRating[],
  { openable, ...shown }: Pick<CreditList, 'day' | 'rows' | 'terms'> & Pick<Weighed, 'openable'>,
): CreditList {
  const withheld = ratings.flatMap(({ bound }, at) => (openable.has(at) ? [] : [placeName(bound.stored)]))
  return {
    ...shown,
    leaves: ratings.map(({ row }) => row.leaf),
    withheld: new Set(withheld),
    edition: sha256Hex(canonical(withheld)),
  }
}

/** What goes first stands first. */
function byEnterprise(one: ShownRow, other: ShownRow): number {
  const [a = '', b = ''] = [one, other].map(({ key, party, record, setAsideBy }) =>
    [record.enterprise.code, party, setAsideBy === null ? 0 : 1, key].join('/'),
  )
  return a < b ? -1 : 1
}

/** The list as it stands, and a name for that. */
async function weighedNow(
  ports: CreditListPorts,
  { release, document }: ReleaseEntry<CreditRelease>,
): Promise<Weighed & { readonly name: string }> {
  const { store, standing, log, now } = ports
  const keep = keepingsOf(store)
  const day = civilDay(now())
  const found = standing.contract(CREDIT_DATASET)
  const inForce = found?.state === 'in-force' ? found.contract : null
  const { last, records } = await currentRatings(store, release.period, log.head().size)
  const name = canonical([document.id, last, day, inForce?.version ?? null])
  const weighed = await keep.weighed(name, async () => {
    const listed = await keep.listed(document.id, async () => {
      const { made } = await sourcesOf(ports, release)
      return { contract: made.contract, ratings: listedRatings(made) }
    })
    if (!inForce) {
      const openable = new Map<number, ListedRating>()
      return { openable, list: listOf(listed.ratings, { day, openable, rows: [], terms: null }) }
    }
    const currentOf = ({ row }: ListedRating): HeldCredit | null => {
      const stored = records.get(ratingName(row))
      const versionOf = (version: string) => standing.contract(CREDIT_DATASET, version)?.contract
      return stored ? heldCredit(stored, inForce, versionOf) : null
    }
    return weigh({ ...listed, currentOf, day, inForce })
  })
  return { ...weighed, name }
}

/** The list as it may be shown now. Throws TypeError when the store no longer gives the records it derives from. */
export async function creditList(ports: CreditListPorts, entry: ReleaseEntry<CreditRelease>): Promise<CreditList> {
  return (await weighedNow(ports, entry)).list
}

/**
 * The rows as JSON text, to stand beside the signed payload. A row's leaf is SHA-256(0x00 ‖ SHA-256(`salt` ‖ JCS of `record`) ‖ `joint`), and `rowsRoot` the
 * RFC 6962 root over `leaves`; `opening` is null for a row of which less is open to everybody now than when it was sent.
 */
export async function creditRowsJson(ports: CreditListPorts, entry: ReleaseEntry<CreditRelease>): Promise<string> {
  const { name, ...weighed } = await weighedNow(ports, entry)
  return keepingsOf(ports.store).rows(name, () => printRows(ports.store, weighed))
}

async function printRows(store: Store, { list, openable }: Weighed): Promise<string> {
  const submissions = new Map<string, StoredSubmission>()
  for (const id of new Set([...openable.values()].map(({ bound }) => bound.stored.submission))) {
    const found = await store.submission(id)
    if (found) submissions.set(id, found)
  }
  const openingOf = (at: number): object | null => {
    const rating = openable.get(at)
    const submission = rating && submissions.get(rating.bound.stored.submission)
    if (!submission || !rating.held.under) return null
    const { salt, joint } = openRecord(rating.bound.stored, submission, rating.held.under.terms.audience)
    return { salt, joint }
  }
  const shown = list.rows.map(({ at, key, party, record, recognition, setAsideBy }) => {
    const title = ratingTitle(record)
    return { at, key, party, title, setAsideBy, recognition, record, opening: openingOf(at) }
  })
  return JSON.stringify({ day: list.day, shown, leaves: list.leaves })
}
