/** The security log on a machine (网络安全法 第二十一条): appended, chained, rotated daily, pruned only once its retention is over. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { openAggregate } from '../operations/aggregate.ts'
import { SECURITY_LIMITS } from '../operations/limits.ts'
import type { SecurityEvent, SecurityLog, SecurityPage, SecurityQuestion } from '../operations/types.ts'
import { holdLock } from './lock.ts'
import {
  type ChainEnd,
  chainEnd,
  type DayFile,
  dayOf,
  daysIn,
  fileOf,
  lineHash,
  linesOf,
  numberOf,
  openDay,
} from './security-files.ts'

/** Where it is, and how long it is kept. `now` in ms; `failed` hears when a line could not be written. */
export interface SecurityLogOptions {
  readonly folder: string
  readonly retentionDays: number
  readonly now?: () => number
  readonly failed?: (error: unknown) => void
}

/** An open one. */
export interface FileSecurityLog extends SecurityLog {
  /** Its folder: another gateway on the same data has one of its own. */
  readonly folder: string
  /** Whether the last line could be written, and lies where it was written. */
  works(): boolean
  close(): void
}

const DAY = 86_400_000
const MINUTE = 60_000

/** Opens it. Another gateway's that runs over the same data keeps its own chain beside this one. */
export function openSecurityLog({
  folder: wanted,
  retentionDays,
  now = Date.now,
  failed = () => undefined,
}: SecurityLogOptions): FileSecurityLog {
  const { folder, unlock } = place(wanted)
  const aggregate = openAggregate()
  const keep = Math.max(retentionDays, SECURITY_LIMITS.retention)
  let end: ChainEnd = chainEnd(folder)
  let open: DayFile | null = null
  let works = true

  function append(event: object, at: number): void {
    // First, since a new file brings lines of its own.
    const file = fileAt(at)
    const line = JSON.stringify({ n: end.n + 1, time: new Date(at).toISOString(), ...event, previous: end.hash })
    file.write(line)
    end = { n: end.n + 1, hash: lineHash(line) }
  }

  function fileAt(at: number): DayFile {
    // A clock put back does not lead back to a file that is done with.
    const day = [dayOf(at), open?.day ?? '', daysIn(folder).at(-1) ?? ''].reduce((a, b) => (a > b ? a : b))
    // One that was taken away would be written to for nobody.
    if (open?.day === day && existsSync(fileOf(folder, day))) return open
    open?.close()
    open = null
    const opened = openDay(folder, day)
    open = opened
    const { torn } = opened
    prune(at)
    if (torn > 0) append({ event: 'repaired', detail: { tornBytes: torn } }, at)
    return opened
  }

  /** Removes whole days whose time is over, and says so in the log itself, with what the next line holds on to. */
  function prune(at: number): void {
    const before = dayOf(at - keep * DAY)
    for (const day of daysIn(folder)) {
      if (day >= before || day === open?.day) continue
      const last = linesOf(fileOf(folder, day)).lines.at(-1)
      append(
        { event: 'pruned', detail: { day, n: last ? numberOf(last) : null, hash: last ? lineHash(last) : null } },
        at,
      )
      rmSync(fileOf(folder, day))
    }
  }

  function write(events: readonly { readonly since?: number }[], at: number): void {
    try {
      for (const { since, ...event } of events)
        append(since === undefined ? event : { ...event, since: new Date(since).toISOString() }, at)
      if (events.length > 0) works = true
    } catch (error) {
      works = false
      failed(error)
    }
  }

  const timer = setInterval(() => write(aggregate.due(now()), now()), MINUTE)
  timer.unref()

  return {
    folder,
    works: () => works && (open === null || existsSync(fileOf(folder, open.day))),
    note(event: SecurityEvent) {
      const at = now()
      write(aggregate.note(event, at), at)
    },
    read: async (question) => readPage(folder, question),
    close() {
      clearInterval(timer)
      const at = now()
      write(aggregate.due(at, true), at)
      open?.close()
      open = null
      unlock()
    },
  }
}

/** A folder nobody else writes to: the wanted one, or the first free one beside it. */
function place(wanted: string): { readonly folder: string; readonly unlock: () => void } {
  for (let at = 1; ; at++) {
    const folder = at === 1 ? wanted : `${wanted}-${at}`
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const unlock = holdLock(folder)
    if (unlock) return { folder, unlock }
  }
}

function readPage(folder: string, { after, day, limit }: SecurityQuestion): SecurityPage {
  const days = daysIn(folder)
  const lines: string[] = []
  let next: number | null = null
  for (const one of days) {
    if (day !== null && one < day) continue
    const { lines: all } = linesOf(fileOf(folder, one))
    // A day that is read to its end already is passed over whole.
    if (after !== null && numberOf(all.at(-1) ?? '') <= after) continue
    for (const line of all) {
      if (after !== null && numberOf(line) <= after) continue
      if (lines.length === limit) return { kept: 'files', lines, next, days }
      lines.push(line)
      next = numberOf(line)
    }
  }
  return { kept: 'files', lines, next: null, days }
}
