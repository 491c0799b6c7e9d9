/** Notices as files: one document and several, header, number, signature, date and labels, and what is refused. */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readAirWarning } from '../../../contracts/air-warning/read.ts'
import { refusal } from '../formats/helpers.ts'
import { CHENGDU, CHONGQING, notice, rules, warnings } from './helpers.ts'

const ISSUE = '决定自2026年11月15日0时起启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。'
const one = (text: string, party: 'cq' | 'sc' = 'sc') => warnings(party, text).records[0]?.record
const refused = (text: string, party: 'cq' | 'sc' = 'sc') =>
  warnings(party, text).rejections.map(({ row, type, value }) => [row, type, value])

describe('a whole notice', () => {
  const text = [
    `${CHENGDU}文件`,
    '示例重污办〔2026〕7号',
    `${CHENGDU}关于发布重污染天气黄色预警的通知`,
    '各区（市）县人民政府，市级有关部门：',
    '经成都市生态环境局、成都市气象局会商研判，预计11月15日至17日我市可能出现中度及以上污染。根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意，决定自2026年11月15日0时起在全市范围内启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。',
    '请各地各部门严格落实Ⅲ级应急响应措施。如达到橙色预警条件，将升级为橙色预警。',
    '附件：重污染天气黄色预警启动清单',
    '联系人：张三（示例），电话 000-0000',
    '（此件公开发布）',
    CHENGDU,
    '2026年11月14日',
  ].join('\n')

  test('is one record: its document, act, times, scheme, basis and sentence', () => {
    const { format, rowsIn, records } = warnings('sc', `${text}\n`)
    expect([format, rowsIn, records.length]).toEqual(['text', 1, 1])
    expect(records[0]).toMatchObject({
      key: '510100/sc/示例重污办〔2026〕7号/issue',
      subject: '510100',
      end: Date.parse('2026-11-15T00:00:00+08:00'),
      row: 5,
    })
    expect(records[0]?.record).toEqual({
      action: 'issue',
      area: { id: '510100', kind: 'city', name: '成都市', party: 'sc' },
      basis:
        '经成都市生态环境局、成都市气象局会商研判，预计11月15日至17日我市可能出现中度及以上污染。根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意',
      document: {
        number: '示例重污办〔2026〕7号',
        title: `${CHENGDU}关于发布重污染天气黄色预警的通知`,
        unnumbered: null,
      },
      effective: '2026-11-15T00:00:00+08:00',
      issued: '2026-11-14T00:00:00+08:00',
      issuer: { authority: CHENGDU, party: 'sc' },
      level: 'yellow',
      notes: [
        { field: '/issued', rule: 'issued-hour-not-stated', sent: '2026年11月14日' },
        { field: '/area', rule: 'warning-area-of-issuer', sent: CHENGDU },
        { field: '/until', rule: 'until-by-further-notice', sent: '另行通知' },
      ],
      originator: 'sc',
      previousLevel: null,
      publication: 'public',
      replaces: null,
      response: 'Ⅲ级应急响应',
      review: 'raw',
      scheme: { document: '成都市重污染天气应急预案（2024年修订）', edition: '2024', id: '环大气〔2024〕6号' },
      sealedDigest: null,
      text: '根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意，决定自2026年11月15日0时起在全市范围内启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知',
      until: null,
    })
  })

  test('holds by the contract, and names no person', () => {
    const record = one(text)
    expect(readAirWarning(Buffer.from(JSON.stringify(record)))).toEqual(record)
    expect(JSON.stringify(record)).not.toContain('张三')
  })

  test('is the same in GB 18030', () => {
    expect(warnings('sc', iconv.encode(`${text}\n`, 'gb18030')).records[0]?.record).toEqual(one(`${text}\n`))
  })

  test('without an end to its last line is taken with a note', () => {
    expect(rules(one(text))).toContain('last-line-open')
    expect(rules(one(`${text}\n`))).not.toContain('last-line-open')
  })
})

describe('the three acts', () => {
  const story = [
    notice(ISSUE, { title: '关于发布重污染天气黄色预警的通知' }),
    notice(
      '决定自11月15日12时起将11月15日0时启动的重污染天气黄色预警（Ⅲ级应急响应）升级为橙色预警（Ⅱ级应急响应），《关于发布重污染天气黄色预警的通知》（示例重污办〔2026〕7号）同时废止。',
      {
        number: '示例重污办〔2026〕8号',
        title: '关于将重污染天气黄色预警升级为橙色预警的通知',
        date: '2026年11月15日9时',
      },
    ),
    notice('鉴于空气质量明显改善，决定于2026年11月16日12时解除重污染天气橙色预警，终止Ⅱ级应急响应。', {
      number: '示例重污办〔2026〕9号',
      title: '关于解除重污染天气橙色预警的通知',
      date: '2026年11月16日10时',
    }),
  ].join('')

  test('of one file are three records, each with what it replaces and its own levels', () => {
    const { records, rejections } = warnings('sc', story)
    expect(rejections).toEqual([])
    expect(
      records.map(({ record: { action, level, previousLevel, effective, replaces, response, document } }) => [
        action,
        level,
        previousLevel,
        effective,
        replaces,
        response,
        document.number,
      ]),
    ).toEqual([
      ['issue', 'yellow', null, '2026-11-15T00:00:00+08:00', null, 'Ⅲ级应急响应', '示例重污办〔2026〕7号'],
      [
        'adjust',
        'orange',
        'yellow',
        '2026-11-15T12:00:00+08:00',
        '示例重污办〔2026〕7号',
        'Ⅱ级应急响应',
        '示例重污办〔2026〕8号',
      ],
      ['lift', null, 'orange', '2026-11-16T12:00:00+08:00', null, null, '示例重污办〔2026〕9号'],
    ])
    expect(records[2]?.record.basis).toBe('鉴于空气质量明显改善')
  })

  test('are the same whether header or signature names the authority, or only the title does', () => {
    const signed = one(notice(ISSUE))
    const headed = one(`${CHENGDU}\n示例重污办〔2026〕7号\n关于重污染天气预警的通知\n${ISSUE}\n2026年11月14日18时\n`)
    const titled = one(`示例重污办〔2026〕7号\n${CHENGDU}关于重污染天气预警的通知\n${ISSUE}\n2026年11月14日18时\n`)
    for (const record of [signed, headed, titled]) expect(record?.issuer).toEqual({ authority: CHENGDU, party: 'sc' })
    expect(headed?.document.title).toBe(`${CHENGDU}关于重污染天气预警的通知`)
  })
})

describe('labels', () => {
  test('say what sentences would, and count before them', () => {
    const text = `标题：关于启动重污染天气预警的公告\n文号：示例2026年第3号\n发布单位：${CHONGQING}　发布时间：2026年11月14日18时\n预警区域：中心城区、永川区\n一、预警级别：Ⅲ级\n二、启动时间：11月15日0时\n三、解除时间：11月16日24时\n动作：启动\n响应级别：三级响应\n预警依据：渝府办发〔2022〕115号\n盖章文件SHA-256：${'AB'.repeat(32)}\n公开方式：主动公开\n审核状态：终审\n`
    const { records, rejections } = warnings('cq', text)
    expect(rejections).toEqual([])
    expect(records.map(({ record, key }) => [record.area.id, key])).toEqual([
      ['cq-中心城区', 'cq-中心城区/cq/示例2026年第3号/issue'],
      ['500118', '500118/cq/示例2026年第3号/issue'],
    ])
    expect(records[0]?.record).toMatchObject({
      basis: '渝府办发〔2022〕115号',
      document: { number: '示例2026年第3号', title: '关于启动重污染天气预警的公告', unnumbered: null },
      effective: '2026-11-15T00:00:00+08:00',
      level: 'yellow',
      publication: 'public',
      response: '三级响应',
      review: 'final',
      scheme: { document: '渝府办发〔2022〕115号', edition: '2022', id: '渝府办发〔2022〕115号' },
      sealedDigest: 'ab'.repeat(32),
      text: null,
      until: '2026-11-17T00:00:00+08:00',
    })
    expect(rules(records[0]?.record)).toEqual([
      'warning-level-by-number',
      'warning-date-inferred',
      'warning-date-inferred',
      'digest-normalised',
    ])
  })

  test('of two notices without titles begin anew where a label comes again', () => {
    const text = (number: number) =>
      `文号：示例〔2026〕${number}号\n发布单位：${CHENGDU}\n发布时间：2026年11月14日18时\n${ISSUE}\n`
    expect(warnings('sc', text(1) + text(2)).records.map(({ record }) => record.document.number)).toEqual([
      '示例〔2026〕1号',
      '示例〔2026〕2号',
    ])
  })

  test('that contradict the sentence are refused', () => {
    expect(refused(notice(`${ISSUE}\n预警级别：橙色`)).map(([, type]) => type)).toEqual(['warning-action-conflict'])
    expect(refused(notice(`${ISSUE}\n动作：解除`)).map(([, type]) => type)).toEqual(['warning-action-conflict'])
  })
})

describe('areas', () => {
  test('of one act are a record each', () => {
    const text = notice(
      '决定自2026年11月15日0时起在成都、德阳、绵阳3市启动区域重污染天气黄色预警，解除时间另行通知。',
      {
        authority: '四川省重污染天气应急指挥部办公室（示例）',
      },
    )
    const { rowsIn, records } = warnings('sc', text)
    expect(rowsIn).toBe(3)
    expect(records.map(({ record, row }) => [record.area.name, row])).toEqual([
      ['成都市', 4],
      ['德阳市', 4],
      ['绵阳市', 4],
    ])
    expect(rules(records[0]?.record)).toContain('area-alias')
  })

  test('of one notice may each have an act of their own', () => {
    const text = notice(
      '自2026年11月15日0时起在成都市启动重污染天气橙色预警。自2026年11月15日0时起在德阳市启动重污染天气黄色预警。',
      { authority: '四川省人民政府办公厅（示例）' },
    )
    expect(warnings('sc', text).records.map(({ record }) => [record.area.name, record.level])).toEqual([
      ['成都市', 'orange'],
      ['德阳市', 'yellow'],
    ])
  })

  test('named in the title alone are those of the act', () => {
    const text = notice('决定自2026年11月15日0时起启动重污染天气黄色预警。', {
      authority: CHONGQING,
      title: '关于启动主城都市区重污染天气黄色预警的通知',
    })
    expect(one(text, 'cq')?.area.id).toBe('cq-主城都市区')
  })

  test('said once without and once with names are those named, and the sentence is the one that says when', () => {
    const text = notice('决定启动重污染天气黄色预警。自2026年11月15日0时起在郫都区、温江区启动重污染天气黄色预警。')
    const { records } = warnings('sc', text)
    expect(records.map(({ record }) => record.area.name)).toEqual(['郫都区', '温江区'])
    expect(records[0]?.record.effective).toBe('2026-11-15T00:00:00+08:00')
  })

  test.each([
    ['四川省重污染天气应急指挥部办公室（示例）', ISSUE, 'division-missing'],
    [CHENGDU, '决定自2026年11月15日0时起在德阳市启动重污染天气黄色预警。', 'warning-area-outside'],
    [CHENGDU, '决定自2026年11月15日0时起在成都平原启动重污染天气黄色预警。', 'warning-area-outside'],
    [CHENGDU, '决定自2026年11月15日0时起在示例新城区启动重污染天气黄色预警。', 'division-unknown'],
    [CHENGDU, '决定自2026年11月15日0时起在德阳、绵阳3市启动重污染天气黄色预警。', 'division-unknown'],
    ['四川省人民政府（示例）', '决定自2026年11月15日0时起在永川区启动重污染天气黄色预警。', 'row-of-other-side'],
    [CHONGQING, ISSUE, 'row-of-other-side'],
  ])('%s: %s is refused as %s', (authority, sentence, type) => {
    expect(refused(notice(sentence, { authority })).map(([, found]) => found)).toEqual([type])
  })

  test('are those that exist on the day of issue', () => {
    const text = (day: string) =>
      notice('决定自即日起在江北区启动重污染天气黄色预警。', { authority: CHONGQING, date: day })
    expect(one(text('2025年1月14日18时'), 'cq')?.area).toMatchObject({ id: '500105', name: '江北区' })
    expect(one(text('2026年11月14日18时'), 'cq')?.area.name).toBe('两江新区')
    expect(rules(one(text('2026年11月14日18时'), 'cq'))).toContain('division-retired')
  })
})

describe('as offices’ pages have them', () => {
  const DISTRICT = '重庆市北碚区重污染天气应急工作指挥部办公室（示例）'

  test('a headline, what has been, and a decision to lift: the decision counts, the level is the headline’s', () => {
    const text = `北碚区解除重污染天气橙色预警\n日期：2026-11-15\n2026年11月8日0时我区启动重污染天气黄色预警并升级为橙色预警，执行橙色预警各项应急措施。根据会商，11月14日起扩散条件好转，满足解除预警的相关规定。按照《重庆市重污染天气应急预案（2022年修订）》规定，${DISTRICT}决定于2026年11月14日12时起解除本轮重污染天气预警。\n`
    const record = one(text, 'cq')
    expect(record).toMatchObject({
      action: 'lift',
      area: { id: '500109' },
      effective: '2026-11-14T12:00:00+08:00',
      issued: '2026-11-15T00:00:00+08:00',
      issuer: { authority: DISTRICT },
      level: null,
      previousLevel: 'orange',
      scheme: { id: '渝府办发〔2022〕115号' },
    })
    expect(rules(record)).toEqual(expect.arrayContaining(['effective-before-issued', 'warning-plan-not-held']))
  })

  test('a signature over two lines is the authority whole, as the title has it', () => {
    const text =
      '重庆市涪陵区空气重污染天气应急指挥部办公室（示例）关于解除2026年第四次重污染天气黄色预警（Ⅲ级响应）的通知\n日期：2026-11-14\n各乡镇人民政府：\n经会商，满足解除预警条件。区应急指挥部办公室决定自2026年11月14日9:00起，解除我区2026年第四次重污染天气黄色预警（Ⅲ级响应）。请各单位继续按照《关于启动污染天气预警应对工作的通知》安排。\n重庆市涪陵区空气重污染天气\n应急指挥部办公室\n（示例局代章）\n2026年11月14日\n'
    const { records, rejections } = warnings('cq', text)
    expect(rejections).toEqual([])
    expect(records[0]?.record).toMatchObject({
      action: 'lift',
      area: { id: '500102' },
      effective: '2026-11-14T09:00:00+08:00',
      issuer: { authority: '重庆市涪陵区空气重污染天气应急指挥部办公室' },
      previousLevel: 'yellow',
      replaces: null,
    })
  })

  test('the document of a higher office that it goes by is not the one it replaces', () => {
    const text = notice(
      '根据市指挥部办公室《关于启动主城都市区重污染天气区域橙色预警的通知》（示例渝气应办〔2026〕1号）文件要求，自2026年11月15日0时起将重污染天气黄色预警升级为橙色预警。',
      { authority: '永川区人民政府办公室（示例）', number: '示例〔2026〕2号' },
    )
    const record = one(text, 'cq')
    expect([record?.action, record?.replaces, record?.area.name]).toEqual(['adjust', null, '永川区'])
  })

  test('an ozone warning has no scheme in Sichuan, whose plan covers PM2.5 only, and has one in Chongqing', () => {
    const text = (authority: string) =>
      notice('决定于2026年11月15日0时启动臭氧重污染天气黄色预警。', {
        authority,
        title: '关于臭氧重污染天气预警的通知',
      })
    expect(refused(text(CHENGDU)).map(([, type]) => type)).toEqual(['warning-scheme-unknown'])
    expect(one(text(CHONGQING), 'cq')?.scheme.id).toBe('渝府办发〔2022〕115号')
  })

  test('press that tells of a warning without its authority is no document', () => {
    const text = '记者从市生态环境局获悉，成都市决定于2026年11月15日零时启动重污染天气黄色预警。\n2026年11月14日\n'
    expect(refused(text).map(([, type]) => type)).toEqual(['warning-issuer-unfit'])
  })
})

test('both sides read one form alike: what differs is whose it is', () => {
  const of = (party: 'cq' | 'sc', authority: string) => one(notice(ISSUE, { authority }), party)
  const [sc, cq] = [of('sc', CHENGDU), of('cq', CHONGQING)]
  const differing = Object.keys(sc ?? {}).filter(
    (member) => JSON.stringify(Object(sc)[member]) !== JSON.stringify(Object(cq)[member]),
  )
  expect(differing).toEqual(['area', 'issuer', 'notes', 'originator', 'scheme'])
})

describe('what is refused, by its line', () => {
  test.each([
    [
      'a title that issues over a text that lifts',
      notice('决定于2026年11月15日0时解除重污染天气黄色预警。', { title: '关于发布重污染天气黄色预警的通知' }),
      'warning-action-conflict',
    ],
    [
      'a text of two colours',
      notice('决定启动重污染天气黄色预警。决定启动重污染天气橙色预警。'),
      'warning-action-conflict',
    ],
    [
      'an extension',
      notice('黄色预警延长至11月18日24时。', { title: '关于延长重污染天气黄色预警的通知' }),
      'warning-statement-unreadable',
    ],
    [
      'an exercise',
      notice(ISSUE, { title: '关于开展重污染天气黄色预警应急演练的通知' }),
      'warning-statement-unreadable',
    ],
    [
      'a rehearsed sentence',
      notice('模拟自2026年11月15日0时起启动重污染天气黄色预警。'),
      'warning-statement-unreadable',
    ],
    [
      'a draft',
      notice(ISSUE, { title: '关于启动重污染天气黄色预警（征求意见稿）的通知' }),
      'warning-statement-unreadable',
    ],
    [
      'a monitoring centre as authority',
      notice(ISSUE, { authority: '成都市生态环境监测中心（示例）' }),
      'warning-issuer-unfit',
    ],
    ['no authority', notice(ISSUE, { authority: '' }), 'warning-issuer-unfit'],
    ['no date', notice(ISSUE, { date: '' }), 'warning-issued-missing'],
    ['a date ahead', notice(ISSUE, { date: '2026年12月14日' }), 'issued-in-future'],
    ['blue', notice(ISSUE.replace('黄色', '蓝色')), 'warning-level-unknown'],
    ['the other side’s scheme', notice(`根据渝府办发〔2022〕115号，${ISSUE}`), 'warning-scheme-of-other-side'],
    ['two schemes', notice(`根据渝府办发〔2022〕115号和川办发〔2024〕46号，${ISSUE}`), 'warning-scheme-mixed'],
    [
      'another edition of a plan',
      notice(`根据《四川省重污染天气应急预案》（川办发〔2022〕17号），${ISSUE}`),
      'warning-scheme-unknown',
    ],
    ['a day no calendar has', notice('决定自2026年11月31日0时起启动重污染天气黄色预警。'), 'warning-time-unreadable'],
    [
      'an end before its start',
      notice('自11月15日0时起至11月14日24时启动重污染天气黄色预警。'),
      'warning-until-before-start',
    ],
  ])('%s', (_what, text, type) => {
    expect(refused(text).map(([row, found]) => [found, Number(row) > 0])).toEqual([[type, true]])
  })

  test('leaves the others of the file alone', () => {
    const bad = notice(ISSUE.replace('黄色', '蓝色'), { number: '示例重污办〔2026〕6号' })
    const { records, rejections } = warnings('sc', bad + notice(ISSUE))
    expect([records.length, rejections.length]).toEqual([1, 1])
    expect(rejections[0]).toMatchObject({
      row: 4,
      value: '蓝色',
      detail: { zh: expect.stringContaining('环大气〔2024〕6号 没有') },
    })
  })

  test('of a text that holds no warning is the file', () => {
    expect(refusal(() => warnings('sc', '成都市今日空气质量为良。\n')).code).toBe('no-table')
    expect(refusal(() => warnings('sc', '如达到橙色预警条件，将升级为橙色预警。\n')).code).toBe('no-table')
  })
})

describe('notes', () => {
  test.each([
    ['the scheme where none is named', ISSUE, 'warning-scheme-by-day'],
    [
      'a plan of a city that is not held',
      `根据《德阳市重污染天气应急预案（2023年修订）》，${ISSUE}`,
      'warning-plan-not-held',
    ],
    ['a response of another level', ISSUE.replace('Ⅲ级', 'Ⅱ级'), 'response-differs'],
    ['no end', ISSUE.replace('，解除时间另行通知', ''), 'until-not-stated'],
    ['no time at all', '决定启动重污染天气黄色预警。', 'effective-not-stated'],
    ['a day without its hour', '自2026年11月15日起启动重污染天气黄色预警。', 'effective-hour-not-stated'],
    ['words for a day', '自明日0时起启动重污染天气黄色预警。', 'date-relative'],
    ['an effect before the issue', '自2026年11月14日12时起启动重污染天气黄色预警。', 'effective-before-issued'],
  ])('%s', (_what, sentence, rule) => {
    expect(rules(one(notice(sentence)))).toContain(rule)
  })

  test('say when several documents may be the one before, and none is taken', () => {
    const text = notice(
      '决定于2026年11月15日0时解除重污染天气橙色预警，《关于发布重污染天气黄色预警的通知》（示例〔2026〕7号）、《关于重污染天气橙色预警的通知》（示例〔2026〕8号）同时废止。',
      { number: '示例〔2026〕9号' },
    )
    const record = one(text)
    expect([record?.action, record?.replaces]).toEqual(['lift', null])
    expect(record?.notes).toContainEqual({
      field: '/replaces',
      rule: 'replaces-unclear',
      sent: '示例〔2026〕7号、示例〔2026〕8号',
    })
  })
})

test('the same notice again is a duplicate, and with other content a later revision', () => {
  const again = warnings('sc', notice(ISSUE) + notice(ISSUE))
  expect([again.records.length, again.duplicates]).toEqual([1, [{ row: 10, of: 4 }]])
  const other = warnings('sc', notice(ISSUE) + notice(ISSUE.replace('0时', '8时')))
  expect(other.records.map(({ record }) => rules(record).includes('key-repeated'))).toEqual([false, true])
})
