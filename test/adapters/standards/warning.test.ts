/** Warnings that schemes suggest: each rule at its edge, ranges low and high, what is not known, and schemes side by side. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iaqi } from '../../../adapters/standards/air.ts'
import { compareSchemes, type ForecastDay, suggestWarning } from '../../../adapters/standards/warning.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { Pollutant, WarningScheme } from '../../../contracts/standards/air-types.ts'
import {
  HJ633_2026,
  WARNING_CHENGDU_2020,
  WARNING_CHONGQING_2022,
  WARNING_NATIONAL_2017,
  WARNING_NATIONAL_2024,
  WARNING_SCHEMES,
} from '../../../contracts/standards/index.ts'

const dates = (count: number) => Array.from({ length: count }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`)
/** Days from 2026-12-01 on with that AQI, PM2.5 primary. */
const aqi = (...values: number[]): ForecastDay[] =>
  values.map((value, at) => ({ date: dates(values.length)[at] ?? '', aqi: value, primary: ['pm25'] }))
/** The same with PM2.5 (or ozone) as well, for schemes that look at it. */
const of = (member: 'pm25' | 'o3', ...values: string[]): ForecastDay[] =>
  values.map((value, at) => ({
    date: dates(values.length)[at] ?? '',
    aqi: 160,
    o3: '0',
    pm25: '0',
    primary: [member],
    shortHeavy: false,
    [member]: value,
  }))
const level = (sequence: readonly ForecastDay[], scheme: WarningScheme) =>
  suggestWarning(sequence, scheme).certain.level

describe('环大气〔2024〕6号', () => {
  test.each<[string, number[]]>([
    ['none', [200]],
    ['yellow', [201]],
    ['none', [151, 150, 151]],
    ['yellow', [151, 151]],
    ['yellow', [201, 150, 201]],
    ['orange', [201, 201]],
    ['orange', [151, 151, 151]],
    ['yellow', [151, 151, 150, 151]],
    ['orange', [201, 201, 201]],
    ['red', [201, 301, 201]],
    ['orange', [300, 300, 300]],
    ['orange', [301, 301]],
    ['red', [90, 301, 210, 205, 90]],
    // Three days above 200 and one above 300, but not of one run.
    ['orange', [201, 201, 201, 90, 301]],
  ])('suggests %s for AQI %j', (expected, values) => {
    expect(level(aqi(...values), WARNING_NATIONAL_2024)).toBe(expected)
  })

  test('tells the days and the rule, of every clause that is met', () => {
    const { certain, scheme } = suggestWarning(aqi(90, 201, 151, 210, 90), WARNING_NATIONAL_2024)
    expect(scheme).toBe('环大气〔2024〕6号')
    expect(certain.level).toBe('orange')
    expect(certain.levels).toMatchObject([
      {
        answer: 'yes',
        level: 'yellow',
        triggers: [
          { days: ['2026-12-02'], rule: { zh: '日AQI>200' } },
          { days: ['2026-12-02', '2026-12-03', '2026-12-04'], rule: { zh: '日AQI>150持续2天（48小时）及以上' } },
        ],
        why: null,
      },
      {
        answer: 'yes',
        level: 'orange',
        triggers: [
          { days: ['2026-12-02', '2026-12-03', '2026-12-04'], rule: { zh: '日AQI>150持续3天（72小时）及以上' } },
        ],
      },
      { answer: 'no', level: 'red', triggers: [] },
    ])
  })

  test('counts only days of PM2.5: ozone or dust above 200 suggest nothing', () => {
    const primary = (...pollutants: Pollutant[]) => aqi(220, 220).map((day) => ({ ...day, primary: pollutants }))
    expect(level(primary('o3'), WARNING_NATIONAL_2024)).toBe('none')
    expect(level(primary('pm10'), WARNING_NATIONAL_2024)).toBe('none')
    expect(level(primary('o3', 'pm25'), WARNING_NATIONAL_2024)).toBe('orange')
  })

  test('counts a day that names no primary pollutant, and says so', () => {
    const [first, second] = aqi(220, 220)
    const sequence = [{ date: first?.date ?? '', aqi: 220 }, second ?? { date: '' }]
    expect(suggestWarning(sequence, WARNING_NATIONAL_2024)).toMatchObject({
      certain: { level: 'orange' },
      unchecked: ['2026-12-01'],
    })
    expect(suggestWarning(sequence, WARNING_NATIONAL_2017).unchecked).toEqual([])
  })
})

describe('环大气函〔2017〕86号', () => {
  test.each<[string, number[]]>([
    ['none', [200, 200, 200]],
    ['blue', [201]],
    ['yellow', [201, 201]],
    ['yellow', [201, 201, 201]],
    ['orange', [201, 201, 301]],
    ['orange', [201, 201, 201, 301]],
    ['orange', [301, 201, 201, 301]],
    ['red', [201, 301, 301, 201]],
    ['orange', [301, 301, 301]],
    ['red', [500]],
    ['blue', [499]],
  ])('suggests %s for AQI %j', (expected, values) => {
    expect(level(aqi(...values), WARNING_NATIONAL_2017)).toBe(expected)
  })
})

describe('成都 2020', () => {
  test.each<[string, string[]]>([
    ['none', ['116', '115', '116']],
    ['yellow', ['115.1', '116']],
    ['yellow', ['116', '116', '150']],
    ['orange', ['116', '116', '151']],
    ['yellow', ['116', '116', '90', '151']],
  ])('suggests %s for PM2.5 %j', (expected, values) => {
    expect(level(of('pm25', ...values), WARNING_CHENGDU_2020)).toBe(expected)
  })
})

describe('渝府办发〔2022〕115号', () => {
  const cq = WARNING_CHONGQING_2022

  test.each<[string, number[]]>([
    ['none', [200, 200]],
    ['yellow', [201]],
    ['yellow', [201, 201]],
    ['orange', [201, 201, 201]],
  ])('suggests %s for AQI %j when PM2.5 and ozone are low', (expected, values) => {
    const sequence = aqi(...values).map((day) => ({ ...day, o3: '10', pm25: '10' }))
    expect(level(sequence, cq)).toBe(expected)
  })

  test.each<[string, string[]]>([
    ['orange', ['116', '116', '151']],
    ['orange', ['151', '151', '151']],
  ])('suggests %s for PM2.5 %j', (expected, values) => {
    expect(level(of('pm25', ...values), cq)).toBe(expected)
  })

  test.each<[string, string[]]>([
    ['none', ['215', '216']],
    ['orange', ['216', '216', '266']],
    ['none', ['216', '216', '265']],
  ])('suggests %s for ozone %j without short heavy pollution', (expected, values) => {
    expect(level(of('o3', ...values), cq)).toBe(expected)
  })

  test('two days of ozone need short heavy pollution forecast, and are unknown where the forecast does not say', () => {
    const days = of('o3', '216', '216')
    const saying = (shortHeavy: boolean) => days.map((day, at) => (at === 1 ? { ...day, shortHeavy } : day))
    const silent = days.map(({ shortHeavy: _, ...day }) => day)
    expect(level(saying(true), cq)).toBe('yellow')
    expect(level(saying(false), cq)).toBe('none')
    expect(level(silent, cq)).toBe('unknown')
  })

  test('two days of PM2.5 are never settled by the absence of it, since the text may not mean them', () => {
    const days = of('pm25', '116', '116')
    expect(suggestWarning(days, cq).certain).toMatchObject({
      level: 'unknown',
      levels: [{ answer: 'unknown', level: 'yellow', why: 'forecast-incomplete' }, { answer: 'no' }, {}],
    })
    expect(
      level(
        days.map((day) => ({ ...day, shortHeavy: true })),
        cq,
      ),
    ).toBe('yellow')
  })

  test('red is unknown whatever is forecast, and never a guess', () => {
    for (const value of [0, 201, 500]) {
      for (const reading of ['certain', 'possible'] as const) {
        const sequence = aqi(value, value, value, value, value).map((day) => ({ ...day, o3: '900', pm25: '500' }))
        expect(suggestWarning(sequence, cq)[reading].levels.at(-1)).toEqual({
          answer: 'unknown',
          level: 'red',
          triggers: [],
          why: 'rule-unknown',
        })
      }
    }
  })
})

describe('a range', () => {
  const range: ForecastDay[] = dates(3).map((date) => ({ date, aqi: { min: 140, max: 210 }, primary: ['pm25'] }))

  test('is certain by its low end and possible by its high end', () => {
    expect(suggestWarning(range, WARNING_NATIONAL_2024)).toMatchObject({
      certain: { level: 'none' },
      possible: { level: 'orange' },
    })
  })

  test('of concentrations is read so too', () => {
    const days: ForecastDay[] = dates(2).map((date) => ({ date, pm25: { min: '116', max: '160' } }))
    expect(suggestWarning(days, WARNING_CHENGDU_2020)).toMatchObject({
      certain: { level: 'yellow' },
      possible: { level: 'yellow' },
    })
    const [first, ...rest] = days
    const low: ForecastDay[] = [{ ...first, date: '2026-12-01', pm25: { min: '115', max: '160' } }, ...rest]
    expect(suggestWarning(low, WARNING_CHENGDU_2020).certain.level).toBe('none')
  })

  test('that runs backwards or below 0 is refused', () => {
    expect(() => suggestWarning([{ date: '2026-12-01', aqi: { min: 104, max: 74 } }], WARNING_NATIONAL_2024)).toThrow(
      RangeError,
    )
    expect(() => suggestWarning([{ date: '2026-12-01', aqi: -1 }], WARNING_NATIONAL_2024)).toThrow(RangeError)
  })
})

describe('what is not forecast', () => {
  test('is unknown, not no: an AQI of ozone leaves PM2.5 open', () => {
    const ozone = aqi(300, 300).map((day) => ({ ...day, primary: ['o3' as const] }))
    expect(suggestWarning(ozone, WARNING_CHENGDU_2020)).toMatchObject({
      certain: { level: 'unknown' },
      possible: { level: 'unknown' },
    })
  })

  test('leaves levels above one that is met unknown', () => {
    const sequence = [...aqi(201, 201), { date: '2026-12-03' }]
    const { certain } = suggestWarning(sequence, WARNING_NATIONAL_2024)
    expect(certain.level).toBe('orange')
    expect(certain.levels.at(-1)).toMatchObject({ level: 'red', answer: 'unknown', why: 'forecast-incomplete' })
  })

  test('a day left out between two is such a day, and breaks no run by itself', () => {
    const day = (date: string): ForecastDay => ({ date, aqi: 151, primary: ['pm25'] })
    expect(suggestWarning([day('2026-12-01'), day('2026-12-03')], WARNING_NATIONAL_2024).certain).toMatchObject({
      level: 'unknown',
      levels: [{ answer: 'unknown' }, { answer: 'unknown' }, { answer: 'no' }],
    })
  })

  test('a known no settles it all the same', () => {
    expect(level([{ date: '2026-12-01' }, ...aqi(0, 90).slice(1)], WARNING_NATIONAL_2017)).toBe('unknown')
    expect(level(aqi(90, 90), WARNING_NATIONAL_2017)).toBe('none')
  })
})

describe('PM2.5 and ozone that are not forecast', () => {
  const days = (primary: readonly Pollutant[], ...values: number[]) =>
    aqi(...values).map((day) => ({ ...day, primary }))

  test('are at most what an AQI of up to 150 allows: no warning, and said to be deduced', () => {
    const found = suggestWarning(days(['pm25'], 150, 150, 150), WARNING_CHONGQING_2022)
    expect(found).toMatchObject({ certain: { level: 'none' }, possible: { level: 'none' }, deduced: dates(3) })
    expect(suggestWarning(days(['pm25'], 150), WARNING_NATIONAL_2024).deduced).toEqual([])
  })

  test('are above 115 and 215 where the AQI is above 150 and they are primary, above 150 and 265 where it is above 200', () => {
    expect(level(days(['pm25'], 151, 151), WARNING_CHENGDU_2020)).toBe('yellow')
    expect(level(days(['pm25'], 151, 151, 200), WARNING_CHENGDU_2020)).toBe('yellow')
    expect(level(days(['pm25'], 151, 151, 201), WARNING_CHENGDU_2020)).toBe('orange')
    expect(level(days(['o3'], 151, 151, 201), WARNING_CHONGQING_2022)).toBe('orange')
  })

  test('stay unknown where another pollutant makes the AQI', () => {
    expect(level(days(['pm10'], 151, 151), WARNING_CHENGDU_2020)).toBe('unknown')
    expect(level(days(['pm10', 'pm25'], 151, 151), WARNING_CHENGDU_2020)).toBe('yellow')
  })

  test('are read low and high with the AQI’s range', () => {
    const range = dates(2).map((date) => ({ date, aqi: { min: 140, max: 170 }, primary: ['pm25' as const] }))
    expect(suggestWarning(range, WARNING_CHENGDU_2020)).toMatchObject({
      certain: { level: 'none' },
      possible: { level: 'yellow' },
    })
  })

  test('give way to a figure that is forecast', () => {
    const forecast = days(['pm25'], 151, 151).map((day) => ({ ...day, pm25: '115' }))
    expect(level(forecast, WARNING_CHENGDU_2020)).toBe('none')
  })

  test('agree with the index: any PM2.5 or ozone whose index makes the AQI gives the same answer as itself', () => {
    const scheme = fc.constantFrom(WARNING_CHENGDU_2020, WARNING_CHONGQING_2022)
    const figures = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(scheme, fc.constantFrom('pm25' as const, 'o3' as const), figures, (plan, pollutant, values) => {
        const averaging = pollutant === 'o3' ? '8h' : '24h'
        const known = values.map((value, at): ForecastDay => {
          const index = iaqi(pollutant, averaging, String(value), HJ633_2026) ?? -1
          return {
            date: dates(5)[at] ?? '',
            aqi: index,
            o3: '0',
            pm25: '0',
            primary: [pollutant],
            [pollutant]: String(value),
          }
        })
        const bare = known.map(({ o3: _, pm25: __, ...day }) => day)
        const answers = suggestWarning(known, plan).certain.levels
        suggestWarning(bare, plan).certain.levels.forEach(({ answer }, at) => {
          if (answer !== 'unknown') expect(answer).toBe(answers[at]?.answer)
        })
      }),
    )
  })
})

describe('what is no forecast', () => {
  const day: ForecastDay = { date: '2026-12-02', aqi: 90 }
  test.each<[string, ForecastDay[]]>([
    ['no day', []],
    ['a day twice', [day, day]],
    ['days that fall', [day, { ...day, date: '2026-12-01' }]],
    ['a date that is none', [{ ...day, date: '2026-02-29' }]],
    ['a date in another form', [{ ...day, date: '2026-12-2' }]],
    ['more than a year', [day, { ...day, date: '2028-12-02' }]],
  ])('%s is refused', (_, sequence) => {
    expect(() => suggestWarning(sequence, WARNING_NATIONAL_2024)).toThrow(RangeError)
  })

  test('a figure that is no number is refused', () => {
    expect(() => suggestWarning([{ ...day, aqi: Number.NaN }], WARNING_NATIONAL_2024)).toThrow(TypeError)
    expect(() => suggestWarning([{ ...day, pm25: 'high' }], WARNING_CHENGDU_2020)).toThrow(TypeError)
  })

  test('runs go over the end of a month and a leap day', () => {
    const day = (date: string): ForecastDay => ({ date, aqi: 151, primary: ['pm25'] })
    const sequence = ['2028-02-28', '2028-02-29', '2028-03-01'].map(day)
    expect(level(sequence, WARNING_NATIONAL_2024)).toBe('orange')
  })
})

describe('compareSchemes', () => {
  const two = [WARNING_NATIONAL_2024, WARNING_CHONGQING_2022]

  test('says where one scheme would warn and the other would not', () => {
    const sequence = aqi(160, 160).map((day) => ({ ...day, o3: '10', pm25: '110' }))
    const { findings, pairs } = compareSchemes(sequence, two)
    expect(findings.map(({ scheme, certain }) => [scheme, certain.level])).toEqual([
      ['环大气〔2024〕6号', 'yellow'],
      ['渝府办发〔2022〕115号', 'none'],
    ])
    expect(pairs).toEqual([
      {
        certain: 'only-first',
        differ: true,
        possible: 'only-first',
        schemes: ['环大气〔2024〕6号', '渝府办发〔2022〕115号'],
      },
    ])
    expect(compareSchemes(sequence, two.toReversed()).pairs[0]).toMatchObject({ certain: 'only-second', differ: true })
  })

  test('holds no colour against another scheme’s: orange and yellow are both a warning', () => {
    const sequence = aqi(210, 210).map((day) => ({ ...day, o3: '10', pm25: '110' }))
    const { findings, pairs } = compareSchemes(sequence, two)
    expect(findings.map(({ certain }) => certain.level)).toEqual(['orange', 'yellow'])
    expect(pairs[0]).toMatchObject({ certain: 'both', differ: false, possible: 'both' })
  })

  test('differs in the possible reading only where the low ends agree', () => {
    const sequence = dates(2).map((date) => ({
      date,
      aqi: { min: 90, max: 170 },
      o3: '10',
      pm25: '90',
      primary: ['pm25' as const],
    }))
    expect(compareSchemes(sequence, two).pairs[0]).toMatchObject({
      certain: 'neither',
      differ: true,
      possible: 'only-first',
    })
  })

  test('is unknown where one of them is', () => {
    const dust = aqi(160, 160).map((day) => ({ ...day, primary: ['pm10' as const] }))
    expect(compareSchemes(dust, two).pairs[0]).toMatchObject({ certain: 'unknown', differ: false })
  })

  test('has every pair once', () => {
    const { findings, pairs } = compareSchemes(aqi(90), WARNING_SCHEMES)
    expect([findings.length, pairs.length]).toEqual([4, 6])
  })
})

describe('for any forecast', () => {
  const scheme = fc.constantFrom(...WARNING_SCHEMES)
  const ends = fc
    .tuple(fc.integer({ min: 0, max: 550 }), fc.integer({ min: 0, max: 120 }))
    .map(([min, width]) => ({ min, max: min + width }))
  const written = ends.map(({ min, max }) => ({ min: String(min), max: String(max) }))
  const day = fc.record({ aqi: ends, o3: written, pm25: written, shortHeavy: fc.boolean() }, { requiredKeys: [] })
  const forecast = fc
    .array(day, { minLength: 1, maxLength: 8 })
    .map((days) => days.map((one, at): ForecastDay => ({ ...one, date: dates(8)[at] ?? '' })))

  test('what is certain is possible', () => {
    fc.assert(
      fc.property(scheme, forecast, (plan, sequence) => {
        const { certain, possible } = suggestWarning(sequence, plan)
        certain.levels.forEach(({ answer }, at) => {
          if (answer === 'yes') expect(possible.levels[at]?.answer).toBe('yes')
          if (possible.levels[at]?.answer === 'no') expect(answer).toBe('no')
        })
      }),
    )
  })

  test('filling in what was not forecast never turns a yes or a no round', () => {
    fc.assert(
      fc.property(scheme, forecast, fc.integer({ min: 0, max: 600 }), (plan, sequence, figure) => {
        const before = suggestWarning(sequence, plan).certain.levels
        // Beside an AQI a concentration is not free, so that such days get none.
        const filled = sequence.map((one): ForecastDay => {
          const shortHeavy = figure % 2 === 0
          if (one.aqi !== undefined) return { shortHeavy, ...one }
          return { aqi: figure, o3: String(figure), pm25: String(figure), shortHeavy, ...one }
        })
        const after = suggestWarning(filled, plan).certain.levels
        before.forEach(({ answer }, at) => {
          if (answer !== 'unknown') expect(after[at]?.answer).toBe(answer)
        })
      }),
    )
  })

  test('triggers come with a yes and only then, their days in a row and of the forecast', () => {
    fc.assert(
      fc.property(scheme, forecast, (plan, sequence) => {
        for (const { answer, triggers } of suggestWarning(sequence, plan).possible.levels) {
          expect(triggers.length > 0).toBe(answer === 'yes')
          for (const { days } of triggers) {
            const at = sequence.findIndex(({ date }) => date === days[0])
            expect(days).toEqual(sequence.slice(at, at + days.length).map(({ date }) => date))
          }
        }
      }),
    )
  })

  test('a finding is in the key order of JCS and bears its scheme', () => {
    fc.assert(
      fc.property(scheme, forecast, (plan, sequence) => {
        const found = suggestWarning(sequence, plan)
        expect(JSON.stringify(found)).toBe(canonical(found))
        expect(found.scheme).toBe(plan.id)
        const compared = compareSchemes(sequence, [plan, WARNING_NATIONAL_2017])
        expect(JSON.stringify(compared)).toBe(canonical(compared))
      }),
    )
  })
})
