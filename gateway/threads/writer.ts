/** The store's writer on a thread of its own. */
import { Worker } from 'node:worker_threads'
import type { Commit, Committed } from '../store/sqlite/commit.ts'
import type { Writer } from '../store/sqlite/writer.ts'

/** What the thread is started with. */
export interface WriterData {
  readonly file: string
  /** ms */
  readonly now: number
}

/** What the thread says; one answer a message, in their order. */
export type WriterAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'committed'; readonly committed: Committed }
  | { readonly kind: 'failed'; readonly message: string }

interface Waiting {
  readonly resolve: (answer: WriterAnswer) => void
  readonly reject: (error: Error) => void
}

/** A thread that writes. `ask` rejects once it has ended. */
export interface WriterThread {
  ask(message: Commit | 'close'): Promise<WriterAnswer>
  ended(): boolean
  end(): Promise<void>
}

/** Starts a thread on a file. Rejects like `openWriter`; one that dies rejects all that waits for it. */
export async function startWriterThread(file: string, now: number): Promise<WriterThread> {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: { file, now } satisfies WriterData,
  })
  const waiting: Waiting[] = []
  let reason: Error | null = null
  const fail = (error: Error): void => {
    reason ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: WriterAnswer) => {
    const one = waiting.shift()
    if (answer.kind === 'failed') one?.reject(new Error(answer.message))
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

/**
 * Opens (and migrates) a file for writing on a thread. Should the thread die, what it worked on rejects, and the next commit
 * starts another: whether the lost one went in, the ledger's head then tells.
 */
export async function openThreadedWriter(file: string, now: number, start = startWriterThread): Promise<Writer> {
  let thread = await start(file, now)
  let closed = false
  return {
    async commit(commit) {
      if (thread.ended() && !closed) thread = await start(file, now)
      const said = await thread.ask(commit)
      if (said.kind !== 'committed') throw new TypeError(`the writer’s thread answered ${said.kind} to a commit`)
      return said.committed
    },
    async close() {
      closed = true
      if (!thread.ended()) await thread.ask('close')
      await thread.end()
    },
  }
}
