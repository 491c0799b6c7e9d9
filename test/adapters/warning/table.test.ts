/** Tables of warnings: headings both sides use, every cell that is refused or noted, lists of areas, notices in a cell, and any file of good and bad rows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAirWarning } from '../../../contracts/air-warning/read.ts'
import type { AirWarningRecord } from '../../../contracts/air-warning/record.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { refusal } from '../formats/helpers.ts'
import { CHENGDU, CHONGQING, csv, notice, ROW, rules, table, WARNINGS, warnings } from './helpers.ts'

type Change = Readonly<Record<string, string>>

const one = (change: Change = {}, party: PartyId = 'sc'): AirWarningRecord | undefined =>
  warnings(party, table(change)).records[0]?.record
const refused = (change: Change, party: PartyId = 'sc') =>
  warnings(party, table(change)).rejections.map(({ type, pointer, value }) => [type, pointer, value])

test('a row is a record, without the words of a notice', () => {
  const { format, records } = warnings('sc', table({}))
  expect(format).toBe('csv')
  expect(records[0]).toMatchObject({ row: 2, key: '510100/sc/示例重污办〔2026〕7号/issue', subject: '510100' })
  expect(records[0]?.record).toEqual({
    action: 'issue',
    area: { id: '510100', kind: 'city', name: '成都市', party: 'sc' },
    basis: null,
    document: { number: '示例重污办〔2026〕7号', title: '关于发布重污染天气黄色预警的通知', unnumbered: null },
    effective: '2026-11-15T00:00:00+08:00',
    issued: '2026-11-14T18:00:00+08:00',
    issuer: { authority: CHENGDU, party: 'sc' },
    level: 'yellow',
    notes: [
      { field: '/area', rule: 'warning-area-of-issuer', sent: CHENGDU },
      { field: '/scheme', rule: 'warning-scheme-by-day' },
      { field: '/until', rule: 'until-by-further-notice', sent: '另行通知' },
    ],
    originator: 'sc',
    previousLevel: null,
    publication: 'joint',
    replaces: null,
    response: null,
    review: 'raw',
    scheme: { document: '川办发〔2024〕46号', edition: '2024', id: '环大气〔2024〕6号' },
    sealedDigest: null,
    text: null,
    until: null,
  })
})

test('an adapter says what it is, and wants the register of divisions', () => {
  for (const [party, side] of [
    ['cq', 'chongqing'],
    ['sc', 'sichuan'],
  ] as const) {
    const adapter = WARNINGS[party]
    expect(adapter).toMatchObject({ id: `${side}/air-warning`, party, contract: 'air-warning', register: 'divisions' })
    expect(adapter.version).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('JSON says the same under English names', () => {
  const rows = [
    {
      authority: CHENGDU,
      document_number: '示例重污办[2026]7号',
      action: 'lift',
      level: 'orange',
      issuedAt: '2026-11-14T18:00:00+08:00',
      effectiveFrom: '2026-11-15T00:00:00+08:00',
      publication: 'public',
    },
  ]
  const { format, records, notes } = warnings('sc', JSON.stringify({ data: rows }))
  expect([format, notes]).toEqual(['json', []])
  expect(records[0]?.record).toMatchObject({
    action: 'lift',
    document: { number: '示例重污办〔2026〕7号' },
    effective: '2026-11-15T00:00:00+08:00',
    issued: '2026-11-14T18:00:00+08:00',
    level: null,
    previousLevel: 'orange',
    publication: 'public',
  })
  expect(rules(records[0]?.record)).toContain('document-number-normalised')
})

describe('levels', () => {
  test.each([
    ['黄色', 'yellow', null],
    ['橙', 'orange', null],
    ['红色预警', 'red', null],
    ['重污染天气黄色预警', 'yellow', null],
    ['Ⅲ级（黄色）', 'yellow', null],
    ['黄色（III级）预警', 'yellow', null],
    ['Orange', 'orange', null],
    ['Ⅲ级', 'yellow', 'warning-level-by-number'],
    ['二级', 'orange', 'warning-level-by-number'],
    ['I级预警', 'red', 'warning-level-by-number'],
  ])('%s is %s', (sent, level, rule) => {
    const record = one({ 预警级别: sent })
    expect(record?.level).toBe(level)
    expect(rules(record).filter((found) => found === 'warning-level-by-number')).toEqual(rule === null ? [] : [rule])
  })

  test.each(['蓝色', 'Ⅳ级', 'blue', '紫色', '黄橙', '0级', '5级'])('%s is none of the scheme', (sent) => {
    expect(refused({ 预警级别: sent })).toEqual([['warning-level-unknown', '预警级别', sent]])
    expect(refused({ 预警级别: sent, 发布机关: CHONGQING }, 'cq')[0]?.[0]).toBe('warning-level-unknown')
  })

  test('blue is not taken even where an older scheme has it', () => {
    const change = { 预警级别: '蓝色', 预警方案: '环大气函〔2017〕86号' }
    expect(refused(change)).toEqual([['warning-level-unknown', '预警级别', '蓝色']])
  })

  test.each([
    [{ 预警级别: '—' }, 'warning-level-missing', '预警级别'],
    [{ 动作: '调整', 预警级别: '黄色', 原级别: '黄色' }, 'warning-level-unchanged', '预警级别'],
    [{ 原级别: '橙色' }, 'warning-action-conflict', '原级别'],
    [{ 动作: '解除', 预警级别: '黄色', 原级别: '橙色' }, 'warning-action-conflict', '预警级别'],
    [{ 原文号: '示例重污办〔2026〕6号' }, 'warning-action-conflict', '原文号'],
    [{ 动作: '延长' }, 'warning-action-unreadable', '动作'],
    [{ 动作: '解除并调整' }, 'warning-action-unreadable', '动作'],
    [{ 动作: '' }, 'warning-action-unreadable', '动作'],
  ])('%j is refused as %s', (change, type, pointer) => {
    expect(refused(change).map(([found, at]) => [found, at])).toEqual([[type, pointer]])
  })

  test.each([
    ['启动', 'issue'],
    ['发布预警', 'issue'],
    ['升级', 'adjust'],
    ['降级', 'adjust'],
    ['预警调整', 'adjust'],
    ['终止', 'lift'],
    ['发布解除', 'lift'],
  ])('the action %s is to %s', (sent, action) => {
    expect(one({ 动作: sent, 预警级别: '橙色' })?.action).toBe(action)
  })

  test('a lifting keeps the level lifted, and neither response nor end', () => {
    const record = one({ 动作: '解除', 响应级别: 'Ⅲ级响应', 解除时间: '2026-11-15 20:00', 启动时间: '' })
    expect(record).toMatchObject({
      effective: '2026-11-15T20:00:00+08:00',
      level: null,
      previousLevel: 'yellow',
      response: null,
      until: null,
    })
    expect(rules(record)).toEqual(expect.arrayContaining(['lift-time-taken', 'ended-by-lift']))
  })

  test('a response is kept in its own words, and noted where it is of another level', () => {
    expect(one({ 响应级别: '3级响应' })?.response).toBe('3级响应')
    expect(rules(one({ 响应级别: '3级响应' }))).not.toContain('response-differs')
    expect(rules(one({ 响应级别: 'Ⅱ级应急响应' }))).toContain('response-differs')
    expect(rules(one({ 响应级别: '应急响应' }))).toContain('response-differs')
  })
})

describe('times', () => {
  test.each([
    ['2026-11-15 00:00', '2026-11-15T00:00:00+08:00'],
    ['2026年11月15日0时', '2026-11-15T00:00:00+08:00'],
    ['2026年11月14日24时', '2026-11-15T00:00:00+08:00'],
    ['11月15日零时', '2026-11-15T00:00:00+08:00'],
    ['15日8时30分', '2026-11-15T08:30:00+08:00'],
    ['明日6时', '2026-11-15T06:00:00+08:00'],
    ['即日起', '2026-11-14T18:00:00+08:00'],
    ['自发布之日起', '2026-11-14T18:00:00+08:00'],
    ['2026/11/15 6:00', '2026-11-15T06:00:00+08:00'],
    ['2026-11-14T22:00:00Z', '2026-11-15T06:00:00+08:00'],
    ['20261115060000', '2026-11-15T06:00:00+08:00'],
    ['—', '2026-11-14T18:00:00+08:00'],
  ])('%s is %s', (sent, effective) => {
    expect(one({ 启动时间: sent })?.effective).toBe(effective)
  })

  test('of an end as a day alone is the end of that day; without one it is open, and said', () => {
    expect(one({ 解除时间: '2026-11-16' })?.until).toBe('2026-11-17T00:00:00+08:00')
    expect(rules(one({ 解除时间: '2026-11-16' }))).toContain('until-hour-not-stated')
    expect(rules(one({ 解除时间: '' }))).toContain('until-not-stated')
    expect(rules(one({ 解除时间: '待定' }))).toContain('until-by-further-notice')
  })

  test('around New Year are of the nearest year', () => {
    const record = one({ 发布时间: '2025-12-31 18:00', 启动时间: '1月1日0时', 解除时间: '1月3日24时' })
    expect([record?.effective, record?.until]).toEqual(['2026-01-01T00:00:00+08:00', '2026-01-04T00:00:00+08:00'])
  })

  test.each([
    [{ 发布时间: '' }, 'warning-issued-missing', '发布时间'],
    [{ 发布时间: '近日' }, 'issued-unreadable', '发布时间'],
    [{ 发布时间: '2027-01-01 00:00' }, 'issued-in-future', '发布时间'],
    [{ 启动时间: '2026-02-30 00:00' }, 'warning-time-unreadable', '启动时间'],
    [{ 启动时间: '25时' }, 'warning-time-unreadable', '启动时间'],
    [{ 启动时间: '2026-12-15 00:00' }, 'warning-time-outside', '启动时间'],
    [{ 启动时间: '2025-11-15 00:00' }, 'warning-time-outside', '启动时间'],
    [{ 解除时间: '尽快' }, 'warning-time-unreadable', '解除时间'],
    [{ 解除时间: '2026-11-15 00:00' }, 'warning-until-before-start', '解除时间'],
    [{ 动作: '解除', 启动时间: '', 解除时间: '尽快' }, 'warning-time-unreadable', '解除时间'],
  ])('%j is refused as %s', (change, type, pointer) => {
    expect(refused(change).map(([found, at]) => [found, at])).toEqual([[type, pointer]])
  })
})

describe('the document', () => {
  test.each([
    ['川办发〔2024〕46号', '川办发〔2024〕46号'],
    ['川办发[2024]46号', '川办发〔2024〕46号'],
    ['川办发（2024） 46 号', '川办发〔2024〕46号'],
    ['川办发【2024】第46号', '川办发〔2024〕第46号'],
    ['2026年第3号', '2026年第3号'],
    ['示例公告2026年第3号', '示例公告2026年第3号'],
  ])('%s is numbered %s', (sent, number) => {
    expect(one({ 文号: sent })?.document).toMatchObject({ number, unnumbered: null })
  })

  test.each(['46号', '川办发2024-46', '〔2024〕46号', '川办发〔24〕46号', '川办发/〔2024〕46号'])(
    '%s is no number',
    (sent) => {
      expect(refused({ 文号: sent })).toEqual([['document-number-unreadable', '文号', sent]])
    },
  )

  test.each([
    [{ 文号: '' }, 'not-stated'],
    [{ 文号: '无' }, 'none-given'],
    [{ 文号: '（文号后补）' }, 'to-follow'],
    [{ 文号: '—', 无文号原因: '未编文号' }, 'none-given'],
    [{ 文号: '', 无文号原因: '忘了' }, 'not-stated'],
  ])('%j has none: %s, and is told by authority and time of issue instead', (change, unnumbered) => {
    const [found] = warnings('sc', table(change)).records
    expect(found?.record.document).toMatchObject({ number: null, unnumbered })
    expect(found?.key).toBe(`510100/sc/${CHENGDU}/2026-11-14T18:00:00+08:00/issue`)
  })

  test('before is named by its number on an adjustment, and a digest by 64 digits', () => {
    const digest = `SHA-256: ${'0F'.repeat(32)}`
    const record = one({
      动作: '调整',
      预警级别: '橙色',
      原级别: '黄色',
      原文号: '示例重污办[2026]6号',
      附件摘要: digest,
    })
    expect(record).toMatchObject({ replaces: '示例重污办〔2026〕6号', sealedDigest: '0f'.repeat(32) })
    expect(refused({ 附件摘要: 'abc' })).toEqual([['digest-unreadable', '附件摘要', 'abc']])
    expect(refused({ 动作: '解除', 原文号: '上一份' })).toEqual([['document-number-unreadable', '原文号', '上一份']])
  })

  test.each([
    ['此件公开发布', 'public', []],
    ['（此件主动公开）', 'public', []],
    ['此件不公开', 'none', []],
    ['依申请公开', 'joint', []],
    ['', 'joint', []],
    ['看情况', 'joint', ['publication-unreadable']],
  ])('%s makes it %s', (sent, publication, noted) => {
    const record = one({ 公开方式: sent })
    expect(record?.publication).toBe(publication)
    expect(rules(record).filter((rule) => rule.startsWith('publication'))).toEqual(noted)
  })
})

describe('the authority', () => {
  test.each([
    '成都市人民政府',
    '成都市人民政府办公厅',
    '成都市重污染天气应急指挥部',
    '成都市大气污染防治工作领导小组办公室',
    '成都市生态环境保护委员会办公室',
    '四川天府新区管理委员会',
  ])('may be %s', (authority) => {
    expect(
      one({ 发布机关: authority, 区域: authority.startsWith('成都') ? '' : '四川天府新区' })?.issuer.authority,
    ).toBe(authority)
  })

  test.each([
    '成都市气象局',
    '四川省生态环境监测总站',
    '示例环保有限公司',
    '川渝网关',
    '',
    '成都市人民政府/市政府',
    `成都市${'示例'.repeat(40)}人民政府`,
  ])('may not be %s', (authority) =>
    expect(refused({ 发布机关: authority }).map(([type]) => type)).toEqual(['warning-issuer-unfit']),
  )

  test('is kept in its own words but for blanks', () => {
    const record = one({ 发布机关: '成都市 人民政府（示例）' })
    expect(record?.issuer).toEqual({ authority: '成都市人民政府（示例）', party: 'sc' })
    expect(rules(record)).toContain('authority-blanks-removed')
  })
})

describe('areas', () => {
  const areas = (change: Change, party: PartyId = 'sc') =>
    warnings(party, table(change)).records.map(({ record }) => record.area.id)
  const PROVINCE = '四川省人民政府（示例）'

  test.each([
    [{ 区域: '全市' }, ['510100']],
    [{ 区域: '郫都区、温江区' }, ['510117', '510115']],
    [{ 区县: '郫都区' }, ['510117']],
    [{ 区划代码: '510100' }, ['510100']],
    [{ 发布机关: PROVINCE, 市州: '成都、德阳' }, ['510100', '510600']],
    [{ 发布机关: PROVINCE, 片区: '成都平原' }, ['sc-成都平原']],
    [{ 发布机关: '成都市郫都区人民政府（示例）' }, ['510117']],
  ])('%j', (change, ids) => {
    expect(areas(change)).toEqual(ids)
  })

  test('of Chongqing are its zones, districts and the whole', () => {
    const of = (change: Change) => areas({ 发布机关: CHONGQING, ...change }, 'cq')
    expect(of({})).toEqual(['500000'])
    expect(of({ 区域: '全市' })).toEqual(['500000'])
    expect(of({ 区域: '中心城区、万州区' })).toEqual(['cq-中心城区', '500101'])
    expect(of({ 发布机关: '重庆市永川区人民政府（示例）' })).toEqual(['500118'])
    expect(of({ 发布机关: '永川区人民政府（示例）', 区域: '全区' })).toEqual(['500118'])
  })

  test('of a district are not another’s', () => {
    expect(refused({ 发布机关: '永川区人民政府（示例）', 区域: '荣昌区' }, 'cq')).toEqual([
      ['warning-area-outside', '区域', '荣昌区'],
    ])
  })

  test('whose count is wrong are refused as one row', () => {
    expect(refused({ 区域: '郫都区、温江区等3区' })).toEqual([['division-unknown', '区域', '郫都区、温江区等3区']])
  })
})

describe('a notice in a cell', () => {
  const content = notice('决定自2026年11月15日0时起启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。')

  test('is read as a notice is, and its columns count before it', () => {
    const { records } = warnings(
      'sc',
      JSON.stringify([{ 标题: '关于发布重污染天气黄色预警的通知', 正文: content, 发布时间: '2026-11-14 20:00' }]),
    )
    expect(records[0]?.record).toMatchObject({
      action: 'issue',
      document: { number: '示例重污办〔2026〕7号', title: '关于发布重污染天气黄色预警的通知' },
      effective: '2026-11-15T00:00:00+08:00',
      issued: '2026-11-14T20:00:00+08:00',
      issuer: { authority: CHENGDU },
      level: 'yellow',
      response: 'Ⅲ级应急响应',
    })
  })

  test('that is none, or two, is refused', () => {
    for (const text of ['今日空气质量为良', content + content.replace('7号', '8号')]) {
      const { rejections } = warnings('sc', JSON.stringify([{ 标题: '空气质量', 正文: text }]))
      expect(rejections.map(({ type, row }) => [type, row])).toEqual([['warning-statement-unreadable', 1]])
    }
  })
})

test('a file without the columns of a warning is refused whole, with the headings it lacks', () => {
  const error = refusal(() => warnings('sc', csv(['城市', 'AQI', '预警级别'], ['成都市', '80', '黄色'])))
  expect(error.code).toBe('columns-missing')
  expect(error.detail.zh).toContain('发布机关、发布时间、动作')
})

test('columns that mean nothing are passed over and said, once a file', () => {
  const { notes } = warnings('sc', table({ 天气: '晴', 备注: '示例' }, {}))
  expect(notes).toEqual([{ rule: 'column-ignored', sent: '天气' }])
})

test('rows equal to one before are duplicates; the same key again is a later revision', () => {
  const { records, duplicates } = warnings('sc', table({}, {}, { 启动时间: '2026-11-15 08:00' }))
  expect(duplicates).toEqual([{ row: 3, of: 2 }])
  expect(records.map(({ record }) => rules(record).includes('key-repeated'))).toEqual([false, true])
})

describe('any file of good and bad rows', () => {
  const header = [
    ...Object.keys(ROW),
    '区域',
    '原级别',
    '原文号',
    '响应级别',
    '预警方案',
    '依据',
    '附件摘要',
    '公开方式',
  ]
  const row = fc.tuple(
    fc.constantFrom(CHENGDU, CHONGQING, '四川省人民政府', '永川区人民政府', '成都市气象局', ''),
    fc.constantFrom('示例〔2026〕1号', '示例[2026]2号', '无', '', 'x', '2026年第3号'),
    fc.constantFrom('关于预警的通知', ''),
    fc.constantFrom('发布', '调整', '解除', '延长', ''),
    fc.constantFrom('黄色', '橙色预警', 'Ⅰ级', '蓝色', '', 'x'),
    fc.constantFrom('2026-11-14 18:00', '2026年11月14日', '11月14日18时', '2024-01-01 00:00', '2030-01-01', 'x', ''),
    fc.constantFrom('2026-11-15 00:00', '明日0时', '15日', '即日', '2026-02-30', ''),
    fc.constantFrom('另行通知', '2026-11-17', '2026-11-13 00:00', '', 'x'),
    fc.constantFrom('', '', '全市', '成都市', '德阳市', '永川区', '成部市', 'constructor'),
    fc.constantFrom('', '', '黄色', '橙色', '蓝色'),
    fc.constantFrom('', '', '示例〔2026〕1号', 'x'),
    fc.constantFrom('', 'Ⅲ级响应', 'x'),
    fc.constantFrom('', '', '川办发〔2024〕46号', '渝府办发〔2022〕115号', '成都2020', 'warning-national-2017', 'x'),
    fc.constantFrom('', '根据会商研判'),
    fc.constantFrom('', 'a'.repeat(64), 'x'),
    fc.constantFrom('', '此件公开发布', 'x'),
  )
  const good = [...Object.values(ROW), '', '', '', '', '', '', '', '']
  /** A good row but for one cell, which may be good as well. */
  const nearly = fc
    .tuple(row, fc.nat({ max: header.length - 1 }))
    .map(([any, at]) => good.map((cell, place) => (place === at ? (any[place] ?? '') : cell)))
  const rowOf = fc.oneof(row, nearly)
  const validate = CONTRACTS.find(({ id }) => id === 'air-warning')?.validate

  test('rows in = records + rejections + duplicates, all named by their row, all canonical and by the contract', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 20 }), fc.constantFrom<PartyId>('cq', 'sc'), (rows, party) => {
        const { rowsIn, records, rejections, duplicates } = warnings(party, csv(header, ...rows))
        expect(rowsIn).toBe(rows.length)
        const named = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
        expect(named).toEqual(rows.map((_, at) => at + 2))
        for (const { record, key, subject, end } of records) {
          taken += 1
          const { area, document, issued, issuer, action } = record
          const named = document.number === null ? `${issuer.authority}/${issued}` : document.number
          expect([key, subject]).toEqual([`${area.id}/${party}/${named}/${action}`, area.id])
          expect([area.party, issuer.party, Date.parse(record.effective)]).toEqual([party, party, end])
          expect(JSON.stringify(record)).toBe(canonical(record))
          expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true)
          expect(readAirWarning(Buffer.from(JSON.stringify(record)))).toEqual(record)
        }
      }),
      { numRuns: 400 },
    )
    expect(taken).toBeGreaterThan(20)
  })
})
