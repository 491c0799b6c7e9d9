/** What a consultation has on the table and the bytes that would be signed, made once for all who ask until either is another. */
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import type { ListedRow } from '../products/credit/rows.ts'
import type { Table } from '../products/product.ts'
import { baseOf } from './base.ts'
import type { Consultation } from './consultations.ts'
import { type Keeping, keeping } from './kept.ts'
import { isAgreed } from './state.ts'
import { type Frozen, freeze, inputOf, tableOf, underOf } from './table.ts'

/** The table with its joint values, the release that it makes, and the rows that stand beside that. */
export interface Prepared {
  readonly table: Table
  readonly frozen: Frozen
  readonly rows: readonly ListedRow[]
}

/** Consultations whose tables are kept in memory; that of a month, with its payload, is some megabytes. */
const KEPT = 8

const kept = new WeakMap<Gateway['consultations'], Keeping<Prepared>>()

/** Everything that what is prepared is made of, by name: its steps up to the last that counts, and what they are read by. */
async function keyOf(gateway: Gateway, consultation: Consultation): Promise<string> {
  const { id, state, product } = consultation
  const { contract, registry } = underOf(gateway, consultation)
  const { lists } = gateway.standing.keys()
  return canonical([
    id,
    state.basis,
    state.content,
    state.editions,
    isAgreed(state),
    contract.document.digest,
    registry.document.digest,
    ...PARTIES.map((party) => lists.get(party)?.digest ?? null),
    (await baseOf(gateway, product, state))?.digest ?? null,
  ])
}

async function make(gateway: Gateway, consultation: Consultation): Promise<Prepared> {
  const input = await inputOf(gateway, consultation)
  const frozen = freeze(gateway, consultation, input, await gateway.releases.all())
  return { table: tableOf(consultation, input), frozen, rows: consultation.product.rows?.(input) ?? [] }
}

/** Table and bytes of a consultation as it stands. Throws Problem `contract-not-in-force`. */
export async function prepared(gateway: Gateway, consultation: Consultation): Promise<Prepared> {
  const { consultations } = gateway
  const keep = kept.get(consultations) ?? keeping<Prepared>(KEPT)
  kept.set(consultations, keep)
  for (;;) {
    const key = await keyOf(gateway, consultation)
    const made = await keep(key, () => make(gateway, consultation))
    // A key list or register that came meanwhile may be in one part of it and not in another.
    if ((await keyOf(gateway, consultation)) === key) return made
  }
}
