import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { IDENTITY_ERRORS, IdentityError, refusal } from '../../../gateway/identity/error.ts'

const FOLDER = resolve(import.meta.dirname, '../../../gateway/identity')
const SOURCES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'error.ts')
const SOURCE = SOURCES.map((name) => readFileSync(resolve(FOLDER, name), 'utf8')).join('\n')

// These are for whoever holds the nonces, the access matrix and the cookies to throw.
const THROWN_ELSEWHERE = ['signature-replayed', 'not-permitted', 'session-missing', 'session-ended', 'challenge-used']

describe('the table of refusals', () => {
  for (const [code, { status, title }] of Object.entries(IDENTITY_ERRORS)) {
    test(`${code} has a client-side status, titles in both languages, and is thrown`, () => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect([400, 401, 403, 409, 422, 429]).toContain(status)
      expect(title.zh).toMatch(/\p{Script=Han}/u)
      expect(title.en).toMatch(/^[A-Z][ -~]+$/)
      expect(SOURCE.includes(`'${code}'`)).toBe(!THROWN_ELSEWHERE.includes(code))
    })
  }
})

describe('a refusal', () => {
  test('carries code, detail, place and value', () => {
    const error = refusal('key-unknown', '未登记', 'unknown', 'keyid', 'abc')
    expect(error).toBeInstanceOf(IdentityError)
    expect(error).toMatchObject({
      code: 'key-unknown',
      detail: { zh: '未登记', en: 'unknown' },
      pointer: 'keyid',
      value: 'abc',
    })
    expect(error.message).toBe('key-unknown: unknown')
  })
  test('leaves out what there is not', () => {
    expect(Object.keys(new IdentityError('not-permitted', { zh: '无权', en: 'no' }))).toEqual([
      'name',
      'code',
      'detail',
    ])
  })
  test('shortens a value that would fill a screen', () => {
    expect(refusal('key-unknown', '', '', 'keyid', 'k'.repeat(5000)).value).toBe(`${'k'.repeat(200)}…`)
  })
})
