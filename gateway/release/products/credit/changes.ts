/** What a corrected list says differently. Rows are named by their leaves alone, since what both sides sign outlasts what may be shown. */
import { canonical } from '../../../../contracts/jcs.ts'
import type { Change } from '../../bulletin-types.ts'
import type { CreditRelease } from '../../release-types.ts'
import { type ListedRating, ratingName } from './rows.ts'

/** The member of a change of one row: `section` is its leaf now, `from` and `to` its leaves as JSON texts, `null` before it was added and after it was removed. */
export const ROW_CHANGE = 'row'

/** Rows first, in the order of the new list, those removed behind them; then the words on the whole. */
export function creditChanges(
  before: { readonly release: CreditRelease; readonly ratings: readonly ListedRating[] },
  after: { readonly release: CreditRelease; readonly ratings: readonly ListedRating[] },
): readonly Change[] {
  const [earlier, later] = [before, after].map(
    ({ ratings }) => new Map(ratings.map((rating) => [ratingName(rating.row), rating])),
  )
  const names = [...new Set([...(later?.keys() ?? []), ...(earlier?.keys() ?? [])])]
  const rows = names.flatMap((name): Change[] => {
    const [from, to] = [earlier?.get(name), later?.get(name)]
    // Sent again with nothing changed that is public, it is the same row.
    if (from && to && canonical(from.row.record) === canonical(to.row.record)) return []
    const section = (to ?? from)?.row.leaf ?? null
    return [{ section, member: ROW_CHANGE, from: leafOf(from), to: leafOf(to) }]
  })
  const [was, is] = [before, after].map(({ release }) => canonical(release.statement))
  const words = was === is ? [] : [{ section: null, member: 'statement', from: was ?? '', to: is ?? '' }]
  return [...rows, ...words]
}

function leafOf(rating: ListedRating | undefined): string {
  return canonical(rating?.row.leaf ?? null)
}
