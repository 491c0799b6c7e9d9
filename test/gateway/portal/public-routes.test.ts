/** The public pages over HTTP, over releases that both sides made: what is there, what is linked, and what never shows. */
import { raw } from 'hono/html'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { MINOR, openLife, retirementOf, WATER } from '../documents/lives.ts'
import { jsonOf } from '../intake/files.ts'
import { type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../release/air/forecasts.ts'
import { playWeek } from '../week.ts'
import { MONDAY } from '../world.ts'
import { read } from './read.ts'

const DAILY = 'daily-air-2026-11-15'
let air: AirWorld
let water: string

async function publish(id: string): Promise<void> {
  await air.desk.agreed(id)
  for (const party of PARTIES) await jsonOf(await air.desk.sign(party, id), 201)
}

beforeAll(async () => {
  air = await openAir({ datasets: ['air-forecast', 'air-observation'] })
  await playWeek(air.world)
  water = (await air.world.publish(MONDAY)).id.slice('release/'.length)
  await sendForecasts(air)
  await jsonOf(await air.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
  await publish(DAILY)
  const warning = await jsonOf(await air.desk.propose({ product: 'warning-suggestion', period: TWO_DAYS }), 201)
  await publish(warning.id)
}, 60_000)
afterAll(() => air.close())

async function open(path: string, status = 200) {
  const answer = await air.calls.get(path)
  expect({ path, status: answer.status }).toEqual({ path, status })
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script-src')
  const text = await answer.text()
  expect(Buffer.byteLength(text)).toBeLessThan(100_000)
  return read(raw(text))
}

describe('the pages over what both sides released', () => {
  test('lead with tomorrow’s forecast, then the water bulletin', async () => {
    const page = await open('/')
    expect(page.each('h1')).toEqual(['明日空气质量预报'])
    expect(page.within('class', 'answer')).toContain('有预报的 3 个市（州）中')
    expect(page.source).toContain(`/releases/${water}`)
  })

  test('of a forecast name its digest, both signers and the proof bundle', async () => {
    const { digest } = await jsonOf(await air.calls.get(`/v1/releases/${DAILY}.json`))
    const page = await open(`/releases/${DAILY}`)
    expect(page.source).toContain(digest)
    expect(page.source).toContain(`/v1/releases/${DAILY}/proof`)
    expect(page.within('class', 'card provenance')).toContain('已核验')
    expect(page.within('id', 'table')).toMatch(/泸州市 四川 良 ?～ ?轻度污染 +AQI 83–113 +PM2\.5/)
  })

  test('never tell of what is for the two sides alone', async () => {
    for (const path of [
      '/',
      '/releases',
      '/releases?product=warning-suggestion',
      '/verify?q=warning-2026-11-15',
      '/cities/510500',
    ]) {
      const { text } = await open(path)
      expect(text).not.toContain('warning-suggestion-')
      expect(text).not.toContain('预警建议（')
    }
    const { releases } = await jsonOf(await air.calls.get('/v1/releases'))
    expect(releases).toHaveLength(2)
  })

  test('of a city show what was released, and not the other side’s word on it, nor what was measured', async () => {
    const page = await open('/cities/511600')
    expect(page.each('h1')).toEqual(['广安市'])
    // Sichuan’s own 62~92 was released; Chongqing’s 101~131 was not taken.
    expect(page.within('class', 'strip')).toContain('AQI 62–92')
    expect(page.source).not.toContain('101')
    expect(page.within('id', 'observed')).toContain('空气质量监测数据共享契约 1.0.0')
    const chongqing = await open('/cities/500000')
    expect(chongqing.within('id', 'counties')).toContain('荣昌区')
  })

  test('of a river are there for every river of the register, by its Chinese name in the address', async () => {
    const list = await open('/rivers')
    const links = list.tags.map(({ attributes }) => attributes.href ?? '').filter((href) => href.startsWith('/rivers/'))
    expect(links).toContain(`/rivers/${encodeURIComponent('长江')}`)
    for (const link of links) expect((await open(link)).each('h1')).toHaveLength(1)
  })

  test('of contracts are there for every one in the ledger, and no other', async () => {
    const list = await open('/contracts')
    for (const id of ['water-section-quality', 'air-forecast', 'air-observation'])
      expect(list.source).toContain(`/contracts/${id}`)
    const page = await open('/contracts/air-forecast')
    expect(page.within('id', 'signing')).toMatch(/重庆.*账本位置 \d+.*四川.*账本位置 \d+/)
    expect(page.within('class', 'byline')).toContain('有效')
  })

  test('of a bulletin in parts have every section of its register on one of them, and no part beyond', async () => {
    const { release } = await jsonOf(await air.calls.get(`/v1/releases/${water}.json`))
    const first = await open(`/releases/${water}/sections/1`)
    const [, count] = /共 (\d+) 页/.exec(first.text) ?? []
    const pages = await Promise.all(
      Array.from({ length: Number(count) }, (_, at) => open(`/releases/${water}/sections/${at + 1}`)),
    )
    for (const { name } of release.sections)
      expect(pages.filter((page) => page.within('id', 'sections').includes(name)).length).toBeGreaterThan(0)
    for (const number of [0, Number(count) + 1, '01', 'x']) await open(`/releases/${water}/sections/${number}`, 404)
    await open(`/releases/${DAILY}/sections/1`, 404)
  })

  test('find a release by the beginning of its digest', async () => {
    const { digest } = await jsonOf(await air.calls.get(`/v1/releases/${water}.json`))
    expect((await open(`/verify?q=${digest.slice(0, 16)}`)).within('role', 'status')).toContain(water)
  })

  test('filter the list by address', async () => {
    expect((await open('/releases?product=daily-air-forecast')).within('class', 'releases')).not.toContain('水质')
    expect((await open('/releases?year=1999')).text).toContain('没有符合条件的发布')
  })

  test('say 404 for what is not', async () => {
    for (const path of [
      '/cities/510104',
      '/cities/__proto__',
      '/rivers/nothing',
      '/contracts/nothing',
      '/contracts/air-forecast/9.9.9',
      '/contracts/air-forecast/1.0.0/changes',
      '/contracts/air-forecast/1.0.0/changes?from=0.1.0',
    ])
      await open(path, 404)
  })

  test('say no more to questions nobody meant', async () => {
    for (const path of [
      '/cities?day=2026-99-99',
      '/cities/510500?year=abc',
      '/releases?page=999&product=%22',
      '/verify?q=%3Cscript%3E',
    ])
      expect((await open(path)).source).not.toContain('<script')
  })

  test('keep the language, the size and what was asked in the links to the other of each', async () => {
    const page = await open('/releases?product=daily-air-forecast&lang=en&size=large')
    const link = (kind: string) => page.tags.find(({ attributes }) => attributes.class === kind)?.attributes.href
    expect(link('language')).toBe('/releases?product=daily-air-forecast&size=large')
    expect(link('size')).toBe('/releases?product=daily-air-forecast&lang=en')
  })

  test('link to nothing that is not there', async () => {
    const seen = new Set<string>()
    for (const path of [
      '/',
      '/releases',
      `/releases/${DAILY}`,
      '/cities',
      '/cities/510500',
      '/rivers',
      '/contracts',
      '/contracts/air-forecast',
      '/verify',
      '/about',
    ])
      for (const { attributes } of (await open(path)).tags)
        if (attributes.href?.startsWith('/')) seen.add(attributes.href.split('#')[0] ?? '')
    expect(seen.size).toBeGreaterThan(60)
    for (const link of seen) expect({ link, status: (await air.calls.get(link)).status }).toEqual({ link, status: 200 })
  })

  test('leave robots the public pages alone', async () => {
    const answer = await air.calls.get('/robots.txt')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/i)
    expect(await answer.text()).toBe('User-agent: *\nDisallow: /desk\nDisallow: /v1/\n')
  })
})

describe('the pages of a contract that has a newer version', () => {
  test('compare the two, and say where each stands', async () => {
    const { propose, sign, calls, world } = await openLife()
    expect((await propose('cq', MINOR)).status).toBe(201)
    expect((await sign('sc', MINOR)).status).toBe(201)
    const path = `/contracts/${WATER.id}`
    const older = await read(raw(await (await calls.get(path)).text()))
    expect(older.each('h1')[0]).toContain('1.0.0')
    expect(older.within('class', 'facts')).toContain('1.1.0 双方已签署，尚未生效')
    const changes = await read(raw(await (await calls.get(`${path}/1.1.0/changes`)).text()))
    expect(changes.text).toContain('remark')
    expect((await calls.get(`${path}/1.0.0/changes`)).status).toBe(404)
    await world.close()
  })

  test('say from when a version is to be retired, signed or only proposed', async () => {
    const { calls, world, retire } = await openLife()
    expect((await retire('cq', WATER, retirementOf(WATER))).status).toBe(201)
    const page = await read(raw(await (await calls.get(`/contracts/${WATER.id}`)).text()))
    expect(page.within('class', 'facts')).toContain('停用 2026-11-20 已提出 示例：不再共享')
    await world.close()
  })
})
