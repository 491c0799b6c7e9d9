/** The daily forecast's table and release out of records: whose word counts, what differs, what a joint value may be, what is left out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type JsonValue } from '../../../../contracts/jcs.ts'
import { DIVISIONS_2026_11, type DivisionRegistry } from '../../../../contracts/registry/index.ts'
import { HJ633_2026 } from '../../../../contracts/standards/index.ts'
import { DAILY_AIR } from '../../../../gateway/release/products/air/daily.ts'
import { readForecast } from '../../../../gateway/release/products/air/value.ts'
import type { ProductInput, TableCell } from '../../../../gateway/release/products/product.ts'
import type { AirRelease } from '../../../../gateway/release/release-types.ts'
import { areaNamed, CENTRE, headFor, inputFor, type Standing, type Telling, value } from './fixture.ts'

const DAY = '2026-11-16'
const LUZHOU = '510500'
const CHONGQING = '500000'

const told = (area: string, by: 'cq' | 'sc', aqi: Telling['aqi'], over: Partial<Telling> = {}): Telling => ({
  area,
  by,
  day: DAY,
  ...(aqi ? { aqi } : {}),
  ...over,
})

function cellIn(input: ProductInput, id: string): TableCell {
  const cell = DAILY_AIR.table(input).cells.find((one) => one.id === id)
  if (!cell) throw new RangeError(`no cell ${id}`)
  return cell
}
const cellFor = (all: readonly Telling[], name: string, edits: Readonly<Record<string, Standing>> = {}) =>
  cellIn(inputFor(all, { edits }), `${areaNamed(name).id}/${DAY}`)

function release(input: ProductInput): AirRelease {
  const made = DAILY_AIR.release(input, headFor(input.period))
  if (made.type !== 'daily-air-forecast') throw new TypeError('expected a daily forecast')
  return made
}

describe('a cell', () => {
  test('belongs to the side of its area; its word is the joint value, the other side’s a second opinion', () => {
    const cell = cellFor([told('泸州市', 'sc', [83, 113]), told('泸州市', 'cq', [80, 110])], '泸州市')
    expect(cell).toMatchObject({
      id: `${LUZHOU}/${DAY}`,
      owner: 'sc',
      sides: { cq: value([80, 110], [2, 3], ['pm25']), sc: value([83, 113], [2, 3], ['pm25']) },
      joint: value([83, 113], [2, 3], ['pm25']),
      take: null,
      editable: true,
    })
  })

  test('without its own side’s word has no joint value, whatever the other side says', () => {
    expect(cellFor([told('泸州市', 'cq', [80, 110])], '泸州市')).toMatchObject({
      owner: 'sc',
      sides: { cq: value([80, 110], [2, 3], ['pm25']), sc: null },
      joint: null,
      editable: true,
    })
  })

  test('of Chongqing as a whole is a city’s', () => {
    expect(cellFor([told('重庆市', 'cq', [61, 91])], '重庆市')).toMatchObject({ row: CHONGQING, owner: 'cq' })
  })

  test('of which nobody spoke is not for editing', () => {
    const input = inputFor([told('泸州市', 'sc', [83, 113])], { end: '2026-11-18' })
    expect(cellIn(input, `${LUZHOU}/2026-11-17`)).toMatchObject({ joint: null, editable: false, differences: [] })
  })

  test('has the newest issue of each side, and of one instant the last in the ledger', () => {
    const all = [
      told('泸州市', 'sc', [60, 90], { issued: '2026-11-15T16:00:00+08:00' }),
      told('泸州市', 'sc', [50, 80], { issued: '2026-11-14T16:00:00+08:00' }),
      told('泸州市', 'sc', [70, 100], { issued: '2026-11-15T16:00:00+08:00', office: '示例市站' }),
    ]
    expect(cellFor(all, '泸州市').joint).toEqual(value([70, 100], [2, 2], ['pm25']))
    expect(cellFor(all.slice(0, 2), '泸州市').joint).toEqual(value([60, 90], [2, 2], ['pm25']))
  })

  test.each([
    [CENTRE, true],
    ['西南区域空气质量预测预报中心', true],
    [' 西南区域 空气质量预测预报中心', true],
    ['中国环境监测总站西南区域空气质量预测预报中心', true],
    ['西南区域预报中心', true],
    // The centre sits at a station of a side, which then speaks for its side.
    ['四川省生态环境监测总站（西南区域空气质量预测预报中心）', false],
    ['华南区域空气质量预测预报中心', false],
    ['四川省生态环境监测总站', false],
  ])('passed on by a side but issued by %s: guidance %s', (office, isGuidance) => {
    const cell = cellFor(
      [told('泸州市', 'cq', [10, 30], { office: '示例站' }), told('泸州市', 'sc', [83, 113], { office })],
      '泸州市',
    )
    const said = value([83, 113], [2, 3], ['pm25'])
    expect([cell.guidance, cell.sides.sc]).toEqual(isGuidance ? [said, null] : [null, said])
  })

  test('by another edition of the index than the day’s is set aside, loudly', () => {
    const cell = cellFor([told('泸州市', 'sc', [83, 113], { standard: 'HJ 633-2012' })], '泸州市')
    expect([cell.sides.sc, cell.joint, cell.editable]).toEqual([null, null, false])
    expect(cell.differences).toMatchObject([{ kind: 'between-sides', loud: true }])
    expect(cell.differences[0]?.text.zh).toContain('HJ 633-2012')
    expect(release(inputFor([told('泸州市', 'sc', [83, 113], { standard: 'HJ 633-2012' })])).cells).toEqual([])
  })
})

describe('what differs between the sides', () => {
  const between = (cq: Partial<Telling>, sc: Partial<Telling>) =>
    cellFor([told('泸州市', 'cq', undefined, cq), told('泸州市', 'sc', undefined, sc)], '泸州市')
      .differences.filter(({ kind }) => kind === 'between-sides')
      .map(({ loud, text }) => [loud, text.zh, text.en])

  test('is nothing where they say the same', () => {
    expect(between({ aqi: [74, 104] }, { aqi: [74, 104] })).toEqual([])
  })

  test('is quiet where the ranges meet within the same classes', () => {
    expect(between({ aqi: [74, 104] }, { aqi: [80, 110] })).toEqual([
      [false, 'AQI 范围重叠 80–104', 'the AQI ranges overlap at 80–104'],
    ])
  })

  test('is loud by so many grades', () => {
    expect(between({ aqi: [66, 96] }, { aqi: [74, 104] })).toEqual([
      [
        true,
        '等级相差 1 级：重庆良，四川良～轻度污染',
        '1 grade apart: Chongqing Good, Sichuan Good to Lightly polluted',
      ],
      [false, 'AQI 范围重叠 74–96', 'the AQI ranges overlap at 74–96'],
    ])
    expect(between({ classes: [1, 2] }, { classes: [3, 4] })).toEqual([
      [
        true,
        '等级相差 2 级：重庆优～良，四川轻度污染～中度污染',
        '2 grades apart: Chongqing Excellent to Good, Sichuan Lightly polluted to Moderately polluted',
      ],
    ])
  })

  test('is loud where the ranges do not meet', () => {
    expect(between({ aqi: [51, 70] }, { aqi: [71, 100] })).toEqual([
      [true, 'AQI 范围不重叠，相差 1', 'the AQI ranges do not overlap, 1 apart'],
    ])
  })

  test.each<[Telling['primary'], Telling['primary'], boolean, string]>([
    [['pm10'], ['pm25'], true, '首要污染物不同：重庆PM10，四川PM2.5'],
    [['pm10', 'pm25'], ['pm25'], false, '首要污染物不同：重庆PM10、PM2.5，四川PM2.5'],
    [[], ['o3'], false, '首要污染物不同：重庆无，四川O₃'],
  ])('of primary pollutants %j and %j is loud: %s', (cq = [], sc = [], loud, zh) => {
    expect(between({ aqi: [74, 100], primary: cq }, { aqi: [74, 100], primary: sc })).toEqual([
      [loud, zh, expect.stringContaining('other primary pollutants')],
    ])
  })
})

describe('the guidance', () => {
  const from = (guidance: Telling['aqi'], edits: Readonly<Record<string, Standing>> = {}) =>
    cellFor(
      [
        told('泸州市', 'sc', [66, 96]),
        told('泸州市', 'cq', [120, 150]),
        told('泸州市', 'sc', guidance, { office: CENTRE }),
      ],
      '泸州市',
      edits,
    )
      .differences.filter(({ kind }) => kind === 'from-guidance')
      .map(({ loud, text }) => [loud, text.zh])

  test('says nothing where the joint value is of its classes', () => {
    expect(from([52, 100])).toEqual([])
  })

  test('is quiet at one grade, loud from two', () => {
    expect(from([80, 110])).toEqual([[false, '与区域中心指导预报相差 1 级（良～轻度污染）']])
    expect(from([130, 160])).toEqual([[true, '与区域中心指导预报相差 2 级（轻度污染～中度污染）']])
  })

  test('is held against the joint value as revised', () => {
    expect(from([130, 150], { [`${LUZHOU}/${DAY}`]: { take: 'cq' } })).toEqual([])
  })
})

describe('across the boundary', () => {
  const across = (all: readonly Telling[], name: string, registry?: DivisionRegistry) =>
    cellIn(inputFor(all, registry ? { registry } : {}), `${areaNamed(name).id}/${DAY}`)
      .differences.filter(({ kind }) => kind === 'across-boundary')
      .map(({ loud, text }) => [loud, text.zh])

  // 泸州市 adjoins since 泸县 and 合江县 in it do; 成都市 has no county that does.
  test('a city there and Chongqing as a whole are neighbours for certain, on both cells', () => {
    const all = [told('泸州市', 'sc', [120, 150]), told('重庆市', 'cq', [60, 90])]
    expect(across(all, '泸州市')).toEqual([[true, '与省界对面的重庆市相差 1 级（良）']])
    expect(across(all, '重庆市')).toEqual([[true, '与省界对面的泸州市相差 1 级（轻度污染）']])
  })

  test.each<[string, Telling['aqi'], Telling['aqi'], boolean]>([
    ['one grade with ranges that meet', [80, 110], [66, 96], false],
    ['one grade with ranges that do not', [101, 131], [66, 96], true],
    ['two grades, whether ranges meet or not', [95, 160], [66, 96], true],
    ['no grade', [66, 96], [51, 60], false],
  ])('%s', (_, luzhou, chongqing, loud) => {
    const all = [told('泸州市', 'sc', luzhou), told('重庆市', 'cq', chongqing)]
    expect(across(all, '泸州市').length > 0).toBe(loud)
  })

  test('a city away from it is neighbour to nobody', () => {
    expect(across([told('成都市', 'sc', [201, 231]), told('重庆市', 'cq', [20, 50])], '成都市')).toEqual([])
  })

  test('a county there is held against all of the other side’s together, since no pairs are known', () => {
    const cities = [told('泸州市', 'sc', [60, 90]), told('内江市', 'sc', [101, 131])]
    // 荣昌区 adjoins; 渝中区 does not. 轻度污染 lies within what 泸州市 and 内江市 span, 中度污染 outside.
    expect(across([...cities, told('荣昌区', 'cq', [110, 140])], '荣昌区')).toEqual([])
    expect(across([...cities, told('荣昌区', 'cq', [151, 181])], '荣昌区')).toEqual([
      [true, '与省界对面四川一侧各区域（2 个，良～轻度污染）均相差 1 级以上'],
    ])
    expect(across([...cities, told('渝中区', 'cq', [151, 181])], '渝中区')).toEqual([])
    expect(across([told('荣昌区', 'cq', [151, 181])], '荣昌区')).toEqual([])
  })

  test('a city is held against Chongqing’s districts there where Chongqing as a whole is not forecast', () => {
    const all = [told('泸州市', 'sc', [201, 231]), told('永川区', 'cq', [80, 100]), told('荣昌区', 'cq', [90, 120])]
    expect(across(all, '泸州市')).toEqual([[true, '与省界对面重庆一侧各区域（2 个，良～轻度污染）均相差 2 级以上']])
  })

  test('nothing is said by a register that marks no area', () => {
    const unmarked = {
      ...DIVISIONS_2026_11,
      divisions: DIVISIONS_2026_11.divisions.map((division) => ({ ...division, adjoins: null })),
    }
    expect(across([told('泸州市', 'sc', [201, 231]), told('重庆市', 'cq', [20, 50])], '泸州市', unmarked)).toEqual([])
  })
})

describe('a joint value', () => {
  const cell = cellFor([told('泸州市', 'sc', [83, 113]), told('泸州市', 'cq', [66, 96])], '泸州市')
  const [cq, sc] = [value([66, 96], [2, 2], ['pm25']), value([83, 113], [2, 3], ['pm25'])]
  const both = value([66, 113], [2, 3], ['pm25'])
  const json = (told: unknown): JsonValue => JSON.parse(JSON.stringify(told))
  const read = (take: 'cq' | 'sc' | 'union' | 'own', told: unknown) =>
    DAILY_AIR.readValue({ take, value: json(told) }, cell)

  test('taken from a side is that side’s word, exactly', () => {
    expect([read('cq', cq), read('sc', sc)]).toEqual([cq, sc])
    expect([read('cq', sc), read('sc', cq), read('cq', null), read('cq', both)]).toEqual([null, null, null, null])
    const alone = cellFor([told('泸州市', 'sc', [83, 113])], '泸州市')
    expect(DAILY_AIR.readValue({ take: 'cq', value: json(cq) }, alone)).toBeNull()
    expect(DAILY_AIR.readValue({ take: 'cq', value: null }, alone)).toBeNull()
  })

  test('of both together is what they come to, exactly', () => {
    expect(read('union', both)).toEqual(both)
    for (const other of [cq, sc, null, value([66, 114], [2, 3], ['pm25'])]) expect(read('union', other)).toBeNull()
    const alone = cellFor([told('泸州市', 'sc', [83, 113])], '泸州市')
    expect(DAILY_AIR.readValue({ take: 'union', value: json(sc) }, alone)).toBeNull()
  })

  test('of the drafters’ own is any sound one', () => {
    const own = value([90, 120], [2, 3], ['o3', 'pm25'])
    expect(read('own', { ...own, primary: ['pm25', 'o3'] })).toEqual(own)
    expect(read('own', { ...own, class: { max: 2, min: 2 } })).toBeNull()
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (told) => {
        expect(read('own', told)).toEqual(readForecast(told, HJ633_2026))
      }),
    )
  })

  test('revised is on the table, and in the release with whose it is and why', () => {
    const edits = {
      [`${LUZHOU}/${DAY}`]: { take: 'union' },
      [`${CHONGQING}/${DAY}`]: { take: 'own', value: value([101, 131], [3, 3], ['pm25']), reason: '静稳持续' },
    } as const
    const all = [
      told('泸州市', 'sc', [83, 113]),
      told('泸州市', 'cq', [66, 96]),
      told('重庆市', 'cq', [61, 91]),
      told('成都市', 'sc', [80, 110]),
    ]
    const input = inputFor(all, { edits })
    expect(cellIn(input, `${LUZHOU}/${DAY}`)).toMatchObject({ joint: both, take: 'union' })
    expect(release(input).cells).toEqual([
      {
        ...value([101, 131], [3, 3], ['pm25']),
        area: areaNamed('重庆市'),
        from: DAY,
        owner: 'cq',
        reason: '静稳持续',
        take: 'own',
        to: DAY,
      },
      {
        ...value([80, 110], [2, 3], ['pm25']),
        area: areaNamed('成都市'),
        from: DAY,
        owner: 'sc',
        reason: null,
        take: 'sc',
        to: DAY,
      },
      { ...both, area: areaNamed('泸州市'), from: DAY, owner: 'sc', reason: null, take: 'union', to: DAY },
    ])
  })

  test('taken from a side follows that side when the basis moves; a word that is gone leaves the owner’s', () => {
    const edits = { [`${LUZHOU}/${DAY}`]: { take: 'cq', value: cq } } as const
    const moved = [told('泸州市', 'sc', [83, 113]), told('泸州市', 'cq', [51, 81])]
    const joint = (all: readonly Telling[]) => cellIn(inputFor(all, { edits }), `${LUZHOU}/${DAY}`)
    expect(joint(moved)).toMatchObject({ joint: value([51, 81], [2, 2], ['pm25']), take: 'cq' })
    expect(joint(moved.slice(0, 1))).toMatchObject({ joint: sc, take: null })
    // What a consultation lays over the table comes to the same.
    const cell = joint(moved)
    expect(DAILY_AIR.settle?.({ take: 'cq', value: json(cq) }, cell)).toEqual({ joint: cell.joint, take: cell.take })
  })
})

describe('the rows', () => {
  const names = (all: readonly Telling[], registry?: DivisionRegistry) =>
    DAILY_AIR.table(inputFor(all, registry ? { registry } : {})).rows.map(({ title }) => title.zh)
  const all = [
    told('宣汉县', 'sc', [60, 90]),
    told('达州市', 'sc', [60, 90]),
    told('成都市', 'sc', [60, 90]),
    told('两江新区', 'cq', [60, 90]),
    told('万盛经开区', 'cq', [60, 90]),
    told('重庆市', 'cq', [60, 90]),
    told('达州市', 'cq', [60, 90]),
  ]

  test('are the areas that were forecast, cities before counties before management units, side by side', () => {
    expect(names(all)).toEqual(['综述', '重庆市', '两江新区(重庆市)', '万盛经开区', '成都市', '达州市', '宣汉县'])
  })

  test('carry the zone they lie in where the register says so, and stand together by it', () => {
    const zone = DIVISIONS_2026_11.divisions.find(({ name }) => name === '川东北')
    const zoned = {
      ...DIVISIONS_2026_11,
      divisions: DIVISIONS_2026_11.divisions.map((one) =>
        one.name === '达州市' ? { ...one, parent: zone?.id ?? null } : one,
      ),
    }
    const { rows } = DAILY_AIR.table(inputFor(all, { registry: zoned }))
    expect(rows.map(({ title, zone: of }) => [title.zh, of?.title.zh])).toEqual([
      ['综述', undefined],
      ['重庆市', undefined],
      ['两江新区(重庆市)', undefined],
      ['万盛经开区', undefined],
      ['达州市', '川东北'],
      ['宣汉县', '川东北'],
      ['成都市', undefined],
    ])
  })
})

describe('a release', () => {
  const all = [
    told('重庆市', 'cq', [61, 91]),
    told('成都市', 'sc', [80, 110]),
    told('泸州市', 'sc', [83, 113]),
    told('广元市', 'sc', [20, 50], { primary: [] }),
    told('渝中区', 'cq', [90, 120]),
    told('广安市', 'cq', [69, 99]),
    told('成都市', 'sc', [70, 100], { day: '2026-11-17' }),
  ]
  const made = release(inputFor(all, { end: '2026-11-18' }))

  test('has a value for each area and day that its own side forecast, by the day', () => {
    expect(made.cells.map(({ area, from, take }) => [area.name, from, take])).toEqual([
      ['重庆市', DAY, 'cq'],
      ['渝中区', DAY, 'cq'],
      ['成都市', DAY, 'sc'],
      ['泸州市', DAY, 'sc'],
      ['广元市', DAY, 'sc'],
      ['成都市', '2026-11-17', 'sc'],
    ])
  })

  test('says of every other city of the register that it has none, and why', () => {
    const first = made.gaps.filter(({ from }) => from === DAY)
    expect(first).toHaveLength(22 - 4)
    expect(first.filter(({ reason }) => reason === 'not-taken').map(({ area }) => area.name)).toEqual(['广安市'])
    expect(made.gaps.filter(({ from }) => from === '2026-11-17')).toHaveLength(21)
  })

  test('counts cities by their classes, counties not', () => {
    expect(made.summary).toEqual([
      {
        areas: 4,
        classes: [
          { areas: 1, max: 1, min: 1 },
          { areas: 1, max: 2, min: 2 },
          { areas: 2, max: 3, min: 2 },
        ],
        from: DAY,
        gaps: 18,
        to: DAY,
      },
      {
        areas: 1,
        classes: [{ areas: 1, max: 2, min: 2 }],
        from: '2026-11-17',
        gaps: 21,
        to: '2026-11-17',
      },
    ])
  })

  test('names its days, what it is, and the edition of the index', () => {
    expect(made).toMatchObject({
      title: { zh: '川渝空气质量联合预报（2026-11-16 至 2026-11-17）' },
      label: { zh: '联合预报，以双方会商结果为准' },
      standard: 'HJ 633-2026',
      standards: ['HJ 633-2026', 'GB/T 8170-2008'],
      issued: '2026-11-15T15:20:00+08:00',
    })
  })

  test('over the day the edition changed names both', () => {
    const days = { first: '2026-02-28', end: '2026-03-02' }
    const old = [
      told('成都市', 'sc', [80, 110], { day: '2026-02-28', standard: 'HJ 633-2012' }),
      told('成都市', 'sc', [80, 110], { day: '2026-03-01' }),
    ]
    const { cells, standard, standards } = release(inputFor(old, days))
    expect(cells).toHaveLength(2)
    expect([standard, standards]).toEqual(['HJ 633-2012', ['HJ 633-2012', 'HJ 633-2026', 'GB/T 8170-2008']])
  })

  test('is plain JSON, the same bytes from its records in any order', () => {
    const input = inputFor(all, { end: '2026-11-18' })
    expect(JSON.parse(canonical(made))).toEqual(made)
    expect(canonical(release({ ...input, records: input.records.toReversed() }))).toBe(canonical(made))
  })

  test('tells what a correction changed, cell by cell', () => {
    const edits = {
      [`${LUZHOU}/${DAY}`]: { take: 'own', value: value([120, 150], [3, 3], ['pm25']), reason: '更正' },
    } as const
    const later = release(inputFor(all, { end: '2026-11-18', edits }))
    const changes = DAILY_AIR.changes(made, later)
    expect(changes.map(({ section, member }) => [section, member])).toEqual([
      [`${LUZHOU}/${DAY}`, 'cell'],
      [null, 'summary'],
    ])
    expect(JSON.parse(changes[0]?.to ?? '')).toMatchObject({ aqi: { max: 150, min: 120 }, take: 'own' })
    expect(DAILY_AIR.changes(made, made)).toEqual([])
  })
})

describe('a period', () => {
  const at = (instant: string) => Date.parse(instant)
  const days = (first: string, end: string) => ({
    start: `${first}T00:00:00+08:00`,
    end: `${end}T00:00:00+08:00`,
  })

  test.each([
    ['2026-11-16', '2026-11-19', '2026-11-15T00:00:00+08:00', true],
    ['2026-11-16', '2026-11-19', '2026-11-14T23:59:59+08:00', false],
    ['2026-11-16', '2026-11-19', '2026-11-19T00:00:00+08:00', true],
    ['2026-11-16', '2026-11-19', '2026-11-19T00:00:01+08:00', false],
    ['2026-11-16', '2026-11-17', '2026-11-15T15:00:00+08:00', true],
    ['2026-11-16', '2026-11-23', '2026-11-15T15:00:00+08:00', true],
    ['2026-11-16', '2026-11-24', '2026-11-15T15:00:00+08:00', false],
    ['2026-11-16', '2026-11-16', '2026-11-15T15:00:00+08:00', false],
  ])('from %s to before %s at %s: %s', (first, end, now, isPeriod) => {
    expect(DAILY_AIR.isPeriod(days(first, end), at(now))).toBe(isPeriod)
  })

  test('is of whole days in Asia/Shanghai', () => {
    const period = { start: '2026-11-16T00:00:00Z', end: '2026-11-17T00:00:00Z' }
    expect(DAILY_AIR.isPeriod(period, at('2026-11-15T15:00:00+08:00'))).toBe(false)
  })

  test('is named and counted by its day of issue', () => {
    const period = days('2026-12-01', '2026-12-04')
    expect(DAILY_AIR.idOf(period)).toBe('daily-air-2026-11-30')
    expect(DAILY_AIR.anchorOf(period, '2026-12-02')).toBe('2026-11-30')
  })
})
