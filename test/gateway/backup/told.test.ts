/** What a running gateway told of is in its folder soon, whole, and never less than it was. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SEEN_FILE } from '../../../gateway/backup/own-seen.ts'
import { openTold } from '../../../gateway/backup/told.ts'
import type { LedgerHead } from '../../../gateway/ports.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-told-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const head = (size: number): LedgerHead => ({ size, time: 0, root: null, checkpoint: `note of ${size}` })
const seen = (): unknown => JSON.parse(readFileSync(join(folder, SEEN_FILE), 'utf8'))
const failed = (error: unknown): never => {
  throw error
}

test('it is kept now and then by itself, and no more once it is closed', async () => {
  let size = 3
  const told = openTold(folder, failed)
  told.from(() => head(size))
  vi.advanceTimersByTime(4_999)
  await told.close()
  expect(seen()).toEqual({ checkpoint: 'note of 3', size: 3 })
  told.from(() => head(size))
  size = 4
  vi.advanceTimersByTime(5_000)
  await vi.waitUntil(() => JSON.stringify(seen()).includes('note of 4'))
  await told.close()
  size = 5
  vi.advanceTimersByTime(60_000)
  expect(vi.getTimerCount()).toBe(0)
  expect(seen()).toEqual({ checkpoint: 'note of 4', size: 4 })
})

test('less than was kept before is not, nor anything where nothing was told', async () => {
  const early = openTold(folder, failed)
  await early.keep()
  await early.close()
  expect(existsSync(join(folder, SEEN_FILE))).toBe(false)
  for (const size of [7, 6]) {
    const told = openTold(folder, failed)
    told.from(() => head(size))
    await Promise.all([told.keep(), told.keep(), told.close()])
  }
  expect(seen()).toEqual({ checkpoint: 'note of 7', size: 7 })
})

test('a folder that cannot be written is told of, and tried again', async () => {
  const failures: unknown[] = []
  const told = openTold(join(folder, 'gone'), (error) => failures.push(error))
  told.from(() => head(1))
  await told.keep()
  await told.keep()
  await told.close()
  expect(failures).toHaveLength(3)
})
