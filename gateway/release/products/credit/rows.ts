/**
 * The rows of a list of ratings. A row is the public part of a record, and is committed to by what commits to that record in the ledger already: the leaf
 * of its submission's accepted tree, over the public part with 16 bytes of salt and the joint group's commitment. A release signs the root over the leaves
 * of its rows, in the order of their places in the ledger, and none of the rows: whoever has a row's text, salt and joint commitment can check it, and of a
 * row whose opening is no longer served the leaf tells nothing, while root and signatures hold.
 */
import { heldCredit } from '../../../../contracts/enterprise-credit/held.ts'
import { type HeldCredit, type PublicCreditRow, publicCredit } from '../../../../contracts/enterprise-credit/public.ts'
import { civilDay } from '../../../../contracts/life.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { toBase64Url } from '../../../ledger/encoding.ts'
import { rootOf } from '../../../ledger/tree.ts'
import { mustBeDays } from '../period.ts'
import type { Bound, Made } from '../product.ts'

/** The contract whose records are ratings. */
export const CREDIT_DATASET = 'enterprise-credit'

/** A row, with the leaf (base64url) that commits to it. */
export interface ListedRow extends PublicCreditRow {
  readonly leaf: string
}

/** A rating on a list: its record, where that stands, and its row. */
export interface ListedRating {
  readonly bound: Bound
  readonly held: HeldCredit
  readonly row: ListedRow
}

/** The calendar year that a list is of. */
export function ratingYearOf(period: Made['period']): number {
  return Number(mustBeDays(period).first.slice(0, 4))
}

/** What a rating is found by among both sides'. */
export function ratingName({ party, key }: { readonly party: PartyId; readonly key: string }): string {
  return `${party}/${key}`
}

/** Where a record stands in the ledger: the leaf of its submission, and its position there. */
export interface RecordPlace {
  readonly index: number
  readonly position: number
}

/** By place in the ledger, which tells nothing of what stands there. */
export function byPlace(one: RecordPlace, other: RecordPlace): number {
  return one.index - other.index || one.position - other.position
}

/** A rating of the year, listed or not. */
export type YearRating = Pick<ListedRating, 'bound' | 'held'>

/** Every rating of the year, in the order of their places. */
export function yearRatings({ contract, contracts, period, records }: Omit<Made, 'issued'>): readonly YearRating[] {
  const year = ratingYearOf(period)
  const versionOf = (version: string) => contracts.find((one) => one.id === contract.id && one.version === version)
  return records
    .toSorted((one, other) => byPlace(one.stored, other.stored))
    .flatMap((bound) => {
      const held = heldCredit(bound.stored, contract, versionOf)
      return held?.record.ratingYear === year ? [{ bound, held }] : []
    })
}

/** The ratings of the year that may be public on the day of issue, by the contract's terms, in the order of their places. */
export function listedRatings(made: Made): readonly ListedRating[] {
  const rated = yearRatings(made)
  const rows = publicCredit(
    rated.map(({ held }) => held),
    civilDay(Date.parse(made.issued)),
    made.contract,
  )
  const byName = new Map(rows.map((row) => [ratingName(row), row]))
  return rated.flatMap((rating) => {
    const row = byName.get(ratingName(rating.held))
    return row ? [{ ...rating, row: { ...row, leaf: rating.bound.leaf } }] : []
  })
}

/** What a release signs of its rows: the RFC 6962 root, as base64url, over the leaves of their records in order. */
export function rowsRoot(leaves: readonly string[]): string {
  return toBase64Url(rootOf(leaves.map((leaf) => Buffer.from(leaf, 'base64url'))))
}
