/** The standards as data, entered a second time from the text of GB 3838-2002 table 1 and 环办〔2011〕22号. */
import { describe, expect, test } from 'vitest'
import gb3838 from '../../../contracts/standards/gb3838-2002.json' with { type: 'json' }
import {
  GB3838_2002,
  HB2011_22,
  inForceAt,
  STANDARDS,
  standardById,
  waterAssessmentAt,
  waterStandardAt,
} from '../../../contracts/standards/index.ts'
import { readWaterStandard } from '../../../contracts/standards/read.ts'
import { WATER_ITEMS } from '../../../contracts/water-section-quality/record.ts'

const TABLE_1 = `
1 waterTemp w01010 -
2 pH w01001 -
3 do w01009 7.5 6 5 3 2
4 codMn w01019 2 4 6 10 15
5 cod w01018 15 15 20 30 40
6 bod5 w01017 3 3 4 6 10
7 nh3n w21003 0.15 0.5 1.0 1.5 2.0
8 tp w21011 0.02 0.1 0.2 0.3 0.4
9 tn w21001 0.2 0.5 1.0 1.5 2.0
10 cu w20122 0.01 1.0 1.0 1.0 1.0
11 zn w20123 0.05 1.0 1.0 2.0 2.0
12 fluoride w21017 1.0 1.0 1.0 1.5 1.5
13 se w20128 0.01 0.01 0.01 0.02 0.02
14 as w20141,w20119 0.05 0.05 0.05 0.1 0.1
15 hg w20111 0.00005 0.00005 0.0001 0.001 0.001
16 cd w20115 0.001 0.005 0.005 0.005 0.01
17 cr6 w20117 0.01 0.05 0.05 0.05 0.1
18 pb w20120 0.01 0.01 0.05 0.05 0.1
19 cn w21016 0.005 0.05 0.2 0.2 0.2
20 phenol w23002 0.002 0.002 0.005 0.01 0.1
21 oil w22001 0.05 0.05 0.05 0.5 1.0
22 las w19002 0.2 0.2 0.2 0.3 0.3
23 sulfide w21019 0.05 0.1 0.2 0.5 1.0
24 fc w02003 200 2000 10000 20000 40000`

describe('GB 3838-2002', () => {
  test.each(TABLE_1.trim().split('\n'))('table 1 holds %s', (line) => {
    const [no, key, codes = '', ...limits] = line.split(' ')
    const item = GB3838_2002.items.find((entry) => entry.no === Number(no))
    expect(item).toMatchObject({ key, codes: codes.split(',') })
    const found = item?.limits.river ?? item?.limits.lake ?? ['-']
    expect(found).toEqual(limits)
  })

  test('has 24 items, 21 of which make the class', () => {
    expect(GB3838_2002.items).toHaveLength(24)
    const without = GB3838_2002.items.filter((item) => !item.inClass).map((item) => item.key)
    expect(without).toEqual(['waterTemp', 'tn', 'fc'])
  })

  test('gives lakes their own limits of total phosphorus, and limits of total nitrogen that rivers do not have', () => {
    const of = (key: string) => GB3838_2002.items.find((item) => item.key === key)?.limits
    expect(of('tp')?.lake).toEqual(['0.01', '0.025', '0.05', '0.1', '0.2'])
    expect(of('tn')?.river).toBeUndefined()
    const different = GB3838_2002.items.filter((item) => item.limits.lake).map((item) => item.key)
    expect(different).toEqual(['tp', 'tn'])
  })

  test('bounds pH by 6 and 9 for all classes', () => {
    expect(GB3838_2002.items.find((item) => item.key === 'pH')?.range).toEqual({ min: '6', max: '9' })
  })

  test('uses only items of the contract, each once', () => {
    const keys = GB3838_2002.items.map((item) => item.key)
    expect(new Set(keys).size).toBe(24)
    for (const key of keys) expect(WATER_ITEMS).toContain(key)
  })

  test('loosens no limit from a class to the one above it', () => {
    for (const { key, direction, limits } of GB3838_2002.items) {
      for (const row of [limits.river, limits.lake]) {
        const numbers = (row ?? []).map(Number)
        const sorted = [...numbers].sort((a, b) => (direction === 'lower' ? b - a : a - b))
        expect(numbers, key).toEqual(sorted)
      }
    }
  })
})

describe('环办〔2011〕22号', () => {
  test('counts the 21 items that GB 3838-2002 marks, and refers to the other three', () => {
    const used = GB3838_2002.items.filter((item) => item.inClass).map((item) => item.key)
    expect(HB2011_22.items.used).toEqual(used)
    expect(HB2011_22.items.reference).toEqual(['waterTemp', 'tn', 'fc'])
  })

  test('names five ratings with their colours', () => {
    expect(HB2011_22.ratings.map(({ title, colour }) => title.zh + colour.zh)).toEqual([
      '优蓝',
      '良好绿',
      '轻度污染黄',
      '中度污染橙',
      '重度污染红',
    ])
  })
})

describe('editions', () => {
  const at = (text: string) => Date.parse(text)

  test('GB 3838-2002 is in force from its first day in Asia/Shanghai, and today', () => {
    expect(waterStandardAt(at('2002-06-01T00:00:00+08:00')).id).toBe('GB 3838-2002')
    expect(waterStandardAt(at('2026-11-23T12:00:00+08:00')).id).toBe('GB 3838-2002')
    expect(() => waterStandardAt(at('2002-05-31T23:59:59.999+08:00'))).toThrow(RangeError)
  })

  test('an instant is judged by its date in Asia/Shanghai, not in UTC', () => {
    expect(waterStandardAt(at('2002-05-31T16:00:00Z')).id).toBe('GB 3838-2002')
  })

  test('a last day in force holds to its end', () => {
    const old = { ...GB3838_2002, id: 'old', inForce: { from: '2002-06-01', to: '2030-06-30' } }
    const next = { ...GB3838_2002, id: 'next', inForce: { from: '2030-07-01', to: null } }
    expect(inForceAt([old, next], at('2030-06-30T23:59:59.999+08:00')).id).toBe('old')
    expect(inForceAt([old, next], at('2030-07-01T00:00:00+08:00')).id).toBe('next')
  })

  test('no instant at all is a RangeError', () => {
    expect(() => waterAssessmentAt(Number.NaN)).toThrow(RangeError)
    expect(() => waterAssessmentAt(at('2011-03-08T00:00:00+08:00'))).toThrow(RangeError)
  })

  test('all are listed, and found by id or slug', () => {
    const ids = STANDARDS.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['GB 3838-2002', '环办〔2011〕22号']))
    expect(new Set(ids).size).toBe(ids.length)
    expect(standardById('gb3838-2002')).toBe(GB3838_2002)
    expect(standardById('环办〔2011〕22号')).toBe(HB2011_22)
    expect(standardById('GB 3838-2023')).toBeUndefined()
  })
})

describe('reading a standard', () => {
  const broken: [string, object, RegExp][] = [
    [
      'a limit that is a number',
      { items: [{ ...gb3838.items[2], limits: { river: [7.5, '6', '5', '3', '2'] } }] },
      /\/items\/0\/limits\/river\/0/,
    ],
    ['four limits', { items: [{ ...gb3838.items[2], limits: { river: ['7.5', '6', '5', '3'] } }] }, /five limits/],
    ['an unknown item', { items: [{ ...gb3838.items[2], key: 'doo' }] }, /\/items\/0\/key/],
    ['a misspelt member', { inforce: {} }, /\/inforce/],
    ['a confidence of its own', { confidence: 'sure' }, /\/confidence/],
  ]
  test.each(broken)('refuses %s and names it', (_, change, message) => {
    expect(() => readWaterStandard({ ...gb3838, ...change })).toThrow(message)
  })

  test('refuses what is no object', () => {
    expect(() => readWaterStandard(null)).toThrow(TypeError)
    expect(() => readWaterStandard([])).toThrow(TypeError)
  })
})
