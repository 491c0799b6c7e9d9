/** The joint forecast of a past day: agreed and published, or disputed first, or left without agreement when its deadline passed. */

import type { PartyId } from '../../../../contracts/types.ts'
import { addDays, chineseDay, clockOn, dayNumber } from '../../../../seeds/days/day.ts'
import { AHEAD, outlook } from '../../../../seeds/days/forecasts.ts'
import { OBJECTIONS, ON_THE_WHOLE, oneOf } from '../../../../seeds/days/words.ts'
import { comment, mend, object, open, resolve, revise } from '../acts.ts'
import type { Cue } from '../stage.ts'
import { type Act, castOf, ending, periodOf, scene } from './scene.ts'

/** How it goes. */
export type Course = 'published' | 'objected' | 'no-agreement'

/** What the consultation of a day is called. */
export const dailyId = (day: string): string => `daily-air-${day}`

/** What it is about: the days that areas are forecast for. */
export function dailyRequest(day: string) {
  return {
    product: 'daily-air-forecast',
    period: periodOf(addDays(day, 1), addDays(day, 1 + AHEAD.areas)),
  } as const
}

/** Sides take turns in opening. */
export const openerOf = (day: string): PartyId => (dayNumber(day) % 2 === 0 ? 'cq' : 'sc')

/** Cells that drafters settle in one step. */
const EDITS = 4

/** The cues of a day's consultation; `deputy` is the side whose issuing officer is away. */
export function dailyScene(day: string, course: Course, deputy?: PartyId): readonly Cue[] {
  const id = dailyId(day)
  const cast = castOf('air', openerOf(day))
  const { first, other } = cast
  const at = (clock: string): number => clockOn(day, clock)
  const objection = oneOf(OBJECTIONS, id)
  const begin: readonly Act[] = [
    [at('13:30'), 'open', (stage) => open(stage, first.operator, id, dailyRequest(day))],
    [at('13:50'), 'revise', (stage) => revise(stage, other.operator, id, outlook(day), EDITS)],
    [at('14:10'), 'comment', (stage) => comment(stage, first.reviewer, id)],
  ]
  const objected: Act = [at('14:30'), 'object', (stage) => object(stage, other.reviewer, id, objection.text)]
  const end = ending(
    id,
    cast,
    { agreed: at('15:15'), signed: at('15:45') },
    { zh: '空气质量联合预报', en: 'joint forecast', day },
    deputy,
  )
  if (course === 'published') return scene(id, [...begin, ...end])
  if (course === 'objected') {
    return scene(id, [
      ...begin,
      objected,
      [at('14:50'), 'mend', (stage) => mend(stage, first.operator, id, objection.mended)],
      [at('15:00'), 'resolve', (stage) => resolve(stage, other.reviewer, id, objection.settled)],
      ...end,
    ])
  }
  return scene(id, [
    ...begin,
    objected,
    [at('15:10'), 'answer', (stage) => comment(stage, first.operator, id)],
    // By now the deadline of 15:30 is over, and the clock alone has said so.
    [
      at('16:10'),
      'stand-apart',
      async (stage) => {
        stage.tell(
          `${chineseDay(day)} 空气质量联合预报 ${id}：异议未解除，截止未达成一致`,
          `${day} joint forecast ${id}: an objection stands, no agreement by the deadline`,
        )
        return comment(stage, first.reviewer, id, ON_THE_WHOLE.noAgreement)
      },
    ],
  ])
}
