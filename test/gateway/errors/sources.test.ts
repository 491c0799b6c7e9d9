/** Every code the sources use is in the error table, so that its problem type resolves. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { LEAF_TYPES } from '../../../gateway/ports.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const LEAVES: ReadonlySet<string> = new Set(LEAF_TYPES)

/** `new FormatError('…'`, `new IdentityError('…'`, `new Problem('…'`, `refusal('…'`, `problem('…'`. */
const THROWN = /\b(?:new (?:FormatError|IdentityError|Problem)|refusal|problem)\(\s*'([^']*)'/g
/** `reject(row, '…'`. */
const REJECTED = /\breject\(\s*[\w.]+,\s*'([^']*)'/g
/** `type: '…'` and `type: test ? '…' : '…'`, up to the end of the member. */
const TYPED = /\btype:([^,\n}]*'[^,\n}]*)/g
/** `code: '…'` of a row's fault. */
const FAULT = /\bcode: '([^']*)'/g

function codesIn(file: string, source: string): string[] {
  const found = [THROWN, REJECTED].flatMap((pattern) => Array.from(source.matchAll(pattern), (match) => match[1] ?? ''))
  if (file.startsWith('adapters')) found.push(...Array.from(source.matchAll(FAULT), (match) => match[1] ?? ''))
  // What the OpenAPI document says of rejections are schemas: their types are JSON's.
  if (/\bRejection\b/.test(source) && !file.startsWith('gateway/openapi')) {
    const values = Array.from(source.matchAll(TYPED), (match) => match[1] ?? '')
      .filter((text) => !text.includes('('))
      .flatMap((text) => Array.from(text.matchAll(/'([^']*)'/g), (match) => match[1] ?? ''))
    found.push(...values.filter((value) => !LEAVES.has(value)))
  }
  return found
}

function sources(): readonly (readonly [string, string])[] {
  return ['adapters', 'gateway'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(ROOT, path), readFileSync(path, 'utf8')] as const),
  )
}

describe('the codes in the sources', () => {
  const used = sources().flatMap(([file, source]) => codesIn(file, source).map((code) => ({ file, code })))

  test('are all in the table', () => {
    expect(used.filter(({ code }) => !isErrorCode(code))).toEqual([])
  })

  test('are found wherever they are written', () => {
    const codes = new Set(used.map(({ code }) => code))
    for (const code of [
      'columns-missing',
      'format-mismatch',
      'cell-count',
      'digest-mismatch',
      'document-algorithm',
      'section-unknown',
      'time-unreadable',
      'value-out-of-range',
      'contract-violation',
      'internal',
    ]) {
      expect(codes, code).toContain(code)
    }
  })

  test.each([
    ["throw new FormatError(\n    'a-b', { zh, en })", 'a-b'],
    ["new IdentityError('a-b', detail)", 'a-b'],
    ["throw new Problem('a-b')", 'a-b'],
    ["throw refusal('a-b', zh, en, pointer)", 'a-b'],
    ["return reject(row, 'a-b', heading('time'), sent, {", 'a-b'],
    ["const one: Rejection = { row, type: 'a-b', detail }", 'a-b'],
    ["const one: Rejection = { row, type: far ? 'a-b' : 'internal', detail }", 'a-b'],
    ["return { row, code: 'a-b', detail }", 'a-b'],
  ])('would be caught in %s', (source, code) => {
    expect(codesIn('adapters/one.ts', source)).toContain(code)
    expect(isErrorCode(code)).toBe(false)
  })
})
