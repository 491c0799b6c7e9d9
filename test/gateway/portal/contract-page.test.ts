import { describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { changesPage } from '../../../gateway/portal/contract-page/changes.ts'
import { exampleAt } from '../../../gateway/portal/contract-page/example.ts'
import { contractsPage } from '../../../gateway/portal/contract-page/list.ts'
import { contractPage } from '../../../gateway/portal/contract-page/page.ts'
import { conditionsOf, definitionsOf, fieldsOf } from '../../../gateway/portal/contract-page/schema-fields.ts'
import { durationText } from '../../../gateway/portal/words/contract-page.ts'
import { MAJOR, MINOR, WATER } from '../documents/lives.ts'
import { changesView, contractView, versionView } from './public-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/contracts/x/1.0.0' } as const
const en = { lang: 'en', path: '/contracts/x/1.0.0' } as const

describe('the fields of a schema', () => {
  const schema = {
    type: 'object',
    required: ['a', 'list'],
    properties: {
      a: {
        'x-title': { zh: '甲', en: 'A' },
        type: ['string', 'null'],
        minLength: 1,
        maxLength: 8,
        pattern: '^x',
        description: 'What it is.',
        'x-source': 'somewhere',
      },
      list: {
        type: 'array',
        maxItems: 4,
        uniqueItems: true,
        items: {
          type: 'object',
          required: ['n'],
          properties: { n: { type: 'number', exclusiveMinimum: 0, maximum: 9 } },
        },
      },
      figure: {
        allOf: [{ $ref: '#/$defs/result' }],
        properties: { unit: { const: 'mg/L' }, value: { minimum: 0 } },
        'x-unit': 'mg/L',
      },
      either: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/result' }] },
      word: { enum: ['x', null, 3] },
    },
    allOf: [JSON.parse('{"if":{"properties":{"word":{"const":"x"}}},"then":{"required":["either"]}}')],
    $defs: { result: { type: 'object', required: ['value'], properties: { value: { type: 'number' } } } },
  }
  const fields = new Map(fieldsOf(schema).map((field) => [field.path, field]))

  test('are told with their title, types, whether they may be left out, meaning and source', () => {
    expect([...fields.keys()]).toEqual(['a', 'list', 'list[].n', 'figure', 'either', 'word'])
    expect(fields.get('a')).toMatchObject({
      title: { zh: '甲', en: 'A' },
      types: ['string', 'null'],
      required: true,
      description: 'What it is.',
      source: 'somewhere',
    })
    expect(fields.get('figure')).toMatchObject({ required: false, refs: ['result'], unit: 'mg/L' })
    expect(fields.get('either')).toMatchObject({ types: ['null'], refs: ['result'] })
    expect(fields.get('word')?.types).toEqual(['enum'])
  })

  test('have every rule in words', () => {
    const rules = (path: string) => fields.get(path)?.rules.map(({ words, codes }) => [words.zh, ...codes].join(' '))
    expect(rules('a')).toEqual(['字数 1–8', '格式 ^x'])
    expect(rules('list')).toEqual(['项数 ≤ 4', '不重复'])
    expect(rules('list[].n')).toEqual(['范围 > 0 ≤ 9'])
    expect(rules('figure')).toEqual(['unit 固定为 mg/L', 'value 范围 ≥ 0'])
    expect(rules('word')).toEqual(['取值 x null 3'])
  })

  test('share definitions, and have rules between them', () => {
    expect(definitionsOf(schema)).toMatchObject([
      { name: 'result', types: ['object'], fields: [{ path: 'value', required: true }] },
    ])
    expect(conditionsOf(schema)).toEqual([schema.allOf[0]])
  })

  test('have their value in an example, however deep', () => {
    const example = { a: 'x1', list: [{ n: 2 }], figure: { value: 1 }, long: 'z'.repeat(80) }
    expect(exampleAt(example, 'a')).toBe('"x1"')
    expect(exampleAt(example, 'list[].n')).toBe('2')
    // A group is told by what it holds.
    expect(exampleAt(example, 'figure')).toBeNull()
    expect(exampleAt(example, 'figure.value')).toBe('1')
    expect(exampleAt(example, 'toString')).toBeNull()
    expect(exampleAt(example, 'long')?.endsWith('…')).toBe(true)
  })
})

describe('a contract', () => {
  test.each(CONTRACTS.map((contract) => [contract.id, contract] as const))(
    'of %s is a page under 100 KB with every field of the schema and every term',
    async (_id, contract) => {
      const page = await read(contractPage(contractView(contract), zh))
      expect(Buffer.byteLength(page.source)).toBeLessThan(100_000)
      const table = page.within('id', 'fields')
      for (const { path, title } of fieldsOf(contract.schema)) {
        expect(table).toContain(path)
        if (title) expect(table).toContain(title.zh)
      }
      for (const { name } of definitionsOf(contract.schema))
        expect(page.tags.some(({ attributes }) => attributes.id === `def-${name}`)).toBe(true)
      for (const { attributes } of page.tags) {
        const { href = '' } = attributes
        if (href.startsWith('#'))
          expect(
            page.tags.some((other) => other.attributes.id === href.slice(1)),
            href,
          ).toBe(true)
      }
    },
  )

  test('says of a field its unit, rule, example and who may see it', async () => {
    const rows = (await read(contractPage(contractView(), zh))).each('tr')
    const row = (start: string) => rows.find((text) => text.startsWith(start)) ?? ''
    expect(row('断面 section')).toMatch(/公开$/)
    expect(row('监测结果 results')).toMatch(/双方$/)
    expect(row('断面登记号 section.id')).toMatch(/文本 字数 4–64 格式 \^\(cq\|sc\)-\\S\+\$/)
    expect(row('总磷 results.tp')).toContain('mg/L')
    expect(row('跨界方向 section.border')).toContain('取值 sc-cq cq-sc shared 空值')
  })

  test('says its terms in words', async () => {
    const terms = (await read(contractPage(contractView(), zh))).within('id', 'terms')
    for (const part of [
      '重庆、四川',
      '四川省、重庆市行政区域内登记的水质断面',
      '重庆的报送单位：可报送、试算、读取，限本方数据',
      '自动站每4小时一组',
      'deadline 7 天',
      '断面必须在登记册中 拒绝 section-unknown',
      '同一文件内完全相同的行计为重复 计数',
      '整批接受 否',
      '记录保存十年',
      '仅报送方',
    ])
      expect(terms).toContain(part)
    expect(terms).not.toMatch(/\{|\[object/)
  })

  test('says who signed it, when, and where in the ledger', async () => {
    const signing = (await read(contractPage(contractView(), en))).within('id', 'signing')
    expect(signing).toContain('Chongqing Chongqing Eco-environment Monitoring Centre · water signatory')
    expect(signing).toContain('2026-11-23T02:58:07Z · ledger index 1,480')
    const waiting = contractView(WATER, { version: versionView(WATER, { signatures: [], state: 'proposed' }) })
    const page = await read(contractPage(waiting, zh))
    expect(page.within('id', 'signing')).toContain('尚未签署')
    expect(page.within('class', 'byline')).toContain('已提出，待另一方签署')
  })

  test('says from when to when it counts, and links its other versions and what it changes', async () => {
    const retirement = { from: '2027-01-01', reason: { zh: '示例：不再共享', en: 'Sample' }, signed: false }
    const version = versionView(MINOR, { retirement })
    const view = contractView(MINOR, {
      version,
      versions: [version, versionView(WATER, { state: 'superseded' })],
      before: '1.0.0',
    })
    const page = await read(contractPage(view, zh))
    const facts = page.within('class', 'facts')
    for (const part of [
      '生效 2026-11-20',
      '过渡期至 2026-11-30',
      '停用 2027-01-01 已提出 示例：不再共享',
      '已被新版取代',
    ])
      expect(facts).toContain(part)
    const links = page.tags.map(({ attributes }) => attributes.href)
    expect(links).toContain('/contracts/water-section-quality/1.1.0/changes')
    expect(links).toContain('/contracts/water-section-quality/1.0.0')
    expect(links).toContain('/v1/contracts/water-section-quality/1.1.0/schema')
  })

  test('links a workbook to fill in of each side that has one, in both languages', async () => {
    for (const [options, side] of [
      [zh, '重庆'],
      [en, 'Chongqing'],
    ] as const) {
      const page = await read(contractPage(contractView(), options))
      const links = page.tags.map(({ attributes }) => attributes.href)
      for (const party of ['cq', 'sc'])
        expect(links).toContain(`/v1/contracts/water-section-quality/1.0.0/template?party=${party}`)
      expect(page.within('id', 'downloads')).toContain(`XLSX · ${side}`)
    }
    const none = await read(contractPage(contractView(WATER, { templates: [] }), zh))
    expect(none.within('id', 'downloads')).not.toContain('XLSX')
  })

  test('shows no example where there is none that fits', async () => {
    const page = await read(contractPage(contractView(WATER, { example: undefined }), zh))
    expect(page.each('tr').find((text) => text.startsWith('断面登记号'))).not.toContain('"')
  })
})

describe('the changes of a version', () => {
  test('are told with the verdict, whether its number fits, and each difference', async () => {
    const page = await read(changesPage(changesView(), zh))
    expect(page.within('class', 'answer')).toContain('兼容')
    expect(page.each('h1')).toEqual(['水质断面监测数据共享契约：1.0.0 → 1.1.0'])
    expect(page.within('class', 'facts')).toContain('✓')
    expect(page.within('class', 'findings stacked')).toContain('remark')
  })

  test('give a value only one of the two takes', async () => {
    const page = await read(changesPage(changesView(MAJOR), en))
    expect(page.text).toContain('A value only one of them takes')
    expect(page.within('class', 'findings stacked')).toContain('old data no longer valid')
  })

  test('are none between a version and itself', async () => {
    const page = await read(changesPage(changesView(WATER), zh))
    expect(page.within('id', 'main')).toContain('没有差异')
  })
})

describe('the list of contracts', () => {
  test('has each version with its state, the newest first, which is linked by the contract’s name', async () => {
    const versions = [versionView(WATER, { state: 'superseded' }), versionView(MINOR)]
    const page = await read(contractsPage({ versions, sandbox: false }, zh))
    const rows = page.each('tr').slice(1)
    expect(rows[0]).toMatch(/1\.1\.0 有效 2026-11-20$/)
    expect(rows[1]).toMatch(/1\.0\.0 已被新版取代 双方签署之日（2026年11月23日 11:20）$/)
  })

  test('says that there is none', async () => {
    expect((await read(contractsPage({ versions: [], sandbox: false }, zh))).text).toContain('账本中还没有契约')
  })
})

test.each([
  ['P7D', '7 天', '7 days'],
  ['PT4H', '4 小时', '4 hours'],
  ['P1M', '1 个月', '1 month'],
  ['P10Y', '10 年', '10 years'],
  ['PT30M', 'PT30M', 'PT30M'],
  ['anything', 'anything', 'anything'],
])('the duration %s', (text, chinese, english) => {
  expect(durationText(text)).toEqual({ zh: chinese, en: english })
})
