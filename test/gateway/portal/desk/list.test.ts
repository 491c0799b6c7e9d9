import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFilter, stageOf } from '../../../../gateway/portal/desk/list/view.ts'
import { DESK_LIST, reminderText } from '../../../../gateway/portal/words/desk-list.ts'
import { type Calls, callsOf } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { type Desk, deskOf } from '../../release/desk.ts'
import { entry, setDuty } from '../../release/duty/steps.ts'
import { playWeek } from '../../week.ts'
import { openWorld, type World } from '../../world.ts'
import { linksTo, type Opening, pagesOf } from './pages.ts'

const START = Date.parse('2026-11-09T09:00:00+08:00')
const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
const ID = 'weekly-water-2026-11-02'

let time = START
let world: World
let calls: Calls
let desk: Desk
let open: Opening

beforeAll(async () => {
  world = await openWorld({ now: () => time })
  calls = callsOf(world)
  desk = deskOf(world, calls)
  open = pagesOf(world, calls)
  await playWeek(world)
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

describe('the desk, from the first consultation to its release', () => {
  test('is empty at first, and says what can be done', async () => {
    const page = await open('cq', 'operator', '/desk')
    expect(page.text).toContain(DESK_LIST.nothing.zh)
    expect(page.text).toContain(DESK_LIST.none.zh)
    expect(page.text).toContain(DESK_LIST.noDuty.zh)
    expect(linksTo(page, /^\/desk\/new/)).toEqual(['/desk/new'])
    // Only who drafts is offered to.
    expect(linksTo(await open('cq', 'reviewer', '/desk'), /^\/desk\/new/)).toEqual([])
  })

  test('shows a draft to its own side alone', async () => {
    await jsonOf(await desk.draft({ period, product: 'weekly-water-bulletin' }, 'cq'), 201)
    const own = await open('cq', 'operator', '/desk')
    expect(own.within('aria-labelledby', 'waiting')).toContain('提交会商')
    expect(linksTo(own, new RegExp(`^/desk/${ID}$`)).length).toBeGreaterThan(0)
    expect((await open('sc', 'operator', '/desk')).text).toContain(DESK_LIST.none.zh)
  })

  test('brings what waits to whom it waits for, with the time that is left', async () => {
    await jsonOf(await desk.step('cq', 'operator', ID, { type: 'open' }), 201)
    for (const party of ['cq', 'sc'] as const) {
      const page = await open(party, 'reviewer', '/desk?lang=en')
      const waiting = page.within('aria-labelledby', 'waiting')
      // Sunday 8 November is day 0 of the terms, so that Tuesday the 10th at 17:00 is a day and eight hours on.
      expect(waiting).toContain('10 Nov 2026, 17:00 1 d 8 h left')
      expect(waiting).toContain('review and agree')
      expect(linksTo(page, /^\/desk.*check/)).toEqual([`/desk/${ID}/check?lang=en`])
      expect((await open(party, 'signatory', '/desk')).within('aria-labelledby', 'waiting')).toContain(
        DESK_LIST.nothing.zh,
      )
    }
  })

  test('reminds by the nearest reminder that is due', async () => {
    time = Date.parse('2026-11-10T13:30:00+08:00')
    const page = await open('sc', 'reviewer', '/desk')
    expect(page.within('aria-labelledby', 'waiting')).toContain(reminderText(240).zh)
    time = Date.parse('2026-11-10T16:30:00+08:00')
    expect((await open('sc', 'reviewer', '/desk')).within('aria-labelledby', 'waiting')).toContain(reminderText(60).zh)
  })

  test('says how far both sides have come, and who is next', async () => {
    await jsonOf(await desk.agree('cq', ID), 201)
    const page = await open('sc', 'reviewer', '/desk')
    const [row = ''] = page.each('tr').slice(1)
    expect(row).toMatch(/川渝水质断面周报.*会商中.*重庆 ✓ 已同意.*四川 审核 · 审核并同意/)
    expect(row).not.toContain('重庆 审核')
    expect((await open('cq', 'reviewer', '/desk')).within('aria-labelledby', 'waiting')).toContain(DESK_LIST.nothing.zh)
  })

  test('says whom to turn to once the deadline has passed', async () => {
    time = Date.parse('2026-11-10T17:00:01+08:00')
    const waiting = (await open('cq', 'signatory', '/desk')).within('aria-labelledby', 'waiting')
    expect(waiting).toContain('期限已过')
    expect(waiting).toContain('重庆方水环境管理处负责人')
    expect(waiting).toContain('已过 0 分')
    expect(waiting).not.toContain('四川方')
  })

  test('hands words over to whom they are for', async () => {
    const { kid } = world.sides.cq.reviewer
    const word = async (to: string | null, text: string): Promise<unknown> => {
      const { steps } = await desk.show(ID, 'cq')
      return jsonOf(await desk.step('cq', 'operator', ID, { type: 'hand-over', text, to }, { seen: steps }), 201)
    }
    await word(kid, '请先看 朱沱 <b>断面</b>')
    await word(null, '夜班留意续报')
    const page = await open('cq', 'reviewer', '/desk')
    expect(page.within('aria-labelledby', 'notes')).toMatch(/夜班留意续报.*给接班人员.*请先看 朱沱 <b>断面<\/b>.*给您/)
    expect((await open('cq', 'signatory', '/desk')).within('aria-labelledby', 'notes')).not.toContain('请先看')
    // Neither who wrote them nor the other side is handed anything.
    expect((await open('cq', 'operator', '/desk')).text).not.toContain(DESK_LIST.notes.zh)
    expect((await open('sc', 'reviewer', '/desk')).text).not.toContain('夜班留意续报')
    time += 15 * 86_400_000
    expect((await open('cq', 'reviewer', '/desk')).within('aria-labelledby', 'notes')).not.toContain('夜班留意续报')
    time -= 15 * 86_400_000
  })

  test('names who is on duty today, by post', async () => {
    const days = ['2026-11-01', '2026-11-30'] as const
    const duty = [entry(...days, world.sides.sc.reviewer.kid, { note: '轮值' })]
    await jsonOf(await setDuty(world, calls, 'sc', duty), 201)
    const roster = (await open('cq', 'operator', '/desk')).within('aria-labelledby', 'duty')
    expect(roster).toMatch(/四川 审核 全部产品 审核人.*轮值/)
    // Two products that the same person sees to are one line.
    for (const product of ['weekly-water-bulletin', 'monthly-water-bulletin'])
      await jsonOf(
        await setDuty(world, calls, 'cq', [entry(...days, world.sides.cq.reviewer.kid)], { payload: { product } }),
        201,
      )
    const page = await open('cq', 'operator', '/desk')
    expect(page.within('aria-labelledby', 'duty')).toMatch(/重庆 审核 川渝水质断面周报 ?川渝水质断面月报 审核人/)
  })
})

describe('the list', () => {
  test('is filtered by product and stage, each link saying how many it leads to', async () => {
    const page = await open('cq', 'operator', '/desk?stage=going-on&lang=en')
    expect(page.within('aria-labelledby', 'all')).toContain('2–8 Nov 2026 · opened by Chongqing')
    expect(page.within('aria-label', DESK_LIST.byStage.en)).toBe(
      'All 1 Going on 1 Signed by both 0 Ended without release 0',
    )
    const links = linksTo(page, /^\/desk\?/)
    expect(links).toContain('/desk?stage=published&lang=en#all')
    expect(links).toContain('/desk?product=monthly-water-bulletin&stage=going-on&lang=en#all')
    // The other language keeps what was asked.
    expect(page.source).toContain('href="/desk?stage=going-on"')
    expect((await open('cq', 'operator', '/desk?stage=published')).text).toContain(DESK_LIST.noneFound.zh)
    expect((await open('cq', 'operator', '/desk?product=daily-air-forecast')).text).toContain(DESK_LIST.noneFound.zh)
  })

  test('takes from its address what it knows, and nothing else', () => {
    const filter = (query: Record<string, string>) => readFilter((name) => query[name])
    expect(filter({})).toEqual({ product: null, stage: null, page: 1 })
    expect(filter({ product: 'weekly-water-bulletin', stage: 'ended', page: '7' })).toEqual({
      product: 'weekly-water-bulletin',
      stage: 'ended',
      page: 7,
    })
    expect(filter({ product: '__proto__', stage: 'constructor', page: '0' })).toEqual({
      product: null,
      stage: null,
      page: 1,
    })
    expect(filter({ page: '1e9' }).page).toBe(1)
  })

  test('has a stage for every status there is', () => {
    const statuses = [
      'draft',
      'open',
      'agreed',
      'signed-by-one',
      'no-agreement',
      'published',
      'embargoed',
      'withdrawn',
      'closed',
    ] as const
    expect(statuses.map(stageOf)).toEqual([
      ...Array.from({ length: 5 }, () => 'going-on'),
      'published',
      'published',
      'ended',
      'ended',
    ])
  })

  test('goes on behind the last page to an empty one, not to an error', async () => {
    expect((await open('cq', 'operator', '/desk?page=9999')).text).toContain(DESK_LIST.noneFound.zh)
  })
})
