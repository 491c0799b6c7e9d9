/** Preparing files beside the event loop: small ones here, since the way to a thread costs more than they do; large ones on threads, so that nobody waits behind them. */
import { Worker } from 'node:worker_threads'
import type { Rows } from '../intake/entry.ts'
import { type Prepare, prepareRows } from '../intake/prepare.ts'
import { QueueFull } from '../ledger/log.ts'
import type { Random } from '../ports.ts'
import { type DoneMessage, errorOf, type JobMessage } from './protocol.ts'

/** How many threads, from how many bytes on a file goes to one, and how many may wait there. */
export interface PoolOptions {
  readonly random: Random
  readonly threads: number
  readonly above?: number
  readonly queue?: number
}

/** A running pool; `close` ends its threads, and what they still had rejects. */
export interface PreparePool {
  readonly prepare: Prepare
  close(): Promise<void>
}

interface Job {
  readonly resolve: (rows: Rows) => void
  readonly reject: (error: Error) => void
}

/** A thread, what it works on, and the registers it has been told. */
class Thread {
  readonly jobs = new Map<number, Job>()
  readonly #worker = new Worker(new URL('./thread.ts', import.meta.url))
  readonly #told = new Set<string>()
  ended = false

  constructor() {
    this.#worker.on('message', (done: DoneMessage) => {
      const job = this.jobs.get(done.job)
      this.jobs.delete(done.job)
      if (this.jobs.size === 0) this.#worker.unref()
      if ('rows' in done) job?.resolve(done.rows)
      else job?.reject(errorOf(done.failure))
    })
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#end(new Error('a preparing thread ended')))
    this.#worker.unref()
  }

  run(message: Omit<JobMessage, 'registry'>, registry: { digest: string; payload: string }): Promise<Rows> {
    return new Promise((resolve, reject) => {
      this.jobs.set(message.job, { resolve, reject })
      this.#worker.ref()
      const payload = this.#told.has(registry.digest) ? null : registry.payload
      this.#told.add(registry.digest)
      this.#worker.postMessage({ ...message, registry: { digest: registry.digest, payload } } satisfies JobMessage)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #end(error: Error): void {
    this.ended = true
    for (const { reject } of this.jobs.values()) reject(error)
    this.jobs.clear()
  }
}

/** The limits of a pool; the gateway's docs print them. */
export const POOL_LIMITS = {
  /** Bytes above which a file goes to a thread. */
  above: 64 * 1024,
  /** Files that may be on the threads or wait for them. */
  queue: 64,
} as const

/** Opens a pool. Threads start with the first large file; one that dies is replaced with the next. */
export function openPreparePool({
  random,
  threads,
  above = POOL_LIMITS.above,
  queue = POOL_LIMITS.queue,
}: PoolOptions): PreparePool {
  let pool: readonly Thread[] = []
  let next = 0

  function leastBusy(): Thread {
    pool = pool.filter(({ ended }) => !ended)
    const idle = pool.find(({ jobs }) => jobs.size === 0)
    if (idle) return idle
    if (pool.length < threads) {
      const made = new Thread()
      pool = [...pool, made]
      return made
    }
    return pool.reduce((best, one) => (one.jobs.size < best.jobs.size ? one : best))
  }

  return {
    async prepare({ registry, ...file }, read) {
      if (file.bytes.length <= above) return prepareRows(file, read, random)
      if (pool.reduce((sum, { jobs }) => sum + jobs.size, 0) >= queue) throw new QueueFull()
      return leastBusy().run({ job: next++, file }, registry)
    },
    async close() {
      await Promise.all(pool.map((thread) => thread.close()))
    },
  }
}
