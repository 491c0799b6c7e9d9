/** Where an enterprise is: its division in the register on the last day of the year rated. Standards §7.2; §9 row 16. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import { type DivisionQuery, divisionIndex } from '../../contracts/registry/division-index.ts'
import type { Division, DivisionRegistry } from '../../contracts/registry/types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'
import type { CreditSide } from './side.ts'

type PlaceOf = CreditRecord['enterprise']['division']

/** Whose rows, which columns, and the register they are held against. */
export interface DivisionOptions {
  readonly side: CreditSide
  readonly fields: FieldReader
  readonly registry: DivisionRegistry
}

/** What a name and code came to: a division, perhaps by a rule; the other side's; or none, by a rule. */
type Found =
  | { readonly division: NonNullable<PlaceOf>; readonly rule: string | null }
  | { readonly other: true }
  | { readonly rule: string }

/**
 * Reads the division of each row of a table. The other side's is refused; one that is not known or cannot be told apart
 * leaves the record without, noted: the credit code identifies the enterprise.
 */
export function divisionReader({
  side: { party },
  fields,
  registry,
}: DivisionOptions): (cells: readonly Cell[], row: number, year: number, notes: Note[]) => PlaceOf | Rejection {
  const index = divisionIndex(registry)
  // Files repeat their divisions, and looking for names near to an unknown one is slow.
  const known = new Map<string, Found>()

  /** The division of this side, else of the other. */
  function anywhere(query: DivisionQuery): Division | undefined {
    const own = index.resolve({ ...query, party })
    const found = 'division' in own ? own : index.resolve(query)
    return 'division' in found ? found.division : undefined
  }

  function find(city: string, county: string, code: string, on: string): Found {
    const name = county || city
    const above = city === '' ? undefined : anywhere({ name: city, on })
    if (above && above.party !== party) return { other: true }
    const query = {
      on,
      ...(name ? { name } : {}),
      ...(code ? { code } : {}),
      ...(above && county ? { within: above.id } : {}),
    }
    const found = index.resolve({ ...query, party })
    if ('division' in found) {
      const { division, retired } = found
      const rule = retired ? 'division-retired' : name !== '' && name !== division.name ? 'division-alias' : null
      return { division: Object.freeze({ id: division.id, name: division.name }), rule }
    }
    if ('ambiguous' in found) return { rule: 'division-ambiguous' }
    if ('absent' in found) return { rule: 'division-not-then' }
    const other = anywhere(query)
    return other && other.party !== party ? { other: true } : { rule: 'division-unknown' }
  }

  return (cells, row, year, notes) => {
    const city = fields.text(cells, 'city')
    const county = fields.text(cells, 'county')
    const code = fields.text(cells, 'divisionCode')
    const sent = county || city || code
    if (sent === '') return null
    const id = JSON.stringify([city, county, code, year])
    const found = known.get(id) ?? find(city, county, code, `${year}-12-31`)
    known.set(id, found)
    if ('other' in found) {
      const heading = fields.heading(county ? 'county' : city ? 'city' : 'divisionCode')
      return reject(row, 'row-of-other-side', heading, sent, {
        zh: `所在区划「${city}${county || code}」属对方，不得由本方报送`,
        en: `The division ${city}${county || code} is the other side's; this side may not send it`,
      })
    }
    if (found.rule !== null) notes.push({ field: '/enterprise/division', rule: found.rule, sent })
    return 'division' in found ? found.division : null
  }
}
