/** A pool whose threads a test can end. */
import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { openPreparePool, type PoolOptions, type PreparePool } from '../../../gateway/threads/pool.ts'

/** One thread at a time, each kept as it is started. */
export function capturedPool(options: Partial<PoolOptions> = {}): { pool: PreparePool; workers: Worker[] } {
  const workers: Worker[] = []
  const start = (): Worker => {
    const worker = new Worker(new URL('../../../gateway/threads/thread.ts', import.meta.url))
    workers.push(worker)
    return worker
  }
  return { pool: openPreparePool({ random: randomBytes, threads: 1, start, ...options }), workers }
}
