/** Which column is what: fields by the headings of either side, items by name, symbol or code with their unit. */
import { describe, expect, test } from 'vitest'
import { FIELD_HEADINGS, readColumns } from '../../../adapters/water/columns.ts'
import { WATER_ITEMS } from '../../../contracts/water-section-quality/record.ts'

const itemOf = (heading: string) => {
  const [item] = readColumns([heading]).items
  return item && [item.item, item.sentUnit]
}

describe('fields', () => {
  test('the header of the national publisher is read whole', () => {
    const header =
      '省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况'
    const { fields, items, ignored, repeated } = readColumns(header.split(','))
    expect(fields).toEqual({ province: 0, section: 2, time: 3, class: 4, station: 16 })
    expect(items.map(({ item, at, sentUnit }) => [item, at, sentUnit])).toEqual([
      ['algae', 15, null],
      ['chla', 14, null],
      ['codMn', 10, null],
      ['conductivity', 8, null],
      ['do', 7, null],
      ['nh3n', 11, null],
      ['pH', 6, null],
      ['tn', 13, null],
      ['tp', 12, null],
      ['turbidity', 9, null],
      ['waterTemp', 5, null],
    ])
    expect([ignored, repeated]).toEqual([[], []])
  })

  test.each(Object.entries(FIELD_HEADINGS))('%s is the %s', (heading, field) => {
    expect(readColumns([heading]).fields).toEqual({ [field]: 0 })
    expect(readColumns([` ${heading.slice(0, 1)} ${heading.slice(1)}\n`]).fields).toEqual({ [field]: 0 })
  })

  test.each([
    ['规定类别', 'target'],
    ['水质目标', 'target'],
    ['规定水功能类别', 'target'],
    ['水域功能', 'target'],
    ['适用功能类别', 'target'],
    ['水质类别', 'class'],
    ['实测类别', 'class'],
    ['断面级别', 'level'],
    ['断面类型', 'border'],
  ])('%s, which one side writes, is the %s', (heading, field) => {
    expect(readColumns([heading]).fields).toEqual({ [field]: 0 })
  })
})

describe('items', () => {
  test.each([
    ['总磷(以P计)', 'tp', null],
    ['总磷（mg/L）', 'tp', null],
    ['氨氮(NH3-N)', 'nh3n', null],
    ['CODcr', 'cod', null],
    ['w21011', 'tp', null],
    ['汞(μg/L)', 'hg', 'μg/L'],
    ['汞(ug/L)', 'hg', 'μg/L'],
    ['电导率 mS/m', 'conductivity', 'mS/m'],
    ['氨 氮 (mg/L)', 'nh3n', null],
    ['氨　氮', 'nh3n', null],
    ['总磷(g/kg)', 'tp', 'g/kg'],
    ['溶解氧', 'do', null],
    ['流量(m3/s)', 'flow', null],
    ['水位(m)', 'level', null],
  ])('%s is %s, unit to convert %s', (heading, item, unit) => {
    expect(itemOf(heading)).toEqual([item, unit])
  })

  test('items come in the order records are written in, whatever the order of the columns', () => {
    const header = [...WATER_ITEMS].reverse()
    expect(readColumns(header).items.map(({ item }) => item)).toEqual([...WATER_ITEMS])
    const random = ['总磷', '砷', 'pH', '铅', '溶解氧']
    expect(readColumns(random).items.map(({ item }) => item)).toEqual(['as', 'do', 'pH', 'pb', 'tp'])
  })
})

describe('the rest', () => {
  test('a heading that means nothing here is named, an idle one is not', () => {
    const { ignored } = readColumns(['流域', '序号', '编号', '备注', '', '主要污染指标(超标倍数)', '苯(mg/L)'])
    expect(ignored).toEqual(['主要污染指标(超标倍数)', '苯(mg/L)'])
  })

  test('the second of two columns for one field or item is named and left unread', () => {
    const { fields, items, repeated } = readColumns(['断面名称', '断面', '氨氮(mg/L)', 'NH3-N'])
    expect(fields).toEqual({ section: 0 })
    expect(items).toMatchObject([{ item: 'nh3n', at: 2 }])
    expect(repeated).toEqual(['断面', 'NH3-N'])
  })

  test('names every object has are headings like any other', () => {
    const header = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
    expect(readColumns(header)).toEqual({ fields: {}, items: [], ignored: header, repeated: [] })
  })
})
