/** Every rule id that an adapter writes is told in the table, and the table tells of no rule that nothing writes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapterFor } from '../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import { CONTRACTS } from '../../contracts/index.ts'
import { ROW_REGISTRIES } from '../../contracts/registry/index.ts'
import { RULES, ruleOf } from '../../contracts/rules/index.ts'
import { isErrorCode } from '../../gateway/errors/table.ts'
import { SEEDS } from '../../seeds/all.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ADAPTERS = join(ROOT, 'adapters')

/** As the contracts have it (`/notes/items/properties/rule`). */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** A word; one with a colon after it is the name of a member. */
const LITERAL = /'([a-z0-9]+(?:-[a-z0-9]+)*)'(?!:)/g
const KEBAB = /'([a-z0-9]+(?:-[a-z0-9]+)+)'(?!:)/g

/** Where sources write rule ids, each up to the end of the member, list or statement. */
const WRITTEN: readonly RegExp[] = [
  /\brule:([^,}]+)/g,
  /\bconst rule =([\s\S]*?)(?=\n\s*(?:notes|best|return|if|const)\b|\n\s*\})/g,
  /\brules: (\[.*\]|[^,}\n]*\[[^\n]*)/g,
  /\bconst rules = (.*)/g,
  /\brules\.add\(([^)]*)\)/g,
  /\b[A-Z_]*RULES\b[^=\n]*= \{([^}]*)\}/g,
  /: readonly string\[\] = (\[[^\]]*\])/g,
]

function literalsIn(text: string, pattern = LITERAL): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '')
}

function writtenIn(source: string): string[] {
  return WRITTEN.flatMap((pattern) =>
    Array.from(source.matchAll(pattern), (match) => match[1] ?? '').flatMap((text) => literalsIn(text)),
  )
}

const SOURCES = readdirSync(ADAPTERS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(ADAPTERS, name))
  .map((path) => ({ file: relative(ROOT, path), source: readFileSync(path, 'utf8') }))

const WROTE = SOURCES.flatMap(({ file, source }) => writtenIn(source).map((id) => ({ file, id })))

/** Words of contracts: their ids, and what their schemas list. */
function contractWords(): ReadonlySet<string> {
  const words = new Set(CONTRACTS.map(({ id }) => id))
  const walk = (value: unknown): void => {
    if (typeof value === 'string') words.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  for (const { schema } of CONTRACTS) walk(schema)
  return words
}

/** Words with a hyphen that are neither rules nor errors nor of a contract: encodings, a meaning of HJ 212 flags, a time that lacks its hour. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['utf-8', 'x-gbk', 'not-valid', 'no-hour'])

describe('the rule ids in the sources', () => {
  test('are all in the table', () => {
    expect(WROTE.filter(({ id }) => ruleOf(id) === undefined)).toEqual([])
  })

  test('are found wherever they are written', () => {
    const ids = new Set(WROTE.map(({ id }) => id))
    for (const id of [
      'column-ignored',
      'river-alias',
      'mn-differs',
      'level-by-side',
      'unrounded-value-taken',
      'full-width-read',
      'flag-manual',
      'level-by-plate',
      'division-not-then',
      'ozone-taken-as-8h',
      'midnight-read-as-day',
      'issued-hour-not-stated',
      'substance-media-by-phase',
      'approximate-read',
      'gas-state-converted',
    ]) {
      expect(ids, id).toContain(id)
    }
  })

  test('hide nowhere else: every word with a hyphen is a rule, an error or a word of a contract', () => {
    const words = contractWords()
    const strange = SOURCES.filter(({ file }) => !file.startsWith('adapters/standards/')).flatMap(({ file, source }) =>
      literalsIn(source, KEBAB)
        // A day or a telephone number has hyphens too, and no letter.
        .filter(
          (word) =>
            /[a-z]/.test(word) && !ruleOf(word) && !isErrorCode(word) && !words.has(word) && !OTHER_WORDS.has(word),
        )
        .map((word) => ({ file, word })),
    )
    expect(strange).toEqual([])
  })

  test.each([
    ["notes.push({ field: '/a', rule: 'a-b' })", 'a-b'],
    ["notes.push({ field: '/a', rule: one ? 'x' : 'a-b', sent })", 'a-b'],
    ["      rule: far\n        ? 'x'\n        : 'a-b',\n      sent", 'a-b'],
    ["const rule = one\n      ? 'x'\n      : 'a-b'\n    notes.push({ rule })", 'a-b'],
    ["return { ms, rules: time.inferred ? ['a-b'] : [] }", 'a-b'],
    ["const rules = [...(one ? ['a-b'] : []), 'x']", 'a-b'],
    ["if (one) rules.add('a-b')", 'a-b'],
    ["const FLAG_RULES: Readonly<Record<string, string>> = {\n  manual: 'a-b',\n}", 'a-b'],
    ["const TAKEN: readonly string[] = ['a-b']", 'a-b'],
    ["rules: [...(power === 0 ? [] : ['a-b']), 'x'],", 'a-b'],
  ])('would be caught in %j', (source, id) => {
    expect(writtenIn(source)).toContain(id)
    expect(ruleOf(id)).toBeUndefined()
  })
})

describe('the table', () => {
  test('has no rule that nothing writes', () => {
    const ids = new Set(WROTE.map(({ id }) => id))
    expect(Object.keys(RULES).filter((id) => !ids.has(id))).toEqual([])
  })

  test.each(Object.entries(RULES))('tells %s in both languages, briefly', (id, { zh, en, basis }) => {
    expect(id).toMatch(ID)
    expect(id.length).toBeLessThanOrEqual(64)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh).not.toMatch(/[。.]$/)
    expect(en).toMatch(/^[A-Z0-9一-鿿].{10,}[^.]$/)
    expect(en.length).toBeLessThanOrEqual(180)
    if (basis) expect(basis.clause).toMatch(/\S/)
  })

  test('has each explanation once', () => {
    const told = Object.entries(RULES).map(([id, { zh }]) => [zh, id] as const)
    const twice = [...Map.groupBy(told, ([zh]) => zh).values()].filter((same) => same.length > 1)
    // Two datasets came to one conversion by two names, and both stand in records.
    expect(twice.map((same) => same.map(([, id]) => id).sort())).toEqual([['coordinates-converted', 'crs-converted']])
  })

  test('knows no name of an object', () => {
    for (const name of ['constructor', 'toString', '__proto__']) expect(ruleOf(name)).toBeUndefined()
  })
})

describe('what adapters write of the sandbox’s own files', () => {
  const files = SEEDS.flatMap(({ contract, files }) => files.map((one) => ({ contract, ...one })))

  test.each(files)('$file of $contract: every note’s rule is in the table', ({ contract, party, file, mediaType }) => {
    const adapter = adapterFor(contract, party)
    const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter?.register)
    if (!adapter || !registry) throw new TypeError(`no adapter for ${contract} of ${party}`)
    const found = new Set<string>()
    let records = 0
    const bytes = readFileSync(join(ROOT, 'seeds', file))
    const input = { bytes, mediaType, at: Date.parse('2026-11-24T00:00:00+08:00'), registry, limits: FORMAT_LIMITS }
    const { notes } = adapter.normalise(input, ({ record }) => {
      records++
      if (!('notes' in record) || !Array.isArray(record.notes)) throw new TypeError('a record without notes')
      for (const note of record.notes) found.add(String(note.rule))
    })
    for (const { rule } of notes) found.add(rule)
    expect(records).toBeGreaterThan(0)
    expect([...found].filter((id) => ruleOf(id) === undefined)).toEqual([])
  })
})
