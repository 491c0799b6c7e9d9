/** The browser's modules: gathered as they stand, typed, and served so that what a person's browser runs is what is written here. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { browserModules, GATHERED, gathered } from '../../../gateway/portal/browser/build.ts'
import { MODULES } from '../../../gateway/portal/browser/generated/modules.js'
import { ACTING_HEADERS, ASSET_CACHE, PAGE_HEADERS, PORTAL_ASSETS } from '../../../gateway/portal/index.ts'
import { SCRIPTS, scriptPath, served } from '../../../gateway/portal/scripts.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
const IMPORTED = /^(?:import|export) [^'();]*?from '([^']+)'/gm

describe('the gathered modules', () => {
  test('are fresh (else run `node gateway/portal/browser/build.ts`)', async () => {
    const { source, declaration } = gathered()
    expect(await readFile(`${GATHERED}.js`, 'utf8')).toBe(source)
    expect(await readFile(`${GATHERED}.d.ts`, 'utf8')).toBe(declaration)
    expect(Object.entries(MODULES)).toEqual(browserModules())
  })

  test('are typed for a browser: no name of Node, no member that is not there', async () => {
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc')
    const check = promisify(execFile)(process.execPath, [
      tsc,
      '--noEmit',
      '-p',
      join(PROJECT, 'gateway/portal/browser'),
    ])
    expect(await check.catch((error: { stdout: string }) => error)).toMatchObject({ stdout: '' })
  }, 60_000)

  test('open with what they are for, tell every export, and stay short', () => {
    for (const [name, text] of browserModules()) {
      const lines = text.split('\n')
      expect(text, name).toMatch(/^\/\*\* /)
      expect(lines.length, name).toBeLessThanOrEqual(320)
      for (const [at, line] of lines.entries()) {
        if (/^export (?:async )?(?:function|const|class) /.test(line))
          expect(lines[at - 1], `${name}:${at}`).toMatch(/\*\/$/)
      }
    }
  })

  test('write no markup, run no text, and call nobody but the gateway', () => {
    for (const [name, written] of browserModules()) {
      const text = written.replace(/\/\*[\s\S]*?\*\//g, '')
      expect(text, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/)
      expect(text, name).not.toMatch(/\/\/[a-z0-9-]+\.[a-z]{2,}|import\(['"`]/)
      expect(text, name).not.toMatch(/localStorage|sessionStorage|document\.cookie/)
    }
  })
})

describe('a served module', () => {
  test('has a name that follows from its text', () => {
    for (const [name, { path, body }] of SCRIPTS) expect(path).toBe(`/assets/${name}.${digest(body)}.js`)
    expect(scriptPath('keys')).toBe(SCRIPTS.get('keys')?.path)
  })

  test('is its own source but for the names of what it imports', () => {
    for (const [name, text] of browserModules()) {
      const plain = SCRIPTS.get(name)?.body.replaceAll(/(from '\.\/[\w-]+)\.[0-9a-f]{12}\.js'/g, "$1.js'")
      expect(plain).toBe(text)
    }
  })

  test('imports only what is served', () => {
    const paths = new Set([...SCRIPTS.values()].map(({ path }) => path))
    let imports = 0
    for (const { path, body } of SCRIPTS.values()) {
      for (const [, target = ''] of body.matchAll(IMPORTED)) {
        expect(paths).toContain(new URL(target, `https://gateway.test${path}`).pathname)
        imports += 1
      }
    }
    expect(imports).toBeGreaterThan(3)
  })

  test('runs as it is served', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chuanyu-scripts-'))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    for (const { path, body } of SCRIPTS.values()) await writeFile(join(folder, path.replace('/assets/', '')), body)
    const script = `
      const { kidOf } = await import(${JSON.stringify(join(folder, scriptPath('keys').replace('/assets/', '')))})
      const { pageAfter } = await import(${JSON.stringify(join(folder, scriptPath('session').replace('/assets/', '')))})
      console.log(await kidOf({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }), pageAfter(''))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
    expect(stdout.trim()).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k /desk')
    await rm(folder, { recursive: true })
  })

  test('is among the assets, as a script that may be kept for ever', () => {
    for (const { path, body } of SCRIPTS.values())
      expect(PORTAL_ASSETS.get(path)).toEqual({ type: 'text/javascript; charset=utf-8', body })
    expect(ASSET_CACHE).toContain('immutable')
  })
})

describe('serving modules', () => {
  const modules = (texts: Record<string, string>) => served(new Map(Object.entries(texts)))

  test('gives another name to a module when something it imports changes', () => {
    const importing = { a: "import { b } from './b.js'\nexport { c } from './c.js'\n", c: '' }
    const [one, other] = [
      modules({ ...importing, b: 'export const b = 1\n' }),
      modules({ ...importing, b: 'export const b = 2\n' }),
    ]
    expect(one.get('a')?.path).not.toBe(other.get('a')?.path)
    expect(one.get('c')?.path).toBe(other.get('c')?.path)
    expect(one.get('a')?.body).toContain(`from './b.${digest('export const b = 1\n')}.js'`)
  })

  test('finds an import that is written over several lines', () => {
    const found = modules({ a: "import {\n  b,\n  c,\n} from './b.js'\n", b: 'export const b = 1\n' })
    expect(found.get('a')?.body).toContain(`} from './b.${digest('export const b = 1\n')}.js'`)
  })

  test('leaves a name in a comment or text alone', () => {
    const text = "/** @typedef {import('./b.js').B} B */\nconst a = \"from './b.js'\"\n"
    expect(modules({ a: text, b: '' }).get('a')?.body).toBe(text)
  })

  test('refuses what is not there, and what imports itself in the end', () => {
    expect(() => modules({ a: "import './b.js'\nimport { b } from './b.js'\n" })).toThrow(/module b for a/)
    expect(() => modules({ a: "import { b } from './b.js'\n", b: "import { a } from './a.js'\n" })).toThrow(/a → b/)
  })
})

test('only a page where a person acts may run scripts, and those alone of this origin', () => {
  const policy = (headers: Readonly<Record<string, string>>) =>
    new Map((headers['content-security-policy'] ?? '').split('; ').map((one) => [one.split(' ')[0], one]))
  expect(policy(PAGE_HEADERS).has('script-src')).toBe(false)
  const acting = policy(ACTING_HEADERS)
  expect(acting.get('default-src')).toBe("default-src 'none'")
  expect(acting.get('script-src')).toBe("script-src 'self'")
  expect(acting.get('connect-src')).toBe("connect-src 'self'")
  expect(acting.get('frame-ancestors')).toBe("frame-ancestors 'none'")
  expect(ACTING_HEADERS['content-security-policy']).not.toContain('unsafe')
  expect(ACTING_HEADERS['cache-control']).toContain('no-store')
})
