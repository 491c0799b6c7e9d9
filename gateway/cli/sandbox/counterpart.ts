/** The other side, where a visitor plays one: its people act on demand, each with their own key over signed HTTP. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import { OBJECTIONS, oneOf, REASONS } from '../../../seeds/days/words.ts'
import { type DeskName, peopleOf } from '../../../seeds/parties.ts'
import type { Edit } from '../../release/consultation/acts.ts'
import { spokenOf } from './acts.ts'
import { changesNothing, editOf, statementOf } from './edits.ts'
import { NAMES, type Stage } from './stage.ts'
import { look, type Seen, type SeenCell } from './table.ts'

/** Whom to act against, and on what; null where any cell will do. */
export interface Against {
  readonly party: PartyId
  readonly consultation: string
  readonly cell: string | null
}

const otherOf = (party: PartyId): PartyId => (party === 'cq' ? 'sc' : 'cq')

function deskOf({ product }: Pick<Seen, 'product'>): DeskName {
  if (product === 'annual-credit-list') return 'credit'
  return product.endsWith('water-bulletin') ? 'water' : 'air'
}

const cellOf = (seen: Seen, cell: string | null): SeenCell | undefined =>
  cell === null ? spokenOf(seen, seen.id) : seen.cells.find(({ id }) => id === cell)

/** A revision that leaves the cell another than it is; of what is not forecast, other words on the whole. */
function revision(seen: Seen, cell: string | null, side: PartyId): Edit {
  const found = cellOf(seen, cell)
  for (const take of found ? ([side, 'own', 'union'] as const) : []) {
    const edit = found && editOf(found, take, oneOf(REASONS[take], seen.id), 12)
    if (found && edit && !changesNothing(edit, found)) return edit
  }
  const words = `${NAMES[side].zh}：建议综述改写，第 ${seen.steps} 步后订正。（示例）`
  return statementOf(seen, words, '综述')
}

/** The other side's drafter revises a cell. Throws ClientError. */
export async function reviseAgainst({ client }: Stage, { party, consultation, cell }: Against): Promise<Bilingual> {
  const side = otherOf(party)
  const who = (desk: DeskName): string => peopleOf(side, desk).operator
  const seen = await look(client(who('air')), consultation)
  const edit = revision(seen, cell, side)
  await client(who(deskOf(seen))).step(consultation, { type: 'revise', edits: [edit] }, seen.steps)
  return {
    zh: `${NAMES[side].zh}拟稿人刚刚修改了 ${consultation} 的 ${edit.cell}，现为第 ${edit.base + 1} 版。照旧版修改它的人会收到「该格已被改动」。`,
    en: `The drafter of ${NAMES[side].en} has just revised ${edit.cell} of ${consultation}; it is at revision ${edit.base + 1}. Whoever edits the old one is told that it has moved.`,
  }
}

/** The other side's reviewer objects. Throws ClientError. */
export async function objectAgainst({ client }: Stage, { party, consultation, cell }: Against): Promise<Bilingual> {
  const side = otherOf(party)
  const seen = await look(client(peopleOf(side, 'air').reviewer), consultation)
  const { id = null, revision = 0 } = cellOf(seen, cell) ?? {}
  const { text } = oneOf(OBJECTIONS, seen.id, seen.steps)
  const act = { type: 'object', cell: id, revision, text } as const
  await client(peopleOf(side, deskOf(seen)).reviewer).step(consultation, act, seen.steps)
  return {
    zh: `${NAMES[side].zh}审核人对 ${consultation}${id === null ? '' : ` 的 ${id}`} 提出异议：已有的同意作废，须待其撤回。`,
    en: `The reviewer of ${NAMES[side].en} objects to ${consultation}${id === null ? '' : `, cell ${id}`}: agreements given are void until it is settled.`,
  }
}
