/** The page of a consultation as it reads without scripts: what differs is loud and counted, what was said is escaped, who may do what. */
import { describe, expect, test } from 'vitest'
import { DIVISIONS_2026_11 } from '../../../../contracts/registry/index.ts'
import { cellPage } from '../../../../gateway/portal/desk/matrix/cell-page.ts'
import { consultationPage } from '../../../../gateway/portal/desk/matrix/page.ts'
import type { DeskView } from '../../../../gateway/portal/desk/matrix/view.ts'
import type { Lang } from '../../../../gateway/portal/index.ts'
import type { Show } from '../../../../gateway/portal/words/desk-matrix.ts'
import { areaNamed, CENTRE, type Telling } from '../../release/air/fixture.ts'
import { type Page, read } from '../read.ts'
import { DRAFTER, dailyView, remark } from './matrix-fixture.ts'

const DAY = '2026-11-16'
const PATH = '/desk/daily-air-2026-11-15'
const open = (view: DeskView, show: Show = 'all', lang: Lang = 'zh') =>
  read(consultationPage(view, show, { lang, path: PATH }))

const LUZHOU = `510500/${DAY}`
/** Alike in Zigong, apart in Luzhou, heard only from the other side in Yibin; with the centre's guidance on Luzhou. */
const TOLD: readonly Telling[] = [
  { area: '自贡市', by: 'sc', day: DAY, aqi: [60, 90] },
  { area: '泸州市', by: 'sc', day: DAY, aqi: [83, 113] },
  { area: '泸州市', by: 'cq', day: DAY, aqi: [131, 161], primary: ['pm10'] },
  { area: '泸州市', by: 'sc', day: DAY, aqi: [83, 113], office: CENTRE, primary: ['pm25'] },
  { area: '宜宾市', by: 'cq', day: DAY, aqi: [70, 100] },
]

/** A cell of the table, found by its link: its text and its class. */
function cellIn(page: Page, name: string): { readonly text: string; readonly class: string | undefined } {
  const href = `daily-air-2026-11-15/cells/${areaNamed(name).id}/${DAY}`
  const links = page.tags.filter(({ attributes }) => attributes.href?.includes('/cells/'))
  const at = links.findIndex(({ attributes }) => attributes.href === href)
  const cell = page.tags.filter(({ name: tag }) => tag === 'td')[at]
  if (!cell) throw new RangeError(`no cell of ${name}`)
  return { text: page.each('td')[at] ?? '', class: cell.attributes.class }
}

describe('a cell', () => {
  test('has the joint value, and beneath it who says something else and who says the same', async () => {
    const page = await open(dailyView(TOLD))
    const text = cellIn(page, '泸州市').text
    expect(text).toContain('良～轻度污染 83–113 PM2.5')
    expect(text).toContain('渝 轻度污染～中度污染 131–161 PM10')
    expect(text).toContain('川 同联合值 · 导 同联合值')
  })

  test('that differs is loud: a shade, a sign and words', async () => {
    const page = await open(dailyView(TOLD))
    expect(cellIn(page, '泸州市').class).toBe('loud')
    expect(cellIn(page, '泸州市').text).toMatch(/▲ 等级相差 1 级 ?▲ AQI 范围不重叠，相差 18 ?▲ 首要污染物不同/)
  })

  test('that does not differ is quiet, and tells what nobody gave', async () => {
    const page = await open(dailyView(TOLD))
    expect(cellIn(page, '自贡市').class).toBeUndefined()
    expect(cellIn(page, '自贡市').text).toBe('良 60–90 PM2.5 川 同联合值 · 渝 未提供 · 导 未提供')
  })

  test('without its owner’s word has no joint value, whatever the other side says', async () => {
    const page = await open(dailyView(TOLD))
    expect(cellIn(page, '宜宾市').text).toBe('无联合值 渝 良 70–100 PM2.5川 未提供 · 导 未提供')
    expect(page.within('id', 'counts')).toContain('1 格没有联合值')
  })

  test('that was revised says how, and at which revision it is', async () => {
    const value = { aqi: { max: 140, min: 110 }, class: { max: 3, min: 3 }, primary: ['pm25'] }
    const edits = { [LUZHOU]: { take: 'own' as const, value, reason: '静稳' } }
    const page = await open(dailyView(TOLD, { edits }))
    expect(cellIn(page, '泸州市').text).toContain('轻度污染 110–140 PM2.5')
    expect(cellIn(page, '泸州市').text).toContain('自定 r1')
  })

  test('is a link to its own page', async () => {
    const { tags } = await open(dailyView(TOLD), 'all', 'en')
    const hrefs = tags.map(({ attributes: { href } }) => href)
    expect(hrefs).toContain(`daily-air-2026-11-15/cells/${LUZHOU}?lang=en`)
    expect(hrefs).toContain('daily-air-2026-11-15/rows/510500?lang=en')
  })
})

describe('the table', () => {
  test('is one: a caption, headings of columns and rows, groups of side and zone', async () => {
    const { tags, within } = await open(dailyView(TOLD))
    const heads = tags.filter(({ name }) => name === 'th').map(({ attributes: { scope } }) => scope)
    expect(heads.slice(0, 4)).toEqual(['col', 'col', 'rowgroup', 'row'])
    expect(within('id', 'caption')).toBe('联合预报值：区域 × 日期')
    expect(within('datetime', DAY)).toBe('11月16日 周一')
    expect(within('class', 'group')).toBe('四川 · 片区未确定')
  })

  test.each([
    ['differing', ['泸州市']],
    ['mine', ['自贡市', '泸州市', '宜宾市']],
    ['objected', []],
    ['all', ['自贡市', '泸州市', '宜宾市']],
  ] as const)('shows by the filter %s, without scripts, the rows %j', async (show, names) => {
    const { tags, each, within } = await open(dailyView(TOLD), show)
    const rows = tags.filter(({ name }) => name === 'tr')
    const shown = rows.flatMap(({ attributes }, at) =>
      attributes['data-has'] !== undefined && attributes.hidden === undefined ? [each('tr')[at] ?? ''] : [],
    )
    expect(shown.map((row) => /川 ?(\S+市)/.exec(row)?.[1])).toEqual(names)
    const none = tags.find(({ attributes }) => attributes.id === 'none-shown')
    expect(none?.attributes.hidden === undefined).toBe(names.length === 0)
    expect(within('aria-current', 'true')).toMatch(/全部|只看/)
  })

  test('counts cells, what differs loudly, and objections', async () => {
    const objection = remark({ cell: LUZHOU, kind: 'objection', text: '偏低' })
    const page = await open(dailyView(TOLD, { remarks: [objection] }))
    expect(page.within('id', 'counts')).toBe('3 格 ▲ 1 格明显不一致 ▲ 1 格没有联合值 ▲ 1 条异议未解决')
    expect(cellIn(page, '泸州市').text).toContain('⚑ 1 条异议未解决')
  })
})

describe('what people wrote', () => {
  const text = '<img src=x onerror=alert(1)> & "quoted"'
  const view = dailyView(TOLD, {
    edits: { [LUZHOU]: { take: 'sc', reason: text }, statement: { take: 'own', value: text, reason: '综述' } },
    remarks: [remark({ text }), remark({ cell: LUZHOU, kind: 'objection', n: 6, text, resolved: { n: 7, text } })],
    over: { handOvers: [{ by: remark({}).by, text, time: '2026-11-15T14:00:00+08:00' }], withdrawn: text },
  })

  test('is text on the page, never markup', async () => {
    const { tags, source, each } = await open(view)
    expect(tags.filter(({ name }) => name === 'img')).toEqual([])
    expect(source).not.toContain('<img')
    expect(each('p').filter((one) => one === text).length).toBeGreaterThanOrEqual(2)
  })

  test('is text on the cell’s page, with the revision it is about and the one that stands', async () => {
    const cell = view.cells.get(LUZHOU)
    if (!cell) throw new TypeError('no cell')
    const remarks = view.remarks.map((one) => (one.cell === LUZHOU ? { ...one, now: 3, revision: 1 } : one))
    const page = await read(cellPage({ ...view, remarks }, cell, null, { lang: 'zh', path: `${PATH}/cells/${LUZHOU}` }))
    expect(page.tags.filter(({ name }) => name === 'img')).toEqual([])
    expect(page.within('id', 'talk')).toContain('针对第 1 次修订，现为第 3 次修订')
    expect(page.within('id', 'talk')).toContain(`已解决： ${text}`)
  })
})

describe('what a person can do', () => {
  const buttonsOf = async (view: DeskView) =>
    (await open(view)).tags.flatMap(({ attributes }) => attributes['data-act'] ?? [])

  test('is theirs alone: what the role may not do is not there', async () => {
    expect(await buttonsOf(dailyView(TOLD))).toEqual(['object', 'comment', 'withdraw'])
  })

  test('and cannot be done now is disabled, with the reason in words', async () => {
    const page = await open(dailyView(TOLD))
    const withdraw = page.tags.find(({ attributes }) => attributes['data-act'] === 'withdraw')
    expect(withdraw?.attributes.disabled).toBe('')
    expect(page.within('id', 'acts')).toContain('暂不能：已经结束')
  })

  test('is to check before agreeing: a link, not a button', async () => {
    const { tags } = await open(dailyView(TOLD, { over: { actions: [{ act: 'agree', why: null }] } }))
    expect(tags.find(({ attributes }) => attributes.href === `${PATH}/check`)).toBeDefined()
    expect(tags.flatMap(({ attributes }) => attributes['data-act'] ?? [])).toEqual([])
  })

  test('is to read, for an auditor', async () => {
    const over = { actions: [], revise: null, person: { ...DRAFTER, posts: [] } }
    const page = await open(dailyView(TOLD, { over }))
    expect(page.within('id', 'acts')).toContain('您的角色只阅读')
    expect(page.tags.find(({ attributes }) => attributes.id === 'statement-form')).toBeUndefined()
  })
})

describe('the page', () => {
  test('runs its own modules and nothing else, and styles nothing inline', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { tags } = await open(dailyView(TOLD), 'all', lang)
      for (const { name, attributes } of tags) {
        expect(['style', 'iframe', 'object', 'embed', 'base']).not.toContain(name)
        if (name === 'script')
          expect(attributes).toMatchObject({ type: 'module', src: expect.stringMatching(/^\/assets\//) })
        for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$/i)
      }
    }
  })

  test('has every id once', async () => {
    const { tags } = await open(dailyView(TOLD, { remarks: [remark({})] }))
    const ids = tags.flatMap(({ attributes: { id } }) => id ?? [])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('says who must act next and by when, once', async () => {
    const page = await open(dailyView(TOLD))
    expect(page.within('id', 'head')).toContain('同意期限 2026年11月15日 15:30 剩 30 分')
    expect(page.within('class', 'next')).toMatch(/下一步.*渝 重庆 审核：审核并同意.*川 四川 审核：审核并同意/)
    expect(page.text.match(/剩 30 分/g)).toHaveLength(1)
  })

  test('says so where its records cannot be read', async () => {
    const over = { rows: null, columns: [], cells: new Map(), editions: new Map() }
    const page = await open(dailyView(TOLD, { over }))
    expect(page.text).toContain('读取记录所用的数据契约或登记册未生效')
    expect(page.tags.find(({ attributes }) => attributes.id === 'matrix')).toBeUndefined()
  })

  test.each(['zh', 'en'] as const)(
    'of 40 areas and 7 days, a third of them apart, stays under 100 KB in %s',
    async (lang) => {
      const areas = DIVISIONS_2026_11.divisions
        .filter(({ kind, to, party }) => to === null && (kind === 'city' || (kind === 'county' && party === 'cq')))
        .slice(0, 40)
      expect(areas).toHaveLength(40)
      const days = Array.from({ length: 7 }, (_, at) => `2026-11-${16 + at}`)
      const told = areas.flatMap(({ name, party }, row) =>
        days.flatMap((day, column): Telling[] => {
          const low = 60 + ((row * 7 + column * 13) % 60)
          const own: Telling = { area: name, by: party, day, aqi: [low, low + 30] }
          const other: Telling = {
            ...own,
            by: party === 'sc' ? 'cq' : 'sc',
            aqi: [low + 45, low + 75],
            primary: ['pm10'],
          }
          return (row + column) % 3 === 0 ? [own, other] : [own]
        }),
      )
      const page = await open(dailyView(told, { end: '2026-11-23' }), 'all', lang)
      expect(page.tags.filter(({ attributes }) => attributes.href?.includes('/cells/'))).toHaveLength(280)
      const bytes = Buffer.byteLength(page.source)
      expect(bytes).toBeGreaterThan(60_000)
      expect(bytes).toBeLessThan(100_000)
    },
  )
})
