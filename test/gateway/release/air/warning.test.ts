/** Warning suggestions out of an agreed forecast, or of each side's own; by 环大气〔2024〕6号 and 渝府办发〔2022〕115号 as their texts say. */
import { describe, expect, test } from 'vitest'
import { DAILY_AIR } from '../../../../gateway/release/products/air/daily.ts'
import { WARNING } from '../../../../gateway/release/products/air/warning.ts'
import { WEEKLY_AIR } from '../../../../gateway/release/products/air/weekly.ts'
import { STATEMENT } from '../../../../gateway/release/products/product.ts'
import type { WarningRelease } from '../../../../gateway/release/release-types.ts'
import { areaNamed, headFor, inputFor, type Standing, type Telling, value } from './fixture.ts'

const NATIONAL = '环大气〔2024〕6号'
const CHONGQING = '渝府办发〔2022〕115号'
const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18'] as const
const WHEN = { first: DAYS[0], end: '2026-11-19' }

/** One area over the days; a range a day. */
function days(area: string, by: 'cq' | 'sc', ranges: readonly (readonly [number, number])[]): readonly Telling[] {
  return ranges.map((aqi, at) => ({ area, by, day: DAYS[at] ?? '', aqi }))
}

function release(all: readonly Telling[], base?: Parameters<typeof inputFor>[1]): WarningRelease {
  const input = inputFor(all, { ...WHEN, ...base })
  const made = WARNING.release(input, headFor(input.period, { audience: 'joint' }))
  if (made.type !== 'warning-suggestion') throw new TypeError('expected suggestions')
  return made
}

function agreedOn(all: readonly Telling[], edits: Readonly<Record<string, Standing>> = {}) {
  const input = inputFor(all, { ...WHEN, edits })
  return {
    release: DAILY_AIR.release(input, headFor(input.period, { id: 'daily-air-2026-11-15' })),
    digest: 'b'.repeat(64),
  }
}

const levels = ({ suggestions }: WarningRelease) =>
  suggestions.map(({ area, certain, from, possible, scheme }) => [area.name, from, scheme, certain, possible])

describe('out of each side’s own forecast', () => {
  test('every scheme in use speaks for itself, by the area and the side', () => {
    // 成都市 over 150 on three days, 泸州市 over 200 on one day at the high end only.
    const all = [
      ...days('成都市', 'sc', [
        [160, 190],
        [155, 185],
        [151, 181],
      ]),
      ...days('成都市', 'cq', [
        [100, 130],
        [100, 130],
        [100, 130],
      ]),
      ...days('泸州市', 'sc', [
        [120, 150],
        [175, 205],
        [90, 120],
      ]),
    ]
    expect(levels(release(all))).toEqual([
      ['成都市', 'cq', CHONGQING, 'none', 'none'],
      ['成都市', 'cq', NATIONAL, 'none', 'none'],
      // 渝府办发〔2022〕115号 asks for short heavy pollution with two days of PM2.5 over 115, which no forecast says.
      ['成都市', 'sc', CHONGQING, 'unknown', 'unknown'],
      ['成都市', 'sc', NATIONAL, 'orange', 'orange'],
      ['泸州市', 'sc', CHONGQING, 'none', 'yellow'],
      ['泸州市', 'sc', NATIONAL, 'none', 'yellow'],
    ])
  })

  test('says by which conditions and days the highest level is possible, and never leaves its scheme out', () => {
    const { suggestions } = release(
      days('成都市', 'sc', [
        [160, 190],
        [155, 185],
        [151, 181],
      ]),
    )
    const national = suggestions.find(({ scheme }) => scheme === NATIONAL)
    expect(national?.why).toEqual([
      { days: DAYS, rule: { zh: expect.stringContaining('150'), en: expect.any(String) } },
    ])
    for (const { text, scheme } of suggestions) for (const words of [text.zh, text.en]) expect(words).toContain(scheme)
    expect(suggestions.find(({ scheme }) => scheme === CHONGQING)?.why).toEqual([])
  })

  test('has the forecasts it is out of, each with whose it is', () => {
    const made = release([
      ...days('泸州市', 'sc', [[120, 150]]),
      ...days('泸州市', 'cq', [[101, 131]]),
      { area: '川南', by: 'sc', day: DAYS[0], aqi: [201, 231] },
    ])
    expect(made.base).toBeNull()
    expect(made.cells.map(({ area, from, owner, take, aqi }) => [area.name, from, owner, take, aqi?.max])).toEqual([
      ['泸州市', DAYS[0], 'sc', 'cq', 131],
      ['泸州市', DAYS[0], 'sc', 'sc', 150],
      ['川南', DAYS[0], 'sc', 'sc', 231],
    ])
  })
})

describe('out of the forecast both agreed', () => {
  const own = [
    ...days('泸州市', 'sc', [
      [120, 150],
      [120, 150],
    ]),
    ...days('泸州市', 'cq', [
      [201, 231],
      [201, 231],
    ]),
  ]

  test('it is the joint values that count, and it is named by its digest', () => {
    const base = agreedOn(own, {
      [`510500/${DAYS[0]}`]: { take: 'cq' },
      [`510500/${DAYS[1]}`]: { take: 'own', value: value([210, 240], [5, 5], ['pm25']), reason: '重污染过程' },
    })
    const made = release(own, { base })
    expect(made.base).toEqual({ digest: base.digest, id: 'daily-air-2026-11-15' })
    expect(made.cells.map(({ from, take }) => [from, take])).toEqual([
      [DAYS[0], 'cq'],
      [DAYS[1], 'own'],
    ])
    // Over 200 on two days: orange by 环大气〔2024〕6号; by 渝府办发〔2022〕115号 one day makes yellow, three orange.
    expect(levels(made)).toEqual([
      ['泸州市', 'joint', CHONGQING, 'yellow', 'yellow'],
      ['泸州市', 'joint', NATIONAL, 'orange', 'orange'],
    ])
  })

  test('days of it beyond the period are left out', () => {
    const made = release(own, { base: agreedOn(own), end: '2026-11-17' })
    expect(made.cells.map(({ from }) => from)).toEqual([DAYS[0]])
  })

  test('a release of another kind is none', () => {
    const input = inputFor([], { first: DAYS[0], end: '2026-11-23' })
    const base = { release: WEEKLY_AIR.release(input, headFor(input.period)), digest: 'c'.repeat(64) }
    expect(release(own, { base }).base).toBeNull()
  })
})

describe('the table', () => {
  const own = [
    ...days('泸州市', 'sc', [[120, 150]]),
    ...days('泸州市', 'cq', [[201, 231]]),
    ...days('成都市', 'sc', [[120, 150]]),
  ]
  const table = WARNING.table(inputFor(own, { ...WHEN, base: agreedOn(own) }))

  test('has a row an area and a column a scheme, and only the statement is for editing', () => {
    expect(table.rows.map(({ title }) => title.zh)).toEqual(['综述', '成都市', '泸州市'])
    expect(table.columns.map(({ id }) => id)).toEqual(['warning-chongqing-2022', 'warning-national-2024'])
    expect(table.cells.filter(({ editable }) => editable).map(({ id }) => id)).toEqual([STATEMENT])
    const statement = table.cells.find(({ id }) => id === STATEMENT)
    if (!statement) throw new TypeError('no statement')
    expect(WARNING.readValue({ take: 'own', value: '建议密切关注' }, statement)).toBe('建议密切关注')
    expect(WARNING.readValue({ take: 'union', value: null }, statement)).toBeNull()
  })

  test('has each side’s beside the agreed one, held against each other within one scheme only', () => {
    const cell = table.cells.find(({ id }) => id === '510500/warning-national-2024')
    expect(cell).toMatchObject({
      sides: { cq: { certain: 'yellow' }, sc: { certain: 'none', possible: 'none' } },
      joint: { certain: 'none' },
      differences: [{ kind: 'between-sides', loud: true }],
    })
    expect(cell?.differences[0]?.text.zh).toBe(`重庆 — 按${NATIONAL}：建议黄色预警；四川 — 按${NATIONAL}：不建议预警`)
    expect(table.cells.find(({ row }) => row === areaNamed('成都市').id)?.differences).toEqual([])
  })
})

test('a correction tells which suggestions changed', () => {
  const [before, after] = [release(days('成都市', 'sc', [[120, 150]])), release(days('成都市', 'sc', [[201, 231]]))]
  expect(WARNING.changes(before, after).map(({ section, member }) => [section, member])).toEqual([
    [`510100/${DAYS[0]}/sc`, 'cell'],
    [`510100/${CHONGQING}/sc`, 'suggestion'],
    [`510100/${NATIONAL}/sc`, 'suggestion'],
  ])
  expect(WARNING.changes(before, before)).toEqual([])
})

test('it is named by the day of issue and made when the forecast is', () => {
  const { period } = inputFor([], WHEN)
  expect(WARNING.idOf(period)).toBe('warning-2026-11-15')
  expect(WARNING.isPeriod(period, Date.parse('2026-11-15T17:00:00+08:00'))).toBe(true)
})
