/** Gathers what the minutes of a consultation are drawn up from. */
import { canonical } from '../../../contracts/jcs.ts'
import type { Gateway } from '../../gateway.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { dutyBook, stoodInFor } from '../duty/on-duty.ts'
import type { Table } from '../products/product.ts'
import type { Consultation } from './consultations.ts'
import { minutes } from './minutes.ts'
import type { Minutes } from './minutes-types.ts'
import { inputOf } from './table.ts'
import { releaseOf, statusOf } from './view.ts'

/** The tables before any edit, of every basis the consultation has had. */
async function tablesOf(gateway: Gateway, { happened, product, state }: Consultation): Promise<Map<number, Table>> {
  const bases = new Set(
    happened.flatMap(({ act }) => (act.type === 'draft' || act.type === 'rebase' ? [act.basis] : [])),
  )
  const tables = new Map<number, Table>()
  for (const basis of bases) {
    const input = await inputOf(gateway, { product, state: { ...state, basis } })
    tables.set(basis, product.table({ ...input, edits: new Map() }))
  }
  return tables
}

/** The minutes as of now. Throws Problem `contract-not-in-force`. */
export async function minutesOf(gateway: Gateway, consultation: Consultation): Promise<Minutes> {
  const { digests, happened, product } = consultation
  const [now, releases, book] = [gateway.now(), await gateway.releases.all(), await dutyBook(gateway)]
  return minutes({
    consultation,
    status: statusOf(consultation, releases, now),
    tables: await tablesOf(gateway, consultation),
    release: releaseOf(consultation, releases),
    stoodIn: stoodInFor(book.rosters, product.id, happened),
    operatorOf: (kid) => book.keyOf(kid)?.operator ?? kid,
    ledger: { size: (happened.at(-1)?.index ?? -1) + 1, steps: sha256Hex(canonical([...digests])) },
    now,
  })
}
