/** Several ratings of one enterprise and year: the municipality's before a district's; none is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prevailing } from '../../../contracts/enterprise-credit/prevailing.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { SC_CREDIT_2019 } from '../../../contracts/standards/index.ts'
import { rating } from './records.ts'

const municipal = rating()
const district = rating({ authority: { level: 'district', name: '铜梁区生态环境局' }, level: 'good' })

describe('of one enterprise and year', () => {
  test('the municipality’s stands, the district’s is set aside by it', () => {
    expect(prevailing([district, municipal])).toEqual({
      standing: [municipal],
      setAside: [{ rating: district, by: municipal }],
    })
  })

  test('a district’s alone stands', () => {
    expect(prevailing([district])).toEqual({ standing: [district], setAside: [] })
  })

  test('two districts’ stand beside one another', () => {
    const other = rating({ authority: { level: 'district', name: '荣昌区生态环境局' } })
    expect(prevailing([district, other]).standing).toEqual([district, other])
  })

  test('a status sets no rating aside: what the municipality did not rate the district did', () => {
    const suspended = rating({ status: 'suspended', level: null, levelSent: null })
    expect(prevailing([suspended, district]).standing).toEqual([suspended, district])
  })

  test('Sichuan’s stand beside one another, since whose goes first is not established', () => {
    const province = rating({ scheme: SC_CREDIT_2019.id, authority: { level: 'province', name: '四川省生态环境厅' } })
    const prefecture = rating({
      scheme: SC_CREDIT_2019.id,
      authority: { level: 'prefecture', name: '成都市生态环境局' },
    })
    expect(prevailing([prefecture, province]).standing).toEqual([prefecture, province])
  })

  test('the two sides’ never set one another aside', () => {
    const other = rating({ scheme: SC_CREDIT_2019.id, authority: { level: 'prefecture', name: '成都市生态环境局' } })
    expect(prevailing([municipal, other, district]).standing).toEqual([municipal, other])
  })
})

test('another year, or another enterprise, is another matter', () => {
  const before = { ...district, ratingYear: 2024 }
  const other = { ...district, enterprise: { ...district.enterprise, code: '91000000MA00000157' } }
  expect(prevailing([municipal, before, other]).setAside).toEqual([])
})

test('the schemes given decide: an order turned round turns the outcome round', () => {
  const scheme = { ...SC_CREDIT_2019, id: municipal.scheme }
  const authorities = {
    levels: ['municipality', 'district'],
    confidence: 'C',
    precedence: ['district', 'municipality'],
    precedenceConfidence: 'C',
  } as const
  expect(prevailing([municipal, district], [{ ...scheme, authorities }]).standing).toEqual([district])
})

test('nothing is lost, and what is set aside is so by one that stands, of the same enterprise and year', () => {
  const record: fc.Arbitrary<CreditRecord> = fc
    .tuple(
      fc.constantFrom('municipality', 'district', 'province', 'prefecture'),
      fc.constantFrom('rated', 'not-rated'),
      fc.constantFrom(2024, 2025),
      fc.constantFrom('渝环规〔2021〕7号', SC_CREDIT_2019.id, 'another'),
    )
    .map(([level, status, ratingYear, scheme]) =>
      rating({ authority: { level, name: null }, status, ratingYear, scheme }),
    )
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const { standing, setAside } = prevailing(records)
      expect(new Set([...standing, ...setAside.map((one) => one.rating)])).toEqual(new Set(records))
      expect(standing.length + setAside.length).toBe(records.length)
      for (const { rating: one, by } of setAside) {
        expect(standing).toContain(by)
        expect([by.ratingYear, by.scheme, by.status]).toEqual([one.ratingYear, one.scheme, 'rated'])
      }
    }),
  )
})
