/** Preparing files beside the event loop: small ones here, since the way to a thread costs more than they do; large ones on threads, so that nobody waits behind them. */
import { Worker } from 'node:worker_threads'
import { FormatError } from '../../adapters/formats/error.ts'
import { unpackedSize } from '../../adapters/formats/zip.ts'
import { type DryRun, dryRunLines, type Prepare, type PrepareJob, prepareRows } from '../intake/prepare.ts'
import { QueueFull } from '../ledger/log.ts'
import type { Random, ThreadState } from '../ports.ts'
import { type DoneMessage, errorOf, type JobMessage, type ProbeMessage } from './protocol.ts'

/** How many threads, from how many bytes, unpacked, a file goes to one, how many may wait there, how many seconds one may take, and how a thread is started. */
export interface PoolOptions {
  readonly random: Random
  readonly threads: number
  readonly above?: number
  readonly queue?: number
  readonly seconds?: number
  readonly start?: () => Worker
}

/** A running pool; `close` ends its threads, and what they still had rejects. */
export interface PreparePool {
  readonly prepare: Prepare
  readonly dryRun: DryRun
  state(): ThreadState
  /** After a thread has ended: asks another, or one started in its place, whether it works. */
  revive(): Promise<void>
  close(): Promise<void>
}

type Done = Exclude<DoneMessage, { readonly failure: unknown }>

interface Job {
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

/** The thread was cut off for what stood before this in its queue. */
class Displaced extends Error {
  override readonly name = 'Displaced'
}

function tooSlow(seconds: number): FormatError {
  return new FormatError('file-too-slow', {
    zh: `读这份文件超过 ${seconds} 秒，已停止`,
    en: `reading this file took more than ${seconds} s and was stopped`,
  })
}

/** A thread, what it works on, one after another, and the registers it has been told. */
class Thread {
  readonly jobs = new Map<number, Job>()
  readonly #worker: Worker
  readonly #told = new Set<string>()
  readonly #seconds: number
  #timer: NodeJS.Timeout | undefined
  ended = false

  /** `tell` hears whether the thread works: of every answer, and of its end. A job may take so many seconds. */
  constructor(worker: Worker, seconds: number, tell: (works: boolean) => void) {
    this.#worker = worker
    this.#seconds = seconds
    const end = (error: Error): void => {
      if (!this.ended) tell(false)
      this.ended = true
      clearTimeout(this.#timer)
      for (const { reject } of this.jobs.values()) reject(error)
      this.jobs.clear()
    }
    worker.on('message', (done: DoneMessage) => {
      tell(true)
      const job = this.jobs.get(done.job)
      this.jobs.delete(done.job)
      this.#time()
      if (this.jobs.size === 0) worker.unref()
      if ('failure' in done) job?.reject(errorOf(done.failure))
      else job?.resolve(done)
    })
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => end(new Error('a preparing thread ended')))
    worker.unref()
  }

  run(message: Omit<JobMessage, 'registry'>, registry: { digest: string; payload: string }): Promise<Done> {
    const payload = this.#told.has(registry.digest) ? null : registry.payload
    this.#told.add(registry.digest)
    return this.ask({ ...message, registry: { digest: registry.digest, payload } })
  }

  ask(message: JobMessage | ProbeMessage): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.jobs.set(message.job, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage(message)
      if (this.jobs.size === 1) this.#time()
    })
  }

  /** Gives the first job its time from now on. */
  #time(): void {
    clearTimeout(this.#timer)
    if (this.jobs.size > 0 && !this.ended) this.#timer = setTimeout(() => this.#cut(), this.#seconds * 1000)
  }

  /** Ends the thread with the job it is at; those behind it go to another. */
  #cut(): void {
    this.ended = true
    const [first, ...others] = this.jobs.values()
    this.jobs.clear()
    first?.reject(tooSlow(this.#seconds))
    for (const { reject } of others) reject(new Displaced('the thread was cut off for another file'))
    void this.#worker.terminate()
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** The limits of a pool; the gateway's docs print them. */
export const POOL_LIMITS = {
  /** Bytes, unpacked, above which a file goes to a thread. */
  above: 64 * 1024,
  /** Files that may be on the threads or wait for them. */
  queue: 64,
  /** Seconds a thread may take for one; the largest of every form take a few. */
  seconds: 60,
} as const

/** Room a thread has for what it makes and soon forgets: a large file fills the usual room many times over, and each time what is still wanted is copied. */
const YOUNG_MIB = 96

/** Opens a pool. Threads start with the first large file; one that dies is replaced with the next. */
export function openPreparePool({
  random,
  threads,
  above = POOL_LIMITS.above,
  queue = POOL_LIMITS.queue,
  seconds = POOL_LIMITS.seconds,
  start = () =>
    new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } }),
}: PoolOptions): PreparePool {
  let pool: readonly Thread[] = []
  let next = 0
  let ended = 0
  let works = true
  let closed = false

  function started(): Thread {
    const made = new Thread(start(), seconds, (alive) => {
      if (closed) return
      works = alive
      if (!alive) ended++
    })
    pool = [...pool, made]
    return made
  }

  function leastBusy(): Thread {
    pool = pool.filter((thread) => !thread.ended)
    const idle = pool.find(({ jobs }) => jobs.size === 0)
    if (idle) return idle
    if (pool.length < threads) return started()
    return pool.reduce((best, one) => (one.jobs.size < best.jobs.size ? one : best))
  }

  async function onThread({ registry, ...file }: PrepareJob, want: JobMessage['want']): Promise<Done> {
    if (pool.reduce((sum, { jobs }) => sum + jobs.size, 0) >= queue) throw new QueueFull()
    for (;;) {
      try {
        return await leastBusy().run({ job: next++, want, file }, registry)
      } catch (error) {
        if (!(error instanceof Displaced)) throw error
      }
    }
  }

  return {
    async prepare(job, read) {
      if (unpackedSize(job.bytes) <= above) return prepareRows(job, read, random)
      const done = await onThread(job, 'rows')
      if (!('rows' in done)) throw new TypeError('a preparing thread answered without rows')
      return done.rows
    },
    async dryRun(job, read) {
      if (unpackedSize(job.bytes) <= above) return dryRunLines(job, read)
      const done = await onThread(job, 'lines')
      if (!('lines' in done)) throw new TypeError('a preparing thread answered without lines')
      return done.lines
    },
    state: () => ({ works, ended }),
    async revive() {
      if (works || closed) return
      await leastBusy().ask({ job: next++, want: 'nothing' })
    },
    async close() {
      closed = true
      await Promise.all(pool.map((thread) => thread.close()))
    },
  }
}
