/** The page of an annual list of ratings (示例): what it says, in both languages, and what it never says. */
import { describe, expect, test } from 'vitest'
import { type HeldCredit, publicCredit } from '../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { creditTermsOf } from '../../../contracts/enterprise-credit/terms.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { changeLines } from '../../../gateway/portal/change-lines.ts'
import { type Lang, PORTAL_ASSETS } from '../../../gateway/portal/index.ts'
import { releasePage } from '../../../gateway/portal/release-page.ts'
import type { ReleaseView } from '../../../gateway/portal/view.ts'
import type { CreditList } from '../../../gateway/release/credit-list.ts'
import type { CreditRelease } from '../../../gateway/release/release-types.ts'
import { rating } from '../../contracts/enterprise-credit/records.ts'
import { CREDIT } from '../../contracts/enterprise-credit/versions.ts'
import { sampleCode, sampleName } from '../credit/world.ts'
import { DAY, DISTRICT, SICHUAN } from './credit-fixture.ts'
import { bulletin, release } from './fixture.ts'
import { read } from './read.ts'

type Given = readonly (readonly [party: PartyId, enterprise: number, change: Partial<CreditRecord>])[]

const GIVEN: Given = [
  ['sc', 1, SICHUAN],
  ['cq', 1, { level: 'warning' }],
  ['cq', 1, DISTRICT],
  ['sc', 2, { ...SICHUAN, level: null, levelSent: null, status: 'not-rated' }],
]

function listOf(given: Given): CreditList {
  const held = given.map(([party, n, change], at): HeldCredit => {
    const enterprise = { code: sampleCode(n), division: null, name: sampleName(n) }
    return { key: `k${at}`, party, record: rating({ enterprise, ...change }) }
  })
  const rows = publicCredit(held, DAY, CREDIT).map((row, at) => ({ ...row, at, leaf: `leaf-${row.key}` }))
  const leaves = held.map(({ key }) => `leaf-${key}`)
  return { day: DAY, terms: creditTermsOf(CREDIT), rows, leaves, withheld: new Set(), edition: '' }
}

function view(list: CreditList, parts: Partial<CreditRelease> = {}): ReleaseView<CreditRelease> {
  const { digest, publishedAt, signatures, supersededBy } = release()
  const { audience, attachments, consultation, embargo, v, keys, ledger, registry, derivedFrom, sandbox } = bulletin()
  return {
    release: {
      ...{ audience, attachments, consultation, embargo, v, keys, ledger, registry, derivedFrom, sandbox },
      contract: { id: 'enterprise-credit', version: '1.0.0', digest: 'c'.repeat(64) },
      changes: [],
      id: 'credit-list-2025',
      issued: '2026-08-28T10:00:00+08:00',
      label: { zh: '评价机关已公开的评价', en: 'Ratings made public by their authorities' },
      period: { start: '2025-01-01T00:00:00+08:00', end: '2026-01-01T00:00:00+08:00' },
      reason: null,
      rowCount: list.leaves.length,
      rowsRoot: 'A'.repeat(43),
      standards: ['渝环规〔2021〕7号'],
      statement: null,
      supersedes: null,
      title: { zh: '川渝企业环境信用评价年度名单（2025 年度）', en: 'Annual list (2025)' },
      type: 'annual-credit-list',
      ...parts,
    },
    digest,
    publishedAt,
    signatures,
    supersededBy,
    list,
  }
}

const open = (list: CreditList, lang: Lang = 'zh', parts: Partial<CreditRelease> = {}) =>
  read(releasePage(view(list, parts), { lang, path: '/releases/credit-list-2025' }))

describe('the page of a list', () => {
  test('says first how many ratings of how many enterprises there are, and as of which day', async () => {
    expect((await open(listOf(GIVEN))).within('class', 'answer')).toBe(
      '2025 年度，四川、重庆评价机关公开的评价 4 项，涉及 2 家企业。',
    )
    expect((await open(listOf(GIVEN))).text).toMatch(/截至 2026-09-01 ?（北京时间）/)
    expect((await open(listOf(GIVEN.slice(0, 1)), 'en')).within('class', 'answer')).toBe(
      'For 2025, 1 rating of 1 enterprise, made public by the authorities of Sichuan and Chongqing.',
    )
  })

  test('counts levels a side, in words and numbers without a colour', async () => {
    const page = await open(listOf(GIVEN))
    const rows = page.each('tr').map((row) => row.split(' '))
    expect(rows.slice(0, 6)).toEqual([
      ['等级', '四川', '重庆'],
      ['环保诚信企业', '0', '0'],
      ['环保良好企业', '1', '0'],
      ['环保警示企业', '0', '1'],
      ['环保不良企业', '0', '1'],
      ['未评级', '1', '0'],
    ])
    expect(page.source).not.toContain('class="plate')
  })

  test('has an enterprise a row, both sides beside each other, by its code, with a way to all there is of it', async () => {
    const page = await open(listOf(GIVEN))
    const [first = '', second = ''] = page.each('tr').slice(-2)
    for (const words of [
      sampleName(1),
      sampleCode(1),
      '环保良好企业',
      '四川省生态环境厅，省级',
      '环保警示企业',
      '环保不良企业',
    ])
      expect(first).toContain(words)
    expect(first.match(/同年另有优先的评价/g)).toHaveLength(1)
    // Three ratings, each with what its dates are.
    expect(first.match(/有效期 (?:\d{4}|至|未写明)/g)).toHaveLength(3)
    expect(second).toContain('没有列出')
    expect(page.tags.map(({ attributes }) => attributes.href)).toContain(`/credit?q=${sampleCode(1)}`)
  })

  test('says why others are not on it, and never how many', async () => {
    const whole = listOf(GIVEN)
    const some: CreditList = { ...whole, rows: whole.rows.slice(1), withheld: new Set(['s/0']) }
    for (const list of [whole, some])
      expect((await open(list)).text).toContain('修复之日起、到期之后，或评价机关另有结论的')
    const { text } = await open(some)
    expect(text).not.toMatch(/1 项(?:已)?(?:修复|到期)|已移除|另有 \d+ 项/)
  })

  test('that has nothing left to show is still a page, without a name', async () => {
    const page = await open({ ...listOf([]), leaves: ['a', 'b'], withheld: new Set(['s/0', 's/1']) })
    expect(page.within('class', 'answer')).toBe('没有可以公开展示的评价')
    expect(page.source).not.toContain('样品')
  })

  test('of many enterprises shows the first, and says where the others are', async () => {
    const many = Array.from({ length: 403 }, (_, n): Given[number] => ['cq', n, {}])
    const page = await open(listOf(many))
    expect(page.text).toContain('另有 3 家企业，见下载的表格')
    expect(page.each('tr').filter((row) => row.includes('样品'))).toHaveLength(400)
  })

  test('offers no map file, since ratings have no places', async () => {
    const { source } = await open(listOf(GIVEN))
    expect(source).not.toContain('.geojson')
    for (const form of ['csv', 'xlsx', 'json', 'html', 'jws']) expect(source).toContain(`credit-list-2025.${form}`)
  })

  test('that corrects another tells what came and what is otherwise, as far as it may be shown', async () => {
    const list = listOf(GIVEN)
    const leaf = (name: string) => JSON.stringify(`leaf-${name}`)
    const changes = [
      { section: 'leaf-k0', member: 'row', from: 'null', to: leaf('k0') },
      { section: 'leaf-k1', member: 'row', from: leaf('before'), to: leaf('k1') },
      { section: 'leaf-gone', member: 'row', from: leaf('gone'), to: 'null' },
      { section: null, member: 'statement', from: 'null', to: '"更正后的综述"' },
    ]
    const parts = {
      changes,
      reason: '复核',
      supersedes: { id: 'credit-list-2025-1', digest: 'd'.repeat(64) },
      statement: '更正后的综述',
    }
    const shown = (await open({ ...list, rows: list.rows.filter(({ key }) => key !== 'k1') }, 'zh', parts)).within(
      'class',
      'changes',
    )
    expect(shown).toContain(`${sampleName(1)} 四川`)
    expect(shown).toContain('未列入 环保良好企业')
    expect(shown).not.toContain('环保警示企业')
    expect(shown).toContain('更正后的综述')
    const whole = (await open(list, 'zh', parts)).within('class', 'changes')
    expect(whole).toMatch(/内容不同\s*环保警示企业/)
    expect(whole).not.toContain('leaf')
  })

  test('as a line of changes a row is listed, listed otherwise or not listed, never its leaf', () => {
    const line = (from: string, to: string) => changeLines({ section: 'x', member: 'row', from, to }, 'zh')
    expect(line('null', '"b"')).toEqual([{ what: '评价', from: '未列入', to: '列入' }])
    expect(line('"a"', '"b"')).toEqual([{ what: '评价', from: '列入', to: '内容不同' }])
    expect(line('"a"', 'null')).toEqual([{ what: '评价', from: '列入', to: '未列入' }])
  })

  test.each<Lang>(['zh', 'en'])(
    'in %s runs and styles nothing inline, has its ids once and keeps the language',
    async (lang) => {
      const { tags, source } = await open(listOf(GIVEN), lang)
      for (const { name, attributes } of tags) {
        expect(['script', 'style', 'iframe']).not.toContain(name)
        for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$/)
        const { href = '', rel } = attributes
        if (name === 'link' && rel !== 'alternate') expect(PORTAL_ASSETS.has(href)).toBe(true)
        if (name === 'a' && href.startsWith('/credit')) expect(/[?&]lang=en$/.test(href)).toBe(lang === 'en')
      }
      const ids = tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { attributes } of tags) {
        const label = attributes['aria-labelledby']
        if (label !== undefined) expect(ids).toContain(label)
      }
      expect(source).not.toMatch(/undefined|NaN|\[object|>null</)
    },
  )

  test('in English marks what is Chinese', async () => {
    const { source } = await open(listOf(GIVEN), 'en')
    const main = source.slice(source.indexOf('<main'), source.indexOf('id="downloads"'))
    const unmarked = main.replace(/<(\w+)[^>]*lang="zh-CN"[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '')
    expect(unmarked.match(/\p{Script=Han}+/gu)).toBeNull()
  })
})
