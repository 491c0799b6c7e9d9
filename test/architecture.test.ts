/** The design's import direction and the habits of the sources, held for every file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

interface Import {
  readonly from: string
  /** A path below the root, or a package's name. */
  readonly to: string
  readonly type: boolean
}

interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm
const DYNAMIC = /\bimport\('([^']+)'\)/g

function importsOf(path: string, text: string): Import[] {
  const target = (name: string) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name)
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({
      from: path,
      to: target(name),
      type: type !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, name = '']) => ({ from: path, to: target(name), type: false })),
  ]
}

const SOURCES: readonly Source[] = ['contracts', 'adapters', 'gateway', 'seeds']
  .flatMap((root) =>
    readdirSync(join(ROOT, root), { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  )
  .filter((path) => path.endsWith('.ts') && !path.startsWith('contracts/generated'))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
const IMPORTS = SOURCES.flatMap(({ imports }) => imports)
const paths = (sources: readonly Source[]) => sources.map(({ path }) => path)

/** The part of the tree a path belongs to: `contracts`, `adapters/water`, `gateway/ledger`, `gateway/app.ts`, or a package. */
function partOf(path: string): string {
  const [root = '', folder = '', ...rest] = path.split('/')
  if (root === 'contracts' || root === 'seeds') return root
  return (root === 'adapters' || root === 'gateway') && rest.length > 0 ? `${root}/${folder}` : path
}

/**
 * What each part may import of the others, lowest first; `type …` only as types. A part may always import itself.
 * The files that speak HTTP (`routes.ts`) of low parts stand above them: see `ROUTES`.
 */
const MAY: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  'adapters/types.ts': ['type contracts'],
  'adapters/limits.ts': ['type adapters/types.ts'],
  'adapters/formats': ['type contracts', 'type adapters/types.ts'],
  'adapters/standards': ['contracts'],
  // What every reader of tables shares: which tables count, what a file comes to, marks, times and rejections.
  'adapters/tables': ['type contracts', 'type adapters/types.ts', 'adapters/formats'],
  'adapters/water': [
    'contracts',
    'type adapters/types.ts',
    'adapters/formats',
    'adapters/standards',
    'adapters/tables',
  ],
  'adapters/credit': [
    'contracts',
    'type adapters/types.ts',
    'adapters/formats',
    'adapters/standards',
    'adapters/tables',
  ],
  'adapters/risk': ['contracts', 'type adapters/types.ts', 'adapters/formats', 'adapters/standards', 'adapters/tables'],
  'adapters/air': ['contracts', 'type adapters/types.ts', 'adapters/formats', 'adapters/standards', 'adapters/tables'],
  // Warnings are told by the areas and days of air.
  'adapters/warning': ['contracts', 'type adapters/types.ts', 'adapters/formats', 'adapters/tables', 'adapters/air'],
  'adapters/sichuan': ['adapters/water', 'adapters/credit', 'adapters/risk', 'adapters/air', 'adapters/warning'],
  'adapters/chongqing': ['adapters/water', 'adapters/credit', 'adapters/risk', 'adapters/air', 'adapters/warning'],
  'adapters/index.ts': ['type contracts', 'type adapters/types.ts', 'adapters/sichuan', 'adapters/chongqing'],
  'gateway/rows.ts': ['type contracts', 'type adapters/types.ts'],
  'gateway/ports.ts': ['type contracts', 'type gateway/rows.ts'],
  'gateway/identity': ['contracts'],
  'gateway/ledger': ['contracts', 'gateway/ports.ts'],
  'gateway/store': ['contracts', 'gateway/ports.ts'],
  'gateway/errors': [
    'type contracts',
    'type adapters/types.ts',
    'type gateway/ports.ts',
    'adapters/limits.ts',
    'adapters/formats',
    'gateway/identity',
    'gateway/ledger',
  ],
  // What operators see and set: lines, limits, events, traces; the runtime's own half is in gateway/machine.
  'gateway/operations': ['type contracts', 'gateway/identity', 'gateway/errors', 'type gateway/ports.ts'],
  // What only a machine has: a configuration file, a disk, files of a security log, a port for figures.
  'gateway/machine': [
    'contracts',
    'gateway/identity',
    'gateway/key-file.ts',
    'gateway/ledger',
    'gateway/operations',
    'gateway/ports.ts',
  ],
  'gateway/http': [
    'contracts',
    'adapters/tables',
    'gateway/identity',
    'gateway/errors',
    'gateway/operations',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  // Answers that stay open.
  'gateway/live': ['gateway/identity', 'gateway/errors', 'gateway/http', 'type gateway/gateway.ts'],
  // Workbooks to fill in and to mend.
  'gateway/forms': ['contracts', 'type adapters/types.ts', 'adapters/formats', 'gateway/errors', 'gateway/http'],
  'gateway/documents': [
    'contracts',
    'gateway/identity',
    'gateway/ledger',
    'gateway/errors',
    'gateway/http',
    'type gateway/ports.ts',
  ],
  'gateway/intake': [
    'contracts',
    'type adapters/types.ts',
    'gateway/identity',
    'gateway/ledger',
    'gateway/errors',
    'gateway/forms',
    'gateway/http',
    'type gateway/ports.ts',
    'type gateway/documents',
    'adapters/index.ts',
  ],
  'gateway/exchange': [
    'contracts',
    'gateway/identity',
    'gateway/errors',
    'gateway/http',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  'gateway/release': [
    'contracts',
    'adapters/standards',
    'adapters/tables',
    'gateway/identity',
    'gateway/ledger',
    'gateway/errors',
    'gateway/http',
    'gateway/documents',
    'gateway/live',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  'gateway/standards': ['contracts', 'adapters/standards', 'gateway/errors', 'gateway/http', 'type gateway/ports.ts'],
  // Who was right: above what is forecast, agreed and released.
  'gateway/scores': [
    'contracts',
    'adapters/standards',
    'gateway/http',
    'gateway/release',
    'gateway/standards',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  'gateway/credit': [
    'contracts',
    'adapters/standards',
    'gateway/errors',
    'gateway/http',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  'gateway/session': [
    'gateway/identity',
    'gateway/errors',
    'gateway/http',
    'gateway/documents',
    'type gateway/gateway.ts',
  ],
  'gateway/service': [
    'type contracts',
    'gateway/errors',
    'gateway/http',
    'gateway/ledger',
    'gateway/operations',
    'type gateway/gateway.ts',
    'type gateway/ports.ts',
  ],
  // The documents as HTML; their maker reads only them.
  'gateway/docs': [],
  'gateway/openapi': ['contracts', 'gateway/errors', 'gateway/http', 'gateway/identity', 'type gateway/gateway.ts'],
  'gateway/portal': [
    'contracts',
    'adapters/standards',
    'adapters/tables',
    'gateway/errors',
    'gateway/http',
    'gateway/identity',
    'gateway/documents',
    'gateway/docs',
    'gateway/openapi',
    'gateway/standards',
    'gateway/credit',
    'gateway/release',
    'gateway/scores',
    'type gateway/ports.ts',
    'type gateway/gateway.ts',
  ],
  'gateway/gateway.ts': [
    'contracts',
    'adapters/types.ts',
    'adapters/limits.ts',
    'gateway/identity',
    'gateway/ledger',
    'gateway/live',
    'gateway/documents',
    'gateway/intake',
    'gateway/operations',
    'gateway/release',
    'type gateway/ports.ts',
    'adapters/index.ts',
  ],
  'gateway/app.ts': [
    'package.json',
    'type gateway/gateway.ts',
    'gateway/credit',
    'gateway/documents',
    'gateway/errors',
    'gateway/exchange',
    'gateway/forms',
    'gateway/http',
    'gateway/intake',
    'gateway/ledger',
    'gateway/openapi',
    'gateway/portal',
    'gateway/release',
    'gateway/scores',
    'gateway/service',
    'gateway/session',
    'gateway/standards',
  ],
  'gateway/key-file.ts': ['gateway/identity'],
  // A data folder taken away and put back.
  'gateway/backup': [
    'contracts',
    'gateway/identity',
    'gateway/key-file.ts',
    'gateway/ledger',
    'gateway/machine',
    'gateway/store',
    'type gateway/ports.ts',
  ],
  // Where the Node entry keeps its ledger.
  'gateway/node-store.ts': [
    'gateway/backup',
    'gateway/machine',
    'type gateway/operations',
    'gateway/store',
    'type gateway/ports.ts',
    'gateway/threads',
  ],
  'gateway/node.ts': [
    'contracts',
    'gateway/app.ts',
    'gateway/backup',
    'gateway/gateway.ts',
    'gateway/http',
    'gateway/identity',
    'gateway/key-file.ts',
    'gateway/machine',
    'gateway/node-store.ts',
    'gateway/operations',
    'type gateway/ports.ts',
    'gateway/threads',
  ],
  // What a thread of the Node entry runs: intake's pure half, and the embedded store's way of packing texts.
  'gateway/threads': [
    'contracts',
    'adapters/formats',
    'gateway/intake',
    'gateway/ledger',
    'gateway/store',
    'gateway/ports.ts',
  ],
  'gateway/worker.ts': [
    'adapters/types.ts',
    'adapters/limits.ts',
    'gateway/app.ts',
    'gateway/errors',
    'gateway/gateway.ts',
    'gateway/identity',
    'gateway/live',
    'gateway/operations',
    'gateway/store',
  ],
  // What a partner runs: the client has the reading side of every part, and neither a store nor a server.
  'gateway/client': [
    'contracts',
    'adapters/tables',
    'gateway/identity',
    'gateway/ledger',
    'gateway/documents',
    'gateway/intake',
    'gateway/operations',
    'gateway/release',
    'gateway/http',
    'type gateway/ports.ts',
  ],
  // What packs the project: it reads the sources as files, and imports none of them.
  'gateway/deploy': [],
  'gateway/cli': [
    'package.json',
    'contracts',
    'seeds',
    'adapters/types.ts',
    'adapters/limits.ts',
    'adapters/formats',
    'gateway/backup',
    'gateway/client',
    'gateway/documents',
    'gateway/errors',
    'gateway/forms',
    'gateway/gateway.ts',
    'gateway/http',
    'gateway/identity',
    'gateway/intake',
    'gateway/key-file.ts',
    'gateway/ledger',
    'gateway/machine',
    'gateway/node.ts',
    'gateway/store',
    'type gateway/ports.ts',
    'type gateway/release',
    'adapters/index.ts',
  ],
  seeds: ['type contracts', 'type gateway/identity'],
}

/** HTTP in front of a low part: only these files of it know of requests and problems. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  'gateway/ledger/routes.ts': ['gateway/errors', 'gateway/http'],
}

describe('imports point one way', () => {
  test('every part of the tree has its rule, and every rule its part', () => {
    expect([...new Set(SOURCES.map(({ path }) => partOf(path)))].sort()).toEqual(Object.keys(MAY).sort())
  })

  test.each(Object.entries(MAY))('%s imports only what lies below it', (part, may) => {
    const wrong = IMPORTS.filter(({ from, to, type }) => {
      const target = partOf(to)
      if (
        partOf(from) !== part ||
        target === part ||
        !(to.includes('.ts') || to.endsWith('.json') || to.endsWith('.js'))
      )
        return false
      const allowed = [...may, ...(ROUTES[from] ?? [])]
      return !allowed.includes(target) && !(type && allowed.includes(`type ${target}`))
    }).filter(({ to }) => /^(?:contracts|adapters|gateway|seeds|test)\/|^package\.json$/.test(to))
    expect(wrong).toEqual([])
  })

  test('siblings know nothing of one another: intake, exchange, release, standards and credit; ledger, store and identity; the two sides', () => {
    for (const group of [
      ['gateway/intake', 'gateway/exchange', 'gateway/release', 'gateway/standards', 'gateway/credit'],
      ['gateway/ledger', 'gateway/store', 'gateway/identity'],
      ['adapters/sichuan', 'adapters/chongqing'],
    ]) {
      const across = IMPORTS.filter(({ from, to }) => {
        const [one, other] = [partOf(from), partOf(to)]
        return one !== other && group.includes(one) && group.includes(other)
      })
      expect(across).toEqual([])
    }
  })

  test.each([
    ['gateway/portal', ['gateway/app.ts']],
    ['gateway/cli', []],
    ['gateway/app.ts', ['gateway/node.ts', 'gateway/worker.ts']],
    ['gateway/node.ts', ['gateway/cli']],
    ['gateway/worker.ts', []],
    [
      'gateway/store',
      ['gateway/backup', 'gateway/cli', 'gateway/node-store.ts', 'gateway/threads', 'gateway/worker.ts'],
    ],
    ['gateway/threads', ['gateway/node-store.ts', 'gateway/node.ts']],
    ['gateway/node-store.ts', ['gateway/node.ts']],
  ])('%s is imported only by %j', (part, by) => {
    const importers = IMPORTS.filter(({ from, to }) => partOf(to) === part && partOf(from) !== part).map(({ from }) =>
      partOf(from),
    )
    expect([...new Set(importers)].sort()).toEqual(by)
  })

  test('no file imports a test, nor any file of ours by another ending than its own', () => {
    for (const { from, to } of IMPORTS) {
      expect(to.startsWith('test/'), from).toBe(false)
      if (/^(?:contracts|adapters|gateway|seeds)\//.test(to)) expect(to, from).toMatch(/\.(?:ts|json|js)$/)
    }
  })

  test('nothing leads back to itself', () => {
    const next = new Map(
      SOURCES.map(({ path, imports }) => [path, imports.filter(({ type }) => !type).map(({ to }) => to)]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) {
        for (const to of next.get(path) ?? []) visit(to, [...trail, path])
        done.add(path)
      }
    }
    for (const { path } of SOURCES) visit(path, [])
    expect(cycles).toEqual([])
  })
})

describe('what a runtime need not have stays at the edge', () => {
  const importersOf = (name: RegExp) => [...new Set(IMPORTS.filter(({ to }) => name.test(to)).map(({ from }) => from))]

  test('sqlite3 and node:sqlite only behind the store, each in the one driver that it makes', () => {
    expect(importersOf(/^sqlite3$/)).toEqual(['gateway/store/sqlite/driver-sqlite3.ts'])
    expect(importersOf(/^node:sqlite$/)).toEqual(['gateway/store/sqlite/driver-node.ts'])
  })

  test('pg only behind the store, in what makes its connections and what tells its errors apart', () => {
    expect(importersOf(/^pg$/).sort()).toEqual([
      'gateway/store/postgres/connections.ts',
      'gateway/store/postgres/error.ts',
    ])
  })

  test('a driver only by the choice between them, which loads it when it is wanted', () => {
    const drivers = /^gateway\/store\/sqlite\/driver-/
    expect(importersOf(drivers)).toEqual(['gateway/store/sqlite/driver.ts'])
    const [choice] = SOURCES.filter(({ path }) => path === 'gateway/store/sqlite/driver.ts')
    expect([...(choice?.text.matchAll(STATEMENT) ?? [])].filter(([, , name = '']) => name.includes('driver-'))).toEqual(
      [],
    )
  })

  test('files only in the entries, the command, the blob folder, the build and the samples', () => {
    const edge =
      /^(?:gateway\/(?:node|node-store|key-file)\.ts$|gateway\/(?:backup|cli|deploy|machine)\/|gateway\/store\/blob-|seeds\/make(?:-\w+)?\.ts$|contracts\/build\.ts$|gateway\/(?:docs|portal\/browser)\/build\.ts$)/
    expect(importersOf(/^node:fs/).filter((path) => !edge.test(path))).toEqual([])
  })

  test('of Node elsewhere only what Workers have: crypto, zlib, buffers, timers', () => {
    const edge =
      /^(?:gateway\/(?:node|node-store|key-file)\.ts$|gateway\/(?:backup|cli|deploy|machine|threads)\/|gateway\/store\/(?:blob-|sqlite\/)|seeds\/make(?:-\w+)?\.ts$|contracts\/build\.ts$|gateway\/(?:docs|portal\/browser)\/build\.ts$)/
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        to.startsWith('node:') && !edge.test(from) && !/^node:(?:crypto|zlib|buffer|timers\/promises)$/.test(to),
    )
    expect(wrong).toEqual([])
  })

  test('the pure layers and the command apart, no file reads the clock, the environment or the network', () => {
    const pure = SOURCES.filter(({ path }) => /^(?:contracts|adapters)\//.test(path) && path !== 'contracts/build.ts')
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\.getRandomValues\b|\bsetTimeout\b/
    expect(paths(pure.filter(({ text }) => impure.test(withoutComments(text))))).toEqual([])
  })
})

/** The code without block comments and lines of comment. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

describe('habits of the sources', () => {
  test('no file runs past 320 lines', () => {
    expect(paths(SOURCES.filter(({ text }) => text.split('\n').length > 321))).toEqual([])
  })

  test.each([
    ['any', /[:<|&(,]\s*any\b\s*[,;)>=|&[\]{]|\bas any\b|\bany\[\]/],
    ['a cast through unknown', /\bas unknown as\b/],
    ['a non-null assertion', /[\w)\]]!(?:[.;,)\]]|\s*$)/m],
    ['a compiler directive', /@ts-(?:ignore|expect-error|nocheck)/],
    ['code made from text', /\beval\s*\(|\bnew Function\b/],
    ['a task left', /\bTODO\b|\bFIXME\b|\bXXX\b/],
  ])('no source has %s', (_what, pattern) => {
    const found = SOURCES.filter(({ text }) =>
      pattern.test(withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'/g, "''")),
    )
    expect(paths(found)).toEqual([])
  })

  test('every file opens with what it is for', () => {
    expect(paths(SOURCES.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/.test(text)))).toEqual([])
  })

  test('every exported thing is told right above it', () => {
    const told = (lines: readonly string[], at: number): boolean => {
      if (!lines[at - 1]?.trimEnd().endsWith('*/')) return false
      const opening = lines.slice(0, at).findLast((line) => line.includes('/*'))
      return opening?.startsWith('/**') ?? false
    }
    const untold = SOURCES.flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, at) =>
        /^export (?:async )?(?:function|const|interface|type|class) \w/.test(line) && !told(lines, at)
          ? [`${path}:${at + 1}`]
          : [],
      )
    })
    expect(untold).toEqual([])
  })
})

test('the rules can fail: a file that breaks them is found', () => {
  const odd =
    "import { a } from '../portal/x.ts'\nimport type { B } from './b.ts'\nexport {\n  c,\n} from '../cli/c.ts'\nawait import('node:fs')\n"
  expect(importsOf('gateway/ledger/odd.ts', odd)).toEqual([
    { from: 'gateway/ledger/odd.ts', to: 'gateway/portal/x.ts', type: false },
    { from: 'gateway/ledger/odd.ts', to: 'gateway/ledger/b.ts', type: true },
    { from: 'gateway/ledger/odd.ts', to: 'gateway/cli/c.ts', type: false },
    { from: 'gateway/ledger/odd.ts', to: 'node:fs', type: false },
  ])
  expect(partOf('gateway/store/sqlite/read.ts')).toBe('gateway/store')
})
