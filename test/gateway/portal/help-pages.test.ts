import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutPage } from '../../../gateway/portal/about-page/page.ts'
import { findRelease } from '../../../gateway/portal/verify-page/find.ts'
import { verifyPage } from '../../../gateway/portal/verify-page/page.ts'
import { deadlineText } from '../../../gateway/portal/words/about.ts'
import { aboutView } from './public-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/verify' } as const
const DIGEST = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'
const RELEASES = [
  { id: 'water-2', title: { zh: '二', en: 'Two' }, digest: 'ff'.repeat(32), supersededBy: null },
  { id: 'water-1', title: { zh: '一', en: 'One' }, digest: DIGEST, supersededBy: 'water-2' },
]

describe('finding a release', () => {
  test.each([
    ['water-1', 'water-1'],
    [' water-1\n', 'water-1'],
    [DIGEST, 'water-1'],
    [DIGEST.toUpperCase(), 'water-1'],
    [DIGEST.slice(0, 12), 'water-1'],
    // As short prints end.
    [`${DIGEST.slice(0, 16)}…`, 'water-1'],
    [`sha256:${DIGEST}`, 'water-1'],
    [`${DIGEST.slice(0, 32)} ${DIGEST.slice(32)}`, 'water-1'],
  ])('by %j', (asked, id) => {
    expect(findRelease(RELEASES, asked)).toMatchObject({ found: { id } })
  })

  test.each([
    [DIGEST.slice(0, 11), 'short'],
    ['water-3', 'none'],
    ['ab'.repeat(32), 'none'],
    [`${DIGEST}00`, 'none'],
    ['__proto__', 'none'],
  ])('finds nothing for %j', (asked, fault) => {
    expect(findRelease(RELEASES, asked)).toEqual({ fault })
  })

  test('never finds one that does not begin with what was asked, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (asked) => {
        const answer = findRelease(RELEASES, asked)
        if ('found' in answer) expect(['water-1', 'water-2']).toContain(answer.found.id)
      }),
    )
  })
})

describe('the page for verifying', () => {
  const open = (asked: string, sandbox = false) => read(verifyPage({ asked, releases: RELEASES, sandbox }, zh))

  test('gives the three steps, the trust file from elsewhere, and the command of the newest release', async () => {
    const main = (await open('')).within('id', 'main')
    for (const part of [
      '下载证明包',
      '从双方机关取得 trust.json',
      '不要从本站取',
      'npx chuanyu verify water-2.bundle.json --trust trust.json',
    ])
      expect(main).toContain(part)
    expect((await open('', true)).within('id', 'main')).toContain('只信任本沙箱')
  })

  test('says what was found and that it was corrected', async () => {
    const page = await open(DIGEST)
    const found = page.within('role', 'status')
    expect(found).toContain('已被更正，请以新一期为准 water-2')
    expect(found).toContain(DIGEST)
    expect(page.within('id', 'main')).toContain('npx chuanyu verify water-1.bundle.json')
  })

  test('tells a digest that is none of ours apart from one that is too short', async () => {
    expect((await open('ab'.repeat(32))).within('role', 'alert')).toContain('请不要采信')
    const short = (await open('abc')).within('role', 'alert')
    expect(short).toContain('至少要 12 位')
    expect(short).not.toContain('不要采信')
  })

  test('says verified to people and keeps the machinery folded away', async () => {
    const { source } = await open('')
    const outside = source.replace(/<details[\s\S]*?<\/details>/g, '')
    for (const word of ['Merkle', 'JCS', 'RFC 6962']) {
      expect(source).toContain(word)
      expect(outside).not.toContain(word)
    }
    expect(outside).toContain('已核验')
  })

  test('does not check in the browser, and says why', async () => {
    expect((await open('')).text).toContain('没有移植到浏览器')
  })
})

describe('the page about the data', () => {
  const open = async (parts = {}) => read(aboutPage(aboutView(parts), { lang: 'zh', path: '/about' }))

  test('tells of every dataset who produces it, its review, how often, and who may see what', async () => {
    const rows = (await open()).each('tr')
    const row = rows.find((text) => text.startsWith('水质断面监测数据共享契约')) ?? ''
    for (const part of ['中国环境监测总站', '未审核、已审核、终审', '自动站每4小时一组', '水质目标', '监测结果'])
      expect(row).toContain(part)
    const risk = rows.find((text) => text.startsWith('环境风险源')) ?? ''
    expect(risk).toContain('无')
    expect(risk).not.toContain('监测站')
  })

  test('tells by when each release should be agreed on and signed, by the terms', async () => {
    const rows = (await open()).each('tr')
    expect(rows.find((text) => text.startsWith('川渝空气质量联合预报'))).toBe(
      '川渝空气质量联合预报 发布日 15:30 发布日 16:00 公开',
    )
    expect(rows.find((text) => text.startsWith('重污染天气联合预警建议'))).toMatch(/双方$/)
  })

  test('says what never is public, that no licence was stated, and whom to ask', async () => {
    const { text } = await open()
    for (const part of ['企业风险源', '预警由政府发布', '双方没有声明许可条件', 'data@gateway.example'])
      expect(text).toContain(part)
    expect(text).not.toContain('mailto:')
  })

  test('of a gateway with nothing signed says so', async () => {
    const { text } = await open({ datasets: [], products: [], agencies: { cq: [], sc: [] } })
    expect(text).toContain('还没有生效的契约')
    expect(text).toContain('会商规约尚未生效')
    expect(text).toContain('尚无登记')
  })
})

test.each([
  [{ days: 0, count: 'calendar', time: '15:30' } as const, '发布日 15:30', '15:30 on the day of issue'],
  [
    { days: 1, count: 'working', time: '17:00' } as const,
    '发布日后第 1 个工作日 17:00',
    '17:00, 1 working day after the day of issue',
  ],
  [
    { days: 3, count: 'calendar', time: '12:00' } as const,
    '发布日后第 3 天 12:00',
    '12:00, 3 days after the day of issue',
  ],
])('the deadline %j', (rule, chinese, english) => {
  expect(deadlineText(rule, { zh: '发布日', en: 'the day of issue' })).toEqual({ zh: chinese, en: english })
})
