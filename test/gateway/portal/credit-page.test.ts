/** The page of the look-up: the form, both sides side by side, what is wrong or missing said plainly, and nothing that is not public. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { readCreditQuestion } from '../../../gateway/credit/question.ts'
import { creditPage, type Lang } from '../../../gateway/portal/index.ts'
import type { CreditView } from '../../../gateway/portal/view.ts'
import { creditVersion, RECOGNISING } from '../../contracts/enterprise-credit/versions.ts'
import { type CreditWorld, creditWorld, sampleCode, sampleName } from '../credit/world.ts'
import { answer, DAY, DISTRICT, SICHUAN, view } from './credit-fixture.ts'
import { type Page, read } from './read.ts'

const PATH = '/credit'
const LANGS = ['zh', 'en'] as const

const open = (parts: Partial<CreditView>, lang: Lang = 'zh'): Promise<Page> =>
  read(creditPage(view(parts), { lang, path: PATH }))

function faultOf(asked: string): Pick<CreditView, 'asked' | 'fault'> {
  const fault = readCreditQuestion(asked)
  if (!('fault' in fault)) throw new TypeError(`${asked} is a question`)
  return { asked, fault }
}

describe('the form', () => {
  test.each(LANGS)('in %s asks the page itself by GET, keeps the language and what was asked', async (lang) => {
    const { tags } = await open({ asked: '巴岳"化工' }, lang)
    const of = (name: string) => tags.filter((tag) => tag.name === name)
    expect(of('form').map(({ attributes }) => attributes)).toMatchObject([
      { method: 'get', action: PATH, role: 'search' },
    ])
    const inputs = of('input').map(({ attributes: { name, value, type } }) => ({ name, value, type }))
    const language = lang === 'en' ? [{ name: 'lang', value: 'en', type: 'hidden' }] : []
    expect(inputs).toEqual([{ name: 'q', value: '巴岳"化工', type: 'search' }, ...language])
    expect(of('label')[0]?.attributes.for).toBe('q')
    expect(of('button')).toHaveLength(1)
  })

  test('the language link keeps the question', async () => {
    const link = async (lang: Lang) =>
      (await open({ asked: '巴岳&x=1' }, lang)).tags.find(({ attributes }) => attributes.class === 'language')
        ?.attributes.href
    expect(await link('zh')).toBe(`/credit?q=${encodeURIComponent('巴岳&x=1')}&lang=en`)
    expect(await link('en')).toBe(`/credit?q=${encodeURIComponent('巴岳&x=1')}`)
  })
})

describe('a wrong question', () => {
  test.each(LANGS)('in %s is told first, and at the field, which is marked', async (lang) => {
    const asked = faultOf('91350100M000100Y44')
    const page = await open(asked, lang)
    const text = lang === 'zh' ? asked.fault?.zh : asked.fault?.en
    const main = page.within('id', 'main')
    expect(main).toContain(text ?? '?')
    expect(main.indexOf(text ?? '?')).toBeLessThan(main.indexOf(page.each('h1')[0] ?? '?'))
    const input = page.tags.find(({ name }) => name === 'input')
    expect(input?.attributes).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': 'q-fault' })
    expect(page.within('id', 'q-fault')).toBe(text)
    expect(page.tags.some(({ name }) => name === 'table')).toBe(false)
  })

  test('leads to the code that was perhaps meant', async () => {
    const { tags } = await open(faultOf('9135O1OOMOOO1OOY43'))
    expect(tags.map(({ attributes }) => attributes.href)).toContain('/credit?q=91350100M000100Y43')
  })
})

describe('what was found', () => {
  test.each(LANGS)(
    'in %s stands in a table of years by sides, Sichuan’s and Chongqing’s beside one another',
    async (lang) => {
      const page = await open(
        {
          answer: answer([
            ['sc', SICHUAN],
            ['cq', {}],
          ]),
        },
        lang,
      )
      const sides = lang === 'zh' ? ['四川', '重庆'] : ['Sichuan', 'Chongqing']
      expect(page.each('th').slice(1)).toEqual([...sides, lang === 'zh' ? '2025 年度' : '2025'])
      const cells = page.each('td')
      expect(cells).toHaveLength(2)
      const words =
        lang === 'zh'
          ? [
              ['环保良好企业', '省级', '2019年版', '在重庆无互认效力'],
              ['环保警示企业', '市级（直辖市）', '渝环规〔2021〕7号', '在四川无互认效力'],
            ]
          : [
              ['Environmentally good', 'province', '2019 edition', 'no effect on the other side (Chongqing)'],
              ['Environmental warning', 'municipality', '渝环规〔2021〕7号', 'no effect on the other side (Sichuan)'],
            ]
      for (const [at, list] of words.entries())
        for (const word of [...list, '2026-08-13', '2027-08-12', '示例公告〔2026〕1号'])
          expect(cells[at]).toContain(word)
    },
  )

  test('a side that has none says so, a level its plate in a word', async () => {
    const cells = (await open({ answer: answer([['cq', {}]]) })).each('td')
    expect(cells[0]).toBe('没有可以公开展示的评价')
    expect(cells[1]).toContain('（黄牌）')
  })

  test('of two authorities the one set aside says so and is still there', async () => {
    const [, cell = ''] = (
      await open({
        answer: answer([
          ['cq', {}],
          ['cq', DISTRICT],
        ]),
      })
    ).each('td')
    expect(cell).toContain('环保警示企业')
    expect(cell.indexOf('同年另有优先的评价')).toBeGreaterThan(cell.indexOf('环保警示企业'))
    expect(cell).toContain('铜梁区生态环境局')
  })

  test('a status is not dressed as a level', async () => {
    const { tags, text } = await open({
      answer: answer([['cq', { status: 'suspended', level: null, levelSent: null }]]),
    })
    expect(text).toContain('停产，未评级')
    expect(
      tags.filter(({ attributes }) => attributes.class?.startsWith('plate')).map(({ attributes }) => attributes.class),
    ).toEqual(['plate none'])
  })

  test('a score, should the contract open it, comes with its scheme', async () => {
    const scores = creditVersion('2.0.0', ({ audience }) => ({ audience: { ...audience, score: 'public' } }))
    const score = { qualifier: null, reported: '99.5', scheme: '渝环规〔2021〕7号', unit: '分', value: 99.5 } as const
    expect((await open({ answer: answer([['cq', { score }]]) })).text).not.toContain('99.5')
    expect((await open({ answer: answer([['cq', { score }]], scores) })).text).toMatch(/99\.5分，\S+渝环规〔2021〕7号/)
  })

  test.each([
    ['zh', '按双方契约互认为重庆的环保良好企业'],
    ['en', 'recognised in Chongqing by the contract of both sides as: Environmentally good'],
  ] as const)('in %s a recognised level is told where the contract recognises', async (lang, words) => {
    const { text } = await open({ answer: answer([['sc', SICHUAN]], RECOGNISING) }, lang)
    expect(text).toContain(words)
    expect(text).not.toMatch(/无互认效力|no effect on the other side/)
  })

  test('without a stated end the day it is shown to is told, by the terms', async () => {
    // Rated for 2025, with two years by terms.display: the end of 2027.
    const { text } = await open({ answer: answer([['cq', { validity: { from: null, to: null } }]]) })
    expect(text).toMatch(/未写明\s*按契约展示至\s*2027-12-31/)
  })

  test('that there are more is said without how many', async () => {
    const found = { ...answer([['cq', {}]]), more: true }
    expect((await open({ answer: found })).text).toMatch(/先列出 1 家企业.*还有更多没有列出/)
  })

  test.each(LANGS)('in %s nothing found says of nobody anything', async (lang) => {
    const { text } = await open({ asked: '巴岳', answer: answer([]) }, lang)
    expect(text).toContain(lang === 'zh' ? '不说明任何企业的信用状况' : 'says nothing of any enterprise')
  })

  test('no member that is not public is on the page, whatever the record holds', async () => {
    const joint: Partial<CreditRecord> = {
      appeal: { date: '2026-08-21', state: 'pending' },
      repair: { date: '2026-08-22', state: 'applied' },
      veto: { applied: true, case: 'larger-event' },
      notes: [{ rule: 'level-by-veto', field: '/level', sent: 'note-7731' }],
      score: { qualifier: null, reported: '61.25', scheme: '渝环规〔2021〕7号', unit: '分', value: 61.25 },
    }
    const { source } = await open({ answer: answer([['cq', joint]]) })
    expect(source).not.toMatch(/2026-08-21|2026-08-22|larger-event|note-7731|61\.25|复核|申诉|否决/)
  })

  test('lets no text become markup', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const change = {
      enterprise: { code: sampleCode(1), division: null, name: hostile },
      authority: { level: 'district', name: hostile },
    } as const
    const found = answer([
      ['cq', { ...change, levelSent: hostile, publicationBasis: { document: hostile, notice: null } }],
    ])
    const named = { ...found, enterprises: found.enterprises.map((one) => ({ ...one, names: [hostile, hostile] })) }
    for (const lang of LANGS) {
      const { tags } = await open({ asked: hostile, answer: named }, lang)
      expect(tags.some(({ name }) => name === 'script' || name === 'img')).toBe(false)
    }
  })
})

test('without a contract in force the page shows nothing and says why', async () => {
  const standing = { day: DAY, contract: null, terms: null }
  const { text, tags } = await open({ standing, answer: { ...standing, enterprises: [], more: false } })
  expect(text).toContain('信用共享契约尚未生效')
  expect(text).not.toContain('没有可以公开展示的评价')
  expect(tags.some(({ name }) => name === 'form')).toBe(true)
})

describe('its address', () => {
  let credit: CreditWorld
  beforeAll(async () => {
    credit = await creditWorld()
    await credit.rate('cq', [{ enterprise: 1, authority: '市级', level: '环保良好企业' }])
  })
  afterAll(async () => {
    expect(credit.calls.failures).toEqual([])
    await credit.world.close()
  })
  const get = async (query: string) => {
    const answered = await credit.calls.get(PATH + query)
    expect(answered.status).toBe(200)
    return { text: await answered.text(), policy: answered.headers.get('content-security-policy') ?? '' }
  }

  test('is open to anyone and lets its form ask the gateway, and nothing else run', async () => {
    const { policy, text } = await get('')
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src|unsafe/)
    expect(text).not.toContain('<table')
  })

  test.each([
    ['a code', sampleCode(1)],
    ['a code in small letters', sampleCode(1).toLowerCase()],
    ['a part of a name', '样品1'],
  ])('finds by %s', async (_, q) => {
    const { text } = await get(`?q=${encodeURIComponent(q)}`)
    expect(text).toContain(sampleName(1))
    expect(text).toContain('环保良好企业')
  })

  test.each([
    ['nobody', sampleCode(2), '没有可以公开展示的评价'],
    ['a wrong code', '91350100M000100Y44', '校验位不符'],
    ['a single character', '样', '名称至少2个字'],
  ])('says of %s so', async (_, q, words) => {
    const { text } = await get(`?q=${encodeURIComponent(q)}`)
    expect(text).toContain(words)
    expect(text).not.toContain('<table')
  })

  test('is linked from the head of every page and from the home page', async () => {
    for (const [path, to, count] of [
      ['/', '/credit', 2],
      ['/errors?lang=en', '/credit?lang=en', 1],
    ] as const) {
      const text = await (await credit.calls.get(path)).text()
      expect([...text.matchAll(/href="(\/credit[^"]*)"/g)].map(([, link]) => link)).toEqual(Array(count).fill(to))
    }
  })
})
