/** The contract `discharge-unit` v1.0.0: its examples, which are true, and the territory its terms set. */
import { describe, expect, test } from 'vitest'
import { readCreditCode } from '../../adapters/standards/credit-code.ts'
import { readDischargeUnitRecord } from '../../contracts/discharge-unit/read.ts'
import json from '../../contracts/discharge-unit/v1.0.0.json' with { type: 'json' }
import { DIVISIONS_2026_11, divisionIndex, SECTIONS_2026_11 } from '../../contracts/registry/index.ts'
import { WATER_ITEMS } from '../../contracts/water-section-quality/record.ts'
import { describeJointContract, exampleNames, exampleOf, SITE_FAULTS } from './examples.ts'

describeJointContract(json, {
  ...SITE_FAULTS,
  'discharge-to-empty': ['/dischargeTo', 'minLength'],
  'limit-in-kilograms': ['/keyPollutants/0/annualLimit/unit', 'const'],
  'limit-negative': ['/keyPollutants/0/annualLimit/value', 'minimum'],
  'outlet-code-in-words': ['/outlets/0/code', 'pattern'],
  'outlet-of-no-name': ['/outlets/0/code', 'type'],
  'outlet-twice': ['/outlets', 'uniqueItems'],
  'permit-with-blanks': ['/permit', 'pattern'],
  'pollutant-item-unknown': ['/keyPollutants/0/item', 'enum'],
  'pollutant-without-name': ['/keyPollutants/0/name', 'minLength'],
})

const { territory } = json.terms
const records = exampleNames('discharge-unit', 'valid').map(
  (name) =>
    [name, readDischargeUnitRecord(Buffer.from(JSON.stringify(exampleOf('discharge-unit', 'valid', name))))] as const,
)

describe('valid examples are true', () => {
  test('and show every kind of record', () => {
    expect(records.map(([name]) => name).sort()).toEqual([
      'adjoining-county',
      'boundary-river',
      'no-permit',
      'second-site',
    ])
  })

  test.each(records)(
    '%s: its code holds, its division is the register’s, and it lies in the territory',
    (_name, record) => {
      expect(readCreditCode(record.enterprise.code)).toMatchObject({ code: record.enterprise.code, organisation: true })
      const division = divisionIndex(DIVISIONS_2026_11).byId(record.division.id)
      expect(record.division).toEqual({ code: division?.code, id: division?.id, name: division?.name })
      const river = territory.rivers.find(({ name }) => name === record.receivingRiver?.name)
      expect(division?.adjoins === true || river?.byName === true).toBe(true)
      if (record.permit !== null) expect(record.permit.startsWith(record.enterprise.code)).toBe(true)
    },
  )
})

describe('the territory', () => {
  test('is boundary rivers and adjoining counties of both provinces', () => {
    expect(territory).toMatchObject({ divisions: ['50', '51'], register: 'divisions', adjoining: true })
  })

  test('lists the rivers that transboundary sections of the register lie on, by both sides’ names', () => {
    const rivers = new Map(SECTIONS_2026_11.rivers.map((river) => [river.id, river]))
    const crossing = new Set(
      SECTIONS_2026_11.sections
        .filter(({ transboundary, river }) => transboundary !== null && river !== null)
        .map(({ river }) => rivers.get(river ?? '')),
    )
    const registered = [...crossing].map((river) => [river?.title.zh, [...(river?.aliases ?? [])]])
    const listed = territory.rivers.map(({ name, aliases }) => [name, [...aliases]])
    const byName = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]), 'zh')
    expect(listed.toSorted(byName)).toEqual(registered.toSorted(byName))
  })

  test('does not let a name that repeats in both provinces decide alone', () => {
    expect(
      territory.rivers
        .filter(({ byName }) => !byName)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['中河', '任河', '前河', '南河'].sort())
  })
})

test('pollutants are the items of the water contract, where they are any', () => {
  expect(json.schema.properties.keyPollutants.items.properties.item.enum).toEqual([...WATER_ITEMS, null])
})

describe('stored bytes', () => {
  const text = JSON.stringify(exampleOf('discharge-unit', 'valid', 'boundary-river'))

  test('read back as the record they were', () => {
    expect(JSON.stringify(readDischargeUnitRecord(Buffer.from(text)))).toBe(text)
  })

  test.each([
    ['another contract’s record', '{}'],
    ['a record with a public mark', text.replace('"publication":"none"', '"publication":"public"')],
    ['a damaged member', text.replace('"crs":"CGCS2000"', '"crs":"WGS84"')],
  ])('of %s are refused', (_what, stored) => {
    expect(stored).not.toBe(text)
    expect(() => readDischargeUnitRecord(Buffer.from(stored))).toThrow(
      'expected a record of the contract discharge-unit',
    )
  })

  test('cut off, or no UTF-8, are refused', () => {
    expect(() => readDischargeUnitRecord(Buffer.from(text.slice(0, -1)))).toThrow(SyntaxError)
    expect(() => readDischargeUnitRecord(Buffer.from(text, 'latin1'))).toThrow()
  })
})
