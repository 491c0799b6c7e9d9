import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { CONSULTATION_2026_11 } from '../../../../contracts/registry/index.ts'
import { HOLIDAYS_2026 } from '../../../../contracts/standards/holidays.ts'
import { type Asked, FIELDS, readRequest } from '../../../../gateway/portal/desk/new/request.ts'
import { calendarNotes } from '../../../../gateway/portal/desk/new/view.ts'
import { PRODUCTS } from '../../../../gateway/release/products/index.ts'
import { type ReleaseEntry, readRelease } from '../../../../gateway/release/releases.ts'

const NOW = Date.parse('2026-11-10T09:30:00+08:00')
const NOTHING: Asked = { about: '', from: '', to: '', reason: '', embargo: '' }
const WEEK = '2026-11-02_2026-11-08'

function against(id = 'weekly-water-bulletin', standing: readonly ReleaseEntry[] = [], now = NOW) {
  const product = PRODUCTS.find((one) => one.id === id)
  const terms = CONSULTATION_2026_11.products.find((one) => one.id === id)
  if (!product || !terms) throw new TypeError(`there is no ${id}`)
  return { product, terms: { ...terms, calendar: HOLIDAYS_2026 }, standing, now }
}

const read = (asked: Partial<Asked>, held = against()) => readRequest({ ...NOTHING, ...asked }, held)
const faults = (asked: Partial<Asked>, held = against()) => {
  const found = read(asked, held)
  return found.ok ? [] : found.faults.map(({ field, code }) => `${field} ${code}`)
}

/** A published release of the week from Monday 2 November 2026. */
function released(id: string): ReleaseEntry {
  const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
  const release = readRelease(canonical({ id, period, type: 'weekly-water-bulletin' }))
  const document = {
    id: `release/${id}`,
    kind: 'release',
    payload: '',
    digest: '0'.repeat(64),
    supersedes: null,
    index: 1,
    time: '2026-11-09T23:59:00Z',
    inForce: 2,
    signatures: [],
  } as const
  return { release, document, publishedAt: '2026-11-10T00:00:00Z', supersededBy: null, signedAt: [] }
}

describe('what a drafter asks for', () => {
  test('is a draft with the deadlines of its terms', () => {
    const found = read({ about: WEEK })
    expect(found).toMatchObject({
      ok: true,
      act: {
        type: 'draft',
        product: 'weekly-water-bulletin',
        corrects: null,
        reason: null,
        embargo: null,
        period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
      },
      // Sunday 8 November is day 0: two working days on is Tuesday, three is Wednesday.
      deadlines: {
        agreeBy: Date.parse('2026-11-10T17:00:00+08:00'),
        signBy: Date.parse('2026-11-11T12:00:00+08:00'),
      },
    })
  })

  test('may be a period of its own choice', () => {
    expect(read({ about: 'other', from: '2026-10-30', to: '2026-11-05' })).toMatchObject({
      ok: true,
      act: { period: { start: '2026-10-30T00:00:00+08:00', end: '2026-11-06T00:00:00+08:00' } },
    })
  })

  test('may be a correction, with its reason', () => {
    const held = against('weekly-water-bulletin', [released('weekly-water-2026-11-02')])
    expect(read({ about: 'release:weekly-water-2026-11-02', reason: ' 重报\r\n更正 ' }, held)).toMatchObject({
      ok: true,
      act: {
        corrects: 'weekly-water-2026-11-02',
        reason: '重报\n更正',
        period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
      },
    })
  })

  test('may be under embargo, to the minute in Beijing time', () => {
    expect(read({ about: WEEK, embargo: '2026-11-12T12:00' })).toMatchObject({
      ok: true,
      act: { embargo: '2026-11-12T12:00:00+08:00' },
    })
  })

  test.each([
    [{}, 'about about-missing'],
    [{ about: 'whatever' }, 'about about-missing'],
    [{ about: 'other', to: '2026-11-08' }, 'from day-malformed'],
    [{ about: 'other', from: '2026-02-30', to: '2026-11-08' }, 'from day-malformed'],
    [{ about: 'other', from: '2026-11-02', to: '2026-11-31' }, 'to day-malformed'],
    [{ about: 'other', from: '2026-11-02', to: '2026-11-07' }, 'from period-invalid'],
    [{ about: 'other', from: '2026-11-08', to: '2026-11-02' }, 'from period-invalid'],
    // Not over yet.
    [{ about: '2026-11-09_2026-11-15' }, 'about period-invalid'],
    [{ about: 'release:nothing', reason: 'x' }, 'about release-unknown'],
    [{ about: WEEK, reason: 'why not' }, 'reason reason-unwanted'],
    [{ about: WEEK, embargo: 'soon' }, 'embargo embargo-malformed'],
    [{ about: WEEK, embargo: '2026-02-30T12:00' }, 'embargo embargo-malformed'],
    [{ about: WEEK, embargo: '2026-11-10T09:30' }, 'embargo embargo-past'],
    // A day behind the deadline to sign is the most; a minute later is too late.
    [{ about: WEEK, embargo: '2026-11-12T12:01' }, 'embargo embargo-late'],
  ] satisfies [Partial<Asked>, string][])('is told at its field what is wrong: %j', (asked, fault) => {
    expect(faults(asked)).toEqual([fault])
  })

  test('must correct what was published, and say why', () => {
    const held = against('weekly-water-bulletin', [released('weekly-water-2026-11-02')])
    expect(faults({ about: WEEK }, held)).toEqual(['about released'])
    expect(faults({ about: 'release:weekly-water-2026-11-02' }, held)).toEqual(['reason reason-missing'])
    expect(faults({ about: 'release:weekly-water-2026-11-02', reason: 'x'.repeat(2001), embargo: 'x' }, held)).toEqual([
      'reason text-too-long',
      'embargo embargo-malformed',
    ])
  })

  test('of a product without embargo is refused one', () => {
    const held = against('daily-air-forecast')
    expect(faults({ about: '2026-11-11_2026-11-13', embargo: '2026-11-12T12:00' }, held)).toEqual([
      'embargo embargo-none',
    ])
  })

  test('whatever is sent, it is a draft that can be consulted on, or a fault at a field there is', () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('other', WEEK, '2026-11-02', '2026-11-08', '9999-12-31', '0000-01-01', '2026-11-12T12:00'),
    )
    const asked = fc.record({ about: field, from: field, to: field, reason: field, embargo: field })
    fc.assert(
      fc.property(asked, fc.constantFrom(...PRODUCTS.map(({ id }) => id)), (one, id) => {
        const held = against(id)
        const found = readRequest(one, held)
        if (found.ok) expect(held.product.isPeriod(found.act.period, NOW)).toBe(true)
        else for (const { field: at } of found.faults) expect(FIELDS).toContain(at)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what the calendar says on the way to a deadline', () => {
  const terms = {
    agreeBy: { days: 2, count: 'working', time: '17:00' },
    signBy: { days: 3, count: 'working', time: '12:00' },
  } as const

  test('is the holiday, and the days worked in exchange, each once', () => {
    // 国办发明电〔2025〕7号: National Day 2026 from 1 to 7 October; Sunday 20 September and Saturday 10 October are worked.
    const { notes, established } = calendarNotes('2026-09-19', '2026-10-10', { ...terms, calendar: HOLIDAYS_2026 })
    expect(established).toBe(true)
    const told = notes.map(({ from, to, text }) => `${from} ${to} ${text.zh}`)
    expect(told.find((one) => one.startsWith('2026-10-01'))).toMatch(/^2026-10-01 2026-10-07 国庆节放假/)
    expect(told[0]).toMatch(/^2026-09-20 2026-09-20 因国庆节调休上班/)
    expect(told.at(-1)).toMatch(/^2026-10-10 2026-10-10 因国庆节调休上班/)
  })

  test('is that a year is not arranged yet', () => {
    const { notes, established } = calendarNotes('2026-12-31', '2027-01-05', { ...terms, calendar: HOLIDAYS_2026 })
    expect(established).toBe(false)
    expect(notes).toHaveLength(1)
  })

  test('is nothing where no working day is counted', () => {
    const daily = { days: 0, count: 'calendar', time: '15:30' } as const
    const { notes } = calendarNotes('2026-09-30', '2026-10-08', {
      agreeBy: daily,
      signBy: daily,
      calendar: HOLIDAYS_2026,
    })
    expect(notes).toEqual([])
  })
})
