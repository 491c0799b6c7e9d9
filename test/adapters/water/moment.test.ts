/** When a row was measured: four hours before the time written, a civil day for a date alone, never after the file is read. */
import { describe, expect, test } from 'vitest'
import { AT, csv, read, readRow, rules } from './helpers.ts'

describe('an automatic station', () => {
  test('writes the end of its four hours', () => {
    const { record, key } = readRow({ 监测时间: '2026-11-16 08:00' })
    expect(record?.interval).toEqual({ start: '2026-11-16T04:00:00+08:00', end: '2026-11-16T08:00:00+08:00' })
    expect(record?.monitoring).toBe('automatic')
    expect(key).toBe('cq-寸滩/automatic/2026-11-16T08:00:00+08:00/cnemc')
  })

  test('24:00 and 00:00 of the next day are one interval over midnight', () => {
    const late = readRow({ 监测时间: '2026-11-15 24:00' })
    const early = readRow({ 监测时间: '2026-11-16 00:00' })
    expect(late.record?.interval).toEqual({ start: '2026-11-15T20:00:00+08:00', end: '2026-11-16T00:00:00+08:00' })
    expect(early.key).toBe(late.key)
  })

  test('a year that is inferred is noted with the words sent', () => {
    expect(readRow({ 监测时间: '11-16 08:00' }).record?.notes).toEqual([
      { field: '/interval/end', rule: 'time-year-inferred', sent: '11-16 08:00' },
    ])
    expect(rules(readRow({ 监测时间: '2026-11-16 08:00' }).record)).toEqual([])
  })

  test('full-width digits are a time too', () => {
    expect(readRow({ 监测时间: '２０２６－１１－１６　０８：００' }).record?.interval.end).toBe(
      '2026-11-16T08:00:00+08:00',
    )
  })
})

describe('a manual sample', () => {
  test('of a date alone is that day', () => {
    const file = csv(['断面名称', '采样日期', '氨氮(mg/L)'], ['寸滩', '2026-11-05', '0.05'])
    const [{ record, key } = { record: undefined, key: '' }] = read('cq', file).records
    expect(record?.interval).toEqual({ start: '2026-11-05T00:00:00+08:00', end: '2026-11-06T00:00:00+08:00' })
    expect(record).toMatchObject({ monitoring: 'manual', class: { basis: 'manual' } })
    expect(key).toBe('cq-寸滩/manual/2026-11-06T00:00:00+08:00/cnemc')
  })

  test('with its clock is that instant, and claims no four hours', () => {
    const { record } = readRow({ 监测时间: '2026-11-05 10:30', 监测方式: '手工监测' })
    expect(record).toMatchObject({
      monitoring: 'manual',
      interval: { start: '2026-11-05T10:30:00+08:00', end: '2026-11-05T10:30:00+08:00' },
    })
  })

  test('is told by the column when there is one; a mark of absence there says nothing', () => {
    expect(readRow({ 监测时间: '2026-11-05', 监测方式: '自动' }).record?.monitoring).toBe('automatic')
    for (const mark of ['', '--', '/']) {
      expect(readRow({ 监测时间: '2026-11-05', 监测方式: mark }).record?.monitoring, mark).toBe('manual')
    }
  })

  test('of today is taken before the day is over', () => {
    expect(readRow({ 监测时间: '2026-11-20' }).record?.interval.end).toBe('2026-11-21T00:00:00+08:00')
    expect(readRow({ 监测时间: '2026-11-21' }).rejection?.type).toBe('time-in-future')
  })
})

describe('a time that cannot be used', () => {
  test.each(['', '*', '--', '/', '——', '-;'])('%j is missing, and the refusal says what the station says', (mark) => {
    const { rejection } = readRow({ 监测时间: mark, 站点情况: '停站' })
    expect(rejection).toMatchObject({ row: 1, pointer: '监测时间', type: 'time-missing', value: mark })
    expect(rejection?.detail.zh).toContain('寸滩')
    expect(rejection?.detail.zh).toContain('停站')
  })

  test.each(['昨天', '2026-02-30 08:00', '46082.5', 'constructor', '__proto__', '2026-11'])(
    '%s cannot be read',
    (text) => {
      expect(readRow({ 监测时间: text }).rejection).toMatchObject({ type: 'time-unreadable', value: text })
    },
  )

  test('the file’s own moment is allowed, a second later is the future', () => {
    expect(readRow({ 监测时间: '2026-11-20 12:00:00' }).record?.interval.end).toBe('2026-11-20T12:00:00+08:00')
    const { rejection } = readRow({ 监测时间: '2026-11-20 12:00:01' })
    expect(rejection).toMatchObject({ type: 'time-in-future', value: '2026-11-20 12:00:01' })
    expect(rejection?.detail.zh).toContain('2026-11-20T12:00:00+08:00')
    expect(readRow({ 监测时间: '2026-11-20T12:00:00+07:00' }).rejection?.type).toBe('time-in-future')
  })

  test('an undated file read later means the same times, read a year later others', () => {
    const at = (text: string) =>
      readRow({ 监测时间: '11-16 08:00' }, 'cq', { at: Date.parse(text) }).record?.interval.end
    expect(at('2027-11-16T07:59:00+08:00')).toBe('2026-11-16T08:00:00+08:00')
    expect(at('2027-11-16T08:00:00+08:00')).toBe('2027-11-16T08:00:00+08:00')
  })
})

test('rows of one time share one interval, so that it is written once', () => {
  const { records } = read(
    'cq',
    csv(['断面名称', '监测时间', '氨氮(mg/L)'], ['寸滩', '11-16 04:00', '0.05'], ['朱沱', '11-16 04:00', '0.06']),
    { at: AT },
  )
  expect(records[0]?.record.interval).toBe(records[1]?.record.interval)
  expect(Object.isFrozen(records[0]?.record.interval)).toBe(true)
})
