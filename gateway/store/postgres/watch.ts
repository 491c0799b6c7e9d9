/**
 * Hears at once of what other gateways append, by LISTEN on a connection apart (PostgreSQL documentation, NOTIFY). Nothing depends on it: a
 * notification that does not come is made good by whoever looks, sooner or later.
 */
import { setTimeout as later } from 'node:timers/promises'
import { type Ears, StoreFailed } from '../../ports.ts'
import type { Postgres } from './database.ts'

/** Channels are a database's: the table of its head tells ledgers in schemas of one database apart. */
const channelOf = (head: string): string => `'chuanyu_' || ${head}::text`

/**
 * Told with the commit of a row of `head`. All commits of a cluster that tell something take turns, so only what somebody may wait for is
 * told, once a commit. Where the server's queue fills, since somebody else does not read it, nothing is: a full one would fail the commit.
 */
export const TELLING = `RETURNING CASE WHEN pg_notification_queue_usage() < 0.5 THEN pg_notify(${channelOf('tableoid')}, '') END`

const ABOUT = `SELECT ${channelOf("'head'::regclass::oid")} AS channel, pg_backend_pid()::text AS own`
const SAY = 'SELECT pg_notify(?, ?)'

/** In ms: how long until another line is tried, at first and at last; how often a line is tried, and how long for an answer. */
const TIMES = { pause: 500, longest: 30_000, trial: 60_000, answer: 5000, goodbye: 1000 }

/** Until it is closed. */
export interface Watching {
  close(): Promise<void>
}

const gone = (why: string): StoreFailed => new StoreFailed(why)

/** Ends before its time when `signal` says so; holds no process up. */
function pauseOf(ms: number, signal: AbortSignal): Promise<void> {
  return later(ms, undefined, { signal, ref: false }).catch(() => undefined)
}

/** Begins to listen; does not wait until it does. */
export function openWatch(db: Pick<Postgres, 'all' | 'line'>, { told, deaf }: Ears, times = TIMES): Watching {
  const closing = new AbortController()
  const { signal } = closing

  /** Rejects once nothing is heard any more. `lasts` is called whenever that has not been so for a while. */
  async function listen(lasts: () => void): Promise<void> {
    const over = new AbortController()
    const { promise: ended, reject } = Promise.withResolvers<never>()
    // Each keeps something for as long as the line lasts: not in what is done again and again.
    const until = <T>(work: Promise<T>): Promise<T> => Promise.race([work, ended])
    function end(error: StoreFailed): void {
      over.abort(error)
      reject(error)
    }
    let own: string | null = null
    let answer = (): void => undefined
    const stop = (): void => end(gone('closed'))
    signal.addEventListener('abort', stop)
    const opening = db.line({
      heard(payload) {
        if (payload === '') told()
        else if (payload === own) answer()
      },
      ended: () => end(gone('the connection has ended')),
    })
    try {
      const line = await until(opening)
      const [about] = await until(line.ask(ABOUT))
      const channel = String(about?.channel)
      own = String(about?.own)
      await until(line.ask(`LISTEN ${channel}`))
      for (let trial = 0; ; trial++) {
        const heard = new Promise<void>((resolve) => {
          answer = resolve
        })
        // Said on another connection: a pooler by transaction takes a LISTEN, and the line hears nothing.
        const arrived = Promise.all([heard, db.all(SAY, [channel, own])])
        if (!(await Promise.race([arrived, pauseOf(times.answer, over.signal)])))
          throw over.signal.reason ?? gone('what is notified does not arrive')
        if (trial > 0) lasts()
        // Nobody heard what came before.
        else told()
        await pauseOf(times.trial, over.signal)
        over.signal.throwIfAborted()
      }
    } finally {
      signal.removeEventListener('abort', stop)
      over.abort()
      await Promise.race([
        opening.then((line) => line.close()).catch(() => undefined),
        later(times.goodbye, undefined, { ref: false }),
      ])
    }
  }

  async function listenAgain(): Promise<void> {
    let pause = times.pause
    let said = false
    while (!signal.aborted) {
      try {
        await listen(() => {
          pause = times.pause
          said = false
        })
      } catch (error) {
        if (!said && !signal.aborted) deaf(error)
        said = true
      }
      await pauseOf(pause, signal)
      pause = Math.min(2 * pause, times.longest)
    }
  }

  const listening = listenAgain()
  return {
    async close() {
      closing.abort()
      await listening
    },
  }
}
