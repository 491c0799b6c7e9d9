/** What is compiled is kept from one run of the command to the next. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
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
