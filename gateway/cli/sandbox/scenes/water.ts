/** Water bulletins of past weeks and months, and the correction of one. */
import { addDays, chineseDay, clockOn, dayNumber } from '../../../../seeds/days/day.ts'
import { correctionFile } from '../../../../seeds/days/water.ts'
import { ON_THE_WHOLE } from '../../../../seeds/days/words.ts'
import { comment, open, state } from '../acts.ts'
import { sendFiles } from '../send.ts'
import type { Cue } from '../stage.ts'
import { type Act, castOf, ending, periodOf, scene } from './scene.ts'

const HOUR = 3_600_000

/** The week that begins on a Monday. `at` is when it is put on the table (ms), in the morning of the Monday after or later. */
export function weeklyScene(first: string, at: number): readonly Cue[] {
  const id = `weekly-water-${first}`
  const end = addDays(first, 7)
  // Sides take turns.
  const cast = castOf('water', dayNumber(first) % 2 === 0 ? 'cq' : 'sc')
  const told = { zh: '水质断面周报', en: 'weekly water bulletin', day: end }
  const times = { agreed: at + 5 * HOUR, signed: at + 24 * HOUR }
  const acts: readonly Act[] = [
    [at, 'open', (stage) => open(stage, cast.first.operator, id, { period: periodOf(first, end) })],
    [at + HOUR, 'statement', (stage) => state(stage, cast.other.operator, id, ON_THE_WHOLE.water)],
    ...ending(id, cast, times, told),
  ]
  return scene(id, acts)
}

/** The calendar month that begins on a day, put on the table at an instant (ms) after it. */
export function monthlyScene(first: string, end: string, at: number): readonly Cue[] {
  const id = `monthly-water-${first.slice(0, 7)}`
  const cast = castOf('water', 'sc')
  const request = { product: 'monthly-water-bulletin', period: periodOf(first, end) } as const
  const told = { zh: '水质断面月报', en: 'monthly water bulletin', day: end }
  return scene(id, [
    [at, 'open', (stage) => open(stage, cast.first.operator, id, request)],
    [at + HOUR, 'statement', (stage) => state(stage, cast.other.operator, id, ON_THE_WHOLE.month)],
    ...ending(id, cast, { agreed: at + 4 * HOUR, signed: at + 6 * HOUR }, told),
  ])
}

/** The week's bulletin corrected on a day: Sichuan's figures of one section came again, and both sides made it anew. */
export function correctionScene(first: string, day: string): readonly Cue[] {
  const corrects = `weekly-water-${first}`
  const id = `${corrects}-2`
  const [last, end] = [addDays(first, 6), addDays(first, 7)]
  const cast = castOf('water', 'sc')
  const at = (clock: string): number => clockOn(day, clock)
  const request = { period: periodOf(first, end), corrects, reason: ON_THE_WHOLE.corrected }
  const acts: readonly Act[] = [
    [
      at('10:00'),
      'data',
      async (stage) => {
        // Nothing is corrected that was never published.
        if ((await stage.gateway.releases.find(corrects))?.publishedAt == null) return false
        await sendFiles(stage, day, '断面订正数据', [correctionFile({ first, last })])
        return true
      },
    ],
    [at('10:30'), 'open', (stage) => open(stage, cast.first.operator, id, request)],
    [at('11:00'), 'comment', (stage) => comment(stage, cast.other.operator, id, `${chineseDay(day)}已核对订正记录。`)],
    ...ending(
      id,
      cast,
      { agreed: at('15:00'), signed: at('16:00') },
      { zh: '更正周报', en: 'corrected bulletin', day },
    ),
  ]
  return scene(id, acts)
}
