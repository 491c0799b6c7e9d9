/** The page of scores, over what both sides forecast and agreed and what came: see `test/gateway/scores/world.ts`, whose figures are worked by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK_SCORES } from '../../../../gateway/portal/words/desk-scores.ts'
import { SCORE_DEFINITIONS } from '../../../../gateway/scores/definitions.ts'
import { observed, openScores, published, type ScoreWorld } from '../../scores/world.ts'
import { byId, linksTo, type Opening, pagesOf } from './pages.ts'

const SPAN = 'from=2026-11-16&to=2026-11-17'

let air: ScoreWorld
let open: Opening
beforeAll(async () => {
  air = await openScores({ roles: ['audit', 'system'] })
  open = pagesOf(air.world, air.calls)
  await published(air)
  air.until('2026-11-18T10:00:00+08:00')
})
afterAll(() => air.close())

test('before anything was observed it says so, and what became of every forecast', async () => {
  const page = await open('cq', 'reviewer', `/desk/scores?${SPAN}`)
  expect(page.text).toContain(DESK_SCORES.none.zh)
  expect(page.within('aria-labelledby', 'joining')).toContain(DESK_SCORES.noPairs.zh)
  expect(page.within('aria-labelledby', 'counts')).toMatch(/预报 ?16.*没有监测 ?15/)
  // What the sides differed on is there already.
  expect(page.within('aria-labelledby', 'diverged')).toMatch(/广安市 2026-11-16.*取并集.*还没有监测/)
})

describe('once it is known what came', () => {
  beforeAll(() => observed(air))

  test('the first thing is whether joining helped, with n and both figures', async () => {
    const page = await open('sc', 'operator', `/desk/scores?${SPAN}`)
    // 泸州市 and 广安市 on the 16th nearer; 重庆市 on the 17th as Chongqing had it.
    expect(page.within('class', 'answer')).toBe(
      '与各方对本方区域的预报相比，已审核的 3 个区域日中，联合值较近 2 个、相同 1 个、较远 0 个；个数太少，说明不了什么。',
    )
    const joining = page.within('aria-labelledby', 'joining')
    expect(joining).toMatch(/川 四川 本方预报 ?已审核 ?2 少? ?/)
    expect(joining).toMatch(/2 \/ 0 \/ 0 ?7\.2 \/ 19\.5差 -12\.2/)
    expect(joining).toMatch(/100\.0% \/ 0\.0%差 \+100\.0 百分点/)
  })

  test('each voice stands in a row of its own, hits with their n, raw days apart', async () => {
    const page = await open('sc', 'operator', `/desk/scores?${SPAN}&group=none`)
    const rows = page.each('tr').filter((row) => row.includes('%'))
    const own = rows.find((row) => /川 四川 本方预报 ?已审核/.test(row) && row.includes('(2/2)'))
    expect(own).toMatch(/100\.0% \(2\/2\) ?0\.0% \(0\/2\) ?0\.0% \(0\/2\) ?100\.0% \(2\/2\) ?-19\.5 ?19\.5 ?30\.0/)
    expect(rows.some((row) => /渝 重庆 本方预报 ?暂计（未审核） ?1/.test(row))).toBe(true)
    expect(rows.some((row) => /西南区域中心指导预报 ?已审核 ?1/.test(row))).toBe(true)
  })

  test('a divergence has both values, the joint one, what came and who was nearest', async () => {
    const page = await open('sc', 'operator', `/desk/scores?${SPAN}&lang=en`)
    const row = page.each('tr').find((one) => one.includes('广安市'))
    expect(row).toMatch(/Lightly polluted 101–131 PM10error \+16\.0/)
    expect(row).toMatch(/Good 62–92 PM2\.5error -23\.0/)
    expect(row).toMatch(/Good to Lightly polluted 62–131 PM10, PM2\.5error -3\.5 ?both together/)
    expect(row).toMatch(/100 Good PM2\.5reviewed ?Joint value/)
    expect(linksTo(page, /^\/desk\/daily-air-2026-11-15\?lang=en/).length).toBeGreaterThan(0)
  })

  test('bars repeat figures, and are read out by nobody', async () => {
    const page = await open('sc', 'operator', `/desk/scores?${SPAN}`)
    const bars = page.tags.filter(({ name, attributes }) => name === 'svg' && attributes.class === 'rate')
    expect(bars.length).toBeGreaterThan(5)
    expect(bars.every(({ attributes }) => attributes['aria-hidden'] === 'true')).toBe(true)
    const widths = page.tags.filter(({ name, attributes }) => name === 'rect' && attributes.class === 'hit')
    expect(widths.map(({ attributes }) => attributes.width)).toContain('100')
  })

  test('the form keeps what was asked, and offers areas of both sides', async () => {
    const page = await open('cq', 'operator', `/desk/scores?${SPAN}&party=cq&area=500000&horizon=48&group=area`)
    const chosen = page.tags.filter(({ name, attributes }) => name === 'option' && 'selected' in attributes)
    expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['cq', '500000', '48', 'area'])
    expect(byId(page, 'f-from')?.value).toBe('2026-11-16')
    for (const name of ['重庆市', '荣昌区', '泸州市']) expect(page.within('id', 'f-area')).toContain(name)
    expect(page.within('aria-labelledby', 'each')).toContain('重庆市')
    expect(page.within('aria-labelledby', 'each')).not.toContain('四川')
    expect(linksTo(page, /^\/v1\/scores\?/)).toEqual([
      '/v1/scores?from=2026-11-16&to=2026-11-17&party=cq&area=500000&horizon=48&group=area',
    ])
  })

  test('what is wrong with the question stands first, and leads to its field', async () => {
    const page = await open('cq', 'operator', '/desk/scores?from=2026-11-17&to=2026-11-16')
    expect(page.within('role', 'alert')).toContain(DESK_SCORES.fault.zh)
    expect(linksTo(page, /^#f-to$/)).toEqual(['#f-to'])
    expect(byId(page, 'f-to')?.['aria-invalid']).toBe('true')
    expect(page.text).not.toContain(DESK_SCORES.joining.zh)
  })

  test('each figure is told what it means', async () => {
    const page = await open('cq', 'operator', '/desk/scores')
    for (const name of ['class', 'middle', 'bias', 'difference'] as const)
      expect(page.text).toContain(SCORE_DEFINITIONS[name].zh)
  })
})

test('the page is for people at the desk alone, and the desk leads to it', async () => {
  const nobody = await air.calls.get('/desk/scores', { accept: 'text/html' })
  expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/desk/sign-in?to=%2Fdesk%2Fscores'])
  expect((await air.calls.read(air.world.sides.cq.agency, '/desk/scores')).status).toBe(403)
  const system = air.world.sides.cq.others.get('system')
  expect(system && (await air.calls.read(system, '/desk/scores')).status).toBe(403)
  expect(linksTo(await open('cq', 'operator', '/desk'), /^\/desk\/scores$/)).toEqual(['/desk/scores'])
})
