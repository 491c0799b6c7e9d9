/** The open streams of one gateway: bounded in number and time, woken by commits, ended with the gateway. */
import { Problem } from '../errors/problem.ts'
import { LIVE_LIMITS, type LiveLimits } from './limits.ts'

/** Whose streams they are; each kind has its own bound, so that the public cannot crowd partners out. */
export type StreamKind = 'partners' | 'public'

/** Why the gateway ends a stream: it was open long enough, or the gateway stops. */
export type StreamEnd = 'window' | 'closing'

/** One open stream. */
export interface Stream {
  /** Until something may have been committed, or the stream is to end, or so many ms. */
  wait(ms: number): Promise<void>
  /** Why it is to end; null while it is not. */
  ending(): StreamEnd | null
  isClosed(): boolean
  /** Gives its place free. */
  close(): void
}

/** The streams of one gateway. */
export interface Streams {
  readonly limits: LiveLimits
  /**
   * A place for one more, of a key or of anybody. `cut` is called when it should have ended and its reader has not even
   * taken the end. Throws Problem `streams-full`.
   */
  open(kind: StreamKind, key: string | null, cut: () => void): Stream
  /** How many are open. */
  count(): number
  /** To be told when something was committed. */
  wake(): void
  /** Ends all of them, and takes no more. */
  end(): void
}

/** `wakes`: whether what one request commits may wake another (not on Workers, which tie work to its request). */
export interface StreamsOptions {
  readonly limits?: LiveLimits
  readonly wakes?: boolean
}

interface Place extends Stream {
  readonly kind: StreamKind
  readonly key: string | null
  readonly since: number
  wake(): void
  finish(why: StreamEnd): void
}

const SECOND = 1000

/** Makes them. */
export function openStreams({ limits = LIVE_LIMITS, wakes = true }: StreamsOptions = {}): Streams {
  const places = new Set<Place>()
  let ended = false

  /** A place whose request was ended by the runtime without a word is not held for ever. */
  function drop(): void {
    const oldest = performance.now() - (limits.window + limits.patience) * SECOND
    for (const place of places) if (place.since < oldest) place.close()
  }

  function mustHaveRoom(kind: StreamKind, key: string | null): void {
    drop()
    const same = [...places].filter((place) => place.kind === kind)
    const own = key === null ? [] : same.filter((place) => place.key === key)
    if (!ended && same.length < limits.open && own.length < limits.perKey) return
    throw new Problem('streams-full', { retryAfter: limits.heartbeat })
  }

  function placeOf(kind: StreamKind, key: string | null, cut: () => void): Place {
    let [woken, closed] = [false, false]
    let why: StreamEnd | null = null
    let resume: (() => void) | null = null
    let patience: ReturnType<typeof setTimeout> | undefined
    const window = setTimeout(() => place.finish('window'), limits.window * SECOND)
    const place: Place = {
      kind,
      key,
      since: performance.now(),
      async wait(ms) {
        // What came since the last wait is not waited for.
        if (!woken && !closed && why === null) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms)
            resume = () => {
              clearTimeout(timer)
              resolve()
            }
          })
        }
        resume = null
        woken = false
      },
      ending: () => why,
      isClosed: () => closed,
      wake() {
        woken = true
        resume?.()
      },
      finish(reason) {
        why ??= reason
        resume?.()
        patience ??= setTimeout(() => {
          if (!closed) cut()
          place.close()
        }, limits.patience * SECOND)
      },
      close() {
        closed = true
        clearTimeout(window)
        clearTimeout(patience)
        places.delete(place)
        resume?.()
      },
    }
    return place
  }

  return {
    limits,
    open(kind, key, cut) {
      mustHaveRoom(kind, key)
      const place = placeOf(kind, key, cut)
      places.add(place)
      return place
    },
    count: () => places.size,
    wake() {
      if (wakes) for (const place of places) place.wake()
    },
    end() {
      ended = true
      for (const place of places) place.finish('closing')
    },
  }
}
