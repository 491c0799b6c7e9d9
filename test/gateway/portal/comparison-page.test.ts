/** The page of the comparison says what the data says, in tables that can be heard, and small enough to load anywhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { comparisonPage, type Lang } from '../../../gateway/portal/index.ts'
import { english } from '../../../gateway/portal/mixed.ts'
import { type StandardsComparison, standardsComparison } from '../../../gateway/standards/compare/comparison.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'
import { type Page, read } from './read.ts'

const COMPARISON = standardsComparison()
const PATH = '/standards/comparison'
const open = (lang: Lang, comparison: StandardsComparison = COMPARISON): Promise<Page> =>
  read(comparisonPage({ comparison, sandbox: false }, { lang, path: PATH }))
/** Without blanks: the reader puts one after every marked run. */
const plain = (text: string): string => text.replace(/\s+/g, '')

describe('the page', () => {
  test.each([
    ['zh', `${COMPARISON.counts.differ} 项不同`],
    ['en', `${COMPARISON.counts.differ} differ`],
  ] as const)('in %s gives the count before any row', async (lang, count) => {
    const main = (await open(lang)).within('id', 'main')
    expect(main).toContain(count)
    expect(main.indexOf(count)).toBeLessThan(main.indexOf(COMPARISON.datasets[0]?.rows[0]?.aspect[lang] ?? '?'))
  })

  test.each(['zh', 'en'] as const)('in %s has every row of the data, both sides and the effect', async (lang) => {
    const page = await open(lang)
    for (const { id, rows, editions, title } of COMPARISON.datasets) {
      const section = plain(page.within('id', id))
      expect(section.startsWith(plain(title[lang]))).toBe(true)
      for (const { key, aspect, sc, cq, effect } of rows) {
        for (const text of [aspect, sc, cq, effect])
          if (text) expect(section, `${id}/${key}`).toContain(plain(text[lang]))
      }
      for (const { aspect, earlier, later } of editions?.rows ?? [])
        for (const text of [aspect, earlier, later]) expect(section).toContain(plain(text[lang]))
    }
  })

  test('says of what is not established that it is not, and never leaves a cell empty', async () => {
    const page = await open('zh')
    const absent = COMPARISON.datasets
      .flatMap(({ rows }) => rows)
      .flatMap(({ sc, cq }) => [sc, cq])
      .filter((one) => one === null)
    expect(page.each('td').filter((text) => text === '未查明')).toHaveLength(absent.length)
    expect(page.each('td')).not.toContain('')
    expect(page.each('th')).not.toContain('')
  })

  test('tells alike, different and untold by a word, not by colour alone', async () => {
    const { counts } = COMPARISON
    const verdicts = (await open('en')).each('span').filter((text) => /^[=≠?] /.test(text))
    const editions = COMPARISON.datasets.flatMap(({ editions: found }) => found?.rows ?? []).length
    expect(verdicts).toHaveLength(counts.aspects + editions)
    expect(verdicts.filter((text) => text === '≠ different')).toHaveLength(counts.differ)
    expect(verdicts.filter((text) => text === '= alike')).toHaveLength(counts.same)
    expect(verdicts.filter((text) => text === '? cannot be told')).toHaveLength(counts.unknown)
  })

  test('gives every table a caption, its columns and rows a scope, and their roles when laid out as cards', async () => {
    const { tags } = await open('zh')
    const of = (name: string) => tags.filter((tag) => tag.name === name)
    expect(of('caption')).toHaveLength(of('table').length)
    expect(of('table').length).toBe(COMPARISON.datasets.length + 1)
    for (const { attributes } of of('th')) expect(['col', 'row']).toContain(attributes.scope)
    for (const { attributes } of of('tr')) expect(attributes.role).toBe('row')
    for (const { attributes } of of('td')) expect(attributes.role).toBe('cell')
    for (const { attributes } of of('td')) expect(attributes['data-label'] ?? attributes.class).toMatch(/./)
  })

  test('numbers the sources of each dataset and cites no other', async () => {
    const page = await open('en')
    for (const { id, rows, editions } of COMPARISON.datasets) {
      const named = [...rows, ...(editions?.rows ?? [])].flatMap(({ sources }) => sources)
      const count = new Set(named.map(({ en }) => en)).size
      const cited = [...page.within('id', id).matchAll(/; see ([\d, ]+)/g)].flatMap(([, list = '']) => list.split(','))
      const numbers = cited.map(Number).filter((number) => number > 0)
      expect(Math.max(...numbers), id).toBe(count)
      expect(new Set(numbers).size, id).toBe(count)
    }
  })

  test('ranks no warning of one scheme against another’s, and calls what is computed a suggestion', async () => {
    const { text } = await open('zh')
    expect(text).toContain('不同方案的颜色不作比较')
    expect(text).toContain('网关算出的只是建议')
  })

  test.each(['zh', 'en'] as const)('in %s is under 100 KB', async (lang) => {
    expect(Buffer.byteLength((await open(lang)).source)).toBeLessThan(100_000)
  })

  test('lets no text become markup', async () => {
    const hostile = `"><script>alert(1)</script>川<img src=x onerror=alert(1)>`
    const both = { zh: hostile, en: hostile }
    const [dataset] = COMPARISON.datasets
    if (!dataset) throw new TypeError('there is no dataset')
    const row = {
      key: 'x',
      aspect: both,
      sc: both,
      cq: null,
      differs: null,
      effect: both,
      confidence: 'V1',
      sources: [both],
    } as const
    const datasets = [{ ...dataset, title: both, summary: both, rows: [row] }]
    for (const lang of ['zh', 'en'] as const) {
      const { tags } = await open(lang, { ...COMPARISON, notes: [both], datasets })
      expect(tags.some(({ name }) => name === 'script' || name === 'img')).toBe(false)
    }
  })
})

/** What is the same in either language: pollutants, indices, documents' numbers, class glyphs, addresses, names of software, data formats; contracts by their ids beside. */
const IDENTIFIERS =
  /PM2\.5|PM10|pH|I?AQI|[CNSO]O|mg\/L|GB(?:\/T)?|HJ|ISO|t\d{8}_\d+|(?:[a-z]+\.)+(?:gov\.cn|com)|II|III|IV|NA|OpenMapX|caiyunapp\/aqi-hub|JSON|GET \/[\w/]+|English/g

test('the Chinese page has no English but identifiers', async () => {
  const { text } = await open('zh')
  const own = CONTRACTS.reduce((rest, { id }) => rest.replaceAll(id, ''), text)
  const left = own.replace(IDENTIFIERS, '').match(/[A-Za-z]{2,}(?: [A-Za-z]+)*/g) ?? []
  expect(left).toEqual([])
  // And it could be seen: the English page is full of it.
  expect((await open('en')).text.replace(IDENTIFIERS, '').match(/[A-Za-z]{2,}/g)?.length).toBeGreaterThan(1000)
})

describe('Chinese in an English text', () => {
  test.each([
    ['by 渝府办发〔2022〕115号, still', 'by <span lang="zh-CN">渝府办发〔2022〕115号</span>, still'],
    ['省界(川-渝), 入境', '<span lang="zh-CN">省界(川-渝)</span>, <span lang="zh-CN">入境</span>'],
    ['no such thing', 'no such thing'],
    ['HJ 633-2012', 'HJ 633-2012'],
    ['a 川 & b', 'a <span lang="zh-CN">川</span> &amp; b'],
  ])('%s', async (text, marked) => {
    expect(String(await english(text))).toBe(marked)
  })
})

describe('its address', () => {
  let world: World
  let calls: Calls
  beforeAll(async () => {
    world = await openWorld({ unsigned: true })
    calls = callsOf(world)
  })
  afterAll(() => world.close())

  test('is open to anyone, in both languages, with the headers of every page', async () => {
    for (const [query, lang] of [
      ['', 'zh-CN'],
      ['?lang=en', 'en'],
    ]) {
      const answer = await calls.get(PATH + query)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(await answer.text()).toContain(`<html lang="${lang}"`)
    }
    expect(calls.failures).toEqual([])
  })

  test('is linked from the home page and from the foot of every page, in the reader’s language', async () => {
    const links = async (path: string) => [
      ...(await (await calls.get(path)).text()).matchAll(/href="(\/standards[^"]*)"/g),
    ]
    expect((await links('/')).map(([, to]) => to)).toEqual([PATH, PATH])
    expect((await links('/errors?lang=en')).map(([, to]) => to)).toEqual([`${PATH}?lang=en`])
  })
})
