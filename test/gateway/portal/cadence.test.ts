import { describe, expect, test } from 'vitest'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11, type ConsultationProduct, type ProductId } from '../../../contracts/registry/index.ts'
import { addSpan, cadencesOf, dueAt, overdueSince, readSpan } from '../../../gateway/portal/cadence.ts'
import { CADENCES } from './fixture.ts'

const from = (start: string, end: string) => ({
  start: `${start}T00:00:00+08:00`,
  end: `${end}T00:00:00+08:00`,
})
const due = (type: ProductId, start: string, end: string, cadences = CADENCES): string | null => {
  const at = dueAt({ type, period: from(start, end) }, cadences)
  return at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
}
const contractOf = (id: string): Contract | undefined => CONTRACTS.find((one) => one.id === id)
const amended = (id: ProductId, terms: Partial<ConsultationProduct>) =>
  cadencesOf(
    {
      ...CONSULTATION_2026_11,
      products: CONSULTATION_2026_11.products.map((one) => (one.id === id ? { ...one, ...terms } : one)),
    },
    contractOf,
  )

describe('when the next release is due', () => {
  // Worked by hand from the terms: day 0, then so many working or calendar days, then what an embargo may add.
  test.each([
    [
      'a week: Sunday 29 Nov, three working days to Wednesday noon, a day’s embargo',
      'weekly-water-bulletin',
      '2026-11-16',
      '2026-11-23',
      '2026-12-03T12:00',
    ],
    [
      'a month: 31 December, six working days to 8 January (the holidays of 2027 are not arranged), three days’ embargo',
      'monthly-water-bulletin',
      '2026-11-01',
      '2026-12-01',
      '2027-01-11T12:00',
    ],
    [
      'a forecast: the day after its own day of issue',
      'daily-air-forecast',
      '2026-11-16',
      '2026-11-19',
      '2026-11-16T16:00',
    ],
    ['a forecast of two days: none the later', 'daily-air-forecast', '2026-11-16', '2026-11-18', '2026-11-16T16:00'],
    [
      'an outlook: issued on Sunday, signed on Monday, twelve hours’ embargo',
      'weekly-zone-outlook',
      '2026-11-16',
      '2026-11-23',
      '2026-11-24T06:00',
    ],
    ['a suggestion of warnings', 'warning-suggestion', '2026-11-16', '2026-11-19', '2026-11-16T18:00'],
  ] as const)('%s', (_what, type, start, end, at) => {
    expect(due(type, start, end)).toBe(at)
  })

  test('a list of ratings: a year on, when the records of that year are in and both have had their time', () => {
    // 2026 ends; 30 days on is 30 January 2027, a Saturday; 12 working days on Tuesday 16 February, 17:00; a week's embargo.
    expect(due('annual-credit-list', '2025-01-01', '2026-01-01')).toBe('2027-02-23T17:00')
  })

  test('moves with the terms both sides sign', () => {
    expect(
      due('weekly-water-bulletin', '2026-11-16', '2026-11-23', amended('weekly-water-bulletin', { embargoHours: 0 })),
    ).toBe('2026-12-02T12:00')
    const later = amended('daily-air-forecast', { signBy: { days: 1, count: 'calendar', time: '09:00' } })
    expect(due('daily-air-forecast', '2026-11-16', '2026-11-19', later)).toBe('2026-11-17T09:00')
  })

  test('moves with the contract’s cadence', () => {
    const other = (id: string): Contract | undefined => {
      const found = contractOf(id)
      return found && id === 'air-forecast'
        ? { ...found, source: found.source.replace('"every":"P1D"', '"every":"P2D"') }
        : found
    }
    expect(due('daily-air-forecast', '2026-11-16', '2026-11-19', cadencesOf(CONSULTATION_2026_11, other))).toBe(
      '2026-11-17T16:00',
    )
  })

  test('is not said where nothing is agreed on it', () => {
    expect(cadencesOf(undefined, contractOf)).toEqual({})
    expect(due('weekly-water-bulletin', '2026-11-16', '2026-11-23', {})).toBeNull()
    const without = cadencesOf(CONSULTATION_2026_11, () => undefined)
    expect(due('daily-air-forecast', '2026-11-16', '2026-11-19', without)).toBeNull()
    expect(due('annual-credit-list', '2025-01-01', '2026-01-01', without)).toBeNull()
    expect(dueAt({ type: 'weekly-water-bulletin', period: { start: 'x', end: 'y' } }, CADENCES)).toBeNull()
  })

  test('is over one instant after, and not before', () => {
    const release = { type: 'daily-air-forecast', period: from('2026-11-16', '2026-11-19') } as const
    const at = Date.parse('2026-11-16T16:00:00+08:00')
    expect(overdueSince(release, at, CADENCES)).toBeNull()
    expect(overdueSince(release, at + 1, CADENCES)).toBe(at)
  })
})

describe('spans', () => {
  test('are read as contracts write them', () => {
    expect(readSpan('P1D')).toEqual({ years: 0, months: 0, days: 1 })
    expect(readSpan('P1Y')).toEqual({ years: 1, months: 0, days: 0 })
    expect(readSpan('P1M')).toEqual({ years: 0, months: 1, days: 0 })
    expect(readSpan('PT24H')).toEqual({ years: 0, months: 0, days: 1 })
    for (const text of ['', 'P', '1D', 'P-1D', 'PT1M', 7, null, undefined]) expect(readSpan(text)).toBeNull()
  })

  test('are added over ends of months and leap years', () => {
    const month = { years: 0, months: 1, days: 0 }
    expect(addSpan('2026-12-01', month)).toBe('2027-01-01')
    expect(addSpan('2026-01-31', month)).toBe('2026-02-28')
    expect(addSpan('2028-02-29', { years: 1, months: 0, days: 0 })).toBe('2029-02-28')
    expect(addSpan('2026-12-31', { years: 0, months: 0, days: 30 })).toBe('2027-01-30')
  })
})
