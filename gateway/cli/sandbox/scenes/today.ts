/** The consultation that waits for whoever opens the sandbox: tomorrow's forecast, with real differences, an objection and words about it. */
import { clockOn, dayAt } from '../../../../seeds/days/day.ts'
import { outlook } from '../../../../seeds/days/forecasts.ts'
import { OBJECTIONS, ON_THE_WHOLE, oneOf } from '../../../../seeds/days/words.ts'
import { comment, object, open, revise, step } from '../acts.ts'
import { type Cue, NAMES } from '../stage.ts'
import { dailyId, dailyRequest, openerOf } from './daily.ts'
import { castOf, scene } from './scene.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** How long it has been on the table when the sandbox opens, where the day is old enough. */
const ON_THE_TABLE = 50 * MINUTE
/** Less time than this for a visitor is too little: both sides' officers give another day. */
const TOO_LITTLE = 150 * MINUTE

/** When it was put on the table, for a sandbox opened at an instant (ms): not before its day, nor so that its deadline has passed since. */
export function openedAt(now: number): number {
  const day = dayAt(now)
  const [begin, deadline] = [clockOn(day, '00:00'), clockOn(day, '15:30')]
  const at = Math.max(begin, now - ON_THE_TABLE)
  return at < deadline && now >= deadline ? deadline : at
}

/** Its cues, spread over the time from when it was put on the table to now. */
export function todayScene(now: number): readonly Cue[] {
  const day = dayAt(now)
  const id = dailyId(day)
  const opener = openerOf(day)
  const { first, other } = castOf('air', opener)
  const from = openedAt(now)
  const at = (share: number): number => Math.floor(from + (now - from) * share)
  // By a name of its own: the day after it is one of those past, which are played otherwise.
  return scene(`waiting/${id}`, [
    [at(0), 'open', (stage) => open(stage, first.operator, id, dailyRequest(day))],
    // Some of the cells that differ are settled; the others are left for whoever comes.
    [at(0.3), 'revise', (stage) => revise(stage, other.operator, id, outlook(day), 2)],
    [at(0.5), 'comment', (stage) => comment(stage, first.reviewer, id)],
    [at(0.7), 'object', (stage) => object(stage, other.reviewer, id, oneOf(OBJECTIONS, id).text)],
    [at(0.8), 'answer', (stage) => comment(stage, first.operator, id)],
    [
      at(0.9),
      'hand-over',
      (stage) => step(stage, first.operator, id, () => ({ type: 'hand-over', text: ON_THE_WHOLE.handOver, to: null })),
    ],
    [
      at(1),
      'wait',
      async (stage) => {
        // Both officers sign the same later time.
        for (const { signatory } of [first, other]) {
          await step(stage, signatory, id, ({ agreeBy, signBy }) => {
            if (agreeBy - now >= TOO_LITTLE) return null
            const later = (ms: number): string => `${new Date(ms + DAY).toISOString().slice(0, 19)}Z`
            return { type: 'extend', agreeBy: later(agreeBy), signBy: later(signBy), reason: ON_THE_WHOLE.extended }
          })
        }
        stage.tell(
          `${NAMES[opener].zh}提出的空气质量联合预报 ${id} 会商在桌面上，等您处理`,
          `The joint forecast ${id}, put forward by ${NAMES[opener].en}, is on the table and waits for you`,
        )
        return true
      },
    ],
  ])
}
