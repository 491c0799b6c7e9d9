/** The table of a list of ratings: an enterprise a row, both sides' ratings of it side by side. None is for editing: a rating is its authority's own act. */
import type { CreditCrosswalk } from '../../../../contracts/enterprise-credit/terms.ts'
import { ratingTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import type { JsonValue } from '../../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Table, TableCell, TableRow } from '../product.ts'
import { STATEMENT_CELL, STATEMENT_ROW } from '../statement.ts'
import { creditDifferences, type SideRatings } from './differences.ts'
import type { ListedRating } from './rows.ts'

function said({ row: { key, record, setAsideBy } }: ListedRating): JsonValue {
  const { authority, level, levelSent = null, scheme, status, validity = null } = record
  const { zh, en } = ratingTitle(record)
  return {
    authority: { level: authority.level, name: authority.name },
    key,
    level,
    levelSent,
    scheme,
    setAsideBy,
    status,
    title: { en, zh },
    validity: validity && { from: validity.from, to: validity.to },
  }
}

/** Its only side's, where there is one. */
function ownerOf({ cq, sc }: SideRatings): PartyId | null {
  if (cq.length > 0 && sc.length > 0) return null
  return cq.length > 0 ? 'cq' : 'sc'
}

function rowOf(
  code: string,
  ratings: readonly ListedRating[],
  crosswalk: CreditCrosswalk,
): { readonly row: TableRow; readonly cell: TableCell } {
  const of = (party: PartyId): readonly ListedRating[] => ratings.filter(({ row }) => row.party === party)
  const sides: SideRatings = { cq: of('cq'), sc: of('sc') }
  const owner = ownerOf(sides)
  const words = (party: PartyId): JsonValue => (sides[party].length === 0 ? null : sides[party].map(said))
  const names = PARTIES.flatMap((party) => sides[party].map(({ row }) => row.record.enterprise.name))
  const name = [...new Set(names)].join(' / ')
  return {
    row: { id: code, title: { zh: name, en: name }, party: owner },
    cell: {
      ...STATEMENT_CELL,
      id: code,
      row: code,
      owner,
      sides: { cq: words('cq'), sc: words('sc') },
      editable: false,
      differences: creditDifferences(sides, crosswalk),
    },
  }
}

/** The table, by code; `crosswalk` is that of the contract the list is made under. */
export function creditTable(ratings: readonly ListedRating[], crosswalk: CreditCrosswalk): Table {
  const byCode = Map.groupBy(ratings, ({ row }) => row.record.enterprise.code)
  const found = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, own]) => rowOf(code, own, crosswalk))
  return {
    rows: [STATEMENT_ROW, ...found.map(({ row }) => row)],
    columns: [],
    cells: [STATEMENT_CELL, ...found.map(({ cell }) => cell)],
  }
}
