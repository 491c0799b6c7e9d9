/** The register of divisions: its shape, the facts it states, and what a code or a name means on a day. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import schema from '../../../contracts/registry/divisions.schema.json' with { type: 'json' }
import file from '../../../contracts/registry/divisions-2026-11.json' with { type: 'json' }
import {
  DIVISIONS_2026_11,
  DIVISIONS_2026_12,
  type Division,
  type DivisionQuery,
  divisionIndex,
  divisionRegistry,
  readDivisionRegistry,
  readRegistry,
  SECTIONS_2026_11,
} from '../../../contracts/registry/index.ts'
import sectionFile from '../../../contracts/registry/sections-2026-11.json' with { type: 'json' }
import { describeShared, sharedPath } from '../../shared.ts'

const { divisions } = DIVISIONS_2026_11
const index = divisionIndex(DIVISIONS_2026_11)
const BEFORE = '2025-11-05'
const AFTER = '2025-11-06'

/** `id`, `old → id` for a retired one, ids that are ambiguous, `absent id`, or the nearest names. */
function found(query: DivisionQuery): string | readonly string[] {
  const resolution = index.resolve(query)
  if ('ambiguous' in resolution) return resolution.ambiguous.map(({ id }) => id)
  if ('absent' in resolution) return `absent ${resolution.absent.id}`
  if ('nearest' in resolution) return resolution.nearest
  const { division, retired } = resolution
  return retired ? `${retired.id} → ${division.id}` : division.id
}

const division = (id: string): Division => {
  const entry = index.byId(id)
  if (!entry) throw new Error(`${id} is not in the register`)
  return entry
}

describe('the register', () => {
  test('keeps its schema', () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true }).compile(schema)
    validate(file)
    expect(validate.errors).toBeNull()
  })

  test('is found by edition, or as the newest', () => {
    expect(divisionRegistry('2026-11')).toBe(DIVISIONS_2026_11)
    expect(divisionRegistry()).toBe(DIVISIONS_2026_12)
    expect(divisionRegistry('1999-01')).toBeUndefined()
  })

  test('has the 21 cities and 183 counties of Sichuan, of which each city has its own', () => {
    expect(index.inForce({ party: 'sc', kinds: ['city'] })).toHaveLength(21)
    expect(index.inForce({ party: 'sc', kinds: ['county'] })).toHaveLength(183)
    const counties = (id: string) => index.inForce({ kinds: ['county'], within: id }).length
    expect(index.inForce({ party: 'sc', kinds: ['city'] }).map(({ name, id }) => `${name} ${counties(id)}`)).toEqual(
      '成都市 20,自贡市 6,攀枝花市 5,泸州市 7,德阳市 6,绵阳市 9,广元市 7,遂宁市 5,内江市 5,乐山市 11,南充市 9,眉山市 6,宜宾市 10,广安市 6,达州市 7,雅安市 8,巴中市 5,资阳市 3,阿坝藏族羌族自治州 13,甘孜藏族自治州 18,凉山彝族自治州 17'.split(
        ',',
      ),
    )
  })

  test('has 38 units of Chongqing before 2025-11-06 and 37 from that day: 25 districts, 8 counties, 4 autonomous counties', () => {
    expect(index.inForce({ party: 'cq', kinds: ['county'], on: BEFORE })).toHaveLength(38)
    const now = index.inForce({ party: 'cq', kinds: ['county'], on: AFTER })
    expect(now).toHaveLength(37)
    expect(now.filter(({ name }) => name.endsWith('区'))).toHaveLength(25)
    expect(now.filter(({ name }) => name.endsWith('自治县'))).toHaveLength(4)
    expect(now.filter(({ name }) => /[^治]县$/.test(name))).toHaveLength(8)
  })

  test('gives the new 两江新区 no code, and says where one was seen', () => {
    expect(division('cq-两江新区')).toMatchObject({ code: null, from: AFTER, kind: 'county', party: 'cq' })
    expect(division('cq-两江新区').evidence.note).toContain('500157')
    expect(divisions.some(({ code }) => code === '500157')).toBe(false)
    expect(found({ code: '500157' })).toEqual([])
  })

  test('marks the units on the boundary and leaves the others open, never false', () => {
    const names = (party: 'sc' | 'cq') =>
      divisions.filter(({ adjoins, party: side }) => adjoins && side === party).map(({ name }) => name)
    expect(names('sc').sort()).toEqual(
      '泸县 合江县 隆昌市 东兴区 安岳县 安居区 船山区 蓬溪县 武胜县 岳池县 华蓥市 邻水县 大竹县 开江县 宣汉县 万源市'
        .split(' ')
        .sort(),
    )
    expect(names('cq').sort()).toEqual(
      '永川区 江津区 荣昌区 大足区 潼南区 合川区 渝北区 北碚区 两江新区 长寿区 垫江县 梁平区 开州区 城口县'
        .split(' ')
        .sort(),
    )
    expect(divisions.filter(({ adjoins }) => adjoins === false)).toEqual([])
    for (const { adjoins, evidence } of divisions) expect(evidence.fields?.adjoins !== undefined).toBe(adjoins === true)
  })

  test('does not call a fact verified that rests on memory', () => {
    for (const { evidence } of divisions) {
      for (const { confidence, sources } of [evidence, ...Object.values(evidence.fields ?? {})]) {
        if (sources.every((source) => source.includes('凭常识'))) expect(confidence).toMatch(/^M-/)
      }
    }
  })

  test('says of no zone what lies in it', () => {
    const zones = divisions.filter(({ kind }) => kind === 'zone')
    expect(zones.map(({ name }) => name)).toEqual([
      '成都平原',
      '川南',
      '川东北',
      '中心城区',
      '主城都市区',
      '渝东北',
      '渝东南',
    ])
    for (const { id } of zones) expect(index.inForce({ within: id })).toEqual([])
  })

  test('names no path and no machine', () => {
    expect(JSON.stringify(file)).not.toMatch(/\/work|\/tmp|\.csv|\.json|localhost|file:/)
  })
})

describe('a code on a day', () => {
  test('is its division while that is in force', () => {
    expect(found({ code: '511623', on: '2026-03-01' })).toBe('511623')
    expect(found({ code: ' 500105 ', on: BEFORE })).toBe('500105')
  })

  test.each([
    ['500105', '500105 → cq-两江新区'],
    ['500112', '500112 → cq-两江新区'],
  ])('%s leads from 2025-11-06 to the new district, and undated too', (code, id) => {
    expect(found({ code, on: AFTER })).toBe(id)
    expect(found({ code })).toBe(id)
  })

  test.each(
    '500381 500116,500382 500117,500383 500118,500384 500119,500228 500155,500232 500156,500234 500154,500222 500110-2011,500223 500152,500224 500151,500225 500111-2011,500226 500153,500227 500120,510922 510981,511028 511083,511721 511703,513425 513402'
      .split(',')
      .map((pair) => pair.split(' ') as [string, string]),
  )('%s is retired and leads to %s', (code, id) => {
    expect(found({ code, on: '2026-03-01' })).toBe(`${code} → ${id}`)
  })

  test('used twice is ambiguous without a day and within the year of the change', () => {
    expect(found({ code: '500110' })).toEqual(['500110-2011', '500110'])
    expect(found({ code: '500111' })).toEqual(['500111-2011', '500111'])
    expect(found({ code: '500110', on: '2011-06-01' })).toEqual(['500110-2011', '500110'])
  })

  test('used twice is the older before, the younger after', () => {
    expect(found({ code: '500110', on: '2010-12-31' })).toBe('500110')
    expect(found({ code: '500110', on: '2012-01-01' })).toBe('500110-2011')
    expect(found({ code: '500111', on: '2005-01-01' })).toBe('500111')
    expect(found({ code: '500111', on: '2026-03-01' })).toBe('500111-2011')
  })

  test('used twice is told by the name beside it', () => {
    expect(found({ code: '500110', name: '綦江区' })).toBe('500110-2011')
  })

  test('retired before its successor began is still itself', () => {
    expect(found({ code: '500222', on: '2010-06-01' })).toBe('500222')
  })

  test('that is not known, or is a city-level fiction of statistics, is none', () => {
    for (const code of ['500100', '500200', '110000', '', '51', '朱沱']) expect(found({ code })).toEqual([])
  })
})

describe('a name', () => {
  test.each([
    ['邻水县', '511623'],
    ['邻水', '511623'],
    ['广安市邻水县', '511623'],
    ['四川省广安市邻水县', '511623'],
    ['四川邻水', '511623'],
    ['重庆市永川区', '500118'],
    ['永川', '500118'],
    ['凉山州', '513400'],
    ['凉山', '513400'],
    ['阿坝州', '513200'],
    ['阿坝县', '513231'],
    ['石柱县', '500240'],
    ['石柱', '500240'],
    ['彭水苗族土家族自治县', '500243'],
    ['北川', '510726'],
    ['重庆', '500000'],
    ['四川', '510000'],
    ['主城', 'cq-中心城区'],
    ['川南', 'sc-川南'],
    ['天府新区', 'sc-四川天府新区'],
    ['万盛经开区', 'cq-万盛经开区'],
  ])('%s is %s', (name, id) => {
    expect(found({ name, on: '2026-03-01' })).toBe(id)
  })

  test('of two places is ambiguous, and told by the city it lies in or is written after', () => {
    expect(found({ name: '市中区' })).toEqual(['511002', '511102'])
    expect(found({ name: '市中区', within: '511100' })).toBe('511102')
    expect(found({ name: '内江市市中区' })).toBe('511002')
    expect(found({ name: '乐山市中区', kinds: ['county'] })).toBe('511102')
  })

  test('cut short is ambiguous where city and county share it, and told by the kind', () => {
    expect(found({ name: '广安' })).toEqual(['511600', '511602'])
    expect(found({ name: '广安', kinds: ['city'] })).toBe('511600')
    expect(found({ name: '阿坝', kinds: ['city'] })).toBe('513200')
    expect(found({ name: '阿坝', kinds: ['county'] })).toBe('513231')
  })

  test('is not cut short to one character', () => {
    expect(found({ name: '泸县' })).toBe('510521')
    expect(index.resolve({ name: '泸' })).toHaveProperty('nearest')
  })

  test('that was given up leads on, and one shared by old and new means the new', () => {
    expect(found({ name: '江津市' })).toBe('500381 → 500116')
    expect(found({ name: '江津' })).toBe('500116')
    expect(found({ name: '达县', on: '2026-03-01' })).toBe('511721 → 511703')
    expect(found({ name: '渝北区', on: '2026-03-01' })).toBe('500112 → cq-两江新区')
    expect(found({ name: '渝北', on: BEFORE })).toBe('500112')
  })

  test('两江新区 is the management unit until 2025-11-05 and the district from the next day', () => {
    expect(found({ name: '两江新区', on: BEFORE })).toBe('cq-两江新区(2025-11前)')
    expect(found({ name: '两江新区', on: AFTER })).toBe('cq-两江新区')
    expect(found({ name: '两江新区' })).toBe('cq-两江新区')
    expect(found({ name: '两江新区', on: BEFORE, kinds: ['county'] })).toBe('absent cq-两江新区')
  })

  test('that ended without a known successor is absent, not guessed', () => {
    expect(found({ name: '万盛区', on: '2026-03-01' })).toBe('absent 500110')
    expect(found({ name: '万盛区', on: '2009-03-01' })).toBe('500110')
  })

  test('of the other side is not found when a side is asked for', () => {
    expect(found({ name: '永川区', party: 'sc' })).not.toBe('500118')
    expect(found({ code: '500118', party: 'sc' })).toEqual([])
  })

  test('in full or half width, with blanks and brackets, is one name', () => {
    expect(found({ name: ' 邻 水 县 ' })).toBe('511623')
  })
})

describe('a code and a name together', () => {
  test('agree when the name is the code’s or its successor’s', () => {
    expect(found({ code: '500118', name: '永川' })).toBe('500118')
    expect(found({ code: '500383', name: '永川区', on: '2026-03-01' })).toBe('500383 → 500118')
  })

  test('are ambiguous when they disagree', () => {
    expect(found({ code: '500118', name: '江津区' })).toEqual(['500118', '500116'])
  })

  test('leave the code to decide when the name is not known', () => {
    expect(found({ code: '500118', name: '永川高新区' })).toBe('500118')
    expect(found({ code: '999999', name: '永川区' })).toBe('500118')
  })
})

describe('an unknown name', () => {
  test.each<[DivisionQuery, string]>([
    [{ name: '邻水市', party: 'sc' }, '邻水县'],
    [{ name: '永州区', party: 'cq' }, '永川区'],
    [{ name: '阿坝藏族自治州', party: 'sc', kinds: ['city'] }, '阿坝藏族羌族自治州'],
    [{ name: '市央区', party: 'sc' }, '市中区(内江市)'],
  ])('%j has %s among the nearest', (query, near) => {
    expect(found(query)).toContain(near)
  })

  test('is offered nothing retired, of the other side, or of another kind', () => {
    expect(found({ name: '渝北新区', party: 'cq', on: AFTER })).not.toContain('渝北区')
    for (const name of ['成都东', '江区', '大县']) {
      const query = { name, party: 'cq', kinds: ['county'] } as const
      const offered = index.resolve(query)
      const names = 'nearest' in offered ? offered.nearest : []
      const allowed = index.inForce({ party: 'cq', kinds: ['county'] }).map((one) => index.label(one))
      expect(names.every((near) => allowed.includes(near))).toBe(true)
    }
  })

  test('far from every name, or too long, is offered none', () => {
    expect(found({ name: 'Greater London' })).toEqual([])
    expect(found({ name: '区'.repeat(4096) })).toEqual([])
    expect(found({ name: '' })).toEqual([])
    expect(found({})).toEqual([])
  })

  test('never makes resolve throw', () => {
    const word = fc.option(fc.string({ unit: 'grapheme', maxLength: 30 }), { nil: '' })
    fc.assert(
      fc.property(word, word, word, (code, name, on) => {
        expect(index.resolve({ code, name, on })).toBeDefined()
      }),
    )
  })
})

describe('the tree', () => {
  test('leads from a county over its city to the province, and in Chongqing at once', () => {
    expect(index.parents(division('511623')).map(({ name }) => name)).toEqual(['广安市', '四川省'])
    expect(index.parents(division('500118')).map(({ name }) => name)).toEqual(['重庆市'])
    expect(index.parents(division('cq-渝东北'))).toEqual([])
  })

  test('says what lies in what', () => {
    expect(index.childOf(division('511623'), '511600')).toBe(true)
    expect(index.childOf(division('511623'), '510000')).toBe(true)
    expect(index.childOf(division('511623'), '500000')).toBe(false)
    expect(index.childOf(division('511600'), '511600')).toBe(false)
  })

  test('is built once for a register', () => {
    expect(divisionIndex(DIVISIONS_2026_11)).toBe(index)
  })

  test('finds every division in force by its id, its code, and its name or alias within its parent', () => {
    for (const entry of index.inForce({ on: '2026-11-01' })) {
      expect(index.byId(entry.id)).toBe(entry)
      const on = '2026-11-01'
      if (entry.code !== null) expect(index.resolve({ code: entry.code, on }), entry.id).toEqual({ division: entry })
      for (const name of [entry.name, ...entry.aliases]) {
        const within = entry.parent === null ? {} : { within: entry.parent }
        expect(index.resolve({ name, on, ...within }), name).toEqual({ division: entry })
      }
    }
  })
})

describe('reading a register', () => {
  const changed = (id: string, change: object) => ({
    ...file,
    divisions: file.divisions.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  })

  test.each<[string, object, RegExp]>([
    ['two of an id', changed('511623', { id: '511622', code: '511622' }), /511622 appears twice/],
    ['an unknown parent', changed('511623', { parent: '511699' }), /511623 lies in 511699/],
    ['a parent of the other side', changed('511623', { parent: '500000' }), /511623 lies in 500000/],
    ['a division in itself', changed('511600', { parent: '511623' }), /lies in itself/],
    ['an unknown successor', changed('500105', { into: ['cq-新区'] }), /unknown division cq-新区/],
    ['a successor of itself', changed('cq-两江新区', { into: ['500105'] }), /went into itself/],
    ['a code in force twice', changed('500110-2011', { from: null }), /code 500110 belongs to/],
    ['an id that is another code', changed('511623', { code: '511699' }), /does not begin with its code/],
    ['an end before the beginning', changed('cq-两江新区', { to: '2025-01-01' }), /ends before it begins/],
    ['a zone in a province', changed('sc-川南', { parent: '510000' }), /zone sc-川南 has a parent/],
    ['a thirteenth month', changed('500105', { to: '2025-13-01' }), /\/to/],
    ['a misspelt member', changed('511623', { adjoin: true }), /\/adjoin/],
  ])('refuses %s', (_, value, message) => {
    expect(() => readDivisionRegistry(value)).toThrow(message)
  })

  test('goes by the id the file names itself with', () => {
    expect(readRegistry(file)).toEqual(DIVISIONS_2026_11)
    expect(readRegistry(sectionFile)).toEqual(SECTIONS_2026_11)
    for (const value of [{ ...file, id: 'sections' }, { id: 'rivers' }, {}, null, 7]) {
      expect(() => readRegistry(value)).toThrow(TypeError)
    }
  })
})

describeShared('the register against the published list of November 2024', () => {
  const rows = (name: string) =>
    readFileSync(sharedPath('data/division-gbt2260', name), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','))

  test('has every county of it under its code and city, and no other', () => {
    const areas = rows('areas.csv')
    expect(areas).toHaveLength(221)
    const on = '2024-11-28'
    for (const [code = '', name = '', city = ''] of areas) {
      const resolution = index.resolve({ code, name, on })
      expect(resolution, name).toMatchObject({ division: { code, name } })
      const parent = code.startsWith('51') ? `${city}00` : '500000'
      expect('division' in resolution && resolution.division.parent).toBe(parent)
    }
    expect(index.inForce({ kinds: ['county'], on })).toHaveLength(221)
  })

  test('has every city of Sichuan in it', () => {
    const cities = rows('cities.csv').filter(([code = '']) => code.startsWith('51'))
    expect(cities).toHaveLength(21)
    for (const [code, name = ''] of cities) {
      expect(index.resolve({ name, kinds: ['city'] })).toMatchObject({ division: { code: `${code}00` } })
    }
  })
})
