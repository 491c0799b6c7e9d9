/** The outlook of a week by zones: what a zone's days come to together, whose words count, and what it is read from. */
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../../contracts/jcs.ts'
import { DIVISIONS_2026_11, type DivisionRegistry } from '../../../../contracts/registry/index.ts'
import { WEEKLY_AIR } from '../../../../gateway/release/products/air/weekly.ts'
import type { ProductInput, TableCell } from '../../../../gateway/release/products/product.ts'
import type { AirRelease } from '../../../../gateway/release/release-types.ts'
import { areaNamed, CENTRE, headFor, inputFor, type Standing, type Telling, value } from './fixture.ts'

const FIRST = '2026-11-16'
const WEEK = { first: FIRST, end: '2026-11-23' }
const CHUANNAN = `sc-川南/${FIRST}`

const told = (
  area: string,
  by: 'cq' | 'sc',
  day: number,
  aqi: Telling['aqi'],
  over: Partial<Telling> = {},
): Telling => ({
  area,
  by,
  day: `2026-11-${day}`,
  ...(aqi ? { aqi } : {}),
  ...over,
})
const weekFor = (
  all: readonly Telling[],
  edits: Readonly<Record<string, Standing>> = {},
  registry?: DivisionRegistry,
) => inputFor(all, { ...WEEK, edits, ...(registry ? { registry } : {}) })

function cellIn(input: ProductInput, id: string): TableCell {
  const cell = WEEKLY_AIR.table(input).cells.find((one) => one.id === id)
  if (!cell) throw new RangeError(`no cell ${id}`)
  return cell
}

function release(input: ProductInput): AirRelease {
  const made = WEEKLY_AIR.release(input, headFor(input.period))
  if (made.type !== 'weekly-zone-outlook') throw new TypeError('expected an outlook')
  return made
}

/** The register with cities in a zone. */
function zoned(zone: string, ...cities: readonly string[]): DivisionRegistry {
  return {
    ...DIVISIONS_2026_11,
    divisions: DIVISIONS_2026_11.divisions.map((one) => (cities.includes(one.name) ? { ...one, parent: zone } : one)),
  }
}

const DAYS = [
  told('川南', 'sc', 16, [87, 117]),
  told('川南', 'sc', 17, [103, 133], { primary: ['pm10'] }),
  told('川南', 'sc', 18, [60, 90]),
]

describe('a zone', () => {
  test('has a row each, forecast or not', () => {
    const { rows, columns } = WEEKLY_AIR.table(weekFor([]))
    expect(rows.map(({ title }) => title.zh)).toEqual([
      ...['综述', '中心城区', '主城都市区', '渝东北', '渝东南'],
      ...['成都平原', '川南', '川东北'],
    ])
    expect(columns).toEqual([{ id: FIRST, title: { zh: '2026-11-16 至 2026-11-22', en: '2026-11-16 to 2026-11-22' } }])
    expect(cellIn(weekFor([]), CHUANNAN)).toMatchObject({ joint: null, editable: false })
  })

  test('is what its days come to together, and says which they are', () => {
    expect(cellIn(weekFor(DAYS), CHUANNAN)).toMatchObject({
      owner: 'sc',
      joint: {
        ...value([60, 133], [2, 3], ['pm10', 'pm25']),
        basis: { days: [FIRST, '2026-11-17', '2026-11-18'], derived: false },
      },
      sides: { cq: null },
      editable: true,
    })
  })

  test('is derived from what lies in it where it has no forecast of its own, and says so', () => {
    const registry = zoned('sc-川南', '泸州市', '宜宾市')
    const cities = [
      told('泸州市', 'sc', 16, [80, 110]),
      told('宜宾市', 'sc', 16, [101, 131]),
      told('泸州市', 'sc', 17, [60, 90]),
      told('成都市', 'sc', 16, [201, 231]),
    ]
    expect(cellIn(weekFor(cities, {}, registry), CHUANNAN).joint).toEqual({
      ...value([60, 131], [2, 3], ['pm25']),
      basis: { days: [FIRST, '2026-11-17'], derived: true },
    })
    expect(cellIn(weekFor([...cities, ...DAYS], {}, registry), CHUANNAN).joint).toMatchObject({
      aqi: { max: 133, min: 60 },
      basis: { derived: false },
    })
    // The register as it stands does not say what lies in a zone, and then nothing is made up.
    expect(cellIn(weekFor(cities), CHUANNAN).joint).toBeNull()
  })

  test('has the guidance of the regional centre over the days it gives', () => {
    const all = [
      ...DAYS,
      told('川南', 'cq', 19, [151, 181], { office: CENTRE }),
      told('川南', 'sc', 20, [130, 160], { office: CENTRE }),
    ]
    const cell = cellIn(weekFor(all), CHUANNAN)
    expect(cell.guidance).toMatchObject({
      ...value([130, 181], [3, 4], ['pm25']),
      basis: { days: ['2026-11-19', '2026-11-20'], derived: false },
    })
    expect(cell.differences).toMatchObject([{ kind: 'from-guidance', loud: false }])
  })

  test('says once that a side forecasts by another edition of the index', () => {
    const old = [16, 17, 18].map((day) => told('川南', 'sc', day, [87, 117], { standard: 'HJ 633-2012' }))
    const { differences, joint } = cellIn(weekFor(old), CHUANNAN)
    expect(joint).toBeNull()
    expect(differences).toHaveLength(1)
  })
})

describe('a joint value', () => {
  const both = [...DAYS, told('川南', 'cq', 18, [50, 80]), told('川南', 'cq', 22, [110, 140])]
  const cell = cellIn(weekFor(both), CHUANNAN)
  const json = (told: unknown): JsonValue => JSON.parse(JSON.stringify(told))
  const union = {
    ...value([50, 140], [1, 3], ['pm10', 'pm25']),
    basis: { days: [FIRST, '2026-11-17', '2026-11-18', '2026-11-22'], derived: false },
  }

  test('of both together is read from the days of either', () => {
    expect(WEEKLY_AIR.readValue({ take: 'union', value: json(union) }, cell)).toEqual(union)
    const fewer = { ...union, basis: { ...union.basis, days: [FIRST] } }
    expect(WEEKLY_AIR.readValue({ take: 'union', value: json(fewer) }, cell)).toBeNull()
    expect(WEEKLY_AIR.readValue({ take: 'sc', value: cell.sides.sc }, cell)).toEqual(cell.sides.sc)
  })

  test('of the drafters’ own is a plain forecast, and is read from no day', () => {
    const own = value([90, 150], [2, 3], ['pm25'])
    expect(WEEKLY_AIR.readValue({ take: 'own', value: json(own) }, cell)).toEqual({ ...own, basis: null })
    expect(WEEKLY_AIR.readValue({ take: 'own', value: json(union) }, cell)).toBeNull()
  })

  test('is in the release with whose it is; zones without one are gaps', () => {
    const own = value([90, 150], [2, 3], ['pm25'])
    const all = [...both, told('渝东北', 'cq', 16, [33, 63]), told('渝东南', 'sc', 16, [33, 63])]
    const made = release(
      weekFor(all, {
        [`cq-渝东北/${FIRST}`]: { take: 'own', value: own, reason: '有外来输送' },
        [CHUANNAN]: { take: 'union' },
      }),
    )
    expect(made.cells).toEqual([
      {
        ...own,
        area: areaNamed('渝东北'),
        basis: null,
        from: FIRST,
        owner: 'cq',
        reason: '有外来输送',
        take: 'own',
        to: '2026-11-22',
      },
      { ...union, area: areaNamed('川南'), from: FIRST, owner: 'sc', reason: null, take: 'union', to: '2026-11-22' },
    ])
    expect(made.gaps.map(({ area, reason }) => [area.name, reason])).toEqual([
      ['中心城区', 'no-forecast'],
      ['主城都市区', 'no-forecast'],
      ['渝东南', 'not-taken'],
      ['成都平原', 'no-forecast'],
      ['川东北', 'no-forecast'],
    ])
    expect(made.summary).toEqual([
      {
        areas: 2,
        classes: [
          { areas: 1, max: 3, min: 1 },
          { areas: 1, max: 3, min: 2 },
        ],
        from: FIRST,
        gaps: 5,
        to: '2026-11-22',
      },
    ])
  })
})

describe('a period', () => {
  test.each([
    ['2026-11-23', '2026-11-15T00:00:00+08:00', true],
    ['2026-11-22', '2026-11-15T00:00:00+08:00', false],
    ['2026-11-24', '2026-11-15T00:00:00+08:00', false],
    ['2026-11-23', '2026-11-14T23:59:59+08:00', false],
  ])('from 16 November to before %s at %s: %s', (end, now, isPeriod) => {
    const period = { start: `${FIRST}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
    expect(WEEKLY_AIR.isPeriod(period, Date.parse(now))).toBe(isPeriod)
    expect(WEEKLY_AIR.idOf(period)).toBe('weekly-outlook-2026-11-16')
    expect(WEEKLY_AIR.anchorOf(period, '2026-11-15')).toBe('2026-11-15')
  })
})
