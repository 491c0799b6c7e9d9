/** What the public sees of consultations that came to nothing: each side's own where both sides' terms say so, else nothing; and never what was said at the table. */
import { raw } from 'hono/html'
import { afterEach, describe, expect, test } from 'vitest'
import { CONSULTATION_2026_11, type ProductId } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { apartPage } from '../../../gateway/portal/apart/page.ts'
import type { ApartView } from '../../../gateway/portal/apart/view.ts'
import { jsonOf } from '../intake/files.ts'
import { value } from '../release/air/fixture.ts'
import { AFTERNOON, type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../release/air/forecasts.ts'
import { openDesk, ID as WEEK_ID, REQUEST as WEEK_REQUEST } from '../release/desk.ts'
import { csv, type World } from '../world.ts'
import { cell } from './air-fixture.ts'
import { bulletin } from './fixture.ts'
import { apartView } from './public-fixture.ts'
import { read } from './read.ts'

const DAILY = { product: 'daily-air-forecast', period: TWO_DAYS }
const ID = 'daily-air-2026-11-15'
const LATE = '2026-11-15T20:00:00+08:00'

/** The terms as they are, but that the values of a product may be public without agreement. */
async function allow(world: World, product: ProductId): Promise<void> {
  await world.signRegister({
    ...CONSULTATION_2026_11,
    edition: '2026-12',
    products: CONSULTATION_2026_11.products.map((one) =>
      one.id === product ? { ...one, withoutAgreement: 'public' } : one,
    ),
  })
}

const clock = { time: AFTERNOON }
const at = (instant: string): void => {
  clock.time = Date.parse(instant)
}
let air: AirWorld
afterEach(() => air.close())

async function open(): Promise<void> {
  at('2026-11-15T14:40:00+08:00')
  air = await openAir({
    now: () => {
      clock.time += 1000
      return clock.time
    },
  })
}

/** Put on the table with a value of their own, a union, a statement and a comment. */
async function tabled(): Promise<void> {
  await sendForecasts(air)
  await jsonOf(await air.desk.propose(DAILY), 201)
  const edit = (named: string, take: string, told: unknown, reason: string | null = null) => ({
    base: 0,
    cell: named,
    reason,
    take,
    value: told,
  })
  const edits = [
    edit('511600/2026-11-16', 'union', value([62, 131], [2, 3], ['pm10', 'pm25'])),
    edit('510500/2026-11-16', 'own', value([111, 141], [3, 3], ['pm25']), '静稳天气，会商上调'),
    edit('statement', 'own', '川南至渝西有污染过程。', '综述'),
  ]
  await jsonOf(await air.desk.step('sc', 'operator', ID, { type: 'revise', edits }), 201)
  const comment = { type: 'comment', cell: '510500/2026-11-16', revision: 1, text: '我方认为偏高' }
  await jsonOf(await air.desk.step('cq', 'reviewer', ID, comment), 201)
}

const get = (path: string) => air.calls.get(path)
const textOf = async (path: string): Promise<string> => (await get(path)).text()
const pageOf = async (path: string) => {
  const answer = await get(path)
  expect({ path, status: answer.status }).toEqual({ path, status: 200 })
  return read(raw(await answer.text()))
}

/** What was said at the table or would have been released, and what is the other side's word on what is not its own. */
const UNSAID = [
  ...['111–141', '62–131', '静稳天气', '污染过程', '偏高', '我方认为'],
  ...['101–131', '65–95', '151–181', '西南区域'],
  ...['operator', 'reviewer', 'steps', 'digest'],
]
/** Sichuan's own areas, then Chongqing's. */
const OWN = { sc: ['83–113', '95–125', '62–92'], cq: ['61–91', '75–105', '81–111'] } as const

/** Everything the ledger shows to anybody. */
async function ledgerBytes(): Promise<string> {
  const { size } = air.world.gateway.log.head()
  const paths = [`entries/000.p/${size}`, `0/000.p/${size}`].map((path) => `/v1/ledger/tile/${path}`)
  const found = await Promise.all(
    [...paths, '/v1/ledger/checkpoint'].map(async (path) => {
      const answer = await get(path)
      expect({ path, status: answer.status }).toEqual({ path, status: 200 })
      return Buffer.from(await answer.arrayBuffer()).toString('utf8')
    }),
  )
  return found.join('\n')
}

describe('terms that keep each side’s values between partners', () => {
  test('show nobody anything of a consultation that came to nothing', async () => {
    await open()
    await tabled()
    at(LATE)
    expect((await air.desk.show(ID)).status).toBe('no-agreement')
    expect((await get(`/releases/${ID}`)).status).toBe(404)
    for (const path of ['/', '/releases', '/releases.atom', '/v1/releases', '/v1/feed', '/cities/510500']) {
      const text = await textOf(path)
      for (const word of [ID, '没有联合发布', ...UNSAID.slice(0, 10), ...OWN.sc, ...OWN.cq])
        expect(text).not.toContain(word)
    }
  })
})

describe('terms that let anybody see each side’s own values', () => {
  test('show both side by side, with the deadline and the terms, and no joint value', async () => {
    await open()
    await allow(air.world, 'daily-air-forecast')
    await tabled()
    at(LATE)
    const page = await pageOf(`/releases/${ID}`)
    expect(page.within('class', 'answer')).toContain('没有联合发布')
    expect(page.within('class', 'facts')).toContain('2026年11月15日 15:30')
    expect(page.within('class', 'facts')).toContain('2026-12 版')
    for (const party of PARTIES) {
      const side = page.within('aria-labelledby', `own-${party}`)
      for (const range of OWN[party]) expect(side).toContain(range)
      for (const range of OWN[party === 'sc' ? 'cq' : 'sc']) expect(side).not.toContain(range)
    }
    for (const word of UNSAID) expect(page.text).not.toContain(word)
    const english = await pageOf(`/releases/${ID}?lang=en`)
    expect(english.within('class', 'answer')).toContain('no joint release')
  })

  test('name the period in the lists, and make no release of it', async () => {
    await open()
    await allow(air.world, 'daily-air-forecast')
    await tabled()
    at(LATE)
    for (const path of ['/', '/releases']) {
      const page = await pageOf(path)
      expect(page.within('aria-labelledby', 'apart')).toContain('没有联合发布')
      expect(page.tags.map(({ attributes }) => attributes.href)).toContain(`/releases/${ID}`)
      for (const word of UNSAID) expect(page.text).not.toContain(word)
    }
    expect(await jsonOf(await get('/v1/releases'))).toEqual({ releases: [] })
    expect((await get(`/v1/releases/${ID}`)).status).toBe(404)
    expect((await get(`/v1/releases/${ID}/proof`)).status).toBe(404)
    expect((await get(`/v1/consultations/${ID}`)).status).toBe(401)
    for (const path of ['/releases.atom', '/v1/feed']) expect(await textOf(path)).not.toContain(ID)
  })

  test('leave what was agreed and not signed in time unseen, as in the ledger’s own bytes', async () => {
    await open()
    await allow(air.world, 'daily-air-forecast')
    await tabled()
    await air.desk.agreed(ID)
    await jsonOf(await air.desk.sign('sc', ID), 201)
    expect((await get(`/releases/${ID}`)).status).toBe(404)
    at(LATE)
    const page = await pageOf(`/releases/${ID}`)
    expect(page.within('class', 'facts')).toContain('2026年11月15日 16:00')
    for (const word of UNSAID) expect(page.text).not.toContain(word)
    const bytes = await ledgerBytes()
    expect(bytes).toContain('"type"')
    for (const word of [...UNSAID.slice(0, 10), '泸州', '510500', '"aqi"', ...OWN.sc, ...OWN.cq])
      expect(bytes).not.toContain(word)
  })

  test('show nothing before the deadline, of what was never on the table, or was withdrawn', async () => {
    await open()
    await allow(air.world, 'daily-air-forecast')
    await tabled()
    expect((await get(`/releases/${ID}`)).status).toBe(404)
    await jsonOf(await air.desk.step('sc', 'operator', ID, { type: 'withdraw', reason: '另行会商' }), 201)
    at(LATE)
    expect((await get(`/releases/${ID}`)).status).toBe(404)
    await air.close()
    await open()
    await allow(air.world, 'daily-air-forecast')
    await sendForecasts(air)
    await jsonOf(await air.desk.draft(DAILY), 201)
    at(LATE)
    expect((await get(`/releases/${ID}`)).status).toBe(404)
    expect(await textOf('/releases')).not.toContain('没有联合发布')
  })

  test('give way to the release where both sign in time', async () => {
    await open()
    await allow(air.world, 'daily-air-forecast')
    await tabled()
    await air.desk.agreed(ID)
    for (const party of PARTIES) await jsonOf(await air.desk.sign(party, ID), 201)
    at(LATE)
    const page = await pageOf(`/releases/${ID}`)
    expect(page.text).toContain('111–141')
    expect(page.text).not.toContain('没有联合发布')
    expect((await pageOf('/releases')).text).not.toContain('没有联合发布')
  })

  test('hold from their edition on, not for what began before', async () => {
    await open()
    await tabled()
    await allow(air.world, 'daily-air-forecast')
    at(LATE)
    expect((await get(`/releases/${ID}`)).status).toBe(404)
  })
})

test('a week of water stands apart section by section, each by its own side’s records, and not before an embargo ends', async () => {
  await open()
  const { world, calls, desk, at: put } = await openDesk()
  try {
    await allow(world, 'weekly-water-bulletin')
    const row = (section: string, codMn: string) => [section, '2026-11-03 08:00', codMn] as const
    await world.submit('cq', csv([row('朱沱', '1.8'), row('金子', '14.2')]))
    await world.submit('sc', csv([row('朱沱', '9.7')]))
    await jsonOf(await desk.propose({ ...WEEK_REQUEST, embargo: '2026-11-12T11:00:00+08:00' }), 201)
    put('2026-11-11T13:00:00+08:00')
    expect((await calls.get(`/releases/${WEEK_ID}`)).status).toBe(404)
    put('2026-11-12T11:30:00+08:00')
    const answer = await calls.get(`/releases/${WEEK_ID}`)
    expect(answer.status).toBe(200)
    const page = await read(raw(await answer.text()))
    const [cq, sc] = PARTIES.map((party) => page.within('aria-labelledby', `own-${party}`))
    // Permanganate index 1.8 is class Ⅰ, the ammonia beside it Ⅰ and the phosphorus Ⅱ; the other side's 14.2 and 9.7 would be Ⅴ and Ⅳ.
    expect(cq).toMatch(/Ⅱ 朱沱/)
    // Of its own section Sichuan has sent nothing; Chongqing’s copy is not its word.
    expect(sc).toMatch(/无结果 金子/)
    expect(cq).not.toContain('金子')
    expect(sc).not.toContain('朱沱')
    expect(page.text).not.toMatch(/Ⅳ|Ⅴ/)
  } finally {
    await world.close()
  }
})

describe('the page', () => {
  const draw = (parts: Partial<ApartView>, lang: 'zh' | 'en' = 'zh') =>
    read(apartPage(apartView(parts), { lang, path: '/releases/x' }))

  test('says of a side that has nothing of its own that it has nothing', async () => {
    await open()
    const page = await draw({
      own: { cq: { cells: [], sections: [] }, sc: { cells: [cell('成都市', '2026-11-16', [30, 60])], sections: [] } },
    })
    expect(page.within('aria-labelledby', 'own-cq')).toContain('没有自己的值')
    expect(page.within('aria-labelledby', 'own-sc')).toContain('30–60')
  })

  test('lists no ratings, and leads to where each can be looked up', async () => {
    await open()
    const page = await draw({ item: { ...apartView().item, type: 'annual-credit-list' } })
    expect(page.within('id', 'own')).toContain('可逐家查询')
    expect(page.tags.map(({ attributes }) => attributes.href)).toContain('/credit')
  })

  test('stays under 100 KB with 155 sections or 200 areas a side', async () => {
    await open()
    const [first] = bulletin().sections
    if (!first) throw new TypeError('expected a section')
    const sections = Array.from({ length: 155 }, (_, number) => ({
      ...first,
      id: `s${number}`,
      name: `某某大桥断面${number}`,
    }))
    const cells = Array.from({ length: 200 }, (_, number) => {
      const one = cell('荣昌区', '2026-11-16', [60, 90])
      return { ...one, area: { ...one.area, id: `a${number}` } }
    })
    for (const lang of ['zh', 'en'] as const) {
      const water = await draw({ own: { cq: { cells: [], sections }, sc: { cells: [], sections } } }, lang)
      expect(Buffer.byteLength(water.source)).toBeLessThan(100_000)
      const areas = await draw({ own: { cq: { cells, sections: [] }, sc: { cells, sections: [] } } }, lang)
      expect(Buffer.byteLength(areas.source)).toBeLessThan(100_000)
      expect(areas.text).toContain(lang === 'zh' ? '另有 140 个区县' : '140 more')
    }
  })
})
