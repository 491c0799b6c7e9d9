/** Plays both sides over real signed HTTP, from key lists to releases and to the consultation that waits: each thing at its time, none twice. */
import { SEEDS } from '../../../seeds/all.ts'
import { dayAt } from '../../../seeds/days/day.ts'
import { ClientError } from '../../client/client.ts'
import { signDocuments } from './documents.ts'
import type { Journal } from './journal.ts'
import { PAST_DAYS, planOf, type Span, samplesOf } from './plan.ts'
import type { Cue, Stage } from './stage.ts'

/** What to play with, and where what was played is kept. */
export interface PlayOptions {
  readonly stage: Stage
  readonly journal: Journal
  /** Whether it is to be broken off; a later start goes on with it. */
  readonly isStopped?: () => boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days before now that a sandbox of an earlier version is given, whatever it has. */
const ADOPTED = 3

/** Between which instants is to be played, for a start at `now` (ms); null when nothing is. */
async function spanOf(options: PlayOptions, now: number): Promise<Span | null> {
  const { stage, journal } = options
  const { size, time } = stage.gateway.log.head()
  const { brokenOff, until } = journal.read()
  const earliest = now - PAST_DAYS * DAY
  if (brokenOff !== null) return { from: brokenOff, to: now, whole: until === null }
  if (size === 0) return { from: earliest, to: now, whole: true }
  if (until !== null)
    return dayAt(until) === dayAt(now) ? null : { from: Math.max(earliest, until), to: now, whole: false }
  await adopt(options)
  // What an earlier version of the sandbox left may end just now: the last days are sent late.
  return { from: Math.max(earliest, Math.min(time, now - ADOPTED * DAY)), to: now, whole: false }
}

/** An earlier version kept no journal: what it has sent is not sent again. */
async function adopt({ stage: { gateway }, journal }: PlayOptions): Promise<void> {
  for (const set of SEEDS) {
    const sent = await gateway.store.records({ dataset: set.contract, limit: 1 })
    if (sent.length > 0) journal.played(samplesOf(set))
  }
}

/** Plays one cue; false when there was nothing to do, or the gateway would not have it. */
async function perform(cue: Cue, stage: Stage): Promise<boolean> {
  try {
    return await cue.run(stage)
  } catch (error) {
    // What was played half before, or what a visitor did since, may stand in its way; the rest goes on.
    if (!(error instanceof ClientError) || error.status < 400 || error.status >= 500) throw error
    stage.skip(`跳过 ${cue.id}：${error.message}`, `skipped ${cue.id}: ${error.code}`)
    return false
  }
}

/** Plays a span; false when it was broken off. */
async function playAll({ stage, journal, isStopped }: PlayOptions, span: Span): Promise<boolean> {
  const { gateway, clock } = stage
  journal.begin(span.from)
  const start = Math.max(span.from, gateway.log.head().time)
  clock.startAt(start)
  await signDocuments(stage)
  const played = new Set(journal.read().cues)
  for (const cue of planOf(span)) {
    if (isStopped?.()) return false
    if (played.has(cue.id) || (cue.after !== undefined && !played.has(cue.after))) continue
    // Where a play was broken off it goes on; what is long past is past.
    if (!cue.late && cue.at < start - HOUR) continue
    clock.advanceTo(cue.at)
    if (!(await perform(cue, stage))) continue
    played.add(cue.id)
    journal.played(cue.id)
  }
  journal.end(span.to)
  return true
}

/** Plays what has not been played yet; afterwards the clock is the machine's. The id of the newest release that anybody may see; null when it was broken off. */
export async function play(options: PlayOptions): Promise<string | null> {
  const { gateway, clock } = options.stage
  // A clock that was put ahead before stays so: the ledger's times never run back.
  clock.advanceTo(gateway.log.head().time)
  const span = await spanOf(options, clock.now())
  if (!span) await signDocuments(options.stage)
  else if (!(await playAll(options, span))) return null
  clock.advanceTo(span?.to ?? 0)
  clock.catchUp()
  const now = clock.now()
  const id = (await gateway.releases.all()).findLast(
    ({ release: { audience, embargo }, publishedAt }) =>
      publishedAt !== null && audience === 'public' && (embargo === null || Date.parse(embargo) <= now),
  )?.release.id
  if (id === undefined) throw new Error('the sandbox played to the end without a release')
  return id
}
