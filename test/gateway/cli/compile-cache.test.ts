/** What is compiled is kept from one run of the command to the next. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../../gateway/cli/compile-cache.ts'
import { runCommand } from './run.ts'

const KEPT = resolve(import.meta.dirname, '../../../node_modules/.cache/chuanyu')
/** Has Node say on stderr what it does with what is kept. */
const TOLD = { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' }

test('the command reads beside the packages what an earlier run has compiled', async () => {
  const run = () => runCommand(['--version'], TOLD)
  await run()
  const { code, stderr } = await run()
  expect(code).toBe(0)
  expect(stderr).toContain(`resolved path ${KEPT}`)
  expect(stderr).toMatch(/cache for ESM file:\S+\/gateway\/cli\/main\.ts was accepted/)
})

test('it is kept elsewhere where the environment says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-compiled-'))
  try {
    expect((await runCommand(['--version'], { NODE_COMPILE_CACHE: folder })).code).toBe(0)
    expect(readdirSync(folder)).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('nothing is kept where others can write than those who can change the packages', () => {
  const packages = mkdtempSync(join(tmpdir(), 'chuanyu-packages-'))
  const [shared, own] = [join(packages, '.cache'), join(packages, '.cache', 'chuanyu')]
  try {
    expect(cacheFolder(join(packages, 'nowhere'))).toBeNull()
    expect(cacheFolder(packages)).toBe(own)
    mkdirSync(own, { recursive: true })
    for (const folder of [shared, own]) chmodSync(folder, 0o755)
    expect(cacheFolder(packages)).toBe(own)
    for (const folder of [shared, own]) {
      for (const mode of [0o777, 0o1777, 0o775]) {
        chmodSync(folder, mode)
        expect(cacheFolder(packages), `${folder} ${mode.toString(8)}`).toBeNull()
      }
      chmodSync(folder, 0o755)
      if (process.getuid?.() !== 0) continue
      chownSync(folder, 12_345, 12_345)
      expect(cacheFolder(packages), folder).toBeNull()
      chownSync(folder, 0, 0)
    }
    expect(cacheFolder(packages)).toBe(own)
    // No looser than the packages themselves are.
    chmodSync(packages, 0o775)
    chmodSync(shared, 0o775)
    expect(cacheFolder(packages)).toBe(own)
    rmSync(shared, { recursive: true })
    symlinkSync(tmpdir(), shared)
    expect(cacheFolder(packages)).toBeNull()
  } finally {
    rmSync(packages, { recursive: true })
  }
})
