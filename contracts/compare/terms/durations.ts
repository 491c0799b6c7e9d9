/** Durations (ISO 8601) set against each other, and what a longer or shorter one does. */
import type { JsonValue } from '../../jcs.ts'
import type { Bilingual } from '../../types.ts'
import { BOTH, type Change, fromTo, REWORDED } from '../change.ts'

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
/** Years and months by their mean length: enough to say which of two is longer. */
const SECONDS = [31_556_952, 2_629_746, 604_800, 86_400, 3600, 60, 1]

/** About how many seconds a duration is; undefined when it is none. */
export function secondsOf(value: unknown): number | undefined {
  const found = typeof value === 'string' && /\d/.test(value) ? DURATION.exec(value) : null
  return found?.slice(1).reduce((sum, part, at) => sum + Number(part ?? 0) * (SECONDS[at] ?? 0), 0)
}

/** What one direction of change does: what it breaks, and because of what. */
export interface Effect {
  readonly breaks: Change['breaks']
  readonly consent?: boolean
  readonly because: Bilingual
}

/** A duration that may have become longer or shorter. `name` is what lasts so long. */
export function lasting(name: Bilingual, longer: Effect, shorter: Effect) {
  return (old: JsonValue | undefined, next: JsonValue | undefined): Change => {
    const { zh, en } = fromTo(old, next)
    const [before, now] = [secondsOf(old), secondsOf(next)]
    if (before === undefined || now === undefined) {
      const why = { zh: `${name.zh}${zh}：无法比较长短`, en: `${name.en} goes ${en}: which is longer cannot be told` }
      return { breaks: BOTH, unknown: true, why }
    }
    if (before === now) return REWORDED
    const { breaks, because, consent = false } = now > before ? longer : shorter
    return {
      breaks,
      consent,
      why: { zh: `${name.zh}${zh}：${because.zh}`, en: `${name.en} goes ${en}: ${because.en}` },
    }
  }
}
