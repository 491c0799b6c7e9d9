/** The section register: its shape, its references, and the facts it states. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import {
  readSectionRegistry,
  SECTIONS_2026_11,
  sectionIndex,
  sectionRegistry,
} from '../../../contracts/registry/index.ts'
import schema from '../../../contracts/registry/sections.schema.json' with { type: 'json' }
import file from '../../../contracts/registry/sections-2026-11.json' with { type: 'json' }
import type { Section } from '../../../contracts/registry/types.ts'
import { describeShared, sharedPath } from '../../shared.ts'

const { rivers, sections } = SECTIONS_2026_11
const index = sectionIndex(SECTIONS_2026_11)
const section = (id: string): Section => {
  const found = index.byId(id)
  if (!found) throw new Error(`${id} is not in the register`)
  return found
}

describe('the register', () => {
  test('keeps its schema', () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false }).compile(schema)
    validate(file)
    expect(validate.errors).toBeNull()
  })

  test('is found by edition, or as the newest', () => {
    expect(sectionRegistry('2026-11')).toBe(SECTIONS_2026_11)
    expect(sectionRegistry()).toBe(SECTIONS_2026_11)
    expect(sectionRegistry('1999-01')).toBeUndefined()
  })

  test('builds each id from the party and the name', () => {
    for (const { id, party, name } of sections) expect(id).toBe(`${party}-${name}`)
  })

  test('has no two places along a river with the same number', () => {
    const places = sections.filter(({ order }) => order !== null).map(({ river, order }) => `${river} ${order}`)
    expect(new Set(places).size).toBe(places.length)
    for (const { order, river } of sections) if (order !== null) expect(river).not.toBeNull()
  })

  test('gives evidence for every river, target, number, place, position and boundary it states', () => {
    for (const entry of sections) {
      const fields = entry.evidence.fields ?? {}
      for (const field of ['river', 'mn', 'target', 'transboundary', 'order', 'coordinates'] as const) {
        if (entry[field] !== null) expect(fields[field], `${entry.id} ${field}`).toBeDefined()
      }
      if (entry.waterBody === 'lake') expect(fields.waterBody, entry.id).toBeDefined()
    }
  })

  test('does not call a fact verified that rests on memory', () => {
    const remembered = /常识/
    const all = [...rivers, ...sections].flatMap(({ evidence }) => [
      evidence,
      ...Object.values('fields' in evidence ? (evidence.fields ?? {}) : {}),
    ])
    for (const { confidence, sources } of all) {
      if (sources.every((source) => remembered.test(source))) expect(confidence).toMatch(/^M-/)
    }
  })

  test('names no path and no machine', () => {
    expect(JSON.stringify(file)).not.toMatch(/\/work|\/tmp|\.csv|\.json|localhost|file:/)
  })
})

describe('transboundary sections', () => {
  test.each([
    ['cq-朱沱', '长江', 'sc-cq', 'A500383_0001', 2, 'V2'],
    ['sc-金子', '嘉陵江', 'sc-cq', 'A500382_0001', 2, 'M-high'],
    ['cq-码头', '渠江', 'sc-cq', 'A500382_0002', null, 'M-high'],
    ['cq-玉溪', '涪江', 'sc-cq', 'A500223_0001', 2, 'M-high'],
    ['cq-光辉', '琼江', 'sc-cq', 'A500223_0002', 3, 'M-high'],
    ['sc-幺滩', '御临河', 'sc-cq', 'A511600_2003', 3, 'M-high'],
    ['cq-黎家乡崔家岩村', '大洪河', 'sc-cq', 'A500115_0002', 3, 'V2'],
    ['sc-上河坝', '铜钵河', 'sc-cq', null, 3, 'V2'],
    ['sc-四明水厂', '大陆溪', 'sc-cq', null, 3, 'M-mid'],
    ['sc-白沙', '姚市河', 'sc-cq', null, 3, 'M-mid'],
    ['sc-两河', '龙台河', 'sc-cq', null, 3, 'M-mid'],
    ['sc-元坝子', '蟠龙河', 'sc-cq', null, 3, 'M-low'],
    ['sc-巫山乡', '南河', 'sc-cq', null, null, 'V1'],
    ['sc-联盟桥', '任市河', 'cq-sc', 'A511700_2006', 3, 'V2'],
    ['cq-水寨子', '任河', 'cq-sc', 'A500229_0003', 2, 'V2'],
    ['cq-土堡寨', '前河', 'cq-sc', 'A500229_0002', 2, 'V2'],
    ['cq-高洞电站', '濑溪河', 'cq-sc', 'A500226_0002', 3, 'M-high'],
    ['cq-摇金', '兴隆河', 'shared', null, 3, 'V1'],
    ['sc-黄金口', '中河', 'cq-sc', null, null, 'V1'],
    ['sc-李家碥', '大清流河', 'cq-sc', null, 3, 'M-low'],
    ['sc-白鹤桥', '坛罐窑河', 'sc-cq', null, 3, 'V2'],
  ])('%s lies on %s, %s', (id, river, direction, mn, target, confidence) => {
    expect(section(id)).toMatchObject({ river, mn, target, transboundary: { direction } })
    expect(section(id).evidence.fields?.transboundary?.confidence).toBe(confidence)
  })

  test('are these and no others', () => {
    expect(sections.filter(({ transboundary }) => transboundary !== null)).toHaveLength(21)
  })

  test('leave out those whose place on the boundary is not established, and those that are not on it', () => {
    const inland = [
      'sc-大安',
      'sc-跑马滩',
      'sc-胡市大桥',
      'sc-双河口',
      'sc-岗架大桥',
      'sc-团堡岭',
      'cq-御临镇',
      'sc-韦家湾',
    ]
    for (const id of inland) expect(section(id).transboundary, id).toBeNull()
  })
})

describe('rivers', () => {
  test('carry the names of both sides', () => {
    for (const [one, other] of [
      ['任市河', '新盛河'],
      ['兴隆河', '南溪河'],
      ['大陆溪', '大陆河'],
      ['小安溪', '临渡河'],
      ['大清流河', '清流河'],
    ] as const) {
      expect(index.river(one), one).toBeDefined()
      expect(index.river(other), other).toBe(index.river(one))
    }
  })

  test('run to the Yangtze where the confluence is known', () => {
    const course = (id: string): string[] => {
      const into = index.river(id)?.into
      return into ? [id, ...course(into)] : [id]
    }
    expect(course('琼江')).toEqual(['琼江', '涪江', '嘉陵江', '长江'])
    expect(course('濑溪河')).toEqual(['濑溪河', '沱江', '长江'])
    expect(course('青衣江')).toEqual(['青衣江', '大渡河', '岷江', '长江'])
    expect(course('大洪河')).toEqual(['大洪河'])
  })

  test('list their sections in flow order', () => {
    const names = (river: string) => index.along(river).map(({ name }) => name)
    expect(names('长江')).toEqual([
      '朱沱',
      '江津大桥',
      '丰收坝',
      '和尚山',
      '寸滩',
      '清溪场',
      '晒网坝',
      '白帝城',
      '巫峡口',
    ])
    expect(names('御临河')).toEqual(['双河口', '幺滩', '御临镇'])
    expect(names('岷江').slice(0, 5)).toEqual(['渭门桥', '都江堰水文站', '岳店子下', '悦来渡口', '月波'])
  })

  test('know the neighbours of a section where the order is established', () => {
    const { upstream, downstream } = index.neighbours(section('cq-高洞电站'))
    expect([upstream?.id, downstream?.id]).toEqual(['cq-玉滩水库', 'sc-胡市大桥'])
    expect(index.neighbours(section('sc-白沙'))).toEqual({ upstream: null, downstream: null })
    expect(index.neighbours(section('cq-朱沱')).upstream).toBeNull()
  })
})

describe('what is not established', () => {
  test('stays null: coordinates but one, and rivers that no source names', () => {
    expect(sections.filter(({ coordinates }) => coordinates !== null).map(({ id }) => id)).toEqual(['cq-朱沱'])
    for (const id of ['cq-李渡', 'cq-向家', 'sc-201医院', 'cq-里耶镇']) expect(section(id).river, id).toBeNull()
  })
})

describe('reading a register', () => {
  const changed = (id: string, change: object) => ({
    ...file,
    sections: file.sections.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  })

  test.each<[string, object, RegExp]>([
    ['an unknown river', changed('cq-朱沱', { river: '黄河' }), /cq-朱沱 lies on an unknown river 黄河/],
    ['two of an id', changed('cq-朱沱', { id: 'cq-寸滩' }), /section cq-寸滩 appears twice/],
    ['two of a station number', changed('cq-朱沱', { mn: 'A500000_0002' }), /A500000_0002 appears twice/],
    ['a class of 7', changed('cq-朱沱', { target: 7 }), /\/target/],
    ['a misspelt member', changed('cq-朱沱', { rivver: 'x' }), /\/rivver/],
    ['half a position', changed('cq-朱沱', { coordinates: [105.8] }), /coordinates/],
    [
      'a river into itself',
      { ...file, rivers: file.rivers.map((river) => (river.id === '长江' ? { ...river, into: '琼江' } : river)) },
      /flows into itself/,
    ],
  ])('refuses %s', (_, value, message) => {
    expect(() => readSectionRegistry(value)).toThrow(message)
  })
})

describeShared('the register against published files', () => {
  test('has every Chongqing section of April 2021 as Chongqing’s own', () => {
    const names = readdirSync(sharedPath('data/water-cnemc-csv-2021-04/重庆市')).map((name) =>
      name.replace(/\.csv$/, ''),
    )
    expect(names).toHaveLength(45)
    for (const name of names)
      expect(index.resolve({ party: 'cq', name }), name).toMatchObject({ section: { party: 'cq' } })
  })

  test('has every published station number, under the name it was published with', () => {
    const list: { mn: string; name: string }[] = JSON.parse(
      readFileSync(join(sharedPath('data/water-section-codes'), 'chongqing_mn.json'), 'utf8'),
    )
    expect(list).toHaveLength(59)
    for (const { mn, name } of list) {
      expect(index.resolve({ party: 'cq', mn, name }), name).toMatchObject({ section: { mn } })
      expect(index.resolve({ party: 'cq', name }), name).toMatchObject({ section: { mn } })
    }
  })

  test('has every station of the Minjiang list, on its river', () => {
    const [, ...lines] = readFileSync(sharedPath('data/water-minjiang/minjiang_stations.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(lines).toHaveLength(15)
    for (const line of lines) {
      const [name = '', , , river = ''] = line.split(',')
      const found = index.resolve({ party: 'sc', name, river })
      expect('section' in found && index.sameRiver(river, found.section), name).toBe(true)
    }
  })
})
