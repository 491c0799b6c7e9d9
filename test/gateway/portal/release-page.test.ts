import { describe, expect, test } from 'vitest'
import { releasePage } from '../../../gateway/portal/index.ts'
import { STYLE } from '../../../gateway/portal/style.ts'
import { bulletin, correction, release, river, section } from './fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/releases/x' } as const
const en = { lang: 'en', path: '/releases/x' } as const

/** A nought standing alone, not within a number, a version or a time. */
const LONE_ZERO = /(?<![\d.:,-])0(?![\d.:,-])/

describe('the answer', () => {
  test('is one sentence with the period, the sections with a result, the share and the transboundary ones', async () => {
    const page = await read(releasePage(release(), zh))
    expect(page.within('class', 'answer')).toBe(
      '2026年11月16日至22日，32 个断面中 28 个有结果，Ⅰ～Ⅲ类占 82.1% ；有结果且有目标的 8 个跨界断面中 6 个达标。'.replace(
        ' ；',
        '；',
      ),
    )
  })

  test('names every section that misses its target, the transboundary ones first', async () => {
    const page = await read(releasePage(release(), zh))
    const misses = page.within('class', 'misses')
    const places = ['光辉', '幺滩', '胡市大桥'].map((name) => misses.indexOf(name))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(misses).not.toContain('朱沱')
  })

  test('says so when all of them attain, and when none can be compared', async () => {
    const met = await read(
      releasePage(release({ bulletin: bulletin({}, [section({ name: '甲', target: 3 })], []) }), zh),
    )
    expect(met.within('class', 'allmet')).toContain('全部达标')
    const none = await read(releasePage(release({ bulletin: bulletin({}, [section({ name: '甲' })], []) }), zh))
    expect(none.within('class', 'allmet')).toContain('没有可与目标比较的断面')
  })

  test('carries the label that it is automatic and not for assessment, and how far its figures were reviewed', async () => {
    const byline = (await read(releasePage(release(), zh))).within('class', 'byline')
    expect(byline).toContain('自动监测，不用于考核')
    expect(byline).toContain('未审核的自动监测数据')
  })

  test('says what the number beside a pollutant is', async () => {
    const said = async (lang: typeof zh | typeof en) =>
      (await read(releasePage(release(), lang))).within('class', 'misses')
    expect(await said(zh)).toContain('主要污染指标（超标倍数）：总磷(0.3)')
    expect(await said(en)).toMatch(/Main pollutants \(times over\): Total phosphorus.* \(0\.3\)/)
  })
})

describe('the river drawings', () => {
  test('write the class into each block, and the target beneath', async () => {
    const page = await read(releasePage(release(), zh))
    const texts = page.each('text')
    expect(texts).toContain('劣Ⅴ')
    expect(texts).toContain('目标 Ⅱ')
    expect(texts).toContain('✗ 未达标')
    expect(texts).toContain('✓ 达标')
    expect((await read(releasePage(release(), en))).each('text')).toContain('>Ⅴ')
  })

  test('draw the province boundary with its direction, and a border river along the water', async () => {
    const page = await read(releasePage(release(), zh))
    const boundaries = page.tags.filter(({ attributes }) => attributes.class === 'boundary')
    // Seven crossings at sections on lines (朱沱, 金子, 码头, 玉溪, 高洞电站, 幺滩, 水寨子) and one border river,
    // each drawn across and down, but those on 涪江, 任河 and 兴隆河, which have two sections at most and are drawn down alone.
    expect(boundaries).toHaveLength(13)
    const texts = page.each('text')
    expect(texts).toContain('省界 川→渝')
    expect(texts).toContain('省界 渝→川')
    expect(texts).toContain('界河')
    expect(texts.filter((text) => text === '四川').length).toBeGreaterThan(0)
  })

  test('name the river it joins, and list apart what has no registered place', async () => {
    const page = await read(releasePage(release(), zh))
    expect(page.each('text')).toContain('汇入长江')
    expect(page.each('h4')).toContain('顺序未登记')
    expect(page.each('text')).not.toContain('金子(老)')
    expect(page.within('id', 'rivers')).toContain('金子(老)')
  })

  test('show a section without a result as such, with its reason', async () => {
    const texts = (await read(releasePage(release(), zh))).each('text')
    expect(texts).toContain('站点维护')
    expect(texts).toContain('未收到记录')
  })

  test('keep a river within the width of the page, however many sections it has', async () => {
    for (const count of [1, 2, 3, 4, 5, 9, 10, 30]) {
      const many = Array.from({ length: count }, (_, index) =>
        section({ name: `断面${index}`, river: '甲河', order: index + 1 }),
      )
      const one = river('甲河', 'River A', many, { into: '乙河' })
      const page = await read(releasePage(release({ bulletin: bulletin({}, many, [one]) }), en))
      const drawn = page.tags.filter(({ name, attributes }) => name === 'svg' && attributes.role === 'img')
      // Across where that is ever shown: not where a river is as narrow as a phone, nor where it is wider than the page.
      expect(drawn).toHaveLength(count > 2 && count <= 10 ? 2 : 1)
      const size = page.tags.find(({ attributes }) => attributes.class?.startsWith('river '))?.attributes.class
      expect(size).toBe(`river ${count <= 2 ? 's' : count <= 4 ? 'm' : count <= 10 ? 'l' : 'xl'}`)
      if (drawn.length === 2)
        expect(Number(drawn[0]?.attributes.width)).toBeLessThanOrEqual({ m: 600, l: 1250 }[size?.slice(6) ?? ''] ?? 0)
    }
  })

  test('say the whole river in words for those who do not see it', async () => {
    const page = await read(releasePage(release(), zh))
    const said = page.tags.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes['aria-label'] ?? '')
    expect(said.some((text) => text.includes('御临镇 无结果') && text.includes('幺滩 Ⅳ类，目标 Ⅲ类，未达标'))).toBe(
      true,
    )
  })

  test('show every section of the bulletin somewhere', async () => {
    const { release: payload } = release()
    const page = await read(releasePage(release(), zh))
    const rivers = page.within('id', 'rivers')
    for (const { name } of payload.sections) expect(rivers).toContain(name)
  })
})

describe('the table', () => {
  test('has the transboundary sections first, then each river in flow order', async () => {
    const page = await read(releasePage(release(), zh))
    const table = page.within('id', 'sections')
    const at = (name: string) => table.indexOf(name)
    expect(at('水寨子')).toBeLessThan(at('其他断面'))
    expect(at('其他断面')).toBeLessThan(at('江津大桥'))
    expect(at('江津大桥')).toBeLessThan(at('巫峡口'))
    expect(at('双河口')).toBeLessThan(at('御临镇'))
  })

  test('prints class, target, attainment, pollutants with multiples, means and records', async () => {
    const rows = (await read(releasePage(release(), zh))).each('tr')
    const row = rows.find((text) => text.startsWith('光辉')) ?? ''
    for (const part of ['琼江', 'Ⅳ', 'Ⅲ', '✗ 未达标', '总磷(0.3)', '7.7', '0.251', '42 / 42', '双方一致 42', '川→渝']) {
      expect(row.replace(/\s+/g, ' ')).toContain(part)
    }
  })

  test('has the unit of each column in its heading and, where cards have none, in their labels', async () => {
    const heads = (await read(releasePage(release(), zh))).each('th').map((text) => text.replace(/\s+/g, ''))
    for (const head of ['pH无量纲', '溶解氧mg/L', '高锰酸盐指数mg/L', '氨氮mg/L', '总磷mg/L'])
      expect(heads).toContain(head)
    for (const label of ['pH\\A 无量纲', '总磷\\A mg/L', 'Total phosphorus (as P)\\A mg/L', 'pH\\A no unit'])
      expect(STYLE).toContain(`::before{content:"${label}"}`)
  })

  test('names copies of both sides that differ', async () => {
    const found = section({
      name: '甲',
      records: { expected: 42, held: 40, bySide: { cq: 40, sc: 3 }, corroborated: 1, conflicting: 2 },
    })
    const page = await read(releasePage(release({ bulletin: bulletin({}, [found], []) }), zh))
    expect(page.within('id', 'sections')).toContain('双方不一致 2')
    expect(page.within('id', 'sections')).toContain('40 / 42')
  })

  test.each([
    ['zh', '本期没有收到合格记录', '无记录（应有 42 条）'],
    ['en', 'No acceptable record was received for the period', 'no record (42 expected)'],
  ] as const)('gives a section without a class its reason, never a nought (%s)', async (lang, reason, records) => {
    const rows = (await read(releasePage(release(), { lang, path: '/x' }))).each('tr')
    const row = rows.find((text) => text.startsWith('御临镇')) ?? ''
    expect(row).toContain(reason)
    expect(row).toContain(records)
    expect(row).not.toMatch(LONE_ZERO)
  })

  test('marks a mean that is missing as missing', async () => {
    const found = section({ name: '甲', means: { pH: '7.9' } })
    const page = await read(releasePage(release({ bulletin: bulletin({}, [found], []) }), zh))
    const row = page.each('tr').find((text) => text.startsWith('甲')) ?? ''
    expect(row.match(/无数据/g)).toHaveLength(4)
    expect(row).not.toMatch(LONE_ZERO)
  })
})

describe('a period of nothing but gaps', () => {
  test.each(['zh', 'en'] as const)('prints no nought anywhere (%s)', async (lang) => {
    const gone = ['甲', '乙'].map((name) =>
      section({ name, class: null, target: 3, transboundary: true, border: 'sc-cq' }),
    )
    const payload = bulletin({ derivedFrom: { count: 0, digest: 'ab' }, originators: [] }, gone, [])
    const page = await read(releasePage(release({ bulletin: payload, digest: 'ab' }), { lang, path: '/x' }))
    expect(page.within('id', 'main')).not.toMatch(LONE_ZERO)
    expect(page.within('class', 'answer')).toContain(lang === 'zh' ? '均无结果' : 'none of 2 sections has a result')
  })
})

describe('coverage', () => {
  test('prints what was expected, what came, and each gap with its reason', async () => {
    const page = await read(releasePage(release(), zh))
    const text = page.within('id', 'coverage')
    expect(text).toContain('1,344')
    expect(text).toContain('1,176')
    expect(text).toContain('87.5%')
    expect(text).toMatch(/本期没有收到合格记录 2 个断面 御临镇\s*、\s*巫山乡/)
    expect(text).toMatch(/停站 1 个断面 两河口/)
  })
})

describe('downloads', () => {
  test('are linked in every form, with id, digest, contract version, and both times', async () => {
    const page = await read(releasePage(release(), zh))
    const links = page.tags.flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]))
    for (const form of ['.json', '.jws', '.csv', '.xlsx', '.geojson', '.html', '/proof']) {
      expect(links).toContain(`/v1/releases/water-2026-W47${form}`)
    }
    const text = page.within('id', 'downloads')
    for (const part of [
      'water-2026-W47',
      release().digest,
      'water-section-quality 1.0.0',
      '2026年11月23日 11:20',
      '2026-11-23T03:20:41Z',
    ]) {
      expect(text).toContain(part)
    }
  })
})

describe('provenance', () => {
  test('names who measured, sent, and signed by post, and when, and the verify line', async () => {
    const text = (await read(releasePage(release(), zh))).within('id', 'provenance')
    for (const part of [
      '中国环境监测总站',
      '未审核',
      '重庆市生态环境监测中心 · 水质会签岗',
      '2026-11-23T02:58:07Z',
      '已核验',
      'npx chuanyu verify water-2026-W47.bundle.json --trust trust.json',
      '不是更正',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('keeps the machinery folded away', async () => {
    const page = await read(releasePage(release(), en))
    const outside = page.source.replace(/<details[\s\S]*?<\/details>/g, '')
    for (const word of ['Merkle', 'cq-signatory-1', 'ledger index']) {
      expect(page.source).toContain(word)
      expect(outside).not.toContain(word)
    }
  })

  test('does not say verified when a side has not signed', async () => {
    const [first] = release().signatures
    const page = await read(releasePage(release({ signatures: first ? [first] : [] }), zh))
    const text = page.within('id', 'provenance')
    expect(text).not.toContain('已核验')
    expect(text).toContain('签名不全')
    expect(text).toContain('四川 未签署')
  })

  test('says a side that sent nothing sent nothing', async () => {
    const only = [section({ name: '甲', party: 'cq' })]
    const text = (await read(releasePage(release({ bulletin: bulletin({}, only, []) }), zh))).within('id', 'provenance')
    expect(text).toContain('四川：未报送')
  })
})

describe('corrections', () => {
  test('say what they replace, why, and each figure that changed', async () => {
    const page = await read(releasePage(correction(), zh))
    const text = page.within('class', 'banner notice')
    for (const part of [
      '本期是更正',
      'water-2026-W47',
      '总磷重报',
      '朱沱 水质类别 Ⅲ类 Ⅱ类',
      '均值 · 总磷',
      '0.131 0.062',
      '未达标 达标',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('{')
    expect(text).not.toContain('溶解氧')
  })

  test('send the reader of a superseded release to the one that replaced it', async () => {
    const page = await read(releasePage(release({ supersededBy: 'water-2026-W47-2' }), en))
    expect(page.within('class', 'banner alert')).toContain('water-2026-W47-2')
    expect(page.tags.some(({ attributes }) => attributes.href === '/releases/water-2026-W47-2?lang=en')).toBe(true)
  })

  test('leave a release that is neither without banners', async () => {
    expect((await read(releasePage(release(), zh))).source).not.toContain('class="banner')
  })
})

describe('the sandbox', () => {
  test('says it is one on its releases', async () => {
    const page = await read(releasePage(release({ bulletin: bulletin({ sandbox: true }) }), zh))
    expect(page.within('class', 'sandbox')).toContain('默认不受信任')
    expect((await read(releasePage(release(), zh))).source).not.toContain('class="sandbox"')
  })
})
