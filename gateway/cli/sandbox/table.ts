/** A consultation as somebody at the desk reads it: what is on the table, and which objections stand. */
import type { PartyId } from '../../../contracts/types.ts'
import type { Client } from '../../client/client.ts'
import { countOf, listOf, membersOf, textOf } from '../../client/read-json.ts'

/** A cell, as far as a person who edits it needs to know. */
export interface SeenCell {
  readonly id: string
  readonly revision: number
  readonly editable: boolean
  readonly sides: Readonly<Record<PartyId, unknown>>
  readonly joint: unknown
  readonly take: string | null
  /** Whether the two sides differ so that it is to be seen at once. */
  readonly loud: boolean
}

/** What is seen of a consultation. `objections` are the steps of those that stand. */
export interface Seen {
  readonly id: string
  readonly product: string
  readonly status: string
  readonly agreeBy: number
  readonly signBy: number
  readonly steps: number
  readonly cells: readonly SeenCell[]
  readonly objections: readonly { readonly step: number; readonly party: string }[]
}

function readCell(value: unknown): SeenCell {
  const members = membersOf(value, 'a cell')
  const sides = membersOf(members.get('sides'), 'sides')
  const take = members.get('take')
  const differences = listOf(members.get('differences'), 'differences').map((one) => membersOf(one, 'a difference'))
  return {
    id: textOf(members.get('id'), 'id'),
    revision: countOf(members.get('revision'), 'revision'),
    editable: members.get('editable') === true,
    sides: { cq: sides.get('cq') ?? null, sc: sides.get('sc') ?? null },
    joint: members.get('joint') ?? null,
    take: typeof take === 'string' ? take : null,
    loud: differences.some((one) => one.get('kind') === 'between-sides' && one.get('loud') === true),
  }
}

/** Reads one. Throws ClientError. */
export async function look(client: Client, id: string): Promise<Seen> {
  const answer = await client.read(`/v1/consultations/${encodeURIComponent(id)}`)
  const members = membersOf(answer.json(), 'a consultation')
  const remarks = listOf(members.get('remarks'), 'remarks').map((one) => membersOf(one, 'a remark'))
  const table = members.get('table')
  return {
    id,
    product: textOf(members.get('product'), 'product'),
    status: textOf(members.get('status'), 'status'),
    agreeBy: Date.parse(textOf(members.get('agreeBy'), 'agreeBy')),
    signBy: Date.parse(textOf(members.get('signBy'), 'signBy')),
    steps: countOf(members.get('steps'), 'steps'),
    cells: table === null ? [] : listOf(membersOf(table, 'the table').get('cells'), 'cells').map(readCell),
    objections: remarks
      .filter((one) => one.get('kind') === 'objection' && one.get('resolved') === null)
      .map((one) => ({
        step: countOf(one.get('step'), 'step'),
        party: textOf(membersOf(one.get('by'), 'by').get('party'), 'party'),
      })),
  }
}
