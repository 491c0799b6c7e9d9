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

/** Opens (and migrates) a file for writing on a thread. Rejects like `openWriter`; a thread that dies rejects all that waits, and every commit after it. */
export async function openThreadedWriter(file: string, now: number): Promise<Writer> {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: { file, now } satisfies WriterData,
  })
  const waiting: Waiting[] = []
  let ended: Error | null = null
  const end = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: WriterAnswer) => {
    const one = waiting.shift()
    if (answer.kind === 'failed') one?.reject(new Error(answer.message))
    else one?.resolve(answer)
  })
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new Error('the writer’s thread ended')))

  function answer(): Promise<WriterAnswer> {
    if (ended) return Promise.reject(ended)
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }

  function ask(message: Commit | 'close'): Promise<WriterAnswer> {
    const told = answer()
    if (!ended) worker.postMessage(message)
    return told
  }

  try {
    await answer()
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return {
    async commit(commit) {
      const said = await ask(commit)
      if (said.kind !== 'committed') throw new TypeError(`the writer’s thread answered ${said.kind} to a commit`)
      return said.committed
    },
    async close() {
      await ask('close')
      await worker.terminate()
    },
  }
}
