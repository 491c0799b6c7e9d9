/** The grammar of forecast sentences: every part in every form, what is passed over, what is a fault; printed at random and read back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSentence, type Sentence } from '../../../adapters/air/sentence.ts'
import type { Pollutant } from '../../../contracts/standards/air-types.ts'

const NAMES = new Set(['成都市', '成都', '德阳市', '川南', '成都市、德阳市', '重庆市', '全市'])
const isArea = (name: string): boolean => NAMES.has(name)
const parse = (sentence: string): Sentence => parseSentence(sentence, isArea)

function statement(sentence: string) {
  const found = parse(sentence)
  if (found.kind !== 'statement') throw new Error(`${sentence}: ${JSON.stringify(found)}`)
  const { area, dayText, values } = found
  const { aqi, classes, primary } = values
  return [area, dayText, classes && [classes.min, classes.max], aqi && [aqi.from, aqi.to], primary.join(' ')]
}

describe('a forecast sentence is read', () => {
  test('as Dazhou has published it', () => {
    expect(statement('4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10')).toEqual([
      null,
      '4月12日',
      [2, 3],
      [74, 104],
      'pm10',
    ])
  })

  test.each([
    ['成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10', '成都市', '4月12日', [2, 2], [60, 90], 'pm10'],
    ['【成都市】4月12日空气质量为良，AQI为60至90，首要污染物PM2.5', '成都市', '4月12日', [2, 2], [60, 90], 'pm25'],
    ['预计明天成都市空气质量以优为主，AQI在20～50之间，无首要污染物', '成都市', '明天', [1, 1], [20, 50], ''],
    ['成都市明天空气质量等级：优，AQI：20—50，首要污染物：无', '成都市', '明天', [1, 1], [20, 50], ''],
    [
      '4月12日（周日），成都市，空气质量良或轻度污染，AQI 89±15，首要污染物：O₃',
      '成都市',
      '4月12日',
      [2, 3],
      [74, 104],
      'o3',
    ],
    ['2026年4月12日成都空气质量等级为优良，空气质量指数（AQI）40-70', '成都', '2026年4月12日', [1, 2], [40, 70], ''],
    ['13日为良至轻度污染，AQI指数74~104，首要污染物为PM10、PM2.5', null, '13日', [2, 3], [74, 104], 'pm10 pm25'],
    ['13日良，AQI60~90', null, '13日', [2, 2], [60, 90], ''],
    ['首要污染物为PM2.5，AQI指数60~90，空气质量等级为良', null, '', [2, 2], [60, 90], 'pm25'],
    [
      '受冷空气影响，4月12日，成都市空气质量轻至中度污染，AQI 110到160，首要污染物细颗粒物(PM2.5)',
      '成都市',
      '4月12日',
      [3, 4],
      [110, 160],
      'pm25',
    ],
    ['4月12日，有小雨，空气质量等级为优，气温12~18℃，AQI指数20~45', null, '4月12日', [1, 1], [20, 45], ''],
    ['成都市、德阳市：4月12日空气质量等级为良', '成都市、德阳市', '4月12日', [2, 2], null, ''],
    ['德羊市：4月12日空气质量等级为良', '德羊市', '4月12日', [2, 2], null, ''],
    ['4月12日德羊市空气质量等级为良', '德羊市', '4月12日', [2, 2], null, ''],
    ['4月12日我市空气质量等级为良', null, '4月12日', [2, 2], null, ''],
    ['4月12日全市空气质量等级为良', '全市', '4月12日', [2, 2], null, ''],
    ['成都市空气质量预报：4月12日空气质量等级为良', '成都市', '4月12日', [2, 2], null, ''],
    ['成都市空气质量：良，AQI：60~90', '成都市', '', [2, 2], [60, 90], ''],
    ['大后天空气质量等级为良', null, '大后天', [2, 2], null, ''],
    ['成都大后天空气质量等级为良', '成都', '大后天', [2, 2], null, ''],
    ['四川省4月12日空气质量等级为良', '四川省', '4月12日', [2, 2], null, ''],
    ['4月12日全省空气质量等级为良', '全省', '4月12日', [2, 2], null, ''],
    ['预报结论：4月12日空气质量等级为良', null, '4月12日', [2, 2], null, ''],
    ['４月１２日空气质量等级为良，ＡＱＩ指数６０～９０', null, '4月12日', [2, 2], [60, 90], ''],
    ['4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM2.5，O3', null, '4月12日', [2, 2], [60, 90], 'pm25 o3'],
    ['4月12日至14日空气质量等级为良，AQI指数60~90', null, '4月12日至14日', [2, 2], [60, 90], ''],
    ['4月12日~4月14日空气质量等级为良', null, '4月12日~4月14日', [2, 2], null, ''],
    ['4月12-14日空气质量等级为良', null, '4月12-14日', [2, 2], null, ''],
    ['成都市：12日（周日）至14日（周二）空气质量为良', '成都市', '12日至14日', [2, 2], null, ''],
    ['未来三天（12日至14日），川南空气质量以良为主', '川南', '12日至14日', [2, 2], null, ''],
    ['川南未来3天（12日—14日）空气质量以良为主', '川南', '12日—14日', [2, 2], null, ''],
    ['12日、13日，川南以优良为主', '川南', '12日、13日', [1, 2], null, ''],
    ['12日至14日，受冷空气影响，川南空气质量以优为主', '川南', '12日至14日', [1, 1], null, ''],
    ['受冷空气影响12日至14日川南良至轻度污染', '川南', '12日至14日', [2, 3], null, ''],
    ['12日，川南空气质量以良为主，个别城市可达轻度污染', '川南', '12日', [2, 3], null, ''],
    ['12日，川南以良为主，局部或个别时段可能出现优，部分地区达中度污染', '川南', '12日', [1, 4], null, ''],
  ])('%s', (sentence, area, day, classes, aqi, primary) => {
    expect(statement(sentence)).toEqual([area, day, classes, aqi, primary])
  })

  test('with its confidence and concentrations, their digits and units as written', () => {
    const found = parse(
      '4月12日空气质量等级为良，AQI指数60~90，PM2.5浓度为42.5~60微克/立方米，CO浓度0.8~1.2mg/m³，预报信度较高',
    )
    expect(found.kind === 'statement' && [found.values.confidence, found.values.concentrations]).toEqual([
      'high',
      [
        { pollutant: 'pm25', from: '42.5', to: '60', unit: '微克/立方米' },
        { pollutant: 'co', from: '0.8', to: '1.2', unit: 'mg/m³' },
      ],
    ])
  })
})

describe('what is no forecast of a day', () => {
  test.each([
    '请敏感人群减少户外活动',
    '成都市空气质量预报',
    '4月12日有小雨，扩散条件良好',
    '四川省生态环境监测总站',
    '',
  ])('%j is passed over', (sentence) => expect(parse(sentence)).toEqual({ kind: 'prose' }))

  test.each(['未来三天，盆地内空气质量以良为主', '空气质量级别划分：优、良、轻度污染', '局部时段可能出现轻度污染'])(
    '%s is a summary, to be noted',
    (sentence) => expect(parse(sentence)).toEqual({ kind: 'summary' }),
  )
})

describe('what cannot be read is a fault, naming the part', () => {
  test.each([
    ['4月12日空气质量先良后差，AQI指数60~90', '空气质量先良后差'],
    ['4月12日空气质量等级为良，AQI指数约80', 'AQI指数约80'],
    ['4月12日空气质量等级为良，AQI指数80以下', 'AQI指数80以下'],
    ['4月12日空气质量等级为良，AQI指数74 104', 'AQI指数74 104'],
    ['4月12日空气质量等级为良，首要污染物为PM1', '首要污染物为PM1'],
    ['4月12日局部可能出现轻度污染', '局部可能出现轻度污染'],
    ['4月12日空气质量等级为良，其中成都市可达轻度污染', '其中成都市可达轻度污染'],
    ['4月12日空气质量等级为良，其余以优为主', '其余以优为主'],
    ['4月12日前后空气质量等级为良', '4月12日前后空气质量等级为良'],
    ['4月12日起，成都市空气质量以良为主', '4月12日起，成都市空气质量以良为主'],
    ['4月12日至周五成都市空气质量以良为主', '4月12日至周五成都市空气质量以良为主'],
    ['盆地4月12日空气质量以良为主', '盆地4月12日空气质量以良为主'],
    ['4月12日空气质量等级为良，空气质量等级为优', '空气质量等级为优'],
    ['4月12日空气质量等级为良，AQI60~90，AQI70~100', 'AQI70~100'],
    ['4月12日夜间空气质量等级为良', '4月12日夜间空气质量等级为良'],
    ['今明两天空气质量等级为良，AQI60~90', '今明两天空气质量等级为良，AQI60~90'],
    ['4月12日首要污染物为PM10', '首要污染物为PM10'],
    ['第3片区：4月12日空气质量等级为良', '第3片区:4月12日空气质量等级为良'],
    ['空气质量等级为良的是4月12日', '空气质量等级为良的是4月12日'],
    ['成都市：4月12日德阳市空气质量等级为良', '成都市：4月12日德阳市空气质量等级为良'],
  ])('%s', (sentence, value) => {
    expect(parse(sentence)).toMatchObject({ kind: 'fault', fault: 'statement-unreadable', value })
  })

  test('of several days of which it is not said which they are', () => {
    expect(parse('未来三天空气质量等级为良，AQI指数60~90')).toMatchObject({
      kind: 'fault',
      fault: 'forecast-date-span',
      value: '未来三天空气质量等级为良，AQI指数60~90',
    })
  })

  test('and names the area all the same, so that what follows is not taken for another', () => {
    expect(parse('德阳市：未来三天空气质量等级为良，AQI60~90')).toMatchObject({ kind: 'fault', area: '德阳市' })
  })
})

const CLASS_NAMES = ['优', '良', '轻度污染', '中度污染', '重度污染', '严重污染']
const POLLUTANT_NAMES: Readonly<Record<Pollutant, readonly string[]>> = {
  co: ['CO', '一氧化碳'],
  no2: ['NO2', 'NO₂', '二氧化氮'],
  o3: ['O3', 'O₃', '臭氧'],
  pm10: ['PM10', 'PM₁₀', '可吸入颗粒物(PM10)'],
  pm25: ['PM2.5', 'PM₂.₅', '细颗粒物'],
  so2: ['SO2', '二氧化硫'],
}
const pollutants: readonly Pollutant[] = ['co', 'no2', 'o3', 'pm10', 'pm25', 'so2']

const pick = (...words: string[]) => fc.constantFrom(...words)
const forecast = fc.record({
  area: fc.constantFrom(null, '成都市', '成都', '德阳市', '川南'),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  classes: fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  aqi: fc.option(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))),
  primary: fc.uniqueArray(fc.constantFrom(...pollutants), { maxLength: 3 }),
})
const words = fc.record({
  colon: pick('：', ':'),
  comma: pick('，', ',', '， '),
  to: pick('~', '～', '-', '—', '–', '至', '到'),
  or: pick('至', '或', '到', '~', '、'),
  quality: pick('空气质量等级为', '空气质量为', '空气质量', '空气质量等级：', '空气质量级别为', '环境空气质量以'),
  index: pick('AQI指数', 'AQI', 'AQI范围为', 'AQI：', '空气质量指数（AQI）为', 'AQI '),
  between: pick('', '之间'),
  lead: pick('首要污染物为', '首要污染物：', '首要污染物'),
  list: pick('、', '或', '和'),
  none: pick('无', '—', '/', '--'),
  spelling: fc.nat({ max: 2 }),
  order: fc.nat({ max: 5 }),
})

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

test('whatever is printed in any of these forms is read as it was meant', () => {
  fc.assert(
    fc.property(forecast, words, ({ area, month, day, classes, aqi, primary }, w) => {
      const [min, max] = classes
      const named = primary.map((one) => POLLUTANT_NAMES[one][w.spelling % POLLUTANT_NAMES[one].length] ?? one)
      const clauses = [
        `${w.quality}${CLASS_NAMES[min - 1]}${min === max ? '' : w.or + CLASS_NAMES[max - 1]}`,
        aqi ? `${w.index}${aqi[0]}${w.to}${aqi[1]}${w.between}` : '',
        `${w.lead}${named.length === 0 ? w.none : named.join(w.list)}`,
      ]
      const ordered = (ORDERS[w.order] ?? ORDERS[0]).map((at) => clauses[at]).filter((clause) => clause !== '')
      const head = `${area === null ? '' : area + w.colon}${month}月${day}日`
      expect(statement(`${head}${ordered.join(w.comma)}`)).toEqual([
        area,
        `${month}月${day}日`,
        [min, max],
        aqi && [...aqi],
        primary.join(' '),
      ])
    }),
    { numRuns: 500 },
  )
})

test('any text at all is prose, a summary, a fault or a statement, and takes no time', () => {
  const piece = fc.constantFrom(
    '成都市',
    '4月12日',
    '今天',
    '空气质量',
    '等级为',
    '良',
    '至',
    '轻度污染',
    'AQI',
    '指数',
    '74',
    '~',
    '104',
    '首要污染物',
    'PM10',
    '，',
    '：',
    '【',
    '】',
    '未来三天',
    '预计',
    '浓度',
    'μg/m³',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }), (pieces, rest) => {
      const found = parse(pieces.join('') + rest)
      expect(['prose', 'summary', 'fault', 'statement']).toContain(found.kind)
      if (found.kind === 'statement') expect(found.values.aqi !== null || found.values.classes !== null).toBe(true)
    }),
    { numRuns: 1000 },
  )
  const started = performance.now()
  parse(`成都市${'预计'.repeat(2000)}空气质量等级为良`)
  parse(`4月12日空气质量${'良至'.repeat(2000)}`)
  parse(`${'全市'.repeat(2000)}空气质量为良`)
  parse(`首要污染物${'为'.repeat(4000)}，AQI1`)
  expect(performance.now() - started).toBeLessThan(1000)
})
