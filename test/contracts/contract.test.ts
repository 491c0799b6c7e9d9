/** The contract `water-section-quality` v1.0.0: its examples, the items of GB 3838-2002 table 1, its terms, its own text. */
import { describe, expect, test } from 'vitest'
import { CANONICAL_UNITS } from '../../adapters/standards/items.ts'
import { assess } from '../../adapters/standards/water.ts'
import { canonical } from '../../contracts/jcs.ts'
import { SECTIONS_2026_11, sectionIndex } from '../../contracts/registry/index.ts'
import { GB3838_2002, HB2011_22, STANDARDS } from '../../contracts/standards/index.ts'
import { readWaterRecord } from '../../contracts/water-section-quality/read.ts'
import { WATER_ITEMS, type WaterItem } from '../../contracts/water-section-quality/record.ts'
import json from '../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }
import { describeContract, exampleNames, exampleOf, type Faults } from './examples.ts'

const { schema, terms } = json
const example = (name: string) => exampleOf('water-section-quality', 'valid', name)

describe('valid examples', () => {
  test('show every kind of record', () => {
    expect(exampleNames('water-section-quality', 'valid')).toEqual(
      expect.arrayContaining([
        'automatic-river',
        'automatic-lake',
        'manual-24-items',
        'below-detection-limit',
        'less-than',
        'not-detected',
        'missing',
        'transboundary-copy',
        'border-null',
      ]),
    )
  })

  test.each(exampleNames('water-section-quality', 'valid'))(
    '%s is true: its class is what the standard says, its section what the register says',
    (name) => {
      const value = example(name)
      const record = readWaterRecord(Buffer.from(JSON.stringify(value)))
      const { computed, determining, items } = record.class
      expect(assess(record.results, record.section.waterBody, GB3838_2002)).toEqual({ computed, determining, items })
      const index = sectionIndex(SECTIONS_2026_11)
      const section = index.byId(record.section.id)
      if (!section) throw new Error(`${record.section.id} is not in the register`)
      const { mn, level, waterBody, target } = section
      const border = section.transboundary?.direction ?? null
      expect(record.section).toEqual({
        border,
        id: section.id,
        level,
        mn,
        name: section.name,
        river: index.riverName(section),
        waterBody,
      })
      expect(record.target).toBe(target)
    },
  )

  test('a manual sample has all 24 basic items', () => {
    const { results } = readWaterRecord(Buffer.from(JSON.stringify(example('manual-24-items'))))
    expect(Object.keys(results).sort()).toEqual(GB3838_2002.items.map(({ key }) => key).sort())
  })
})

/** What each invalid example does wrong: where, and which rule of the schema says so. */
const FAULTS: Faults = {
  'border-in-words': ['/section/border', 'enum'],
  'class-glyph': ['/class/reported', 'enum'],
  'class-missing': ['', 'required'],
  'class-of-zero': ['/class/computed', 'enum'],
  'concentration-negative': ['/results/nh3n/value', 'minimum'],
  'determining-item-twice': ['/class/determining', 'uniqueItems'],
  'determining-item-unknown': ['/class/determining/0', 'enum'],
  'digits-as-number': ['/results/tp/reported', 'type'],
  'figure-without-digits': ['/results/tp/reported', 'type'],
  'figure-without-value': ['/results/tp/value', 'type'],
  'instant-in-utc': ['/interval/end', 'pattern'],
  'instant-without-zone': ['/interval/end', 'pattern'],
  'interval-without-start': ['/interval', 'required'],
  'level-in-words': ['/section/level', 'enum'],
  'missing-read-as-zero': ['/results/codMn/value', 'type'],
  'monitoring-unknown': ['/monitoring', 'enum'],
  'no-results': ['/results', 'minProperties'],
  'not-detected-read-as-zero': ['/results/cn/value', 'type'],
  'note-field-no-pointer': ['/notes/0/field', 'pattern'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'originator-unknown': ['/originator', 'enum'],
  'oxygen-above-physical': ['/results/do/value', 'maximum'],
  'ph-above-14': ['/results/pH/value', 'maximum'],
  'publication-unknown': ['/publication', 'enum'],
  'qualifier-unknown': ['/results/tp/qualifier', 'enum'],
  'result-with-unknown-member': ['/results/tp', 'additionalProperties'],
  'review-unknown': ['/review', 'enum'],
  'section-id-of-nobody': ['/section/id', 'pattern'],
  'section-without-name': ['/section', 'required'],
  'standard-unknown': ['/class/standard', 'enum'],
  'station-in-words': ['/station', 'enum'],
  'target-seven': ['/target', 'enum'],
  'temperature-below-physical': ['/results/waterTemp/value', 'minimum'],
  'unit-of-another-item': ['/results/tp/unit', 'const'],
  'unknown-item': ['/results', 'additionalProperties'],
  'unknown-member': ['', 'additionalProperties'],
  'value-is-text': ['/results/tp/value', 'type'],
  'water-body-unknown': ['/section/waterBody', 'enum'],
}

describeContract(json, FAULTS)

/** GB 3838-2002, table 1: the number, the key and the name of each basic item, and its unit where it is not mg/L. */
const BASIC: readonly (readonly [number, WaterItem, string, string?])[] = [
  [1, 'waterTemp', '水温', '℃'],
  [2, 'pH', 'pH', '无量纲'],
  [3, 'do', '溶解氧'],
  [4, 'codMn', '高锰酸盐指数'],
  [5, 'cod', '化学需氧量'],
  [6, 'bod5', '五日生化需氧量'],
  [7, 'nh3n', '氨氮'],
  [8, 'tp', '总磷'],
  [9, 'tn', '总氮'],
  [10, 'cu', '铜'],
  [11, 'zn', '锌'],
  [12, 'fluoride', '氟化物'],
  [13, 'se', '硒'],
  [14, 'as', '砷'],
  [15, 'hg', '汞'],
  [16, 'cd', '镉'],
  [17, 'cr6', '铬(六价)'],
  [18, 'pb', '铅'],
  [19, 'cn', '氰化物'],
  [20, 'phenol', '挥发酚'],
  [21, 'oil', '石油类'],
  [22, 'las', '阴离子表面活性剂'],
  [23, 'sulfide', '硫化物'],
  [24, 'fc', '粪大肠菌群', '个/L'],
]
/** What automatic stations measure beside them, and the water itself. */
const EXTRA: readonly (readonly [WaterItem, string, string])[] = [
  ['conductivity', '电导率', 'μS/cm'],
  ['turbidity', '浊度', 'NTU'],
  ['chla', '叶绿素a', 'mg/L'],
  ['algae', '藻密度', 'cells/L'],
  ['flow', '流量', 'm³/s'],
  ['level', '水位', 'm'],
]

describe('items', () => {
  const { properties } = schema.properties.results

  test.each(BASIC.map(([no, key, zh, unit = 'mg/L']) => ({ no, key, zh, unit })))(
    'no. $no of table 1, $zh, is there by name, unit, method and clause',
    ({ no, key, zh, unit }) => {
      const item = properties[key]
      expect(item['x-title'].zh).toBe(zh)
      expect(item['x-source']).toContain(`GB 3838-2002 table 1 no. ${no},`)
      expect([item['x-unit'], item.properties.unit.const, CANONICAL_UNITS[key]]).toEqual([unit, unit, unit])
    },
  )

  test.each(EXTRA)('%s is there beside them', (key, zh, unit) => {
    const item = properties[key]
    expect(item['x-title'].zh).toBe(zh)
    expect([item['x-unit'], item.properties.unit.const, CANONICAL_UNITS[key]]).toEqual([unit, unit, unit])
  })

  test('are these thirty and no other, each told in both languages with its method and source', () => {
    const all = [...BASIC.map(([, key]) => key), ...EXTRA.map(([key]) => key)]
    expect(Object.keys(properties).sort()).toEqual(all.sort())
    for (const [key, item] of Object.entries(properties)) {
      expect(item['x-title'].en, key).toMatch(/^[\x20-\x7e⁻]+$/)
      expect(item.title, key).toBe(`${item['x-title'].zh} · ${item['x-title'].en}`.replace(/^pH · pH$/, item.title))
      for (const told of [item['x-method'], item['x-source']]) expect(told.trim(), key).not.toBe('')
    }
  })

  test('have the keys of WATER_ITEMS in the order of their canonical text', () => {
    expect(Object.keys(properties)).toEqual([...WATER_ITEMS])
    expect(Object.keys(JSON.parse(canonical(properties)))).toEqual([...WATER_ITEMS])
    expect(schema.$defs.items.items.enum).toEqual([...WATER_ITEMS])
  })

  test('allow what is physical: no negative concentration, a level and a flow of either sign', () => {
    for (const [key, item] of Object.entries(properties)) {
      const { minimum, maximum } = item.properties.value
      if (key === 'level' || key === 'flow' || key === 'waterTemp') expect(minimum, key).toBeLessThan(0)
      else expect(minimum, key).toBe(0)
      expect(maximum, key).toBeGreaterThan(0)
    }
    expect(properties.pH.properties.value.maximum).toBe(14)
  })
})

describe('terms', () => {
  test('say the territory by the divisions of both sides and the register', () => {
    expect(terms.territory).toMatchObject({ divisions: ['50', '51'], register: SECTIONS_2026_11.id })
  })

  test('say the cadence and the deadline as durations', () => {
    const duration = /^P(?:\d+[YMD]|T\d+H)$/
    const { automatic, manual, deadline } = terms.cadence
    for (const text of [automatic.every, automatic.averaging, manual.every, manual.averaging, deadline])
      expect(text).toMatch(duration)
    expect(automatic.every).toBe('PT4H')
    expect([terms.retention.records, terms.retention.evidence]).toEqual([
      expect.stringMatching(duration),
      expect.stringMatching(duration),
    ])
  })

  test('say what happens to a bad row, in both languages', () => {
    expect(terms.allOrNothing).toBe(false)
    const actions = Object.fromEntries(terms.quality.map(({ rule, action }) => [rule, action]))
    expect(actions).toMatchObject({
      'time-in-future': 'reject',
      'row-of-other-side': 'reject',
      'section-unknown': 'reject',
      'value-out-of-range': 'reject',
      'class-differs': 'note',
      'exact-duplicate': 'count',
    })
    for (const { zh, en } of terms.quality) expect([zh, en].every((text) => text.length > 4)).toBe(true)
  })

  test('name standards the gateway has, and the one for rounding', () => {
    const known = STANDARDS.map(({ id }) => id)
    for (const { id } of terms.standards) expect(known).toContain(id)
    expect(terms.standards.map(({ id }) => id)).toEqual(expect.arrayContaining([GB3838_2002.id, HB2011_22.id]))
    expect(HB2011_22.id).toBe('环办〔2011〕22号')
    expect(schema.properties.class.properties.standard.enum).toEqual([GB3838_2002.id])
  })

  test('round every item for every product', () => {
    expect(terms.rounding.map(({ product }) => product)).toEqual(terms.products.map(({ id }) => id))
    for (const { method, decimals } of terms.rounding) {
      expect(method).toBe('GB/T 8170-2008')
      expect(Object.keys(decimals)).toEqual([...WATER_ITEMS])
      for (const [item, places] of Object.entries(decimals))
        expect(Number.isInteger(places) && places >= 0, item).toBe(true)
    }
  })

  test('round finely enough to tell the classes apart', () => {
    const decimals: Readonly<Record<string, number>> = terms.rounding[0]?.decimals ?? {}
    for (const { key, limits } of GB3838_2002.items) {
      for (const limit of [...(limits.river ?? []), ...(limits.lake ?? [])]) {
        // Trailing zeros are how the standard prints a limit, not how finely it divides.
        const places =
          String(Number(limit)).startsWith('1e-') || String(Number(limit)).includes('e-')
            ? Number(/e-(\d+)/.exec(String(Number(limit)))?.[1])
            : (String(Number(limit)).split('.')[1]?.length ?? 0)
        expect(decimals[key], `${key} ${limit}`).toBeGreaterThanOrEqual(places)
      }
    }
  })
})
