/** No expression that meets text from outside takes time that grows with the square of its length: one cell could hold a gateway up for hours. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PARTS = ['adapters', 'gateway']

/** What meets nothing from outside, or only as much of it as is no harm. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  ['adapters/formats/read.ts', 'a page’s first kilobyte'],
  ['adapters/formats/xlsx-date.ts', '255 characters'],
  ['adapters/standards/degrees.ts', '40 characters'],
  ['adapters/standards/exceedance-text.ts', 'a text that is not longer than the longest'],
  ['gateway/docs/build.ts', 'our own documents, when they are built'],
  ['gateway/forms/write.ts', 'a workbook that was just written here'],
  ['gateway/portal/lang.ts', 'the digits of one number'],
  ['gateway/portal/large-type.ts', 'a page that was just made here'],
])

const LITERAL =
  /(?:^|[=(,:;!&|?{}[\s])\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+)\/([dgimsuvy]*)(?=$|[\s.,;)\]}:?])/g

interface Found {
  readonly place: string
  readonly expression: RegExp
}

function literalsOf(file: string): readonly Found[] {
  if (BOUNDED.has(file)) return []
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (/^\s*(?:\*|\/\/|\/\*)/.test(line)) return []
    return [...line.matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
      try {
        return [{ place: `${file}:${at + 1} /${source}/${flags}`, expression: new RegExp(source, flags) }]
      } catch {
        // A division that looks like one.
        return []
      }
    })
  })
}

const SOURCES = PARTS.flatMap((part) =>
  readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated') && !name.includes('browser'))
    .map((name) => join(part, name)),
)

/** The expressions in those files, and those that the modules of adapters put together when they are loaded. */
async function everyExpression(): Promise<readonly Found[]> {
  const made: Found[] = []
  const Own = globalThis.RegExp
  globalThis.RegExp = new Proxy(Own, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const expression = new target(source, flags)
      made.push({ place: `${expression}`, expression })
      return expression
    },
  })
  try {
    for (const file of SOURCES.filter((name) => name.startsWith('adapters') && !BOUNDED.has(name)))
      await import(join(ROOT, file))
  } finally {
    globalThis.RegExp = Own
  }
  return [...SOURCES.flatMap(literalsOf), ...made]
}

/** Characters, more than a cell may have. */
const LENGTH = 5000
const ALWAYS = [...' \t\r\n\u3000', '\r\n', ...'09aA.,:;-_/<>()[]{}"\'\\*=&+~%中的', '0.', ' ,', '(a', '[a']

/** The expression's own characters and words: what it looks for again and again. */
function unitsOf({ source }: RegExp): readonly string[] {
  const plain = source.replace(/\\u\{?[\da-f]+\}?|\\p\{[^}]*\}|\\.|\(\?<?[=!:]?/gi, '|')
  const words = plain.split(/[\\^$*+?(){}|[\]]+/).filter((word) => word.length > 0 && word.length < 12)
  return [...new Set([...ALWAYS, ...words, ...words.flatMap((word) => [...word])])].slice(0, 90)
}

/** Milliseconds of this thread's own work, whatever else the machine does, in the quickest of `times` runs. */
function time(expression: RegExp, text: string, times = 1): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < times; run += 1) {
    const begun = process.threadCpuUsage()
    expression.lastIndex = 0
    text.replace(expression, (found) => found)
    const { user, system } = process.threadCpuUsage(begun)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** A linear expression takes well under this many ms for `LENGTH` characters, one of the square of it ten times as many and more. */
const LIMIT = 3
/** Four times the text takes a linear expression four times the time, one of its square sixteen times. */
const GROWTH = { text: 4, time: 9 } as const

/** A machine has bad moments: what grows too fast must do so this often in a row. */
const ROUNDS = 4

function growsTooFast(expression: RegExp, text: (length: number) => string): boolean {
  for (let round = 0; round < ROUNDS; round += 1) {
    const once = time(expression, text(LENGTH), 4)
    if (once < LIMIT || time(expression, text(GROWTH.text * LENGTH), 2) < GROWTH.time * once) return false
  }
  return true
}

/** What to repeat for the expression's time to grow faster than its text; undefined for a linear one. */
function badFor(expression: RegExp): string | undefined {
  for (const unit of unitsOf(expression)) {
    for (const before of ['', 'a', '(', '<']) {
      const text = (length: number) => `${before}${unit.repeat(length / unit.length)}\u0001`
      if (time(expression, text(LENGTH)) >= LIMIT && growsTooFast(expression, text)) return `${before}${unit}`
    }
  }
  return undefined
}

test('the measure tells an expression of the square of its text from a linear one', () => {
  expect(badFor(/\s+$/)).toBeDefined()
  expect(badFor(/^(?:\d+\.?\d*)$/)).toBeDefined()
  expect(badFor(/(?<!\s)\s+$/)).toBeUndefined()
  expect(badFor(/在(.{1,160}?)内/)).toBeUndefined()
}, 60_000)

test('every expression of adapters and gateway is linear in what it reads', async () => {
  const found = await everyExpression()
  expect(found.length).toBeGreaterThan(400)
  const slow = found.flatMap(({ place, expression }) => {
    const unit = badFor(expression)
    return unit === undefined ? [] : [`${place} for ${JSON.stringify(unit)} over and over`]
  })
  expect(slow).toEqual([])
}, 60_000)
