/** A week worked by hand from GB 3838-2002 table 1 and 环办〔2011〕22号; figures are written as a station writes them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import type { BulletinRiver, BulletinSection, WaterBulletin } from '../../../gateway/release/bulletin-types.ts'
import { readBulletin } from '../frozen.ts'
import { callsOf } from '../http/calls.ts'
import { MONDAY, openWorld, smallRegistry, type World } from '../world.ts'

const COLUMNS = {
  pH: 'pH(无量纲)',
  do: '溶解氧(mg/L)',
  codMn: '高锰酸盐指数(mg/L)',
  cod: '化学需氧量(mg/L)',
  bod5: '五日生化需氧量(mg/L)',
  nh3n: '氨氮(mg/L)',
  tp: '总磷(mg/L)',
  tn: '总氮(mg/L)',
  fc: '粪大肠菌群(个/L)',
} as const
type Figures = Partial<Record<keyof typeof COLUMNS, string>> & { readonly station?: string }

/** Class Ⅰ throughout; what a case is about is put in its place. */
const CLEAN: Figures = { pH: '7.8', do: '8.0', codMn: '1.9', nh3n: '0.10', tp: '0.02' }
const SILENT: Figures = { pH: '--', do: '--', codMn: '--', nh3n: '*', tp: '' }

type Row = readonly [section: string, time: string, figures: Figures]

function file(rows: readonly Row[]): string {
  const items = Object.keys(COLUMNS).filter((item): item is keyof typeof COLUMNS => item in COLUMNS)
  const lines = rows.map(([section, time, figures]) =>
    [section, time, ...items.map((item) => figures[item] ?? '--'), figures.station ?? '正常'].join(),
  )
  return `${['断面名称,监测时间', ...Object.values(COLUMNS), '站点情况'].join()}\n${lines.join('\n')}\n`
}

/** A section's successive four hours of the first days, a row for each set of figures. */
function rows(section: string, ...each: readonly Figures[]): Row[] {
  return each.map((figures, at) => {
    const day = String(2 + Math.floor(at / 5)).padStart(2, '0')
    return [section, `2026-11-${day} ${String(4 * ((at % 5) + 1)).padStart(2, '0')}:00`, { ...CLEAN, ...figures }]
  })
}

const SENT: Readonly<Record<PartyId, readonly Row[]>> = {
  cq: [
    ...rows('朱沱', { nh3n: '0.20L', do: '8.01' }, { nh3n: '0.20', do: '8.02' }),
    ...rows('江津大桥', { tp: '0.200' }, { tp: '0.200' }, { tp: '0.201' }),
    ...rows('丰收坝', { tp: '0.34', bod5: '6.0', nh3n: '1.2', cod: '22' }),
    ...rows('和尚山', { do: '1.9' }),
    ...rows('寸滩', { cod: '22', tp: '0.25' }),
    ...rows(
      '清溪场',
      { tp: '0.1', tn: '3.5', fc: '50000', do: '8.00' },
      { tp: '0.1', tn: '3.5', fc: '50000', do: '8.01' },
    ),
    ...rows('晒网坝', { do: '6.0', codMn: '4.0', nh3n: '0.5', tp: '0.1' }),
    // The week before ends with this one; the week ends with the next.
    ['晒网坝', '2026-11-02 00:00', { ...CLEAN, tp: '9' }],
    ['晒网坝', '2026-11-08 24:00', { ...CLEAN, do: '6.0', codMn: '4.0', nh3n: '0.5', tp: '0.1' }],
    ['晒网坝', '2026-11-09 04:00', { ...CLEAN, tp: '9' }],
    ...rows('白帝城', { do: '5.99' }, { do: '6.00' }),
    ...rows('玉滩水库', { tp: '0.06' }),
    ...rows('光辉', { codMn: '5.0' }),
    ...rows('码头', { ...SILENT, station: '维护' }, { ...SILENT, station: '维护' }),
    ...rows('玉溪', { ...SILENT, station: '停站' }),
    ...rows('土堡寨', { ...SILENT, station: '不具备运行条件' }),
    ...rows('水寨子', { ...SILENT }, { ...SILENT, station: '维护' }),
    // Copies of the other side's section: one alike, one not, one alone.
    ...rows('金子', { codMn: '2.0' }, { codMn: '9.0' }, { codMn: '4.0' }),
  ],
  sc: [
    ...rows('金子', { codMn: '2.0' }, { codMn: '3.0' }),
    ...rows('大安', { codMn: '8.0' }),
    ...rows('跑马滩', { codMn: '4.9' }),
  ],
}

const IDS = [
  ...['朱沱', '江津大桥', '丰收坝', '和尚山', '寸滩', '清溪场', '晒网坝', '白帝城', '巫峡口', '玉滩水库'],
  ...['光辉', '高洞电站', '码头', '玉溪', '土堡寨', '水寨子'],
].map((name) => `cq-${name}`)
const REGISTRY = smallRegistry([...IDS, 'sc-金子', 'sc-大安', 'sc-跑马滩'])

async function bulletinOf(world: World): Promise<WaterBulletin> {
  return readBulletin((await world.propose(MONDAY)).payload)
}

let world: World
let bulletin: WaterBulletin

beforeAll(async () => {
  world = await openWorld({ registry: REGISTRY })
  for (const party of ['cq', 'sc'] as const) await world.submit(party, file(SENT[party]))
  bulletin = await bulletinOf(world)
})
afterAll(() => world.close())

function section(name: string): BulletinSection {
  const found = bulletin.sections.find((one) => one.name === name)
  if (!found) throw new TypeError(`${name} is not in the bulletin`)
  return found
}

function river(id: string): BulletinRiver | undefined {
  return bulletin.rivers.find((one) => one.id === id)
}

const shown = ({ pollutants }: { pollutants: BulletinSection['pollutants'] }) =>
  pollutants.map(({ item, multiple }) => `${item} ${multiple}`)

describe('a section', () => {
  test('below the detection limit counts half: (0.10 + 0.20) ÷ 2 = 0.15, just Ⅰ', () => {
    expect(section('朱沱')).toMatchObject({ class: 1, target: 2, attains: true, rating: { zh: '优' }, pollutants: [] })
    expect(section('朱沱').means.nh3n).toBe('0.150')
    // Ⅰ is determined by nothing in particular.
    expect(section('朱沱').determining).toEqual([])
  })

  test('has its mean rounded once, half to even: 8.015 → 8.02, 8.005 → 8.00', () => {
    expect(section('朱沱').means.do).toBe('8.02')
    expect(section('清溪场').means.do).toBe('8.00')
  })

  test('is classed on the unrounded mean: 0.6010 ÷ 3 prints 0.200 and is over the Ⅲ limit of 0.2', () => {
    expect(section('江津大桥')).toMatchObject({
      class: 4,
      rating: { zh: '轻度污染' },
      determining: ['tp'],
      attains: null,
    })
    expect(section('江津大桥').means.tp).toBe('0.200')
    // (0.200333 − 0.2) ÷ 0.2 = 0.0017
    expect(shown(section('江津大桥'))).toEqual(['tp 0.0'])
  })

  test('is classed on the unrounded mean from below as well: oxygen of 5.995 prints 6.00 and misses Ⅱ', () => {
    expect(section('白帝城')).toMatchObject({ class: 3, rating: { zh: '良好' }, determining: ['do'], pollutants: [] })
    expect(section('白帝城').means.do).toBe('6.00')
  })

  test('names the first three pollutants, the worst class first: 总磷 Ⅴ 0.7, then Ⅳ by multiple 0.5 and 0.2; 化学需氧量 0.1 is dropped', () => {
    expect(section('丰收坝')).toMatchObject({ class: 5, rating: { zh: '中度污染' }, determining: ['tp'] })
    expect(shown(section('丰收坝'))).toEqual(['tp 0.7', 'bod5 0.5', 'nh3n 0.2'])
  })

  test('orders equal classes by multiple and rounds 0.25 to 0.2', () => {
    expect(section('寸滩').class).toBe(4)
    expect(shown(section('寸滩'))).toEqual(['tp 0.2', 'cod 0.1'])
  })

  test('short of oxygen is 劣Ⅴ, without a multiple', () => {
    expect(section('和尚山')).toMatchObject({ class: 6, rating: { zh: '重度污染' } })
    expect(shown(section('和尚山'))).toEqual(['do null'])
  })

  test('is not classed by total nitrogen or coliforms', () => {
    expect(section('清溪场')).toMatchObject({ class: 2, pollutants: [] })
    expect(section('清溪场').items).toEqual(expect.not.arrayContaining(['tn', 'fc']))
    expect(section('清溪场').means.tn).toBe('3.50')
    expect(section('清溪场').means.fc).toBe('50000')
  })

  test('that just meets every Ⅱ limit is Ⅱ; the week takes its own end and not its start', () => {
    expect(section('晒网坝')).toMatchObject({ class: 2, records: { held: 2, expected: 42 } })
    expect([...section('晒网坝').determining].sort()).toEqual(['codMn', 'do', 'nh3n', 'tp'])
  })

  test('that is a reservoir has the limits of lakes: 总磷 of 0.06 is Ⅳ there, by 0.2 times', () => {
    expect(section('玉滩水库')).toMatchObject({ class: 4, waterBody: 'lake' })
    expect(shown(section('玉滩水库'))).toEqual(['tp 0.2'])
    expect(section('玉滩水库').items).not.toContain('tn')
  })

  test('that misses its target says so', () => {
    expect(section('大安')).toMatchObject({ class: 4, target: 3, attains: false })
    expect(section('光辉')).toMatchObject({ class: 3, target: 3, attains: true })
    expect(section('跑马滩')).toMatchObject({ class: 3, target: null, attains: null })
  })

  test("with copies takes its keeper's figures first, the other side's only where they are alone", () => {
    // (2.0 + 3.0 + 4.0) ÷ 3, not 5.0 as with the other side's second.
    expect(section('金子').means.codMn).toBe('3.00')
    expect(section('金子')).toMatchObject({
      class: 2,
      attains: true,
      records: { held: 3, bySide: { cq: 3, sc: 2 }, corroborated: 1, conflicting: 1 },
    })
  })
})

describe('a river', () => {
  test('of five sections or more is rated by shares: 4 of 8 good, 1 of 8 劣Ⅴ', () => {
    const found = river('长江')
    expect(found).toMatchObject({
      method: 'shares',
      class: null,
      rating: { zh: '轻度污染' },
      counts: { 1: 1, 2: 2, 3: 1, 4: 2, 5: 1, 6: 1 },
    })
    // In flow order, those without a record not among them.
    expect(found?.sections).toEqual(
      ['朱沱', '江津大桥', '丰收坝', '和尚山', '寸滩', '清溪场', '晒网坝', '白帝城'].map((name) => `cq-${name}`),
    )
    // 总磷 in 3 of 8, 化学需氧量 in 2 of 8, then of those in one the first of table 1.
    expect(found?.pollutants.map((one) => [one.item, 'rate' in one ? one.rate : null])).toEqual([
      ['tp', '37.5'],
      ['cod', '25.0'],
      ['do', '12.5'],
    ])
  })

  test('of fewer is rated by the mean of its sections: (5.0 + 8.0 + 4.9) ÷ 3 = 5.97, Ⅲ', () => {
    expect(river('琼江')).toMatchObject({
      method: 'mean',
      class: 3,
      rating: { zh: '良好' },
      pollutants: [],
      counts: { 3: 2, 4: 1 },
    })
  })

  test('is not rated by its reservoirs, nor without a section that has a class', () => {
    expect(river('濑溪河')).toBeUndefined()
    expect(river('渠江')).toBeUndefined()
  })
})

describe('the week as a whole', () => {
  test('counts what there is and says what is missing, and why', () => {
    const gaps = bulletin.coverage.gaps.map(({ section: id, reason }) => [id, reason])
    expect(Object.fromEntries(gaps)).toEqual({
      'cq-高洞电站': 'no-record',
      'cq-码头': 'station-maintenance',
      'cq-玉溪': 'station-stopped',
      'cq-土堡寨': 'station-not-ready',
      'cq-水寨子': 'no-figure',
    })
    for (const { section: id } of bulletin.coverage.gaps) {
      const found = bulletin.sections.find((one) => one.id === id)
      expect(found).toMatchObject({ class: null, attains: null, means: {}, rating: null, pollutants: [] })
    }
    // 18 sections of 42 four-hour records; 2+3+1+1+1+2+2+2+1+1+2+1+1+2 of Chongqing, 3+1+1 with Sichuan's.
    expect(bulletin.coverage).toMatchObject({ expected: 756, held: 27, share: '3.6' })
  })

  test('sums up by class, target and border', () => {
    expect(bulletin.summary).toEqual({
      sections: 18,
      classed: 13,
      counts: { 1: 1, 2: 3, 3: 3, 4: 4, 5: 1, 6: 1 },
      // 7 of 13
      goodShare: '53.8',
      targeted: 4,
      attaining: 3,
      transboundary: { registered: 8, classed: 3, targeted: 3, attaining: 3 },
    })
  })

  test('puts the border sections first and each beside its neighbours', () => {
    const border = bulletin.sections.filter((one) => one.transboundary)
    expect(bulletin.sections.slice(0, border.length)).toEqual(border)
    expect(section('朱沱')).toMatchObject({ upstream: null, downstream: 'cq-江津大桥', border: 'sc-cq' })
    expect(section('江津大桥')).toMatchObject({ upstream: 'cq-朱沱', downstream: 'cq-丰收坝', border: null })
  })

  test('is labelled automatic, not for assessment, and names its standards and producers', () => {
    expect(bulletin.label).toEqual({ zh: '自动监测，不用于考核', en: 'Automatic items, not for assessment' })
    expect(bulletin.standards).toEqual(['GB 3838-2002', '环办〔2011〕22号', 'GB/T 8170-2008'])
    expect(bulletin.originators).toEqual(['cnemc'])
    expect(bulletin.review).toBe('raw')
    expect(bulletin.derivedFrom.count).toBe(29)
  })
})

/** What of a bulletin must not depend on how the records came. */
const substance = ({ sections, rivers, summary, coverage, originators, review }: WaterBulletin) => ({
  sections,
  rivers,
  summary,
  coverage,
  originators,
  review,
})

async function bulletinAfter(sending: readonly (readonly [PartyId, readonly Row[]])[]): Promise<WaterBulletin> {
  const other = await openWorld({ registry: REGISTRY })
  for (const [party, some] of sending) await other.submit(party, file(some))
  const made = await bulletinOf(other)
  await other.close()
  return made
}

describe('the same records', () => {
  test('make the same bulletin in whatever order and portions they came', async () => {
    const back = (list: readonly Row[]) => [...list].reverse()
    const made = await bulletinAfter([
      ['sc', back(SENT.sc)],
      ['cq', back(SENT.cq).slice(0, 11)],
      ['cq', back(SENT.cq).slice(11)],
    ])
    expect(substance(made)).toEqual(substance(bulletin))
  })

  test('of one time, by hand and by station, make the same bulletin whichever came first', async () => {
    const station: Row = ['朱沱', '2026-11-02 24:00', { ...CLEAN, codMn: '3.0' }]
    const byHand: Row = ['朱沱', '2026-11-02', { ...CLEAN, codMn: '9.0' }]
    const [one, other] = [
      await bulletinAfter([
        ['cq', [station]],
        ['cq', [byHand]],
      ]),
      await bulletinAfter([
        ['cq', [byHand]],
        ['cq', [station]],
      ]),
    ]
    expect(substance(other)).toEqual(substance(one))
    // The bulletin is of automatic stations.
    expect(one.sections.find(({ name }) => name === '朱沱')?.means.codMn).toBe('3.00')
    expect(one.derivedFrom.count).toBe(1)
  })

  test('of one time from two producers make the same bulletin whichever came first: the national one counts', async () => {
    const from = (originator: string, codMn: string) =>
      `断面名称,监测时间,高锰酸盐指数(mg/L),数据来源\n朱沱,2026-11-02 04:00,${codMn},${originator}\n`
    const [national, own] = [from('中国环境监测总站', '3.0'), from('重庆市生态环境监测中心', '9.0')]
    for (const order of [
      [national, own],
      [own, national],
    ]) {
      const other = await openWorld({ registry: REGISTRY })
      for (const text of order) await other.submit('cq', text)
      const made = await bulletinOf(other)
      const found = made.sections.find(({ name }) => name === '朱沱')
      expect(found).toMatchObject({ means: { codMn: '3.00' }, records: { held: 1, bySide: { cq: 2, sc: 0 } } })
      await other.close()
    }
  })
})

test('the CSV and GeoJSON say what the bulletin says, and a cell that a spreadsheet would run is harmless', async () => {
  const registry = {
    ...REGISTRY,
    sections: REGISTRY.sections.map((one) => (one.id === 'cq-朱沱' ? { ...one, name: '=朱沱' } : one)),
  }
  const other = await openWorld({ registry })
  await other.submit('cq', file(rows('=朱沱', {})))
  const calls = callsOf(other)
  const id = (await other.publish(MONDAY)).id.slice('release/'.length)
  const bytes = Buffer.from(await (await calls.get(`/v1/releases/${id}.csv`)).arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const csv = bytes.toString('utf8')
  expect(csv).toContain(",'=朱沱,")
  expect(csv).not.toContain(',=朱沱')
  const geo = JSON.parse(await (await calls.get(`/v1/releases/${id}.geojson`)).text())
  expect(geo.features).toHaveLength(8)
  // No coordinates known, no geometry; those known as longitude and latitude.
  const geometry = Object.fromEntries(
    geo.features.map((one: { id: string; geometry: unknown }) => [one.id, one.geometry]),
  )
  expect(geometry['cq-朱沱']).toEqual({ type: 'Point', coordinates: [105.848972, 29.015639] })
  expect(geometry['sc-金子']).toBeNull()
  await other.close()
})
