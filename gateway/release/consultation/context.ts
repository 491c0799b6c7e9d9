/** What an act is held against beside the state: cells, values and revisions there are, the ledger, the keys of a side, the bytes on the table. */
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { keyStateAt } from '../../identity/keys.ts'
import type { Product, Table } from '../products/product.ts'
import type { Actor, Edit, StepAct } from './acts.ts'
import type { Consultation } from './consultations.ts'
import type { ActContext } from './machine.ts'
import { prepared } from './prepared.ts'
import { revisionOf, type State } from './state.ts'
import type { Frozen } from './table.ts'

/** Holds an act against all that, and gives what the machine asks about; for an agreement the bytes that would be frozen. Throws Problem. */
export async function contextOf(
  gateway: Gateway,
  found: Consultation,
  { act, actor }: { readonly act: StepAct; readonly actor: Actor },
): Promise<ActContext & { readonly frozen: Frozen | null }> {
  const { state, product } = found
  const plain = { id: found.id, deadlines: state, digest: null, frozen: null }
  switch (act.type) {
    case 'rebase':
      if (act.basis > gateway.log.head().size)
        throw new Problem('body-invalid', { pointer: '/act/basis', value: String(act.basis) })
      return plain
    case 'revise':
      mustBeValues(product, (await prepared(gateway, found)).table, act.edits)
      return plain
    case 'comment':
    case 'object':
      if (act.cell !== null) mustHaveCell((await prepared(gateway, found)).table, act.cell, '/act/cell')
      mustBeRevision(state, act)
      return plain
    case 'hand-over':
      mustBeColleague(gateway, actor, act.to)
      return plain
    case 'agree': {
      const { frozen } = await prepared(gateway, found)
      return { ...plain, digest: frozen.digest, frozen }
    }
    default:
      return plain
  }
}

function mustHaveCell(table: Table, id: string, pointer: string): Table['cells'][number] {
  const cell = table.cells.find((one) => one.id === id)
  if (!cell) throw new Problem('cell-unknown', { pointer, value: id })
  return cell
}

function mustBeValues(product: Product, table: Table, edits: readonly Edit[]): void {
  for (const [at, edit] of edits.entries()) {
    const pointer = `/act/edits/${at}`
    const cell = mustHaveCell(table, edit.cell, `${pointer}/cell`)
    if (!cell.editable) throw new Problem('cell-fixed', { pointer, value: edit.cell })
    if (product.readValue(edit, cell) === null) throw new Problem('cell-value-invalid', { pointer, value: edit.cell })
  }
}

/** What is said is said of a revision there has been; the whole has none but 0. */
function mustBeRevision(
  state: State,
  { cell, revision }: { readonly cell: string | null; readonly revision: number },
): void {
  const latest = cell === null ? 0 : revisionOf(state, cell)
  if (revision <= latest) return
  throw new Problem('body-invalid', {
    pointer: '/act/revision',
    value: String(revision),
    detail: { zh: `最新修订为 ${latest}`, en: `expected at most ${latest}, the latest revision` },
  })
}

/** A word is handed to a person of the same side, by a key that counts. */
function mustBeColleague({ standing, log }: Gateway, { party }: Actor, to: string | null): void {
  if (to === null) return
  const key = standing.keys().keys.get(to)
  const counts = key?.party === party && key.operator !== null && keyStateAt(key, log.head().size) === 'active'
  if (counts) return
  throw new Problem('body-invalid', {
    pointer: '/act/to',
    value: to,
    detail: { zh: '应为本方人员有效的密钥', en: 'expected the key of a person of the same side that counts' },
  })
}
