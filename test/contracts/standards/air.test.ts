/** The air standards as data: tables of HJ 633 and GB 3095, warning schemes, editions by date. Figures are typed from the printed tables. */
import { describe, expect, test } from 'vitest'
import {
  type AirIndexStandard,
  AVERAGINGS,
  POLLUTANTS,
  type Pollutant,
  WARNING_LEVELS,
} from '../../../contracts/standards/air-types.ts'
import gb3095 from '../../../contracts/standards/gb3095-2026.json' with { type: 'json' }
import hj633 from '../../../contracts/standards/hj633-2026.json' with { type: 'json' }
import {
  AIR_INDICES,
  AIR_QUALITIES,
  airIndexAt,
  airIndexById,
  airIndexOn,
  airQualityAt,
  findAirIndex,
  GB3095_2012,
  GB3095_2026,
  HJ633_2012,
  HJ633_2026,
  STANDARDS,
  standardById,
  WARNING_CHENGDU_2020,
  WARNING_CHONGQING_2022,
  WARNING_NATIONAL_2017,
  WARNING_NATIONAL_2024,
  WARNING_SCHEMES,
  warningSchemeById,
} from '../../../contracts/standards/index.ts'
import { readAirIndex, readAirQuality, readWarningScheme } from '../../../contracts/standards/read-air.ts'
import chongqing from '../../../contracts/standards/warning-chongqing-2022.json' with { type: 'json' }

// IAQI | SO2 24h 1h | NO2 24h 1h | CO 24h 1h | O3 1h 8h | PM10 2012 2026 | PM2.5 2012 2026; - where the table has none.
const BREAKPOINTS = `
0 0 0 0 0 0 0 0 0 0 0 0 0
50 50 150 40 100 2 5 160 100 50 50 35 35
100 150 500 80 200 4 10 200 160 150 120 75 60
150 475 650 180 700 14 35 300 215 250 250 115 115
200 800 800 280 1200 24 60 400 265 350 350 150 150
300 1600 - 565 2340 36 90 800 800 420 420 250 250
400 2100 - 750 3090 48 120 1000 - 500 500 350 350
500 2620 - 940 3840 60 150 1200 - 600 600 500 500`
const HEADINGS = [
  'so2 24h',
  'so2 1h',
  'no2 24h',
  'no2 1h',
  'co 24h',
  'co 1h',
  'o3 1h',
  'o3 8h',
  'pm10 24h 2012',
  'pm10 24h 2026',
  'pm25 24h 2012',
  'pm25 24h 2026',
]

const column = (edition: AirIndexStandard, heading: string) =>
  edition.columns.find(({ pollutant, averaging }) => heading.startsWith(`${pollutant} ${averaging}`))

describe.each(AIR_INDICES.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test.each(BREAKPOINTS.trim().split('\n'))('the table of break points holds %s', (line) => {
    const [index = '', ...limits] = line.split(' ')
    const row = edition.indices.indexOf(Number(index))
    expect(row).toBeGreaterThanOrEqual(0)
    HEADINGS.forEach((heading, at) => {
      if (/ 20\d\d$/.test(heading) && !heading.endsWith(edition.edition)) return
      const printed = column(edition, heading)?.breakpoints[row] ?? '-'
      expect(printed, heading).toBe(limits[at])
    })
  })

  test('has ten columns, each of a pollutant and an averaging once, and no other row', () => {
    const names = edition.columns.map(({ pollutant, averaging }) => `${pollutant} ${averaging}`)
    expect(new Set(names).size).toBe(10)
    expect(names).toHaveLength(10)
    expect(edition.indices).toEqual([0, 50, 100, 150, 200, 300, 400, 500])
  })

  test.each([
    '1 0-50 一级 优 绿 0,228,0 #00E400 40,0,100,0',
    '2 51-100 二级 良 黄 255,255,0 #FFFF00 0,0,100,0',
    '3 101-150 三级 轻度污染 橙 255,126,0 #FF7E00 0,52,100,0',
    '4 151-200 四级 中度污染 红 255,0,0 #FF0000 0,100,100,0',
    '5 201-300 五级 重度污染 紫 153,0,76 #99004C 10,100,40,30',
    '6 301- 六级 严重污染 褐红 126,0,35 #7E0023 30,100,100,30',
  ])('the table of classes holds %s', (line) => {
    const rows = edition.classes.map(({ class: number, min, max, level, title, colour }) =>
      [number, `${min}-${max ?? ''}`, level.zh, title.zh, colour.title.zh, colour.rgb, colour.hex, colour.cmyk].join(
        ' ',
      ),
    )
    expect(rows[Number(line[0]) - 1]).toBe(line)
    expect(rows).toHaveLength(6)
  })

  test('writes each colour alike in both forms', () => {
    for (const { colour } of edition.classes) {
      const hex = colour.rgb.map((part) => part.toString(16).padStart(2, '0')).join('')
      expect(colour.hex).toBe(`#${hex.toUpperCase()}`)
    }
  })

  test('tells CO in mg/m³ and the others in μg/m³, to one decimal and to integers', () => {
    const units = POLLUTANTS.map((pollutant) => edition.pollutants[pollutant].unit)
    expect(units).toEqual(['mg/m³', 'μg/m³', 'μg/m³', 'μg/m³', 'μg/m³', 'μg/m³'])
    expect(edition.concentrationRounding.places).toEqual({ co: 1, no2: 0, o3: 0, pm10: 0, pm25: 0, so2: 0 })
  })

  test('makes a day of 24-hour means and the 8-hour maximum of ozone, an hour of hours', () => {
    expect(edition.daily.averaging).toEqual({
      co: '24h',
      no2: '24h',
      o3: '8h',
      pm10: '24h',
      pm25: '24h',
      so2: '24h',
    })
    expect(new Set(Object.values(edition.hourly.averaging))).toEqual(new Set(['1h']))
    expect(edition.hourly).toMatchObject({ particles: '1h-mean', alternative: '24h-sliding-mean' })
  })
})

describe('where the two editions of the index differ', () => {
  test('above 800, SO2 hours and ozone 8 hours have no index in 2012 and stop at 200 and 300 in 2026', () => {
    expect(column(HJ633_2012, 'so2 1h')?.above).toEqual({ index: null, instead: '24h' })
    expect(column(HJ633_2012, 'o3 8h')?.above).toEqual({ index: null, instead: '1h' })
    expect(column(HJ633_2026, 'so2 1h')?.above).toEqual({ index: 200, instead: null })
    expect(column(HJ633_2026, 'o3 8h')?.above).toEqual({ index: 300, instead: null })
  })

  test('exceeding pollutants are of 2012, NA for incomplete sets of 2026', () => {
    expect([HJ633_2012.exceeding.above, HJ633_2026.exceeding.above]).toEqual([100, null])
    expect([HJ633_2012.incomplete.notAvailableUpTo, HJ633_2026.incomplete.notAvailableUpTo]).toEqual([null, 100])
  })

  test('only the columns of particles moved', () => {
    const moved = HJ633_2026.columns
      .filter((entry, at) => String(entry.breakpoints) !== String(HJ633_2012.columns[at]?.breakpoints))
      .map(({ pollutant }) => pollutant)
    expect(moved).toEqual(['pm10', 'pm25'])
  })
})

describe('editions by date', () => {
  test('2026-03-01 in Asia/Shanghai is the first instant of the new index and the new quality standard', () => {
    const last = Date.parse('2026-02-28T23:59:59.999+08:00')
    expect([airIndexAt(last).id, airQualityAt(last).id]).toEqual(['HJ 633-2012', 'GB 3095-2012'])
    expect([airIndexAt(last + 1).id, airQualityAt(last + 1).id]).toEqual(['HJ 633-2026', 'GB 3095-2026'])
    expect(airIndexAt(Date.parse('2026-02-28T16:00:00Z')).id).toBe('HJ 633-2026')
  })

  test('a civil day has its own edition, whatever instant it ends at', () => {
    expect(airIndexOn('2026-02-28').id).toBe('HJ 633-2012')
    expect(airIndexOn('2026-03-01').id).toBe('HJ 633-2026')
    expect(() => airIndexOn('soon')).toThrow(RangeError)
  })

  test('before 2016 there was none', () => {
    const before = Date.parse('2015-12-31T23:59:59+08:00')
    expect(findAirIndex(before)).toBeUndefined()
    expect(() => airIndexAt(before)).toThrow(RangeError)
    expect(() => airQualityAt(before)).toThrow(RangeError)
    expect(findAirIndex(before + 1000)?.id).toBe('HJ 633-2012')
  })

  test('an edition is found by the id that records print', () => {
    expect(airIndexById('HJ 633-2012')).toBe(HJ633_2012)
    expect(airIndexById('HJ 633-2026')).toBe(HJ633_2026)
  })

  test('all are among the standards served, by id and slug', () => {
    for (const standard of [...AIR_INDICES, ...AIR_QUALITIES, ...WARNING_SCHEMES]) {
      expect(STANDARDS).toContain(standard)
      expect(standardById(standard.id)).toBe(standard)
      expect(standardById(standard.slug)).toBe(standard)
      expect(JSON.stringify(standard.source).length).toBeGreaterThan(20)
    }
  })
})

describe('GB 3095', () => {
  // grade 1/grade 2, of 2026-03-01…2030-12-31 and from 2031-01-01.
  test.each([
    ['pm25', 'year', '15/30', '10/25'],
    ['pm25', 'day', '35/60', '25/50'],
    ['pm10', 'year', '40/60', '20/50'],
    ['pm10', 'day', '50/120', '50/100'],
    ['so2', 'year', '20/60', '20/20'],
    ['so2', 'day', '50/150', '50/50'],
    ['so2', '1h', '150/500', '150/150'],
    ['no2', 'year', '40/40', '30/30'],
    ['no2', 'day', '80/80', '50/50'],
    ['no2', '1h', '200/200', '200/200'],
    ['co', 'day', '4/4', '4/4'],
    ['co', '1h', '10/10', '10/10'],
    ['o3', '8h', '100/160', '100/160'],
    ['o3', '1h', '160/200', '160/200'],
  ])('2026 limits %s in a %s to %s, and from 2031 to %s', (pollutant, period, first, last) => {
    const printed = GB3095_2026.stages.map(({ limits }) => {
      const limit = limits.find((entry) => entry.pollutant === pollutant && entry.period === period)
      return `${limit?.grade1}/${limit?.grade2}`
    })
    expect(printed).toEqual([first, last])
  })

  test('2026 has 14 limits in each of two stages that meet without a gap', () => {
    expect(GB3095_2026.stages.map(({ from, to, limits }) => [from, to, limits.length])).toEqual([
      ['2026-03-01', '2030-12-31', 14],
      ['2031-01-01', null, 14],
    ])
  })

  test('only limits of PM2.5 have two sources; where another page differs, the row says so', () => {
    for (const { limits } of GB3095_2026.stages) {
      const sure = limits.filter(({ confidence }) => confidence === 'V2').map(({ pollutant }) => pollutant)
      expect(new Set(sure)).toEqual(new Set(['pm25']))
    }
    const [first, last] = GB3095_2026.stages.map(({ limits }) =>
      limits.filter(({ note }) => note).map(({ pollutant, period }) => `${pollutant} ${period}`),
    )
    expect(first).toEqual([])
    expect(last).toEqual(['no2 day', 'pm10 day', 'so2 year', 'so2 day'])
  })

  test('the first stage of 2026 limits what the index of 2026 puts at 100', () => {
    const stage = GB3095_2026.stages[0]
    const at100 = (pollutant: Pollutant, averaging: string) =>
      column(HJ633_2026, `${pollutant} ${averaging}`)?.breakpoints[2]
    for (const { pollutant, period, grade2 } of stage?.limits ?? []) {
      if (period !== 'year') expect(grade2, pollutant).toBe(at100(pollutant, period === 'day' ? '24h' : period))
    }
  })

  test('gases are told at 298.15 K and 1013.25 hPa since 2018-09-01, at 273.15 K before, particles as they are', () => {
    expect(GB3095_2012.gasStates).toMatchObject([
      { from: null, to: '2018-08-31', temperature: '273.15', pressure: null },
      { from: '2018-09-01', to: null, temperature: '298.15', pressure: '1013.25' },
    ])
    expect(GB3095_2026.gasStates).toMatchObject([{ from: '2018-09-01', to: null, temperature: '298.15' }])
    for (const { particleState } of AIR_QUALITIES) expect(particleState.state).toBe('actual')
  })

  test('a day needs 20 hours, an 8-hour mean 6, a daily maximum 14 windows; from practice, and said so', () => {
    for (const { validity } of AIR_QUALITIES) {
      expect(validity).toMatchObject({ dayHours: 20, eightHours: 6, dayWindows: 14, confidence: 'M-high' })
    }
  })

  test('2012 holds no limits rather than remembered ones', () => {
    expect(GB3095_2012.stages).toEqual([])
  })
})

describe('warning schemes', () => {
  const clauses = (scheme: (typeof WARNING_SCHEMES)[number]) =>
    scheme.levels.map(({ level, clauses: known }) => [
      level,
      known?.map(({ run, within, shortHeavy }) =>
        [run, within]
          .filter((part) => part !== undefined)
          .map(({ indicator, above, reaches, days }) => `${indicator}${above ? `>${above}` : `>=${reaches}`} ${days}d`)
          .concat(shortHeavy ?? [])
          .join(' & '),
      ) ?? 'unknown',
    ])

  test('环大气函〔2017〕86号', () => {
    expect(clauses(WARNING_NATIONAL_2017)).toEqual([
      ['blue', ['aqi>200 1d']],
      ['yellow', ['aqi>200 2d']],
      ['orange', ['aqi>200 3d & aqi>300 1d']],
      ['red', ['aqi>200 4d & aqi>300 2d', 'aqi>=500 1d']],
    ])
  })

  test('环大气〔2024〕6号, which Sichuan uses', () => {
    expect(clauses(WARNING_NATIONAL_2024)).toEqual([
      ['yellow', ['aqi>200 1d', 'aqi>150 2d']],
      ['orange', ['aqi>200 2d', 'aqi>150 3d']],
      ['red', ['aqi>200 3d & aqi>300 1d']],
    ])
    expect(WARNING_NATIONAL_2024.usedBy.map(({ party, document }) => `${party} ${document}`)).toContain(
      'sc 川办发〔2024〕46号',
    )
    expect(WARNING_NATIONAL_2024.covers?.pollutants).toEqual(['pm25'])
  })

  test('渝府办发〔2022〕115号, whose red is not known', () => {
    expect(clauses(WARNING_CHONGQING_2022)).toEqual([
      ['yellow', ['aqi>200 1d', 'pm25>115 2d & unclear', 'o3>215 2d & needed']],
      ['orange', ['aqi>200 3d', 'pm25>115 3d & pm25>150 1d', 'o3>215 3d & o3>265 1d']],
      ['red', 'unknown'],
    ])
    expect(WARNING_CHONGQING_2022.levels.at(-1)).toMatchObject({ clauses: null, confidence: 'M-low' })
    expect(WARNING_CHONGQING_2022.covers?.pollutants).toEqual(['o3', 'pm25'])
  })

  test('成都 2020, by PM2.5, without a red', () => {
    expect(clauses(WARNING_CHENGDU_2020)).toEqual([
      ['yellow', ['pm25>115 2d']],
      ['orange', ['pm25>115 3d & pm25>150 1d']],
      ['red', 'unknown'],
    ])
  })

  test('list their levels lowest first, and say of a current one who uses it', () => {
    for (const { levels, standing, usedBy, id } of WARNING_SCHEMES) {
      const order = levels.map(({ level }) => WARNING_LEVELS.indexOf(level))
      expect(order, id).toEqual([...order].sort((a, b) => a - b))
      if (standing === 'current') expect(usedBy.length, id).toBeGreaterThan(0)
    }
    expect(WARNING_SCHEMES.filter(({ standing }) => standing === 'current').map(({ id }) => id)).toEqual([
      '渝府办发〔2022〕115号',
      '环大气〔2024〕6号',
    ])
  })

  test('are found by id or slug, and by nothing else', () => {
    expect(warningSchemeById('渝府办发〔2022〕115号')).toBe(WARNING_CHONGQING_2022)
    expect(warningSchemeById('warning-national-2024')).toBe(WARNING_NATIONAL_2024)
    expect(warningSchemeById('HJ 633-2026')).toBeUndefined()
  })
})

describe('reading', () => {
  const broken: [string, () => unknown, RegExp][] = [
    [
      'a break point that is a number',
      () => readAirIndex({ ...hj633, columns: [{ ...hj633.columns[0], breakpoints: [0] }] }),
      /\/columns\/0\/breakpoints\/0/,
    ],
    ['an edition it does not know', () => readAirIndex({ ...hj633, id: 'HJ 633-2030' }), /\/id/],
    [
      'a colour of two parts',
      () => {
        const [first] = hj633.classes
        return readAirIndex({ ...hj633, classes: [{ ...first, colour: { ...first?.colour, rgb: [0, 228] } }] })
      },
      /\/classes\/0\/colour\/rgb expected 3 figures/,
    ],
    [
      'a pollutant left out',
      () => readAirIndex({ ...hj633, pollutants: { co: hj633.pollutants.co } }),
      /\/pollutants\/no2/,
    ],
    [
      'a limit below 0',
      () => readAirQuality({ ...gb3095, stages: [{ ...gb3095.stages[0], limits: [{ grade1: '-1' }] }] }),
      /grade1/,
    ],
    ['a misspelt member', () => readAirQuality({ ...gb3095, vaildity: {} }), /\/vaildity/],
    [
      'a level of no scheme',
      () => readWarningScheme({ ...chongqing, levels: [{ level: 'purple', clauses: null, confidence: 'V1' }] }),
      /\/levels\/0\/level/,
    ],
    ['nothing', () => readWarningScheme(null), /expected an object/],
  ]
  test.each(broken)('refuses %s and names it', (_, reads, message) => {
    expect(reads).toThrow(message)
    expect(reads).toThrow(TypeError)
  })
})

test('pollutants and averagings are in the key order of JCS', () => {
  expect([...POLLUTANTS].sort()).toEqual([...POLLUTANTS])
  expect([...AVERAGINGS].sort()).toEqual([...AVERAGINGS])
})
