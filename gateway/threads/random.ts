/** The system's randomness, drawn in larger pieces. */
import { randomBytes } from 'node:crypto'
import type { Random } from '../ports.ts'

const POOL = 16 * 1024

/** Random bytes; every one is handed out once. */
export function pooledRandom(): Random {
  let pool = randomBytes(POOL)
  let used = 0
  return (bytes) => {
    if (bytes > POOL / 4) return randomBytes(bytes)
    if (used + bytes > POOL) {
      pool = randomBytes(POOL)
      used = 0
    }
    used += bytes
    return pool.subarray(used - bytes, used)
  }
}
