import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK_SUBMISSION } from '../../../../gateway/portal/words/desk-submission.ts'
import { type Calls, callsOf } from '../../http/calls.ts'
import { idOf } from '../../intake/files.ts'
import { openWorld, type World } from '../../world.ts'
import { linksTo, pagesOf } from './pages.ts'

let world: World
let calls: Calls
let id: string

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  const file =
    '断面名称,监测时间,pH\n朱沱,2026-11-02 04:00,7.8\n朱沱,2026-11-02 08:00,77.8\n没有的断面,2026-11-02 08:00,7.8\n'
  id = idOf(await calls.submit(world.sides.cq.agency, file))
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

test('a submission of one’s own side shows how many rows counted, and which did not and why', async () => {
  const page = await pagesOf(world, calls)('cq', 'reviewer', `/desk/submissions/${id}`)
  expect(page.text).toContain('3 行 = 接收 1 + 拒收 2 + 重复 0')
  expect(page.each('tr').slice(1)).toHaveLength(2)
  expect(page.text).toContain('没有的断面')
  for (const link of linksTo(page, /^\/(?:errors|v1\/records)\//)) {
    expect((await calls.read(world.sides.cq.reviewer, link)).status).toBe(200)
  }
  expect((await pagesOf(world, calls)('cq', 'operator', `/desk/submissions/${id}?lang=en`)).text).toContain(
    DESK_SUBMISSION.title.en,
  )
})

test('a submission of the other side is not told from one that does not exist', async () => {
  const { reviewer } = world.sides.sc
  const texts = []
  for (const one of [id, 'none']) {
    const answer = await calls.read(reviewer, `/desk/submissions/${one}`)
    expect(answer.status).toBe(404)
    texts.push((await answer.text()).replaceAll(one, '…'))
  }
  expect(texts[0]).toBe(texts[1])
})
