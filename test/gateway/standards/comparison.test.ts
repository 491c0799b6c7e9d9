/** The comparison for everyone: what it says is what the standards' texts say, it is complete, and it ranks no colour across schemes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iaqi } from '../../../adapters/standards/air.ts'
import { HJ633_2012, HJ633_2026 } from '../../../contracts/standards/index.ts'
import { standardsComparison } from '../../../gateway/standards/compare/comparison.ts'
import { airEditions } from '../../../gateway/standards/compare/editions.ts'
import { differ, grounds, type Said } from '../../../gateway/standards/compare/row.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let calls: Calls
beforeAll(async () => {
  world = await openWorld({ unsigned: true })
  calls = callsOf(world)
})
afterAll(() => world.close())

const { datasets, counts, notes } = standardsComparison()
const ROWS = datasets.flatMap(({ id, rows }) => rows.map((row) => ({ id, ...row })))
const row = (dataset: string, key: string) => {
  const found = ROWS.find((one) => one.id === dataset && one.key === key)
  if (!found) throw new Error(`no row ${dataset}/${key}`)
  return found
}

describe('over HTTP', () => {
  test('anyone reads it, under its own address and not as a standard of that name', async () => {
    const answer = await calls.get('/v1/standards/comparison')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify({ counts, notes, datasets })))
    const tag = answer.headers.get('etag') ?? ''
    expect((await calls.get('/v1/standards/comparison', { 'if-none-match': tag })).status).toBe(304)
  })

  test('what stands below it is not found, unless it is named', async () => {
    expect((await calls.get('/v1/standards/comparison/nothing')).status).toBe(404)
  })
})

describe('the rows', () => {
  test('go dataset by dataset: water, air, warnings, credit, risk', () => {
    expect(datasets.map(({ id }) => id)).toEqual(['water', 'air', 'warning', 'credit', 'risk'])
    for (const { rows } of datasets) expect(rows.length).toBeGreaterThan(4)
  })

  test('stand once in their dataset, in both languages, with sources wherever anything is said', () => {
    for (const { rows } of datasets) expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    for (const { id, key, aspect, sc, cq, effect, sources, confidence } of ROWS) {
      for (const text of [aspect, sc, cq, effect]) {
        if (text === null) continue
        expect(text.zh, `${id}/${key}`).toMatch(/\p{Script=Han}|\d/u)
        expect(text.en, `${id}/${key}`).not.toMatch(/undefined|null|\[object/)
      }
      expect(sources.length === 0, `${id}/${key}`).toBe(sc === null && cq === null)
      expect(confidence === null, `${id}/${key}`).toBe(sources.length === 0)
    }
  })

  test('tell a difference only where both sides are established', () => {
    for (const { id, key, sc, cq, differs } of ROWS)
      if (sc === null || cq === null) expect(differs, `${id}/${key}`).toBeNull()
  })

  test('are counted: alike, different, not established', () => {
    const count = (told: boolean | null) => ROWS.filter(({ differs }) => differs === told).length
    expect(counts).toEqual({ aspects: ROWS.length, same: count(false), differ: count(true), unknown: count(null) })
    expect(counts.same + counts.differ + counts.unknown).toBe(counts.aspects)
    for (const { rows, counts: own } of datasets) expect(own.aspects).toBe(rows.length)
  })
})

describe('what it says', () => {
  test('water: one national standard, and 市控 of two levels', () => {
    expect(row('water', 'class-standard')).toMatchObject({
      differs: false,
      sc: { zh: expect.stringContaining('GB 3838-2002') },
    })
    expect(row('water', 'level-words')).toMatchObject({
      differs: true,
      confidence: 'V2',
      sc: { zh: expect.stringContaining('市（州）级') },
      cq: { zh: expect.stringContaining('与省级相当') },
    })
  })

  test('warnings: definition, pollutants and conditions differ; Chongqing’s red is not established', () => {
    expect(row('warning', 'definition')).toMatchObject({
      differs: true,
      sc: { zh: expect.stringContaining('150') },
      cq: { zh: expect.stringContaining('215') },
    })
    expect(row('warning', 'covers').differs).toBe(true)
    for (const key of ['level-yellow', 'level-orange']) expect(row('warning', key).differs).toBe(true)
    expect(row('warning', 'level-red')).toMatchObject({
      cq: null,
      differs: null,
      sc: { zh: expect.stringContaining('300') },
    })
    expect(ROWS.some(({ key }) => key === 'level-blue')).toBe(false)
  })

  test('warnings: no colour is ranked against another scheme’s', () => {
    expect(notes.some(({ zh }) => zh.includes('不同方案的颜色不作比较'))).toBe(true)
    for (const { effect } of ROWS.filter(({ id, key }) => id === 'warning' && key.startsWith('level-')))
      expect(effect?.zh).toContain('不跨方案比较')
    expect(JSON.stringify(datasets)).not.toMatch(
      /更严|更宽|stricter|more lenient|higher than Chongqing|higher than Sichuan/,
    )
  })

  test('credit: all 19 aspects of the schemes, indicators and uses among them, and recognition', () => {
    const credit = datasets.find(({ id }) => id === 'credit')?.rows ?? []
    expect(credit).toHaveLength(20)
    expect(credit.map(({ key }) => key)).toEqual(expect.arrayContaining(['indicators', 'uses', 'veto', 'recognition']))
    expect(row('credit', 'uses')).toMatchObject({ sc: null, cq: null, differs: null, confidence: null, sources: [] })
    expect(row('credit', 'base').effect?.zh).toContain('不可比')
    expect(row('credit', 'veto').sources).toHaveLength(1)
  })

  test('risk: nothing differs, and an event across the boundary is at least major', () => {
    const risk = datasets.find(({ id }) => id === 'risk')
    expect(risk?.counts).toMatchObject({ differ: 0, unknown: 0 })
    expect(row('risk', 'event-boundary').sc?.zh).toContain('重大')
    expect(row('risk', 'event-boundary').cq).toEqual(row('risk', 'event-boundary').sc)
  })
})

describe('the editions of the air index', () => {
  const { rows, effect } = airEditions()
  const edition = (key: string) => rows.find((one) => one.key === key)

  test('moved two break points, from 75 to 60 and from 150 to 120 at an index of 100 (HJ 633-2026, table 1)', () => {
    expect(edition('points-pm25-24h')).toMatchObject({ earlier: { zh: 'IAQI 100：75' }, later: { zh: 'IAQI 100：60' } })
    expect(edition('points-pm10-24h')).toMatchObject({
      earlier: { zh: 'IAQI 100：150' },
      later: { zh: 'IAQI 100：120' },
    })
    expect(rows.filter(({ key }) => key.startsWith('points-'))).toHaveLength(2)
  })

  test('changed what lies beyond the columns of SO2 and ozone', () => {
    expect(edition('above-so2-1h')).toMatchObject({ later: { zh: '指数为200' }, earlier: { zh: '改用24小时平均' } })
    expect(edition('above-o3-8h')).toMatchObject({ later: { zh: '指数为300' }, earlier: { zh: '改用1小时平均' } })
  })

  test('kept primary pollutants and rounding up, told last', () => {
    expect(rows.filter(({ differs }) => !differs).map(({ key }) => key)).toEqual(['primary', 'index-rounding'])
    expect(rows.findLastIndex(({ differs }) => differs)).toBe(rows.length - 3)
  })

  test('leave warnings as they were, which the index of each concentration bears out', () => {
    expect(effect.zh).toContain('预警结论相同')
    for (const [pollutant, line] of [
      ['pm25', 115],
      ['pm10', 250],
    ] as const) {
      for (const step of [0, 1, 20, 35, 36, 60, 100, 200]) {
        const value = String(line + step)
        const [before, after] = [HJ633_2012, HJ633_2026].map((one) => iaqi(pollutant, '24h', value, one))
        expect(after, `${pollutant} ${value}`).toBe(before)
      }
    }
    expect(iaqi('pm25', '24h', '61', HJ633_2026)).toBe(101)
    expect(iaqi('pm25', '24h', '61', HJ633_2012)).toBe(83)
  })

  test('would say so if a point that warnings look at had moved', () => {
    const moved = {
      ...HJ633_2026,
      columns: HJ633_2026.columns.map((column) =>
        column.pollutant === 'pm25' ? { ...column, breakpoints: column.breakpoints.with(3, '110') } : column,
      ),
    }
    expect(airEditions(HJ633_2012, moved).effect.zh).toContain('预警结论可能不同')
  })
})

describe('two sayings', () => {
  const said = (more: object = {}): Said => ({ text: { zh: '甲', en: 'a' }, confidence: 'V1', source: 'one', ...more })

  test('differ by their values and not by their words', () => {
    expect(differ(said({ value: 1 }), said({ value: 1, text: { zh: '乙', en: 'b' } }))).toBe(false)
    expect(differ(said({ value: 1 }), said({ value: 2 }))).toBe(true)
    expect(differ(said({ value: null }), said({ value: null }))).toBe(false)
  })

  test('cannot be told apart without values, or when one is not there', () => {
    expect(differ(said(), said({ value: 1 }))).toBeNull()
    expect(differ(said({ value: 1 }), null)).toBeNull()
  })

  test('are as sure as the less sure one, each source named once', () => {
    expect(grounds([said(), said({ confidence: 'M-mid' })])).toEqual({
      confidence: 'M-mid',
      sources: [{ zh: 'one', en: 'one' }],
    })
    const source = { zh: '报道', en: 'press' }
    expect(grounds([said({ source }), said({ source: { ...source } })]).sources).toEqual([source])
    expect(grounds([null, null])).toEqual({ confidence: null, sources: [] })
  })
})
