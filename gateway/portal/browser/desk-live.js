/** Keeps a page that is seen told of what happens: server-sent events where they get through, a look every five seconds where they do not. */

/** How the page is told now. @typedef {'live' | 'polling' | 'lost' | 'ended'} Connection */

/**
 * What is done: `look` asks once and throws `Ended` when nobody is signed in any more, anything else when there is no connection.
 * @typedef {object} Watching
 * @property {() => Promise<void>} look
 * @property {(connection: Connection) => void} told
 * @property {(consultation: string | null) => boolean} concerns whether an event is of this page
 */

/** Milliseconds between two looks. */
const POLL = 5000
/** Milliseconds after which a stream that was refused is asked for again. */
const AGAIN = 30_000
const EVENTS = ['step', 'signature', 'publication']

/** Nobody is signed in any more. */
export class Ended extends Error {}

/**
 * Begins, and goes on while the page is open.
 * @param {Watching} watching
 */
export function watch({ look, told, concerns }) {
  /** @type {Connection} */
  let now = 'polling'
  let live = false
  let looking = false
  let again = false

  const set = (/** @type {Connection} */ connection) => {
    now = connection
    told(connection)
  }

  async function lookNow() {
    // A look that is under way may have missed what just came: another follows.
    if (looking) {
      again = true
      return
    }
    looking = true
    try {
      do {
        again = false
        await look()
      } while (again)
      set(live ? 'live' : 'polling')
    } catch (error) {
      if (error instanceof Ended) set('ended')
      else set('lost')
    } finally {
      looking = false
    }
  }

  /** @type {EventSource | undefined} */
  let source
  let asked = 0

  function listen() {
    asked = performance.now()
    const opened = new EventSource('/v1/consultations/events')
    source = opened
    opened.addEventListener('ready', () => {
      live = true
      // What happened before the stream began is seen by looking.
      void lookNow()
    })
    for (const name of EVENTS) {
      opened.addEventListener(name, (event) => {
        const { consultation = null } = JSON.parse(event.data)
        if (concerns(consultation)) void lookNow()
      })
    }
    opened.addEventListener('error', () => {
      live = false
      void lookNow()
    })
  }

  const hidden = () => document.visibilityState === 'hidden'

  if (!hidden()) listen()
  setInterval(() => {
    if (live || now === 'ended' || hidden()) return
    void lookNow()
    // The browser comes back to a stream that broke off by itself, but not to one that was refused.
    if (source?.readyState === EventSource.CLOSED && performance.now() - asked > AGAIN) listen()
  }, POLL)
  addEventListener('offline', () => set('lost'))
  addEventListener('online', () => void lookNow())
  document.addEventListener('visibilitychange', () => {
    if (hidden()) {
      // Without HTTP/2 a browser has six connections to a gateway in all: as many tabs left open would block every page of it.
      source?.close()
      live = false
      return
    }
    // A page that was put aside may have slept through everything.
    void lookNow()
    if (now !== 'ended' && (source?.readyState ?? EventSource.CLOSED) === EventSource.CLOSED) listen()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void lookNow()
  })
}
