/** Substances of a row, from one cell or from numbered columns: names, CAS numbers, amounts, thresholds, phases, media. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casHolds } from '../../../adapters/risk/substances.ts'
import { codeOf, csv, RISK, read, riskRow, rules } from './helpers.ts'

const tonnes = (reported: string) => ({ qualifier: null, reported, unit: 't', value: Number(reported) })
const GAS = {
  cas: '7664-41-7',
  media: ['air'],
  name: '液氨',
  phase: 'gas',
  quantity: tonnes('12.5'),
  threshold: tonnes('5'),
}
const substancesOf = (text: string) => riskRow({ '风险物质(物质:存量/临界量)': text })

describe('one cell', () => {
  test.each([
    ['液氨[7664-41-7]:12.5/5(气态,涉气)', GAS],
    ['液氨［7664-41-7］：12.5／5（气态，涉气）', GAS],
    ['液氨[7664-41-7]:12.5t/5t(涉气、气态)', GAS],
    ['液氨[7664-41-7]:12.5吨/5吨(气态 涉气)', GAS],
    ['7664-41-7:12.5/5(气态,涉气)', { ...GAS, name: null }],
    ['[7664-41-7]:12.5/5(气态,涉气)', { ...GAS, name: null }],
    ['液氨:12.5/5(气态,涉气)', { ...GAS, cas: null }],
    [
      '1,2-二氯乙烷:3.5/7.5(液态,涉气涉水)',
      {
        cas: null,
        media: ['air', 'water'],
        name: '1,2-二氯乙烷',
        phase: 'liquid',
        quantity: tonnes('3.5'),
        threshold: tonnes('7.5'),
      },
    ],
    [
      '硫酸:60/10(涉水)',
      { cas: null, media: ['water'], name: '硫酸', phase: null, quantity: tonnes('60'), threshold: tonnes('10') },
    ],
    [
      '氨(液):1/5',
      { cas: null, media: null, name: '氨(液)', phase: null, quantity: tonnes('1'), threshold: tonnes('5') },
    ],
  ])('%s', (text, expected) => {
    expect(substancesOf(text).record?.substances).toEqual([expected])
  })

  test('lists several, apart by semicolons or line breaks, in the order written', () => {
    for (const text of ['甲:1/5;乙:2/5', '甲:1/5；乙:2/5；', '甲:1/5\n乙:2/5', '甲:1/5|乙:2/5']) {
      expect(substancesOf(text).record?.substances.map(({ name }) => name)).toEqual(['甲', '乙'])
    }
  })

  test('in kilograms is converted exactly and noted', () => {
    const { record } = substancesOf('甲:1250kg/5t(涉水)')
    expect(record?.substances[0]?.quantity).toEqual(tonnes('1.250'))
    expect(rules(record)).toEqual(['unit-converted'])
  })

  test('a gas without its medium goes to air, and that is noted', () => {
    const { record } = substancesOf('甲:1/5(气态)')
    expect(record?.substances[0]?.media).toEqual(['air'])
    expect(rules(record)).toEqual(['substance-media-by-phase'])
  })

  test('without a threshold is kept and noted, and no threshold is filled in', () => {
    for (const text of ['甲:1/', '甲:1/-', '甲:1/——(涉水)']) {
      const { record } = substancesOf(text)
      expect(record?.substances[0]?.threshold, text).toBeNull()
      expect(rules(record)).toEqual(['substance-threshold-missing'])
    }
  })

  test.each(['', '——', '无', '不涉及'])('%j is none', (text) => {
    expect(substancesOf(text).record?.substances).toEqual([])
  })

  test.each([
    ['液氨12.5吨', 'substance-unreadable'],
    ['液氨:12.5', 'substance-unreadable'],
    [':12.5/5', 'substance-unreadable'],
    ['液氨:多/5', 'substance-unreadable'],
    ['液氨:-1/5', 'substance-unreadable'],
    ['液氨:<1/5', 'substance-unreadable'],
    ['液氨:1/0', 'substance-unreadable'],
    ['液氨:1/5(等离子态)', 'substance-unreadable'],
    ['液氨:1/5(气态,液态)', 'substance-unreadable'],
    ['液氨[7664-41-8]:1/5', 'substance-unreadable'],
    ['液氨:1L/5', 'unit-unknown'],
    ['甲:1/5;乙', 'substance-unreadable'],
  ])('%s is refused: %s', (text, type) => {
    expect(substancesOf(text).rejection).toMatchObject({ type, pointer: '风险物质(物质:存量/临界量)' })
  })
})

describe('numbered columns', () => {
  test('give the same as the cell', () => {
    const { record, fileNotes } = riskRow({
      风险物质1: '液氨',
      CAS号1: '7664-41-7',
      '存量1(t)': 12.5,
      '临界量1(t)': '5',
      物态1: '气态',
      涉及环境1: '涉气',
    })
    expect(record?.substances).toEqual([GAS])
    expect(fileNotes).toEqual([])
  })

  test('come in the order of their numbers, units from each heading, empty groups left out', () => {
    const { record } = riskRow({
      风险物质10: '丙',
      '存量(kg)10': '500',
      临界量10: '5',
      风险物质2: '乙',
      存量2: '2',
      临界量2: '5',
      风险物质1: '',
      存量1: '',
      临界量1: '',
    })
    expect(record?.substances.map(({ name, quantity }) => [name, quantity.reported])).toEqual([
      ['乙', '2'],
      ['丙', '0.500'],
    ])
  })

  test('without an amount are refused, with the substance named', () => {
    expect(riskRow({ 风险物质1: '液氨', 存量1: '', 临界量1: '5' }).rejection).toMatchObject({
      type: 'substance-unreadable',
      pointer: '风险物质1',
      value: '液氨:/5',
    })
  })

  test('join those of a cell', () => {
    const { record } = riskRow({ 风险物质: '甲:1/5', 风险物质1: '乙', 存量1: '2', 临界量1: '5' })
    expect(record?.substances.map(({ name }) => name)).toEqual(['甲', '乙'])
  })
})

describe('a CAS number', () => {
  // 7664-41-7: 1·1 + 4·2 + 4·3 + 6·4 + 6·5 + 7·6 = 117, and 7 it ends in.
  test.each(['7664-41-7', '71-43-2', '7732-18-5', '7664-93-9'])('%s holds', (cas) => expect(casHolds(cas)).toBe(true))
  test.each(['7664-41-8', '71-43-3', '7664417', '1-43-2', ''])('%j does not', (cas) =>
    expect(casHolds(cas)).toBe(false),
  )
})

test('any text in the cell is substances or a rejection that names it', () => {
  const letters = fc.constantFrom(...'液氨:/;0123456789.()[]-涉气水态kgt,、 ')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
      const file = csv(['企业名称', '统一社会信用代码', '所在区县', '风险物质'], ['示例', codeOf(1), '永川区', text])
      const { records, rejections } = read(RISK.cq, file)
      expect(records.length + rejections.length).toBe(1)
      for (const { type } of rejections) expect(['substance-unreadable', 'unit-unknown']).toContain(type)
      for (const { quantity, threshold } of records[0]?.record.substances ?? []) {
        expect(Number(quantity.reported)).toBe(quantity.value)
        expect(threshold?.value ?? 1).toBeGreaterThan(0)
      }
    }),
  )
})
