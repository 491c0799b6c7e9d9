/** What people of the sandbox do in a consultation, over signed HTTP: each act as somebody at the desk would do it. */

import { COMMENTS, ON_THE_WHOLE, oneOf, REASONS } from '../../../seeds/days/words.ts'
import { chanceOf } from '../../../seeds/random.ts'
import type { ConsultationRequest } from '../../client/client.ts'
import type { Edit, StepAct, Take } from '../../release/consultation/acts.ts'
import { changesNothing, editOf, statementOf } from './edits.ts'
import type { Stage } from './stage.ts'
import { look, type Seen, type SeenCell } from './table.ts'

/** Sends a step about what is on the table now; `act` null where there is nothing to do. */
export async function step(
  { client }: Stage,
  who: string,
  id: string,
  act: (seen: Seen) => StepAct | null,
): Promise<boolean> {
  const seen = await look(client(who), id)
  const made = act(seen)
  if (made === null) return false
  await client(who).step(id, made, seen.steps)
  return true
}

/** Drafts and puts on the table what is expected under this name; false when there is such a one already. */
export async function open(stage: Stage, who: string, id: string, request: ConsultationRequest): Promise<boolean> {
  if (await stage.gateway.consultations.find(id)) return false
  const made = await stage.client(who).consult(request)
  if (made.id !== id) throw new TypeError(`expected a consultation ${id}, got ${made.id}`)
  return true
}

const TAKES: readonly Take[] = ['union', 'own', 'cq', 'sc']

/** How drafters settle a cell the sides differ on; null where they cannot. */
function settled(cell: SeenCell, id: string): Edit | null {
  const take = oneOf(TAKES, id, cell.id)
  return editOf(cell, take, oneOf(REASONS[take], id, cell.id))
}

/** Cells to be edited that the sides differ on, as they stand in the table. */
export function differing({ cells }: Seen): readonly SeenCell[] {
  return cells.filter(({ editable, loud }) => editable && loud)
}

/** Settles cells that the sides differ on, so many at most, and says in words how it looks on the whole. */
export function revise(stage: Stage, who: string, id: string, words: string, most: number): Promise<boolean> {
  return step(stage, who, id, (seen) => {
    const edits = differing(seen).flatMap((cell) => {
      const edit = settled(cell, id)
      return edit && !changesNothing(edit, cell) ? [edit] : []
    })
    return { type: 'revise', edits: [...edits.slice(0, most), statementOf(seen, words, ON_THE_WHOLE.statement)] }
  })
}

/** Says in words how it looks on the whole. */
export function state(stage: Stage, who: string, id: string, words: string): Promise<boolean> {
  return step(stage, who, id, (seen) => ({
    type: 'revise',
    edits: [statementOf(seen, words, ON_THE_WHOLE.statement)],
  }))
}

/** A cell people would speak of: one the sides differ on, else any that is forecast. */
export function spokenOf(seen: Seen, id: string): SeenCell | undefined {
  const cells = differing(seen)
  const some = cells.length > 0 ? cells : seen.cells.filter(({ editable, joint }) => editable && joint !== null)
  return some[Math.floor(chanceOf('cell', id) * some.length)]
}

/** A comment on one of the cells, or on the whole. */
export function comment(stage: Stage, who: string, id: string, text?: string): Promise<boolean> {
  return step(stage, who, id, (seen) => {
    const cell = text === undefined ? spokenOf(seen, id) : undefined
    const { id: name = null, revision = 0 } = cell ?? {}
    return { type: 'comment', cell: name, revision, text: text ?? oneOf(COMMENTS, id, who) }
  })
}

/** An objection to one of the cells. */
export function object(stage: Stage, who: string, id: string, text: string): Promise<boolean> {
  return step(stage, who, id, (seen) => {
    const { id: cell = null, revision = 0 } = spokenOf(seen, id) ?? {}
    return { type: 'object', cell, revision, text }
  })
}

/** Mends the cell an objection is about: their own value, higher than between the two. */
export function mend(stage: Stage, who: string, id: string, reason: string): Promise<boolean> {
  return step(stage, who, id, (seen) => {
    const cell = spokenOf(seen, id)
    const edit = cell && editOf(cell, 'own', reason, 10)
    return edit ? { type: 'revise', edits: [edit] } : null
  })
}

/** Says that what this side objected to is settled. */
export function resolve(stage: Stage, who: string, id: string, text: string): Promise<boolean> {
  return step(stage, who, id, ({ objections: [first] }) => {
    return first ? { type: 'resolve', objection: first.step, text } : null
  })
}

/** Agrees, for each of them, to what is on the table. */
export async function agree({ client }: Stage, id: string, ...who: readonly string[]): Promise<boolean> {
  for (const one of who) await client(one).agree(id)
  return true
}

/** Signs, for each of them, what was agreed; what it then stands at. */
export async function sign({ client }: Stage, id: string, ...who: readonly string[]): Promise<string> {
  let status = ''
  for (const one of who) status = (await client(one).signRelease(id)).status
  return status
}
