/** What the differences come to on records held: the counts of forecasts and ratings worked by hand from the words of the schemes, asked for over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refused } from '../http/calls.ts'
import { days, type ForecastRow, type PracticeWorld, practiceWorld, type RatingRow } from './forecasts.ts'

const PRACTICE = '/v1/standards/comparison/practice'

/*
 * 环大气〔2024〕6号 (Sichuan): yellow when the AQI is above 200, or above 150 on 2 days; orange above 200 on 2 days or above 150 on 3.
 * 渝府办发〔2022〕115号 (Chongqing): yellow when the AQI is above 200, or PM2.5 above 115 on 2 days, and ozone above 215 on 2 days with
 * short heavy pollution. PM2.5 at 115 is an index of 150, so that PM2.5 as primary pollutant above an AQI of 150 is above 115.
 */
const SICHUAN: readonly ForecastRow[] = [
  // Nothing above 150: neither, low or high.
  ...days('成都市', ['90~120', '80~110', '70~100']),
  // One day above 200: both.
  ...days('德阳市', ['210~240']),
  // Two days of PM2.5 above 115: Sichuan warns; whether Chongqing asks for short heavy pollution as well is unclear.
  ...days('绵阳市', ['155~185', '155~185']),
  // Three such days: orange in Sichuan; in Chongqing PM2.5 never passes 150 (an index of 200), so the same doubt remains.
  ...days('宜宾市', ['155~185', '155~185', '155~185']),
  // Dust: no primary pollutant named, PM2.5 and ozone low. Sichuan's AQI rule is met, none of Chongqing's.
  ...days('广安市', ['160~180', '160~180'], { primary: '', pm25: '80~100', o3: '100~120' }),
  // One day, from below 200 to above: none at the low end, both at the high end.
  ...days('泸州市', ['180~210']),
]
const CHONGQING: readonly ForecastRow[] = [
  // One day below 200: neither.
  ...days('中心城区', ['160~195']),
  // Ozone above 200: Sichuan's scheme covers PM2.5 only.
  ...days('渝东南', ['210~230'], { primary: 'O3' }),
  // The class alone, 201 to 300: both.
  ...days('渝东北', [''], { class: '重度污染' }),
  // Dust again.
  ...days('主城都市区', ['160~180', '160~180'], { primary: '', pm25: '80~100', o3: '100~120' }),
  // A second opinion on Sichuan's area: both, and counted under Sichuan's areas.
  ...days('德阳市', ['210~240']),
]

const SICHUAN_RATINGS: readonly RatingRow[] = [
  { enterprise: 1, authority: '省级', level: '环保良好企业' },
  { enterprise: 1, authority: '省级', level: '环保警示企业', year: '2024' },
  { enterprise: 2, authority: '省级', level: '环保良好企业' },
  { enterprise: 2, authority: '市级:成都市生态环境局', level: '环保警示企业' },
  { enterprise: 6, authority: '省级', level: '环保良好企业' },
  { enterprise: 7, authority: '省级', level: '环保良好企业' },
  { enterprise: 8, authority: '省级', level: '环保良好企业' },
]
const CHONGQING_RATINGS: readonly RatingRow[] = [
  { enterprise: 3, authority: '市级', level: '环保良好企业' },
  { enterprise: 3, authority: '区县级:涪陵区生态环境局', level: '环保良好企业' },
  { enterprise: 4, authority: '市级', level: '环保诚信企业' },
  { enterprise: 4, authority: '区县级:涪陵区生态环境局', level: '环保警示企业' },
  { enterprise: 5, authority: '区县级:涪陵区生态环境局', level: '环保良好企业' },
  { enterprise: 5, authority: '区县级:万州区生态环境局', level: '环保警示企业' },
  { enterprise: 6, authority: '市级', level: '环保良好企业' },
  { enterprise: 7, authority: '市级', level: '环保不良企业' },
  { enterprise: 8, authority: '市级', level: '环保良好企业' },
  { enterprise: 8, authority: '区县级:涪陵区生态环境局', level: '环保不良企业' },
  { enterprise: 9, authority: '市级', status: '未参评' },
]

let practice: PracticeWorld
beforeAll(async () => {
  practice = await practiceWorld({ roles: ['reviewer', 'system', 'security', 'audit'] })
})
afterAll(async () => {
  expect(practice.calls.failures).toEqual([])
  await practice.world.close()
})

const size = () => practice.world.gateway.log.head().size

test('with nothing held every count is zero', async () => {
  const { warnings, credit, asOf } = await practice.ask(PRACTICE)
  expect(asOf).toBe(size())
  const none = { both: 0, neither: 0, onlyCq: 0, onlySc: 0, unknown: 0 }
  expect(warnings).toMatchObject({
    sequences: 0,
    records: 0,
    complete: true,
    agreement: { all: { sequences: 0, certain: none, possible: none } },
  })
  expect(credit).toMatchObject({ ratings: 0, enterpriseYears: 0, bothSides: { ratedByBoth: 0, differ: 0 } })
})

describe('over forecasts and ratings sent by both sides', () => {
  let answer: Readonly<Record<string, unknown>>
  let before: number
  beforeAll(async () => {
    before = size()
    await practice.forecast('sc', SICHUAN)
    await practice.forecast('cq', CHONGQING)
    await practice.rate('sc', SICHUAN_RATINGS)
    await practice.rate('cq', CHONGQING_RATINGS)
    answer = await practice.ask(PRACTICE)
  })

  test('each area and issue is one sequence, whatever its days', () => {
    expect(answer.warnings).toMatchObject({
      records: 18,
      sequences: 11,
      secondOpinions: 1,
      schemes: { cq: '渝府办发〔2022〕115号', sc: '环大气〔2024〕6号' },
    })
  })

  test('of 11 sequences 2 would be warned by Sichuan’s scheme only, 1 by Chongqing’s only', () => {
    expect(answer.warnings).toMatchObject({
      agreement: {
        all: {
          sequences: 11,
          certain: { both: 3, neither: 3, onlyCq: 1, onlySc: 2, unknown: 2 },
          possible: { both: 4, neither: 2, onlyCq: 1, onlySc: 2, unknown: 2 },
        },
        sc: {
          sequences: 7,
          certain: { both: 2, neither: 2, onlyCq: 0, onlySc: 1, unknown: 2 },
          possible: { both: 3, neither: 1, onlyCq: 0, onlySc: 1, unknown: 2 },
        },
        cq: {
          sequences: 4,
          certain: { both: 1, neither: 1, onlyCq: 1, onlySc: 1, unknown: 0 },
          possible: { both: 1, neither: 1, onlyCq: 1, onlySc: 1, unknown: 0 },
        },
      },
    })
  })

  test('one rule for both sides: what each scheme would give, and what would change against the side’s own', () => {
    const same = { newlyWarned: 0, noLongerWarned: 0, untold: 0 }
    expect(answer.warnings).toMatchObject({
      unified: [
        {
          scheme: '渝府办发〔2022〕115号',
          areasOf: 'cq',
          sequences: 4,
          certain: { warned: 2, levels: { yellow: 2, orange: 0, red: 0 }, none: 2, unknown: 0, ...same, unchanged: 4 },
        },
        {
          scheme: '渝府办发〔2022〕115号',
          areasOf: 'sc',
          sequences: 7,
          certain: {
            warned: 2,
            levels: { yellow: 2, orange: 0, red: 0 },
            none: 3,
            unknown: 2,
            newlyWarned: 0,
            noLongerWarned: 1,
            unchanged: 4,
            untold: 2,
          },
          possible: { warned: 3, none: 2, unknown: 2, noLongerWarned: 1, unchanged: 4, untold: 2 },
        },
        {
          scheme: '环大气〔2024〕6号',
          areasOf: 'cq',
          sequences: 4,
          certain: {
            warned: 2,
            levels: { yellow: 2, orange: 0, red: 0 },
            none: 2,
            unknown: 0,
            newlyWarned: 1,
            noLongerWarned: 1,
            unchanged: 2,
            untold: 0,
          },
        },
        {
          scheme: '环大气〔2024〕6号',
          areasOf: 'sc',
          sequences: 7,
          certain: { warned: 5, levels: { yellow: 4, orange: 1, red: 0 }, none: 2, unknown: 0, ...same, unchanged: 7 },
          possible: { warned: 6, levels: { yellow: 5, orange: 1, red: 0 }, none: 1, unknown: 0, ...same, unchanged: 7 },
        },
      ],
    })
  })

  test('ratings: two authorities of one side, both sides, and where their levels differ', () => {
    expect(answer.credit).toMatchObject({
      records: 18,
      ratings: 17,
      notRated: 1,
      enterpriseYears: 9,
      twoAuthorities: {
        cq: { ratedTwice: 4, differ: 3, settled: 2, settledByOneOrder: 2 },
        sc: { ratedTwice: 1, differ: 1, settled: 0, settledByOneOrder: 1 },
      },
      // Enterprise 8 agrees once the municipality's rating goes before the district's.
      bothSides: { ratedByBoth: 3, differ: 1 },
    })
  })

  test('is a suggestion, says so in both languages, and defines every number', () => {
    expect(answer.kind).toBe('suggestion')
    const suggestion = { zh: expect.stringContaining('预警建议'), en: expect.stringContaining('no warning') }
    expect(answer.notes).toEqual(expect.arrayContaining([expect.objectContaining(suggestion)]))
    for (const part of ['warnings', 'credit'] as const) {
      const members = Object(answer[part])
      const numbers = numbersIn(members).filter((name) => name !== 'limit')
      expect(numbers.length).toBeGreaterThan(5)
      for (const name of numbers) {
        expect(members.definitions[name]?.zh, name).toMatch(/\p{Script=Han}/u)
        expect(members.definitions[name]?.en, name).toMatch(/[a-z]/)
      }
      for (const name of Object.keys(members.definitions)) {
        expect([...numbers, 'certain', 'possible', 'levels'], name).toContain(name)
      }
    }
  })

  test('holds counts only: no area, no enterprise, no record', () => {
    const text = JSON.stringify(answer)
    expect(text).not.toMatch(/德阳|5106|示例|MA0000|enterprise\/|2026-11-15/)
  })

  test('is the same for both sides and every time, and its tag answers 304', async () => {
    const [one, other] = await Promise.all(
      (['cq', 'sc'] as const).map((party) => practice.calls.read(practice.world.sides[party].agency, PRACTICE)),
    )
    expect(await one?.text()).toBe(await other?.text())
    const again = await practice.calls.read(practice.world.sides.sc.agency, PRACTICE, {
      headers: { 'if-none-match': one?.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test('as of an earlier size tells what was known then', async () => {
    expect((await practice.ask(`${PRACTICE}?asOf=${before}`)).warnings).toMatchObject({ sequences: 0 })
    expect((await practice.ask(`${PRACTICE}?asOf=${before + 1}`)).warnings).toMatchObject({ sequences: 6 })
  })

  test('a corrected forecast counts as corrected from then on, and as it was before', async () => {
    const then = size()
    await practice.forecast('sc', days('成都市', ['210~240', '80~110', '70~100']))
    expect((await practice.ask(PRACTICE)).warnings).toMatchObject({
      sequences: 11,
      agreement: { all: { certain: { both: 4, neither: 2 } } },
    })
    expect((await practice.ask(`${PRACTICE}?asOf=${then}`)).warnings).toMatchObject({
      sequences: 11,
      agreement: { all: { certain: { both: 3, neither: 3 } } },
    })
  })
})

/** Names of all members that are numbers; those of levels count as `levels`. */
function numbersIn(value: object): string[] {
  const found = Object.entries(value).flatMap(([name, member]): string[] => {
    if (typeof member === 'number') return [name]
    if (name === 'levels') return ['levels']
    return typeof member === 'object' && member !== null && name !== 'definitions' ? numbersIn(member) : []
  })
  return [...new Set(found)]
}

describe('who may ask, and how', () => {
  test('without a signature nobody', async () => {
    await refused(await practice.calls.get(PRACTICE), 401, 'signature-missing')
  })

  test.each(['system', 'security'] as const)('not the administrator of %s', async (role) => {
    const key = practice.world.sides.cq.others.get(role)
    if (!key) throw new TypeError(`nobody is ${role}`)
    await refused(await practice.calls.read(key, PRACTICE), 403, 'not-permitted')
  })

  test('operators, reviewers, signatories and auditors as well as agencies', async () => {
    const { operator, signatory, others } = practice.world.sides.cq
    for (const key of [operator, signatory, others.get('reviewer'), others.get('audit')]) {
      if (!key) throw new TypeError('a role is missing')
      expect((await practice.calls.read(key, PRACTICE)).status).toBe(200)
    }
  })

  test.each(['asOf=-1', 'asOf=x', 'asOf=999999', 'asOf=1&asOf=2', 'area=510100'])('not with %s', async (query) => {
    const answer = await practice.calls.read(practice.world.sides.sc.agency, `${PRACTICE}?${query}`)
    await refused(answer, 400, 'query-invalid')
  })
})
