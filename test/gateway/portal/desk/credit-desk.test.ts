/** An annual list of ratings at the desk, over HTTP: both sides' ratings, what differs, what is not on it and why; and its check page, by enterprise and code. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../../contracts/types.ts'
import { DAY, sampleCode, sampleName } from '../../credit/world.ts'
import { jsonOf } from '../../intake/files.ts'
import { LIST, type ListWorld, listWorld, REQUEST } from '../../release/credit/lists.ts'
import { type Opening, pagesOf } from './pages.ts'

let list: ListWorld
let open: Opening
beforeEach(async () => {
  list = await listWorld()
  open = pagesOf(list.world, list.calls)
})
afterEach(async () => {
  await list.world.close()
  expect(list.calls.failures).toEqual([])
})

const matrix = (query = '') => open('sc', 'operator', `/desk/${LIST}${query}`)
const rowOf = (rows: readonly string[], n: number): string => rows.find((row) => row.startsWith(sampleName(n))) ?? ''
const repairOne = () =>
  list.rate('sc', [
    {
      enterprise: 1,
      authority: '市级:成都市生态环境局',
      level: '环保良好企业',
      score: '86',
      repair: '已修复（2026-09-01）',
    },
  ])

describe('the table', () => {
  test('has an enterprise a row, by name and code, with level, scheme and validity of either side', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    const page = await matrix()
    const row = rowOf(page.each('tr'), 1)
    expect(row).toContain(sampleCode(1))
    expect(row).toMatch(/环保不良企业.*重庆市生态环境局.*渝环规〔2021〕7号.*2026-08-13 至 2027-08-12/)
    expect(row).toMatch(/环保良好企业.*成都市生态环境局.*四川省企业环境信用评价.*2026-08-13 至 2027-08-12/)
    expect(rowOf(page.each('tr'), 2)).toMatch(/环保诚信企业.*环保良好企业 同年另有优先的评价.*没有列出/)
    expect(page.each('tr').filter((one) => /列出$/.test(one))).toEqual(['双方均列出', '仅重庆列出', '仅四川列出'])
  })

  test('counts enterprises, those in other grades, rated by one side alone, and ratings not on the list', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    const page = await matrix()
    expect(page.within('id', 'counts')).toBe('3 家企业 ▲ 1 家明显不一致 1 家仅一方评级 1 项未列入 0 条异议未解决')
    expect(rowOf(page.each('tr'), 1)).toContain(
      '▲ 等级相差 2 级：四川市（州）级“环保良好企业”，重庆市级（直辖市）“环保不良企业”',
    )
    expect(rowOf(page.each('tr'), 2)).not.toContain('▲')
  })

  test('is filtered by what differs, and by side', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    const shown = async (query: string) => {
      const { tags } = await matrix(query)
      return tags.flatMap(({ name, attributes }) =>
        name === 'tr' && attributes['data-has'] !== undefined ? [attributes.hidden === undefined] : [],
      )
    }
    expect(await shown('')).toEqual([true, true, true])
    expect(await shown('?show=differing')).toEqual([true, false, false])
    // Enterprises 1 and 4 have a rating by Sichuan, 2 has none.
    expect(await shown('?show=mine')).toEqual([true, false, true])
  })

  test('says aloud which listed rating must go, once a repair is sent, and a rebase takes it off', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    await repairOne()
    const page = await matrix()
    expect(page.within('id', 'counts')).toContain('▲ 1 项不应再列出')
    const row = rowOf(page.each('tr'), 1)
    expect(row).toContain('不应再列出：已修复（2026-09-01）')
    expect(row).toContain('▲ 四川市（州）级“环保良好企业”已修复（2026-09-01），不应再列出，请改用最新记录')
    const basis = list.world.gateway.log.head().size
    await jsonOf(await list.desk.step('sc', 'operator', LIST, { type: 'rebase', basis }), 201)
    const rebased = await matrix()
    expect(rebased.within('id', 'counts')).not.toContain('不应再列出')
    expect(rowOf(rebased.each('tr'), 1)).toContain('▲ 四川市（州）级“环保良好企业”已修复（2026-09-01），未列入')
  })

  test('says so, too, when a rating expires while it is under consultation', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    list.pass(150 * DAY)
    // 铜梁区's is valid until the end of 2026.
    expect(rowOf((await matrix()).each('tr'), 2)).toContain('不应再列出：已到期（2026-12-31）')
  })

  test('tells the sides which ratings of the year are not on the list, and why', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    for (const party of PARTIES) {
      const page = await open(party, 'reviewer', `/desk/${LIST}`)
      const told = page.within('id', 'withheld')
      expect(told).toContain(`${sampleName(3)}${sampleCode(3)}`)
      expect(told).toMatch(/四川 环保警示企业 省级 四川省生态环境厅 仅限双方，评价机关未公开/)
      // Of another year, and so no matter of this list.
      expect(told).not.toContain(sampleName(5))
    }
  })

  test('a cell’s own page has all facts of both ratings', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    const page = await open('cq', 'reviewer', `/desk/${LIST}/cells/${sampleCode(1)}?lang=en`)
    expect(page.within('id', 'words')).toMatch(/Chongqing.*示例公告〔2026〕1号.*Sichuan.*示例公告〔2026〕1号/)
    expect(page.within('id', 'words')).toContain('2 grades apart')
  })
})

describe('the check page', () => {
  const check = () => open('sc', 'reviewer', `/desk/${LIST}/check`)

  test('names every row by enterprise and code, and what is withheld with why', async () => {
    await jsonOf(await list.desk.propose(REQUEST), 201)
    const page = await check()
    const cells = page.within('aria-labelledby', 'cells')
    for (const n of [1, 2, 4]) expect(cells).toContain(`${sampleName(n)} ${sampleCode(n)}`)
    expect(cells).not.toContain(sampleName(3))
    expect(page.within('aria-labelledby', 'withheld')).toMatch(
      new RegExp(`${sampleCode(3)}.*四川.*环保警示企业.*仅限双方，评价机关未公开`),
    )
    // What is signed has neither.
    expect(page.within('id', 'payload')).not.toMatch(/样品|91000000/)
  })

  test('names the rows that a correction changes, the level before and after, and why a row goes', async () => {
    const id = await list.publish()
    await repairOne()
    await list.rate('cq', [
      { enterprise: 2, authority: '市级:重庆市生态环境局', level: '环保良好企业', score: '85' },
      { enterprise: 6, authority: '市级:重庆市生态环境局', level: '环保警示企业', score: '72' },
    ])
    const correction = { ...REQUEST, corrects: id, reason: '修复与更正' }
    const drafted = await jsonOf(await list.desk.propose(correction), 201)
    const page = await open('sc', 'reviewer', `/desk/${drafted.id}/check`)
    const lines = page.within('aria-labelledby', 'what')
    expect(lines).toContain(`${sampleName(1)}${sampleCode(1)} 四川 评价 环保良好企业 未列入：已修复（2026-09-01）`)
    expect(lines).toContain(`${sampleName(2)}${sampleCode(2)} 重庆 评价 环保诚信企业 环保良好企业`)
    expect(lines).toContain(`${sampleName(6)}${sampleCode(6)} 重庆 评价 未列入 环保警示企业`)
    const { payload } = await list.desk.show(drafted.id)
    for (const { section } of payload.changes) expect(lines).not.toContain(String(section))
  })
})
