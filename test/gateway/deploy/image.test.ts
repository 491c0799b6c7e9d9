/** The container's build, replayed: what the Dockerfile copies is there, is not ignored, and is enough to make the bundle. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../../gateway/deploy/bundle.ts'

const read = (name: string): string => readFileSync(join(ROOT, 'gateway/deploy', name), 'utf8')
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
const copied = instructions
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .map((line) => line.split(' ').slice(1))

const context = mkdtempSync(join(tmpdir(), 'chuanyu-image-'))
afterAll(() => rmSync(context, { recursive: true }))

describe('what is copied', () => {
  test('is in the project and is let through by the list of what is ignored', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
    for (const path of copied.flatMap((paths) => paths.slice(0, -1))) {
      expect(existsSync(join(ROOT, path)), path).toBe(true)
      expect(ignored, path).toContain(`!${path}`)
    }
  })

  test('comes from a stage that there is', () => {
    const stages = instructions.flatMap((line) => / AS (\w+)$/.exec(line)?.[1] ?? [])
    const from = instructions.flatMap((line) => /--from=(\w+)/.exec(line)?.[1] ?? [])
    expect(from.length).toBeGreaterThan(0)
    expect(from.filter((stage) => !stages.includes(stage))).toEqual([])
  })

  test('is enough to make the bundle, though the rest of the project is not there', () => {
    for (const paths of copied) {
      const to = paths.at(-1) ?? ''
      for (const path of paths.slice(0, -1))
        cpSync(join(ROOT, path), to === './' ? join(context, path) : join(context, to), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'))
    const script = `const { bundle } = await import('./gateway/deploy/bundle.ts')
      await bundle('./out', { version: '0.0.1' })`
    const built = spawnSync(process.execPath, ['--input-type=module', '--preserve-symlinks', '-e', script], {
      cwd: context,
      encoding: 'utf8',
    })
    expect(built.stderr).toBe('')
    expect(existsSync(join(context, 'out/chuanyu.js'))).toBe(true)
  }, 60_000)
})

test('what is run is a script that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const ran = instructions.flatMap((line) => /npm run (?:-s )?([\w:-]+)/.exec(line)?.[1] ?? [])
  expect(ran).toEqual(['pack:offline'])
  for (const name of ran) expect(scripts).toHaveProperty([name])
})
