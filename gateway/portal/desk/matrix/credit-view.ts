/** An annual list of ratings as the desk shows it: by enterprise both sides' ratings, what must not be shown any more, what is not on it, and the counts. Pure. */
import type { PublicCredit } from '../../../../contracts/enterprise-credit/public.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import type { CreditStanding } from '../../../release/consultation/credit-standing.ts'
import { besideDifferences } from '../../../release/products/credit/beside.ts'
import { onlyRatedBy, type SideRatings } from '../../../release/products/credit/differences.ts'
import { type ListedRating, ratingName } from '../../../release/products/credit/rows.ts'
import type { Withheld, WithheldRating } from '../../../release/products/credit/withheld.ts'
import type { Difference } from '../../../release/products/product.ts'

/** A rating on the list; `lapse` says why it must not be shown any more, null while it may. */
export interface CreditWord {
  readonly record: PublicCredit
  readonly setAside: boolean
  readonly lapse: Withheld | null
}

/** An enterprise's row. */
export interface CreditRowView {
  readonly code: string
  readonly sides: Readonly<Record<PartyId, readonly CreditWord[]>>
  readonly withheld: readonly WithheldRating[]
  /** What differs beside what the table itself says. */
  readonly beside: readonly Difference[]
  /** The side that alone rates it; null where both do, or neither. */
  readonly only: PartyId | null
}

/** The list. `elsewhere` are the ratings of enterprises that have no row at all. */
export interface CreditView {
  readonly day: string
  readonly issued: string
  readonly rows: ReadonlyMap<string, CreditRowView>
  readonly elsewhere: readonly WithheldRating[]
  readonly oneSided: number
  readonly lapsed: number
  readonly withheld: number
}

const codeOf = ({ held }: WithheldRating): string => held.record.enterprise.code

/** Draws it up. */
export function creditView({ day, issued, lapsed, listed, withheld }: CreditStanding): CreditView {
  const aside = Map.groupBy(withheld, codeOf)
  const word = ({ row }: ListedRating): CreditWord => ({
    record: row.record,
    setAside: row.setAsideBy !== null,
    lapse: lapsed.get(ratingName(row)) ?? null,
  })
  const rows = [...Map.groupBy(listed, ({ row }) => row.record.enterprise.code)].map(([code, own]): CreditRowView => {
    const of = (party: PartyId): readonly ListedRating[] => own.filter(({ row }) => row.party === party)
    const sides: SideRatings = { cq: of('cq'), sc: of('sc') }
    const beside = aside.get(code) ?? []
    return {
      code,
      sides: { cq: sides.cq.map(word), sc: sides.sc.map(word) },
      withheld: beside,
      beside: besideDifferences(sides, lapsed, beside),
      only: onlyRatedBy(sides),
    }
  })
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return {
    day,
    issued,
    rows: byCode,
    elsewhere: withheld.filter((one) => !byCode.has(codeOf(one))),
    oneSided: rows.filter(({ only }) => only !== null).length,
    lapsed: lapsed.size,
    withheld: withheld.length,
  }
}

/** Whether a side has any rating of an enterprise on the list. */
export function isRatedBy(row: CreditRowView | undefined, party: PartyId): boolean {
  return (row?.sides[party].length ?? 0) > 0
}
