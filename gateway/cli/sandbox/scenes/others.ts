/** Consultations there is one of in the sandbox: an outlook by zones, suggestions of warnings, the year's list of credit ratings. */
import { addDays, clockOn } from '../../../../seeds/days/day.ts'
import { AHEAD, outlook } from '../../../../seeds/days/forecasts.ts'
import { ON_THE_WHOLE } from '../../../../seeds/days/words.ts'
import { comment, open, state } from '../acts.ts'
import type { Cue } from '../stage.ts'
import { openerOf } from './daily.ts'
import { castOf, ending, periodOf, scene } from './scene.ts'

/** The outlook of the week after a day. */
export function outlookScene(day: string): readonly Cue[] {
  const first = addDays(day, 1)
  const id = `weekly-outlook-${first}`
  const cast = castOf('air', openerOf(day))
  const at = (clock: string): number => clockOn(day, clock)
  const period = periodOf(first, addDays(first, AHEAD.zones))
  return scene(id, [
    [at('11:00'), 'open', (stage) => open(stage, cast.first.operator, id, { product: 'weekly-zone-outlook', period })],
    [at('11:20'), 'statement', (stage) => state(stage, cast.other.operator, id, outlook(day, AHEAD.zones))],
    ...ending(
      id,
      cast,
      { agreed: at('16:30'), signed: at('17:00') },
      { zh: '分区周趋势', en: 'outlook by zones', day },
    ),
  ])
}

/** Suggestions of warnings out of the forecast both published that day. */
export function warningScene(day: string): readonly Cue[] {
  const id = `warning-${day}`
  const cast = castOf('air', openerOf(day))
  const at = (clock: string): number => clockOn(day, clock)
  const period = periodOf(addDays(day, 1), addDays(day, 1 + AHEAD.areas))
  return scene(id, [
    [at('16:20'), 'open', (stage) => open(stage, cast.first.operator, id, { product: 'warning-suggestion', period })],
    [at('16:35'), 'statement', (stage) => state(stage, cast.other.operator, id, ON_THE_WHOLE.warning)],
    [at('16:45'), 'comment', (stage) => comment(stage, cast.first.reviewer, id, '请重点关注连续两天以上的城市。')],
    ...ending(
      id,
      cast,
      { agreed: at('17:10'), signed: at('17:45') },
      { zh: '联合预警建议（仅双方可见）', en: 'suggestions of warnings (for both sides alone)', day },
    ),
  ])
}

/** The year of the ratings among the sample files. */
const RATED = 2025

/** The list of credit ratings, put on the table on a day and signed three days on. */
export function creditScene(day: string): readonly Cue[] {
  const id = `credit-list-${RATED}`
  const cast = castOf('credit', 'cq')
  const at = (days: number, clock: string): number => clockOn(addDays(day, days), clock)
  const period = periodOf(`${RATED}-01-01`, `${RATED + 1}-01-01`)
  return scene(id, [
    [
      at(0, '09:30'),
      'open',
      (stage) => open(stage, cast.first.operator, id, { product: 'annual-credit-list', period }),
    ],
    [at(0, '14:00'), 'statement', (stage) => state(stage, cast.other.operator, id, ON_THE_WHOLE.credit)],
    ...ending(
      id,
      cast,
      { agreed: at(2, '10:00'), signed: at(3, '10:00') },
      { zh: '企业环境信用年度名单', en: 'annual list of credit ratings', day: addDays(day, 3) },
    ),
  ])
}
