/**
 * Following what happens in consultations: the live events of both sides, again from the last one heard whenever the connection breaks. The gateway's last
 * word on each connection signs all that was said on it; what is acted upon is read anew all the same, in signed answers.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveCaller } from './call.ts'
import { ClientError } from './error.ts'
import { eventBlocks } from './event-blocks.ts'
import { countOf, membersOf, readJson, textOf } from './read-json.ts'

/** One event: `id` is its place in the ledger. */
export interface LiveEvent {
  readonly id: number
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What happens to the connection: made, its events vouched for, or lost and made again after so many ms. */
export type WatchNotice =
  | { readonly is: 'connected'; readonly ledgerSize: number }
  | { readonly is: 'verified'; readonly events: number }
  | { readonly is: 'lost'; readonly code: string; readonly waitMs: number }

/** From behind which leaf on (now, when nothing is said), until when, and who is told of the connection. */
export interface WatchOptions {
  readonly after?: number
  readonly signal?: AbortSignal
  readonly notice?: (notice: WatchNotice) => void
  /** How one waits between two connections; for tests. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>
}

const PATH = '/v1/consultations/events'
const RETRY_MS = 3000
const LONGEST_MS = 60_000

/** Failures after which the same question may be asked again. */
const PASSING: ReadonlySet<string> = new Set(['network', 'timeout', 'streams-full', 'rate-limited', 'queue-full'])

/** Where a reader is: behind the last event heard, and how long the gateway asks to wait. */
interface Place {
  after: number | null
  retry: number
  heard: boolean
}

const waitFor = (ms: number, signal: AbortSignal | undefined): Promise<unknown> =>
  sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined)

/** The events, without end until the signal. Throws ClientError for what another try does not mend, and when the first connection fails. */
export async function* watchEvents(
  caller: Pick<LiveCaller, 'open'>,
  { after, signal, notice = () => undefined, wait = waitFor }: WatchOptions = {},
): AsyncGenerator<LiveEvent, void, undefined> {
  const place: Place = { after: after ?? null, retry: RETRY_MS, heard: false }
  let failures = 0
  while (!signal?.aborted) {
    let code = 'ended'
    place.heard = false
    try {
      yield* oneConnection(caller, place, { signal, notice })
    } catch (error) {
      if (signal?.aborted) return
      const passing = error instanceof ClientError && (PASSING.has(error.code) || error.status >= 500)
      const asked = error instanceof ClientError ? error.retryAfter : null
      if (!passing || (place.after === null && asked === null)) throw error
      code = error.code
      if (asked !== null) place.retry = asked * 1000
    }
    failures = place.heard ? 0 : failures + 1
    if (signal?.aborted) return
    const waitMs =
      code === 'ended' && place.heard ? 0 : Math.min(place.retry * 2 ** Math.max(0, failures - 1), LONGEST_MS)
    if (waitMs > 0) notice({ is: 'lost', code, waitMs })
    await wait(waitMs, signal)
  }
}

async function* oneConnection(
  caller: Pick<LiveCaller, 'open'>,
  place: Place,
  { notice, signal }: { readonly notice: (notice: WatchNotice) => void; readonly signal: AbortSignal | undefined },
): AsyncGenerator<LiveEvent, void, undefined> {
  const path = place.after === null ? PATH : `${PATH}?after=${place.after}`
  const opened = await caller.open(path, signal ? { signal } : {})
  let events = 0
  for await (const { before, data, event, id, retry } of eventBlocks(opened.chunks)) {
    if (retry !== null) place.retry = retry
    const members = membersOf(readJson(data), 'an event')
    if (event === 'end') {
      const answer = membersOf(members.get('answer'), 'answer')
      const fields = [...answer].map(([name, value]): [string, string] => [name, textOf(value, name)])
      await opened.verify(new Map(fields), Buffer.from(before(), 'utf8'))
      notice({ is: 'verified', events })
      // A gateway that stops is not there at once.
      if (members.get('reason') === 'closing') place.heard = false
      return
    }
    const at = countOf(Number(id), 'the id of an event')
    place.heard = true
    place.after = at
    if (event === 'ready') {
      notice({ is: 'connected', ledgerSize: countOf(members.get('ledgerSize'), 'ledgerSize') })
      continue
    }
    events += 1
    yield { id: at, event, data: Object.fromEntries(members) }
  }
  throw new ClientError('network', 'the connection broke off')
}
