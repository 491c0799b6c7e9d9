/** The error table: complete, in both languages, and its examples bring about what they illustrate. */
import { describe, expect, test } from 'vitest'
import { FORMAT_ERROR_CODES } from '../../../adapters/formats/error.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { parseUnit } from '../../../adapters/standards/units.ts'
import { parseClass } from '../../../adapters/standards/water.ts'
import { parseTime } from '../../../adapters/tables/time.ts'
import { readFigure } from '../../../adapters/water/figure.ts'
import { CONSULTATION_ERRORS } from '../../../gateway/errors/consultation.ts'
import { FORMAT_ERRORS } from '../../../gateway/errors/formats.ts'
import { HTTP_ERRORS } from '../../../gateway/errors/http.ts'
import { IDENTITY_ERROR_ROWS } from '../../../gateway/errors/identity.ts'
import { JOINT_ERRORS } from '../../../gateway/errors/joint.ts'
import { LEDGER_ERRORS } from '../../../gateway/errors/ledger.ts'
import { ROW_ERRORS } from '../../../gateway/errors/rows.ts'
import { SERVICE_ERRORS } from '../../../gateway/errors/service.ts'
import { ERRORS, type ErrorRow, isErrorCode } from '../../../gateway/errors/table.ts'
import { WITNESS_ERRORS } from '../../../gateway/errors/witnesses.ts'
import { IDENTITY_ERRORS } from '../../../gateway/identity/error.ts'

const ROWS: readonly (readonly [string, ErrorRow])[] = Object.entries(ERRORS)
const HAN = /\p{Script=Han}/u
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (bytes: Uint8Array, mediaType = '') => readTables(bytes, { limits: FORMAT_LIMITS, mediaType })

describe('the error table', () => {
  test.each(ROWS)('%s is told in Chinese and in English', (_code, { title, what, fix }) => {
    for (const { zh, en } of [title, what, fix]) {
      expect(zh).toMatch(HAN)
      expect(zh).toBe(zh.trim())
      expect(en).toMatch(/[A-Za-z]/)
      expect(en).not.toMatch(CHINESE)
      expect(en).toBe(en.trim())
    }
  })

  test.each(ROWS)('%s has a short title and whole sentences', (_code, { title, what, fix }) => {
    expect(title.en.split(/\s+/).length).toBeLessThanOrEqual(12)
    expect(title.zh.length).toBeLessThanOrEqual(16)
    for (const { zh, en } of [what, fix]) {
      expect(zh.endsWith('。')).toBe(true)
      expect(en.endsWith('.')).toBe(true)
    }
  })

  test.each(ROWS)('%s is a kebab-case code of a 4xx or 5xx status', (code, { status }) => {
    expect(code).toMatch(/^[a-z]+\d*(-[a-z0-9]+)*$/)
    expect(Number.isInteger(status) && status >= 400 && status <= 599).toBe(true)
  })

  test('no code stands in two areas', () => {
    const areas = [
      IDENTITY_ERROR_ROWS,
      FORMAT_ERRORS,
      ROW_ERRORS,
      HTTP_ERRORS,
      SERVICE_ERRORS,
      LEDGER_ERRORS,
      WITNESS_ERRORS,
      JOINT_ERRORS,
      CONSULTATION_ERRORS,
    ]
    const codes = areas.flatMap((area) => Object.keys(area))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBe(ROWS.length)
  })

  test('titles tell the codes apart in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const titles = ROWS.map(([, { title }]) => title[language])
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
    }
  })

  test("identity's rows keep identity's own status and title", () => {
    const own = Object.entries(IDENTITY_ERROR_ROWS).map(([code, { status, title }]) => [code, { status, title }])
    expect(Object.fromEntries(own)).toEqual(IDENTITY_ERRORS)
  })

  test('every code a reader may throw has a row and no row is left over', () => {
    expect(Object.keys(FORMAT_ERRORS).sort()).toEqual([...FORMAT_ERROR_CODES].sort())
  })

  test('every row of a rejected row is 422', () => {
    expect(new Set(Object.values(ROW_ERRORS).map(({ status }) => status))).toEqual(new Set([422]))
  })

  test.each([
    ['not-found', 404],
    ['method-not-allowed', 405],
    ['not-acceptable', 406],
    ['body-too-large', 413],
    ['zip-bomb', 413],
    ['file-too-slow', 422],
    ['media-type-unsupported', 415],
    ['format-mismatch', 415],
    ['evidence-removed', 410],
    ['rate-limited', 429],
    ['queue-full', 503],
    ['contract-not-in-force', 409],
    ['no-acceptable-row', 422],
    ['other-party', 403],
    ['ledger-range', 400],
    ['internal', 500],
  ])('%s answers %i', (code, status) => {
    expect(ROWS.find(([name]) => name === code)?.[1].status).toBe(status)
  })

  test('isErrorCode knows the codes and nothing an object inherits', () => {
    expect(isErrorCode('section-unknown')).toBe(true)
    for (const other of ['', 'section', 'toString', '__proto__', 'constructor']) expect(isErrorCode(other)).toBe(false)
  })
})

describe('an example brings about its own code', () => {
  test.each(['truncated', 'json-invalid', 'csv-invalid', 'no-table'] as const)('the file of %s', async (code) => {
    const bytes = utf8(`${code === 'csv-invalid' ? '断面名称,监测时间,pH\n' : ''}${ERRORS[code].example}`)
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })

  test('the nesting of too-deep is over the limit', async () => {
    await expect(read(utf8(ERRORS['too-deep'].example ?? ''))).rejects.toMatchObject({
      code: 'too-deep',
    })
  })

  test('the bytes of encoding-invalid contradict the charset declared beside them', async () => {
    const [header = '', hex = ''] = (ERRORS['encoding-invalid'].example ?? '').split(' ← ')
    const mediaType = header.replace('Content-Type: ', '')
    const name = Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16))
    const bytes = Uint8Array.from([...name, ...utf8(',a,b\n1,2,3\n')])
    await expect(read(bytes, mediaType)).rejects.toMatchObject({ code: 'encoding-invalid' })
  })

  test('the header of format-mismatch does not go with the content beside it', async () => {
    const [header = '', text = ''] = (ERRORS['format-mismatch'].example ?? '').split(' ← ')
    const mediaType = header.replace('Content-Type: ', '')
    await expect(read(utf8(`${text}\n`), mediaType)).rejects.toMatchObject({ code: 'format-mismatch' })
  })

  test.each([
    ['row-truncated', '断面名称,监测时间,pH,氨氮\n'],
    ['cell-count', '断面名称,监测时间,pH,氨氮\n'],
    ['cell-type', ''],
    ['row-shape', ''],
  ] as const)('the row of %s', async (code, header) => {
    const { tables } = await read(utf8(`${header}${ERRORS[code].example}`))
    expect(tables.flatMap((table) => table.faults ?? []).map((fault) => fault.code)).toEqual([code])
  })

  test('the object of name-repeated, beside a sound one', async () => {
    const text = ERRORS['name-repeated'].example?.replace('[', '[{"断面名称":"寸滩","pH":8.0},') ?? ''
    const { tables } = await read(utf8(text))
    expect(tables.flatMap((table) => table.faults ?? [])).toMatchObject([{ row: 2, code: 'name-repeated' }])
  })

  const cellOf = (code: keyof typeof ROW_ERRORS): string => ROW_ERRORS[code].example?.split(' = ')[1] ?? ''

  test('the cells of times, classes, figures and units cannot be read', () => {
    const at = Date.parse('2026-11-23T00:00:00+08:00')
    expect(parseTime(cellOf('time-unreadable'), at)).toBeNull()
    expect(parseTime(cellOf('time-in-future'), at)?.end).toBeGreaterThan(at)
    expect(parseClass(cellOf('class-unreadable'))).toBeUndefined()
    expect(readFigure(cellOf('value-not-a-number'), 'nh3n', null).fault).toBe('value-not-a-number')
    expect(readFigure(cellOf('value-out-of-range'), 'nh3n', null).result?.value).toBeLessThan(0)
    expect(parseUnit(/\((.*)\)/.exec(ROW_ERRORS['unit-unknown'].example ?? '')?.[1] ?? 'mg/L')).toBeUndefined()
  })

  test('what the fixes propose can be read', () => {
    const at = Date.parse('2026-11-23T00:00:00+08:00')
    expect(parseTime('2026-03-01 12:00', at)?.end).toBe(Date.parse('2026-03-01T12:00:00+08:00'))
    for (const text of ['III', '3', 'III类', 'Ⅲ']) expect(parseClass(text)).toBe(3)
    for (const text of ['6', '劣Ⅴ']) expect(parseClass(text)).toBe(6)
    expect(readFigure('0.025L', 'nh3n', null).result?.qualifier).toBe('L')
    for (const text of ['ND', '未检出']) expect(readFigure(text, 'nh3n', null).result?.qualifier).toBe('ND')
    for (const text of ['--', '']) expect(readFigure(text, 'nh3n', null).result?.qualifier).toBe('missing')
    for (const unit of ['mg/L', 'μg/L', 'g/L']) expect(parseUnit(unit)).toBe(unit)
  })
})
