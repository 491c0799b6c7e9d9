/** A consultation as cues one after another: each is played only where the one that opened it was. */

import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { chineseDay } from '../../../../seeds/days/day.ts'
import { type DeskName, deputyOf, peopleOf } from '../../../../seeds/parties.ts'
import { agree, sign } from '../acts.ts'
import type { Cue, Stage } from '../stage.ts'

/** One thing done in it. */
export type Act = readonly [at: number, what: string, run: (stage: Stage) => Promise<boolean>]

/** The cues of a consultation; its first act opens it. */
export function scene(id: string, acts: readonly Act[]): readonly Cue[] {
  const [first] = acts
  const nameOf = (what: string): string => `${id}/${what}`
  return acts.map(([at, what, run], place) => ({
    at,
    id: nameOf(what),
    ...(place === 0 || !first ? {} : { after: nameOf(first[1]) }),
    run,
  }))
}

/** Who is whose at a desk; `first` is the side that opens, `other` the other. */
export interface Cast {
  readonly first: Readonly<Record<'operator' | 'reviewer' | 'signatory', string>>
  readonly other: Readonly<Record<'operator' | 'reviewer' | 'signatory', string>>
}

/** The people of a desk, a side in front. */
export function castOf(desk: DeskName, party: PartyId): Cast {
  const other = PARTIES.find((one) => one !== party) ?? party
  return { first: peopleOf(party, desk), other: peopleOf(other, desk) }
}

/** How a consultation is told of. */
export interface Told {
  readonly zh: string
  readonly en: string
  readonly day: string
}

/** Both agree, then both sign; `deputy` where one side's officer is away. */
export function ending(
  id: string,
  { first, other }: Cast,
  times: { readonly agreed: number; readonly signed: number },
  { zh, en, day }: Told,
  deputy?: PartyId,
): readonly Act[] {
  const [one, two] = [first.signatory, other.signatory].map((name) =>
    deputy !== undefined && name.startsWith(deputy) ? deputyOf(deputy) : name,
  )
  return [
    [times.agreed, 'agree', (stage) => agree(stage, id, first.reviewer, other.reviewer)],
    [
      times.signed,
      'sign',
      async (stage) => {
        const status = await sign(stage, id, one ?? first.signatory, two ?? other.signatory)
        const embargoed = status === 'embargoed'
        stage.tell(
          `${chineseDay(day)} ${zh} ${id}：会商一致，双方签齐，${embargoed ? '待解禁' : '已发布'}`,
          `${day} ${en} ${id}: agreed, signed by both, ${embargoed ? 'held back by its embargo' : 'published'}`,
        )
        return true
      },
    ],
  ]
}

/** A period of whole days, both named inclusive. */
export function periodOf(first: string, end: string): { readonly start: string; readonly end: string } {
  return { start: `${first}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
}
