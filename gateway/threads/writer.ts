/** The store's writer on a thread of its own. */
import { Worker } from 'node:worker_threads'
import { type CosignatureRow, type NonceUse, StoreFailed, type ThreadState } from '../ports.ts'
import type { Commit, Committed } from '../store/sql/append.ts'
import { type DriverName, sqliteDriver } from '../store/sqlite/driver.ts'
import type { Writer } from '../store/sqlite/writer.ts'

/** What the thread is started with. */
export interface WriterData {
  readonly file: string
  /** ms */
  readonly now: number
  /** That of the main thread, whose connections are to the same file. */
  readonly driver: DriverName
}

/** What the thread is asked: a group to commit, a nonce to use up, a witness's word to keep, or to end. */
export type WriterQuestion = Commit | { readonly claim: NonceUse } | { readonly cosign: CosignatureRow } | 'close'

/** What the thread says; one answer a message, in their order. */
export type WriterAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'committed'; readonly committed: Committed }
  | { readonly kind: 'claimed'; readonly claimed: boolean }
  | { readonly kind: 'cosigned' }
  | { readonly kind: 'failed'; readonly message: string; readonly outOfService: boolean }

interface Waiting {
  readonly resolve: (answer: WriterAnswer) => void
  readonly reject: (error: Error) => void
}

/** A thread that writes. `ask` rejects once it has ended. */
export interface WriterThread {
  ask(message: WriterQuestion): Promise<WriterAnswer>
  ended(): boolean
  end(): Promise<void>
}

/** Starts a thread on a file. Rejects like `openWriter`; one that dies rejects all that waits for it. */
export async function startWriterThread(file: string, now: number, asked?: DriverName): Promise<WriterThread> {
  const { name: driver } = await sqliteDriver(asked)
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: { file, now, driver } satisfies WriterData,
  })
  const waiting: Waiting[] = []
  let reason: Error | null = null
  const fail = (error: Error): void => {
    reason ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: WriterAnswer) => {
    const one = waiting.shift()
    if (answer.kind === 'failed')
      one?.reject(answer.outOfService ? new StoreFailed(answer.message) : new Error(answer.message))
    else one?.resolve(answer)
  })
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new Error('the writer’s thread ended')))

  function answer(): Promise<WriterAnswer> {
    if (reason) return Promise.reject(reason)
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
  const end = async (): Promise<void> => {
    await worker.terminate()
  }

  try {
    await answer()
  } catch (error) {
    await end()
    throw error
  }
  return {
    ask(message) {
      const told = answer()
      if (!reason) worker.postMessage(message)
      return told
    },
    ended: () => reason !== null,
    end,
  }
}

/** A writer whose thread may be asked after. */
export interface ThreadedWriter extends Writer {
  state(): ThreadState
  /** Starts another thread where the last one has ended. */
  revive(): Promise<void>
}

/** Which driver the thread has, the process's own when nothing is said, and how it is started. */
export interface ThreadedWriterOptions {
  readonly driver?: DriverName | undefined
  readonly start?: typeof startWriterThread
}

/**
 * Opens (and migrates) a file for writing on a thread. Should the thread die, what it worked on rejects, and the next commit
 * starts another: whether the lost one went in, the ledger's head then tells.
 */
export async function openThreadedWriter(
  file: string,
  now: number,
  { driver, start = startWriterThread }: ThreadedWriterOptions = {},
): Promise<ThreadedWriter> {
  let thread = await start(file, now, driver)
  let ended = 0
  let starting: Promise<void> | null = null
  let closed = false

  async function restart(): Promise<void> {
    thread = await start(file, now, driver)
    ended++
  }
  /** One at a time, whoever asks for it. */
  async function revive(): Promise<void> {
    if (!thread.ended() || closed) return
    starting ??= restart().finally(() => {
      starting = null
    })
    await starting
  }
  async function ask(question: WriterQuestion): Promise<WriterAnswer> {
    await revive()
    return thread.ask(question)
  }
  return {
    async commit(commit) {
      const said = await ask(commit)
      if (said.kind !== 'committed') throw new TypeError(`the writer’s thread answered ${said.kind} to a commit`)
      return said.committed
    },
    async claim(use) {
      const said = await ask({ claim: use })
      if (said.kind !== 'claimed') throw new TypeError(`the writer’s thread answered ${said.kind} to a claim`)
      return said.claimed
    },
    async cosign(row) {
      const said = await ask({ cosign: row })
      if (said.kind !== 'cosigned') throw new TypeError(`the writer’s thread answered ${said.kind} to a cosignature`)
    },
    state: () => ({ works: !thread.ended(), ended: ended + (thread.ended() && !closed ? 1 : 0) }),
    revive,
    async close() {
      closed = true
      await starting?.catch(() => undefined)
      if (!thread.ended()) await thread.ask('close')
      await thread.end()
    },
  }
}
