/** Watching a folder: files that come to rest in it are sent in their order, one at a time; what cannot be sent now waits, and the others behind it. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownFolder } from '../../backup/durable.ts'
import type { Client } from '../../client/client.ts'
import { holdLock } from '../../machine/lock.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { UsageError } from '../usage.ts'
import { deliver, Later } from './deliver.ts'
import { openDesk } from './desk.ts'
import { inboxOf } from './inbox.ts'

/** What to watch, how, and for whom. Times in ms. */
export interface WatchOptions {
  readonly folder: string
  /** A client of its own after each failure, so that nothing of it is remembered. */
  readonly open: () => Client
  readonly contract: string
  readonly type: string | undefined
  readonly everyMs: number
  readonly settleMs: number
  /** Ends when nothing is left, or nothing can be sent. */
  readonly once: boolean
  readonly stop: AbortSignal
}

/** The longest wait between two tries while the gateway cannot be reached. */
const LONGEST_MS = 300_000

/** Watches until told to stop. Throws UsageError when another command watches the folder, and what no later try would mend. */
export async function watchFolder(options: WatchOptions, io: Io): Promise<ExitCode> {
  const desk = await openDesk(options.folder)
  const lock = join(desk.sending, '.lock')
  await ownFolder(lock)
  const unlock = holdLock(lock)
  if (!unlock) throw new UsageError(`${options.folder} 已有命令在守候 · another command watches it (${lock})`)
  try {
    return await watching(options, desk, io)
  } finally {
    unlock()
  }
}

async function watching(options: WatchOptions, desk: Awaited<ReturnType<typeof openDesk>>, io: Io): Promise<ExitCode> {
  const { folder, open, contract, type, everyMs, settleMs, once, stop } = options
  const inbox = inboxOf(folder, settleMs)
  let client = open()
  let refused = false
  let failures = 0

  const bring = async (name: string): Promise<void> => {
    const end = await deliver(name, { desk, client, contract, type }, io)
    refused ||= end === 'refused'
    if (failures > 0) io.err('已恢复 · works again\n')
    failures = 0
  }
  const toldOf = new Set<string>()
  const tellHeld = (names: readonly string[]): void => {
    for (const name of names)
      if (!toldOf.has(name)) io.err(`${name}: 正被打开或为空，先不报送 · is open or empty, and waits\n`)
    toldOf.clear()
    for (const name of names) toldOf.add(name)
  }
  /** Gives how many may still be being written. */
  const round = async (): Promise<number> => {
    for (const name of await desk.left()) {
      if (stop.aborted) return 0
      await bring(name)
    }
    const { ready, waiting, held } = await inbox.look(performance.now())
    const unmoved: string[] = []
    for (const name of ready) {
      if (stop.aborted) return 0
      if (await desk.claim(name)) await bring(name)
      else unmoved.push(name)
    }
    tellHeld([...held, ...unmoved])
    return waiting
  }

  try {
    while (!stop.aborted) {
      try {
        const waiting = await round()
        if (once && waiting === 0) break
      } catch (error) {
        if (!(error instanceof Later)) throw error
        if (failures++ === 0)
          io.err(`${error.message}文件留在 sending/，稍后再试 · kept in sending/, tried again later\n`)
        if (once) return EXIT.network
        await client.close()
        client = open()
      }
      const wait = Math.min(LONGEST_MS, everyMs * 2 ** Math.min(failures, 16))
      await sleep(wait, undefined, { signal: stop }).catch(() => undefined)
    }
    return once && refused ? EXIT.invalid : EXIT.ok
  } finally {
    await client.close()
  }
}
