/** The sandbox's clock: while both sides' past days are played it stands in the past and steps forward with them; then it is the machine's. */
import type { Clock } from '../../ports.ts'

/** A clock that goes as fast as the machine's, and may be put ahead. It never runs back but by `startAt`. */
export interface PlayClock {
  readonly now: Clock
  /** Starts at an instant (ms), also in the past: for a ledger that has nothing later. */
  startAt(instant: number): void
  /** Puts it ahead to an instant; one that is past already changes nothing. */
  advanceTo(instant: number): void
  /** Puts it ahead to the machine's time. */
  catchUp(): void
}

/** Makes one; until it is put elsewhere it shows the machine's time. */
export function playClock(machine: Clock = Date.now): PlayClock {
  let ahead = 0
  let last = Number.NEGATIVE_INFINITY
  const now = (): number => {
    // The machine's own clock may be put back.
    last = Math.max(last, machine() + ahead)
    return last
  }
  const advanceTo = (instant: number): void => {
    if (instant > now()) ahead = instant - machine()
  }
  return {
    now,
    startAt(instant) {
      ahead = instant - machine()
      last = instant
    },
    advanceTo,
    catchUp: () => advanceTo(machine()),
  }
}
