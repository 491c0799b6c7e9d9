/** Names, codes and units of water items, as headers of both sides write them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CANONICAL_UNITS,
  convertUnit,
  itemByCode,
  itemByName,
  itemTitle,
  parseItemHeader,
  parseUnit,
} from '../../../adapters/standards/items.ts'
import { GB3838_2002 } from '../../../contracts/standards/index.ts'
import { WATER_ITEMS } from '../../../contracts/water-section-quality/record.ts'

describe('parseItemHeader', () => {
  test.each([
    ['水温(℃)', 'waterTemp', '℃'],
    ['pH(无量纲)', 'pH', '无量纲'],
    ['溶解氧(mg/L)', 'do', 'mg/L'],
    ['溶解氧（mg/L）', 'do', 'mg/L'],
    ['电导率(μS/cm)', 'conductivity', 'μS/cm'],
    ['电导率(\u00b5S/cm)', 'conductivity', 'μS/cm'],
    ['浊度(NTU)', 'turbidity', 'NTU'],
    ['高锰酸盐指数(mg/L)', 'codMn', 'mg/L'],
    ['总磷(以P计)（mg/L）', 'tp', 'mg/L'],
    ['叶绿素α(mg/L)', 'chla', 'mg/L'],
    ['藻密度(cells/L)', 'algae', 'cells/L'],
    ['化学需氧量', 'cod', null],
    ['CODcr', 'cod', null],
    ['CODMn', 'codMn', null],
    ['生化需氧量', 'bod5', null],
    ['NH3-N', 'nh3n', null],
    ['NH₃-N mg/L', 'nh3n', 'mg/L'],
    ['氨氮(NH3-N)', 'nh3n', null],
    ['六价铬', 'cr6', null],
    ['铬（六价）', 'cr6', null],
    ['铬(六价)(μg/L)', 'cr6', 'μg/L'],
    ['氟化物(以F⁻计)', 'fluoride', null],
    ['总氮(湖、库，以N计)', 'tn', null],
    ['粪大肠菌群(个/L)', 'fc', '个/L'],
    ['流量(m³/s)', 'flow', 'm³/s'],
    ['流量（m3/s）', 'flow', 'm³/s'],
    ['水位(m)', 'level', 'm'],
    ['汞(ug/L)', 'hg', 'μg/L'],
    ['ｐＨ', 'pH', null],
    ['氨氮/(mg/L)', 'nh3n', 'mg/L'],
  ])('reads %s', (header, item, unit) => {
    expect(parseItemHeader(header)).toEqual({ item, unit })
  })

  test('reads every contract key and every title', () => {
    for (const item of WATER_ITEMS) {
      expect(parseItemHeader(item)).toEqual({ item, unit: null })
      expect(parseItemHeader(`${itemTitle(item).zh}(${CANONICAL_UNITS[item]})`)).toEqual({
        item,
        unit: CANONICAL_UNITS[item],
      })
    }
  })

  test('reads codes of HJ 525, both of arsenic', () => {
    expect(parseItemHeader('w21011')).toEqual({ item: 'tp', unit: null })
    expect(parseItemHeader('W01019-Avg')).toEqual({ item: 'codMn', unit: null })
    expect(parseItemHeader('w20141')?.item).toBe('as')
    expect(parseItemHeader('w20119')?.item).toBe('as')
    expect(itemByCode('W20111')).toBe('hg')
  })

  test('believes the code, not the label beside it', () => {
    expect(parseItemHeader('w21001 总磷(mg/L)')).toEqual({ item: 'tn', unit: 'mg/L' })
    expect(parseItemHeader('总磷(w99999)')).toBeNull()
  })

  test('does not take a flag or an extreme of a code for its value', () => {
    for (const suffix of ['Flag', 'Min', 'Max', 'Cou']) expect(parseItemHeader(`w21011-${suffix}`)).toBeNull()
  })

  test('hands on a unit it does not know, so that it cannot pass for the usual one', () => {
    expect(parseItemHeader('汞(ppb)')).toEqual({ item: 'hg', unit: 'ppb' })
    expect(parseItemHeader('w20111(ppb)')).toEqual({ item: 'hg', unit: 'ppb' })
  })

  test.each(['', '断面名称', '水质类别', '铬', '总铬', '监测时间', 'COD(总磷)', '磷'])(
    'finds no item in %j',
    (header) => {
      expect(parseItemHeader(header)).toBeNull()
    },
  )

  test('reads no header past 200 characters', () => {
    expect(parseItemHeader(`总磷${' '.repeat(200)}`)).toBeNull()
  })

  test('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseItemHeader(text)))
  })

  test('a name is an item without a unit', () => {
    expect(itemByName('总磷（以P计）')).toBe('tp')
    expect(itemByName('总磷(mg/L)')).toBeUndefined()
  })
})

describe('units', () => {
  test('are those of the standard for its items', () => {
    for (const { key, unit } of GB3838_2002.items) expect(CANONICAL_UNITS[key]).toBe(unit)
    for (const unit of Object.values(CANONICAL_UNITS)) expect(parseUnit(unit)).toBe(unit)
  })

  test.each([
    ['12.0', 'μg/L', 'mg/L', '0.0120'],
    ['12.0', '\u00b5g/L', 'mg/L', '0.0120'],
    ['0.0120', 'mg/L', 'ug/L', '12.0'],
    ['1.5', 'mg/L', 'μg/L', '1500'],
    ['0.05', 'μg/L', 'mg/L', '0.00005'],
    ['7', 'mg/m³', 'mg/L', '0.007'],
    ['0.42', 'mS/cm', 'μS/cm', '420'],
    ['3', '万个/L', 'cells/L', '30000'],
    ['0.150', 'mg/L', 'mg/l', '0.150'],
    ['-35', 'cm', 'm', '-0.35'],
    ['1e-3', 'mg/L', 'μg/L', '1'],
  ])('%s %s is exactly, in %s, %s', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBe(expected)
  })

  test.each([
    ['1', 'ppb', 'mg/L'],
    ['1', 'mg/L', 'mol/L'],
    ['1', 'mg/L', 'm'],
    ['1', 'm³/s', 'mg/L'],
    ['<1', 'μg/L', 'mg/L'],
    ['', 'μg/L', 'mg/L'],
  ])('does not convert %j from %s to %s', (value, from, to) => {
    expect(convertUnit(value, from, to)).toBeUndefined()
  })

  test('there and back is the same number, with the same digits behind the point or more', () => {
    const values = fc
      .tuple(fc.nat(1_000_000), fc.integer({ min: 0, max: 6 }))
      .map(([n, scale]) => (n / 10 ** scale).toFixed(scale))
    fc.assert(
      fc.property(values, (value) => {
        const there = convertUnit(value, 'mg/L', 'μg/L') ?? ''
        expect(Number(convertUnit(there, 'μg/L', 'mg/L'))).toBe(Number(value))
      }),
    )
  })
})
