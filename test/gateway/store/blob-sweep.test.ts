import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sweepBlobs } from '../../../gateway/store/blob-sweep.ts'

const COMMITTED = Date.parse('2026-11-16T08:00:00Z')
const HOUR = 3_600_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-sweep-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file whose last change lies so long before the last commit. */
function blob(id: string, before: number): string {
  const parent = join(folder, id.slice(0, 2))
  mkdirSync(parent, { recursive: true })
  const file = join(parent, id)
  writeFileSync(file, id)
  utimesSync(file, new Date(COMMITTED - before), new Date(COMMITTED - before))
  return file
}

const sweep = (known: readonly string[] = [], committed = COMMITTED): Promise<number> =>
  sweepBlobs({ folder, committed, known: async (ids) => new Set(ids.filter((id) => known.includes(id))) })

test('evidence of no submission goes once it is an hour older than the last commit', async () => {
  const [old, young] = [blob('aa01', HOUR + 1000), blob('aa02', HOUR - 1000)]
  expect(await sweep()).toBe(1)
  expect([old, young].map((file) => existsSync(file))).toEqual([false, true])
})

test('evidence of a submission stays, however old', async () => {
  const kept = blob('aa01', 9000 * HOUR)
  expect(await sweep(['aa01'])).toBe(0)
  expect(existsSync(kept)).toBe(true)
})

test('a file that was never finished goes, even one of a submission that has its evidence', async () => {
  const [whole, part] = [blob('aa01', 2 * HOUR), blob('aa01.part', 2 * HOUR)]
  expect(await sweep(['aa01'])).toBe(1)
  expect([whole, part].map((file) => existsSync(file))).toEqual([true, false])
})

test('a store put back from before keeps what came after it', async () => {
  const later = blob('aa01', -5 * HOUR)
  expect(await sweep()).toBe(0)
  expect(existsSync(later)).toBe(true)
})

test('an empty ledger and a folder that is not there are nothing to do', async () => {
  blob('aa01', HOUR * 24)
  expect(await sweep([], 0)).toBe(0)
  rmSync(folder, { recursive: true })
  expect(await sweep()).toBe(0)
  mkdirSync(folder)
})
