/** Others' data and vectors live outside the project; this finds them, says plainly when they are absent, and fails in CI without them. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'vitest'

const ROOT = resolve(process.env.CHUANYU_SHARED ?? resolve(import.meta.dirname, '../../shared'))

/** The absolute path of a shared file or folder. */
export function sharedPath(...parts: string[]): string {
  return resolve(ROOT, ...parts)
}

/** A suite over shared files: skipped with a plain word when they are absent, failing when `CI` is set. */
export function describeShared(title: string, suite: () => void): void {
  if (existsSync(ROOT)) {
    describe(title, suite)
  } else if (process.env.CI) {
    test(`${title}: shared data is required in CI`, () => {
      throw new Error('CHUANYU_SHARED names no folder; in CI the shared data and vectors must be present')
    })
  } else {
    // Not the suite itself: even a skipped one is gathered, and some read their cases to be gathered.
    test.skip(`${title} (skipped: no shared data; set CHUANYU_SHARED to run it)`, () => undefined)
  }
}
