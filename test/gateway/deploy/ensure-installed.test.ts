/** What is installed is told from what npm itself has written down: nothing missing that is wanted, whatever is missing that may be. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const SCRIPT = resolve(import.meta.dirname, '../../../gateway/deploy/ensure-installed.js')

interface Package {
  readonly version: string
  readonly integrity: string
  readonly optional?: boolean
  readonly devOptional?: boolean
}
type Packages = Readonly<Record<string, Package>>

const WANTED: Packages = {
  'node_modules/hono': { version: '4.13.19', integrity: 'sha512-hono' },
  'node_modules/miniflare': { version: '4.0.0', integrity: 'sha512-mini' },
  'node_modules/miniflare/node_modules/undici': { version: '7.0.0', integrity: 'sha512-undici' },
  'node_modules/semver': { version: '7.8.5', integrity: 'sha512-semver', devOptional: true },
}
const OPTIONAL: Packages = {
  'node_modules/sqlite3': { version: '6.0.1', integrity: 'sha512-sqlite3', optional: true },
  'node_modules/bindings': { version: '1.5.0', integrity: 'sha512-bindings', optional: true },
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-ensure-'))
  mkdirSync(join(folder, 'gateway/deploy'), { recursive: true })
  copyFileSync(SCRIPT, join(folder, 'gateway/deploy/ensure-installed.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  lock('package-lock.json', { ...WANTED, ...OPTIONAL })
  mkdirSync(join(folder, 'bin'))
  symlinkSync(process.execPath, join(folder, 'bin/node'))
  npm(0)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function lock(name: string, packages: Packages): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } }))
}

/** Puts packages where npm would, and has them written down as it does. */
function installed(packages: Packages): void {
  for (const path of Object.keys(packages)) {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, 'package.json'), '{}')
  }
  lock('node_modules/.package-lock.json', packages)
}

/** An npm that only tells what it was asked. */
function npm(status: number): void {
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\necho "$@" >> '${folder}/asked'\nexit ${status}\n`)
  chmodSync(join(folder, 'bin/npm'), 0o755)
}

/** Runs the script; resolves with its exit code and what npm was asked. */
function run(): [code: number | null, asked: string] {
  const { status } = spawnSync('node', [join(folder, 'gateway/deploy/ensure-installed.js')], {
    env: { PATH: join(folder, 'bin') },
  })
  const asked = join(folder, 'asked')
  return [status, existsSync(asked) ? readFileSync(asked, 'utf8') : '']
}

const INSTALLS = 'ci --no-audit --no-fund\n'

test('where nothing is installed, npm is asked for all of it', () => {
  expect(run()).toEqual([0, INSTALLS])
})

test('where all is installed, nothing is done', () => {
  installed({ ...WANTED, ...OPTIONAL })
  expect(run()).toEqual([0, ''])
})

test('an optional package that could not be built is no reason to install again, nor are those that only it wants', () => {
  installed(WANTED)
  expect(run()).toEqual([0, ''])
})

const without = (path: string): Packages => Object.fromEntries(Object.entries(WANTED).filter(([name]) => name !== path))

test.each(Object.keys(WANTED))('%s not written down is installed', (path) => {
  installed(without(path))
  expect(run()).toEqual([0, INSTALLS])
})

test('a package whose folder is gone is installed again', () => {
  installed(WANTED)
  rmSync(join(folder, 'node_modules/hono'), { recursive: true })
  expect(run()).toEqual([0, INSTALLS])
})

test.each([
  ['version', { version: '4.13.18', integrity: 'sha512-hono' }],
  ['content', { version: '4.13.19', integrity: 'sha512-other' }],
])('a package of another %s than is wanted is installed', (_, hono) => {
  installed({ ...WANTED, 'node_modules/hono': hono })
  expect(run()).toEqual([0, INSTALLS])
})

test('an npm that fails ends it with the same code', () => {
  npm(7)
  expect(run()).toEqual([7, INSTALLS])
})
