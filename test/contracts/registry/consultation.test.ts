/** The terms of consultation: their shape, the deadlines they set, and what no edition may say. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineAt } from '../../../adapters/standards/working-day.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import schema from '../../../contracts/registry/consultation.schema.json' with { type: 'json' }
import file from '../../../contracts/registry/consultation-2026-11.json' with { type: 'json' }
import divisionFile from '../../../contracts/registry/divisions-2026-11.json' with { type: 'json' }
import {
  CONSULTATION_2026_11,
  CONSULTATION_REGISTRIES,
  type DeadlineRule,
  DIVISIONS_2026_11,
  REGISTRIES,
  ROW_REGISTRIES,
  readConsultationRegistry,
  readRegistry,
  readRowRegistry,
} from '../../../contracts/registry/index.ts'
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { holidayCalendar, standardById } from '../../../contracts/standards/index.ts'

const told = ({ days, count, time }: DeadlineRule): string => `${days} ${count} ${time}`

describe('the sample terms', () => {
  test('keep their schema', () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema)
    validate(file)
    expect(validate.errors).toBeNull()
  })

  test('say that they are a sample, in both languages', () => {
    expect(CONSULTATION_2026_11.title.zh).toContain('示例')
    expect(CONSULTATION_2026_11.title.en).toContain('sample')
  })

  test('count working days by a calendar that is among the standards', () => {
    expect(holidayCalendar(CONSULTATION_2026_11.calendar)).toBeDefined()
    expect(standardById(CONSULTATION_2026_11.calendar)?.kind).toBe('holiday-calendar')
  })

  test('derive every product from a contract there is', () => {
    const known = new Set(CONTRACTS.map(({ id }) => id))
    expect(CONSULTATION_2026_11.products.map(({ id }) => id)).toEqual([...PRODUCT_IDS])
    expect(CONSULTATION_2026_11.products.filter(({ contract }) => !known.has(contract))).toEqual([])
  })

  test('have each product agreed and signed by its own deadline', () => {
    expect(CONSULTATION_2026_11.products.map(({ id, agreeBy, signBy }) => [id, told(agreeBy), told(signBy)])).toEqual([
      ['weekly-water-bulletin', '2 working 17:00', '3 working 12:00'],
      ['monthly-water-bulletin', '5 working 17:00', '6 working 12:00'],
      ['daily-air-forecast', '0 calendar 15:30', '0 calendar 16:00'],
      ['weekly-zone-outlook', '1 working 17:00', '1 working 18:00'],
      ['warning-suggestion', '0 calendar 17:30', '0 calendar 18:00'],
      ['annual-credit-list', '10 working 17:00', '12 working 17:00'],
    ])
  })

  test('show the values to partners alone when there is no agreement, and warnings to nobody else ever', () => {
    const { products } = CONSULTATION_2026_11
    expect(new Set(products.map(({ withoutAgreement }) => withoutAgreement))).toEqual(new Set(['partners']))
    expect(products.filter(({ audience }) => audience === 'joint').map(({ id }) => id)).toEqual(['warning-suggestion'])
  })

  test('are signed with the other registers, and no row is read under them', () => {
    expect(REGISTRIES).toEqual([...ROW_REGISTRIES, ...CONSULTATION_REGISTRIES])
    expect(REGISTRIES).toContain(CONSULTATION_2026_11)
    expect(ROW_REGISTRIES.map(({ id, edition }) => `${id} ${edition}`)).toEqual([
      'sections 2026-11',
      'divisions 2026-11',
      'divisions 2026-12',
    ])
  })
})

describe('reading terms', () => {
  const changed = (id: string, change: object) => ({
    ...file,
    products: file.products.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  })
  const rule = (days: number, count: string, time: string) => ({ days, count, time })
  const WATER = 'weekly-water-bulletin'

  test.each<[string, object, RegExp]>([
    ['a calendar that is not known', { ...file, calendar: 'holidays-1999' }, /holiday calendar holidays-1999/],
    ['no product', { ...file, products: [] }, /no product/],
    ['a product twice', changed('monthly-water-bulletin', { id: WATER }), /weekly-water-bulletin appears twice/],
    ['a product there is not', changed(WATER, { id: 'hourly-bulletin' }), /\/products\/0\/id/],
    ['a signature due before agreement', changed(WATER, { signBy: rule(1, 'working', '12:00') }), /signed before/],
    ['one due with it', changed(WATER, { signBy: rule(2, 'working', '17:00') }), /signed before/],
    ['one due after as many calendar days', changed(WATER, { signBy: rule(3, 'calendar', '12:00') }), /signed before/],
    ['no working day at all', changed(WATER, { agreeBy: rule(0, 'working', '17:00') }), /counts no working day/],
    ['a day before the anchor', changed(WATER, { agreeBy: rule(-1, 'calendar', '17:00') }), /agreeBy\/days/],
    ['half a day', changed(WATER, { agreeBy: rule(0.5, 'calendar', '17:00') }), /agreeBy\/days/],
    ['a deadline beyond a quarter', changed(WATER, { signBy: rule(93, 'working', '17:00') }), /signBy\/days/],
    ['an hour 24', changed(WATER, { agreeBy: rule(2, 'working', '24:00') }), /agreeBy\/time/],
    ['an hour of one digit', changed(WATER, { agreeBy: rule(2, 'working', '9:00') }), /agreeBy\/time/],
    ['business days', changed(WATER, { agreeBy: rule(2, 'business', '17:00') }), /agreeBy\/count/],
    ['reminders out of order', changed(WATER, { reminders: [60, 240] }), /reminders/],
    ['a reminder twice', changed(WATER, { reminders: [60, 60] }), /reminders/],
    ['a reminder at the deadline', changed(WATER, { reminders: [60, 0] }), /reminders\/1/],
    ['a reminder before a month', changed(WATER, { reminders: [44_641] }), /reminders/],
    ['a side that no one answers for', changed(WATER, { escalation: { cq: { zh: '某岗', en: 'a post' } } }), /\/sc/],
    ['warnings made public', changed('warning-suggestion', { withoutAgreement: 'public' }), /for both sides alone/],
    ['warnings held back', changed('warning-suggestion', { embargoHours: 1 }), /for both sides alone/],
    ['an embargo below none', changed(WATER, { embargoHours: -1 }), /embargoHours/],
    ['a name beside a post', changed(WATER, { name: '张三' }), /\/name/],
    ['an edition that is no month', { ...file, edition: '2026/11' }, /\/edition/],
  ])('refuses %s', (_, value, message) => {
    expect(() => readConsultationRegistry(value)).toThrow(message)
  })

  test('goes by the id the file names itself with', () => {
    expect(readRegistry(file)).toEqual(CONSULTATION_2026_11)
    expect(readRegistry(divisionFile)).toEqual(DIVISIONS_2026_11)
    expect(readRowRegistry(divisionFile)).toEqual(DIVISIONS_2026_11)
    expect(() => readRowRegistry(file)).toThrow(/expected one of divisions, sections/)
    for (const value of [{ ...file, id: 'sections' }, { ...file, id: '__proto__' }, {}, null]) {
      expect(() => readRegistry(value)).toThrow(TypeError)
    }
  })

  test('accepts no two deadlines that any calendar could turn round', () => {
    const rules = fc.record({
      days: fc.integer({ min: 0, max: 12 }),
      count: fc.constantFrom('calendar' as const, 'working' as const),
      time: fc.constantFrom('12:00', '17:00'),
    })
    const reads = (agreeBy: DeadlineRule, signBy: DeadlineRule): boolean => {
      try {
        readConsultationRegistry(changed(WATER, { agreeBy, signBy }))
        return true
      } catch {
        return false
      }
    }
    let accepted = 0
    fc.assert(
      fc.property(rules, rules, fc.integer({ min: 0, max: 729 }), (agreeBy, signBy, days) => {
        if (!reads(agreeBy, signBy)) return
        accepted++
        const anchor = new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)
        expect(deadlineAt(anchor, signBy).at > deadlineAt(anchor, agreeBy).at).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })
})
