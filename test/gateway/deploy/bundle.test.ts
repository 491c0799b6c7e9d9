/** The bundle: plain JavaScript whose bytes depend on the sources alone, and whose threads are found beside it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../../../gateway/cli/project.ts'
import { type Bundled, bundle, ENTRIES, ROOT, rewriteAddresses } from '../../../gateway/deploy/bundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-bundle-'))
let made: Bundled

beforeAll(async () => {
  made = await bundle(join(folder, 'lib'), { version: '7.8.9' })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const text = (name: string): string => readFileSync(join(folder, 'lib', name), 'utf8')

describe('what comes out', () => {
  test('every entry is there by its name, and nothing that is no JavaScript', () => {
    expect(made.files).toEqual(expect.arrayContaining(Object.keys(ENTRIES).map((name) => `${name}.js`)))
    expect([...made.files].sort()).toEqual(readdirSync(join(folder, 'lib')).sort())
    expect(made.files.filter((name) => !name.endsWith('.js'))).toEqual([])
  })

  test('no file of it loads TypeScript, and threads are started by their bundled names', () => {
    const all = made.files.map(text)
    const loads = /^(?:import|export)\b[^"';]*"[^"]+\.ts"|\b(?:import\(|new URL\()\s*"[^"]+\.ts"/m
    expect(made.files.filter((name) => loads.test(text(name)))).toEqual([])
    for (const thread of ['thread', 'writer-thread'])
      expect(
        all.some((one) => one.includes(`new URL("./${thread}.js", import.meta.url)`)),
        thread,
      ).toBe(true)
  })

  test('only the native SQLite is left to be installed', () => {
    const asked = made.files.flatMap((name) =>
      [...text(name).matchAll(/^(?:import|export)[^"';]*? from "([^"]+)"|^import "([^"]+)"/gm)].map(
        ([, from, bare]) => from ?? bare ?? '',
      ),
    )
    expect([...new Set(asked.filter((name) => !name.startsWith('.') && !isBuiltin(name)))]).toEqual(['sqlite3'])
  })

  test('the command tells the version that it was bundled as', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'lib/chuanyu.js'), '--version'], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([0, '7.8.9\n'])
  })

  test('packages whose code is in it are told, and no tool of the build is among them', () => {
    const names = made.packages.map((path) => path.replace(/^.*node_modules\//, ''))
    expect(names).toContain('hono')
    expect(
      names.filter((name) => /^(?:vitest|typescript|esbuild|miniflare|playwright-core|fast-check)$/.test(name)),
    ).toEqual([])
  })
})

describe('addresses of files', () => {
  test('a thread that is no entry is refused, since it would not be there', () => {
    expect(() => rewriteAddresses('a.ts', "new URL('./other.ts', import.meta.url)")).toThrow('other.ts')
  })

  test('any other use of import.meta is refused, since the file lies elsewhere when bundled', () => {
    expect(() => rewriteAddresses('a.ts', 'join(import.meta.dirname, "x")')).toThrow('import.meta')
    expect(() => rewriteAddresses('a.ts', 'if (process.argv[1] === import.meta.filename) run()')).toThrow('import.meta')
  })

  test('a known thread gets its new ending, and the rest of the source stays', () => {
    const source = "const a = new URL('./thread.ts', import.meta.url)\nimport x from './thread.ts'\n"
    expect(rewriteAddresses('a.ts', source)).toBe(source.replace("'./thread.ts', import", "'./thread.js', import"))
  })

  test('the samples are found from any depth, and a folder that has none is said so', () => {
    expect(projectFolder()).toBe(ROOT)
    expect(projectFolder(join(ROOT, 'gateway/cli/commands'))).toBe(ROOT)
    expect(() => projectFolder('/')).toThrow('seeds')
  })
})
