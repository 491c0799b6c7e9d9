/** The territory of `discharge-unit`, as its signed terms have it: boundary rivers by their names on either side, and counties on the boundary. */
import terms from '../../contracts/discharge-unit/v1.0.0.json' with { type: 'json' }
import { plainName } from '../../contracts/registry/names.ts'
import type { RiskSourceRecord } from '../../contracts/risk-source/record.ts'

/** A river that crosses or is the boundary. `byName`: its name alone decides, as no other river of the two provinces has it. */
export interface BoundaryRiver {
  readonly name: string
  readonly byName: boolean
}

const RIVERS: ReadonlyMap<string, BoundaryRiver> = new Map(
  terms.terms.territory.rivers.flatMap(({ name, aliases, byName }) =>
    [name, ...aliases].map((known): [string, BoundaryRiver] => [plainName(known), { name, byName }]),
  ),
)

/** The boundary river a name means, on either side, also of one reach of it: 长江(永川段), 嘉陵江干流; undefined for any other. */
function boundaryRiver(name: string): BoundaryRiver | undefined {
  if (name.length > 64) return undefined
  const plain = plainName(name)
  return RIVERS.get(plain) ?? RIVERS.get(plain.replace(/\([^()]*\)$|干流$/, ''))
}

/** A receiving river as a record has it. */
export type ReceivingRiver = NonNullable<RiskSourceRecord['receivingRiver']>

/** A river as sent, by the name of the terms where it is one of theirs. A name that repeats is a boundary river only on the boundary. */
export function receivingRiver(sent: string, adjoins: boolean): ReceivingRiver {
  const river = boundaryRiver(sent)
  return river && (river.byName || adjoins) ? { boundary: true, name: river.name } : { boundary: false, name: sent }
}
