/** Which scheme of warnings each side uses now (四川：环大气〔2024〕6号；重庆：渝府办发〔2022〕115号). */
import type { WarningScheme } from '../../contracts/standards/air-types.ts'
import { WARNING_SCHEMES } from '../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'

/** The scheme in use that a side warns by. */
export function sideScheme(party: PartyId): WarningScheme {
  const [scheme, ...others] = WARNING_SCHEMES.filter(
    ({ standing, usedBy }) => standing === 'current' && usedBy.some((one) => one.party === party),
  )
  if (!scheme || others.length > 0) throw new TypeError(`expected one warning scheme in use by ${party}`)
  return scheme
}

/** Every scheme in use, Chongqing's first. */
export const CURRENT_SCHEMES: readonly WarningScheme[] = [...new Set(PARTIES.map(sideScheme))]
