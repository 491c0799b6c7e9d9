/** Discharging units: the territory of the signed terms, permits, outlets, pollutants, rivers by both sides' names. */
import { describe, expect, test } from 'vitest'
import { codeOf, rules, unitRow } from './helpers.ts'

describe('the territory', () => {
  test.each([
    ['永川区', 'cq'],
    ['两江新区', 'cq'],
    ['合江县', 'sc'],
    ['万源市', 'sc'],
  ] as const)('holds every unit of %s, which lies on the boundary', (county, party) => {
    expect(unitRow({ 所在区县: county }, party).record?.division.name).toBe(county)
  })

  test.each([
    ['翠屏区', '长江', 'sc'],
    ['万州区', '长江干流', 'cq'],
    ['顺庆区', '嘉陵江', 'sc'],
    ['渝中区', '嘉陵江', 'cq'],
  ] as const)('holds a unit of %s that discharges to the boundary river %s', (county, river, party) => {
    const { record } = unitRow({ 所在区县: county, 受纳水体: river }, party)
    expect(record?.receivingRiver?.boundary).toBe(true)
  })

  test('does not hold one elsewhere on another river, or on none', () => {
    expect(unitRow({ 所在区县: '武侯区', 受纳水体: '府河' }, 'sc').rejection).toMatchObject({
      type: 'territory-outside',
      pointer: '受纳水体',
      value: '府河',
    })
    expect(unitRow({ 所在区县: '武侯区' }, 'sc').rejection).toMatchObject({
      type: 'territory-outside',
      pointer: '所在区县',
      value: '武侯区',
    })
  })

  test('does not take the 南河 of 成都 for the one between 开江 and 开州', () => {
    expect(unitRow({ 所在区县: '武侯区', 受纳水体: '南河' }, 'sc').rejection?.type).toBe('territory-outside')
    const { record } = unitRow({ 所在区县: '开江县', 受纳水体: '南河' }, 'sc')
    expect(record?.receivingRiver).toEqual({ boundary: true, name: '南河' })
  })

  test('does not hold a county whose place on the boundary is not established', () => {
    expect(unitRow({ 所在区县: '渝中区' }).rejection?.type).toBe('territory-outside')
  })

  test('follows the division of the day: 江北区 was not established to adjoin, 两江新区 is', () => {
    expect(unitRow({ 所在区县: '江北区', 填报日期: '2025-11-05' }).rejection?.type).toBe('territory-outside')
    expect(unitRow({ 所在区县: '江北区', 填报日期: '2025-11-06' }).record?.division.name).toBe('两江新区')
  })
})

describe('a river', () => {
  test.each([
    ['新盛河', '任市河', 'cq'],
    ['南溪河', '兴隆河', 'cq'],
    ['大陆河', '大陆溪', 'cq'],
    ['清流河', '大清流河', 'cq'],
    ['长江（永川段）', '长江', 'cq'],
    ['嘉陵江干流', '嘉陵江', 'cq'],
  ] as const)('%s is %s by the terms, and noted', (sent, name, party) => {
    const { record } = unitRow({ 受纳河流: sent }, party)
    expect(record?.receivingRiver).toEqual({ boundary: true, name })
    expect(record?.notes).toEqual([{ field: '/receivingRiver/name', rule: 'river-alias', sent }])
  })

  test('that is none of them keeps its own name', () => {
    const { record } = unitRow({ 受纳河流: '示例小溪' })
    expect(record?.receivingRiver).toEqual({ boundary: false, name: '示例小溪' })
    expect(rules(record)).toEqual([])
  })
})

test('in the basin of one is not on it', () => {
  expect(unitRow({ 所在区县: '武侯区', 受纳水体: '长江水系' }, 'sc').rejection?.type).toBe('territory-outside')
})

describe('the permit', () => {
  test('is kept narrow, in capitals, and is part of the key', () => {
    const sent = `${codeOf(1).toLowerCase()}００１ｐ`
    const { record, key } = unitRow({ 排污许可证编号: sent })
    expect(record?.permit).toBe(`${codeOf(1)}001P`)
    expect(key).toBe(`${codeOf(1)}//${codeOf(1)}001P`)
    expect(rules(record)).toEqual(['permit-normalised'])
  })

  test('that does not begin with the code of the enterprise is noted, not judged', () => {
    const { record } = unitRow({ 排污许可证编号: `${codeOf(2)}001P` })
    expect(record?.permit).toBe(`${codeOf(2)}001P`)
    expect(rules(record)).toEqual(['permit-code-differs'])
  })

  test.each(['办理中(2026)', '川A-123', '1234'])('%s is none', (sent) => {
    expect(unitRow({ 排污许可证编号: sent }).rejection).toMatchObject({ type: 'permit-unreadable', value: sent })
  })

  test('may be absent', () => expect(unitRow({ 排污许可证编号: '无' }).record?.permit).toBeNull())
})

describe('outlets', () => {
  test.each([
    ['DW001:总排口', [{ code: 'DW001', name: '总排口' }]],
    [
      'dw001：总排口；DA001 锅炉烟囱',
      [
        { code: 'DW001', name: '总排口' },
        { code: 'DA001', name: '锅炉烟囱' },
      ],
    ],
    ['DW001', [{ code: 'DW001', name: null }]],
    ['雨水排口', [{ code: null, name: '雨水排口' }]],
    ['1#排口', [{ code: null, name: '1#排口' }]],
    ['DW001;DW001', [{ code: 'DW001', name: null }]],
    ['——', []],
  ])('%s', (sent, outlets) => expect(unitRow({ 排放口: sent }).record?.outlets).toEqual(outlets))
})

describe('pollutants', () => {
  const limit = (reported: string) => ({ qualifier: null, reported, unit: 't/a', value: Number(reported) })

  test('by any name are the items of the water contract, where they are any', () => {
    const { record } = unitRow({ 主要污染物: 'COD、氨氮;总磷(以P计),六价铬;w21001;非甲烷总烃' })
    expect(record?.keyPollutants.map(({ item, name }) => [item, name])).toEqual([
      ['cod', 'COD'],
      ['nh3n', '氨氮'],
      ['tp', '总磷(以P计)'],
      ['cr6', '六价铬'],
      ['tn', 'w21001'],
      [null, '非甲烷总烃'],
    ])
  })

  test('may have a yearly limit, converted exactly', () => {
    const { record } = unitRow({ 主要污染物: '化学需氧量:12.50;氨氮:300kg/a;总磷：0.3t/a' })
    expect(record?.keyPollutants.map(({ annualLimit }) => annualLimit)).toEqual([
      limit('12.50'),
      limit('0.300'),
      limit('0.3'),
    ])
    expect(rules(record)).toEqual(['unit-converted'])
  })

  test('with a comma inside a chemical are one', () => {
    const { record } = unitRow({ 主要污染物: '1,2-二氯乙烷,苯' })
    expect(record?.keyPollutants.map(({ name }) => name)).toEqual(['1,2-二氯乙烷', '苯'])
  })

  test.each(['化学需氧量:达标', ':12', '氨氮:-1'])('%s is refused', (sent) => {
    expect(unitRow({ 主要污染物: sent }).rejection).toMatchObject({ type: 'value-not-a-number', pointer: '主要污染物' })
  })
})

test('sections downstream are a list of names, each once', () => {
  const { record } = unitRow({ 下游断面: '朱沱、江津大桥；朱沱', 排放去向: '直接进入江河' })
  expect(record?.downstreamSections).toEqual(['朱沱', '江津大桥'])
  expect(record?.dischargeTo).toBe('直接进入江河')
})
