/** `submit --backfill`: years of history at once, a few files at a time, and again from where it was interrupted. */
import { glob, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, ClientError } from '../../client/client.ts'
import { sha256Hex } from '../../identity/digest.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode, exitOf, worse } from '../exit.ts'
import { countRejections, explainError } from '../explain.ts'
import { mediaTypeOf, readSource } from '../files.ts'
import { UsageError } from '../usage.ts'
import { openJournal } from './journal.ts'

/** What to send, and where it is noted what was. */
export interface BackfillOptions {
  readonly client: Client
  readonly origin: string
  readonly contract: string
  readonly files: readonly string[]
  readonly journal: string
  /** Files under way at once. */
  readonly inFlight: number
  readonly type: string | undefined
  readonly at: string | undefined
}

/** What is under way at once when nothing is said, and at most. */
export const IN_FLIGHT = { standard: 4, most: 32 } as const

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Files, what folders hold, and what patterns match, each once. Throws UsageError where there is nothing. */
export async function findFiles(named: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const one of named) {
    const there = await stat(one).catch(() => null)
    const files = there?.isDirectory() ? await filesIn(one) : there ? [one] : await Array.fromAsync(glob(one))
    for (const file of [...files].sort()) found.add(file)
    if (files.length === 0) throw new UsageError(`${one}: 没有文件 · no files there`)
  }
  return [...found]
}

interface Tally {
  files: number
  sent: number
  known: number
  failed: number
  rows: number
  accepted: number
  rejected: number
  duplicates: number
  exit: ExitCode
}

/** Nothing that follows would fare better. */
function isOver(exit: ExitCode): boolean {
  return exit === EXIT.network || exit === EXIT.limited
}

function exitOfFile(error: unknown): ExitCode {
  return error instanceof Error && 'syscall' in error ? EXIT.invalid : exitOf(error)
}

function summary(tally: Tally, seconds: number): string {
  const { files, sent, known, failed, rows, accepted, rejected, duplicates } = tally
  const left = files - sent - known - failed
  const rate = Math.round(rows / Math.max(seconds, 0.001))
  return (
    `共 ${files} 个文件：报送 ${sent}，此前已有回执 ${known}，未成 ${failed}，未试 ${left}；` +
    `${rows} 行 = 接收 ${accepted} + 拒收 ${rejected} + 重复 ${duplicates}；${seconds.toFixed(1)} 秒，每秒 ${rate} 行\n` +
    `${files} files: ${sent} sent, ${known} had a receipt, ${failed} failed, ${left} not tried; ` +
    `${rows} rows = ${accepted} accepted + ${rejected} rejected + ${duplicates} duplicates; ${seconds.toFixed(1)} s, ${rate} rows a second\n`
  )
}

/** Sends all that has no receipt yet. The exit is of the worst; rejected rows alone are no failure. */
export async function backfill(options: BackfillOptions, io: Io): Promise<ExitCode> {
  const { client, origin, contract, files, inFlight, type, at } = options
  const journal = await openJournal(options.journal, { origin, contract })
  const tally: Tally = {
    files: files.length,
    sent: 0,
    known: 0,
    failed: 0,
    rows: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    exit: EXIT.ok,
  }
  const started = new Set<string>()
  const waiting = files.values()
  let over = false
  const begun = performance.now()

  async function send(file: string): Promise<void> {
    const bytes = await readSource(file)
    const digest = sha256Hex(bytes)
    // The same bytes under two names are one submission.
    if (journal.done.has(digest) || started.has(digest)) {
      tally.known++
      return
    }
    started.add(digest)
    const mediaType = type ?? mediaTypeOf(file)
    const { id, text, header } = await client.submit({
      ...{ contract, bytes, mediaType, backfill: true },
      ...(at === undefined ? {} : { at }),
    })
    await journal.write({ contract, digest, file, origin, receipt: text })
    tally.sent++
    tally.rows += header.rows
    tally.accepted += header.accepted.count
    tally.rejected += header.rejected.count
    tally.duplicates += header.duplicates
    await io.out(`${text}\n`)
    if (header.rejected.count === 0) return
    const { rejections } = await client.rejections(id)
    io.err(`${file}: ${rejections.length} 行拒收 · rejected rows\n${countRejections(rejections)}`)
  }

  async function work(): Promise<void> {
    for (const file of waiting) {
      if (over) return
      try {
        await send(file)
      } catch (error) {
        tally.failed++
        tally.exit = worse(tally.exit, exitOfFile(error))
        io.err(explainError(error, file))
        over ||= error instanceof ClientError && isOver(exitOf(error))
      }
      const { sent, known, failed, rows } = tally
      io.progress(`${sent + known + failed}/${files.length} · ${rows} 行 rows`)
    }
  }

  try {
    await Promise.all(Array.from({ length: inFlight }, work))
  } finally {
    io.progress('')
    await journal.close()
  }
  io.err(summary(tally, (performance.now() - begun) / 1000))
  return tally.exit
}

/** How many files may be under way. Throws UsageError. */
export function readInFlight(value: string | undefined): number {
  if (value === undefined) return IN_FLIGHT.standard
  const number = /^\d{1,2}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= IN_FLIGHT.most) return number
  throw new UsageError(
    `--in-flight 应为 1–${IN_FLIGHT.most} · expected --in-flight from 1 to ${IN_FLIGHT.most}, got ${value}`,
  )
}
