/** Scores over signed HTTP, worked by hand from what both sides forecast and agreed and what came; see `world.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readScoreQuestion } from '../../../gateway/scores/question.ts'
import { divergencesOf, recentScores, scoresOf } from '../../../gateway/scores/scores.ts'
import { refused } from '../http/calls.ts'
import { observed, openScores, published, RELEASE, type ScoreWorld } from './world.ts'

const SPAN = 'from=2026-11-16&to=2026-11-17'
const [LUZHOU, GUANGAN, CHONGQING] = ['510500', '511600', '500000']

let air: ScoreWorld
beforeAll(async () => {
  air = await openScores({ roles: ['reviewer', 'system', 'security', 'audit'] })
  await published(air)
  air.until('2026-11-18T10:00:00+08:00')
})
afterAll(() => air.close())

interface Group {
  readonly voice: string
  readonly side: string | null
  readonly horizonHours: number | null
  readonly season: string | null
  readonly area: { readonly id: string; readonly name: string } | null
}
interface Told extends Group {
  readonly reviewed: { readonly bias: unknown }
  readonly provisional: { readonly bias: unknown }
}
const groupIn = <G extends Group>(
  groups: readonly G[],
  voice: string,
  side: string | null,
  horizonHours: number | null,
) => groups.find((one) => one.voice === voice && one.side === side && one.horizonHours === horizonHours)

test('before anything was observed nothing is scored, and every forecast is accounted for', async () => {
  const { counts, groups, pairs, asOf } = await air.ask(`/v1/scores?${SPAN}`)
  expect(asOf).toBe(air.world.gateway.log.head().size)
  // 5 issues by Sichuan, of which one of a zone; 4 by Chongqing; 1 by the centre; 6 joint values.
  expect(counts).toMatchObject({ forecasts: 16, zone: 1, noObservation: 15, reviewed: 0, provisional: 0, late: 0 })
  expect([groups, pairs]).toEqual([[], []])
})

test('divergence is kept before it is known how it turns out', async () => {
  const { found, divergences } = await air.ask(`/v1/scores/divergence?${SPAN}`)
  expect(found).toBe(2)
  expect(divergences).toMatchObject([
    { area: { id: CHONGQING }, observed: null, unscored: 'noObservation', nearest: [], take: 'cq' },
    { area: { id: GUANGAN }, observed: null, unscored: 'noObservation', nearest: [], take: 'union' },
  ])
})

describe('once it is known what came', () => {
  beforeAll(() => observed(air))

  test('what is missing, incomplete or of a zone is never scored, and raw days are apart', async () => {
    const { counts } = await air.ask(`/v1/scores?${SPAN}`)
    expect(counts).toEqual({
      forecasts: 16,
      reviewed: 8,
      provisional: 3,
      late: 0,
      otherEdition: 0,
      zone: 1,
      notRead: 0,
      noObservation: 2,
      incomplete: 2,
      revisedLate: 0,
    })
  })

  test('Sichuan’s own for the next day were 16 and 23 too low', async () => {
    const { groups } = await air.ask(`/v1/scores?${SPAN}`)
    expect(groupIn(groups, 'own', 'sc', 24)).toEqual({
      voice: 'own',
      side: 'sc',
      horizonHours: 24,
      season: null,
      area: null,
      few: true,
      reviewed: {
        n: 2,
        class: { hits: 2, n: 2, rate: '100.0' },
        middle: { hits: 0, n: 2, rate: '0.0' },
        primary: { hits: 2, n: 2, rate: '100.0' },
        range: { hits: 0, n: 2, rate: '0.0' },
        bias: { n: 2, value: '-19.5' },
        mae: { n: 2, value: '19.5' },
        width: { n: 2, value: '30.0' },
      },
      provisional: expect.objectContaining({ n: 0 }),
    })
  })

  test('each voice stands apart, a second opinion from a side’s own', async () => {
    const { groups } = await air.ask(`/v1/scores?${SPAN}`)
    const bias = (
      voice: string,
      side: string | null,
      hours: number,
      standing: 'reviewed' | 'provisional' = 'reviewed',
    ) => groupIn<Told>(groups, voice, side, hours)?.[standing].bias
    expect(bias('own', 'cq', 24, 'provisional')).toEqual({ n: 1, value: '-4.0' })
    expect(bias('own', 'cq', 48)).toEqual({ n: 1, value: '-11.0' })
    expect(bias('second', 'cq', 24)).toEqual({ n: 1, value: '16.0' })
    expect(bias('second', 'sc', 24, 'provisional')).toEqual({ n: 1, value: '0.0' })
    expect(bias('guidance', null, 24)).toEqual({ n: 1, value: '66.0' })
    // 11 and −3.5: 7.5 ÷ 2 = 3.75.
    expect(bias('joint', null, 24)).toEqual({ n: 2, value: '3.8' })
    expect(bias('joint', null, 48)).toEqual({ n: 1, value: '-11.0' })
    expect(groups).toHaveLength(8)
  })

  test('joining helped Sichuan’s own on both days, held against the same city-days alone', async () => {
    const { pairs } = await air.ask(`/v1/scores?${SPAN}`)
    // 11 and 3.5 against 16 and 23: 7.25 against 19.5.
    expect(groupIn(pairs, 'own', 'sc', 24)).toMatchObject({
      few: true,
      reviewed: {
        n: 2,
        better: 2,
        equal: 0,
        worse: 0,
        mae: { n: 2, joint: '7.2', other: '19.5', difference: '-12.2' },
        class: { n: 2, joint: '100.0', other: '100.0', difference: '0.0' },
        range: { n: 2, joint: '100.0', other: '0.0', difference: '100.0' },
      },
    })
    expect(groupIn(pairs, 'second', 'cq', 24)).toMatchObject({
      reviewed: { n: 1, better: 1, mae: { joint: '3.5', other: '16.0', difference: '-12.5' } },
    })
    // What was taken from Chongqing is as good as Chongqing’s; Sichuan’s second opinion was nearer.
    expect(groupIn(pairs, 'own', 'cq', 24)).toMatchObject({ provisional: { n: 1, better: 0, equal: 1, worse: 0 } })
    expect(groupIn(pairs, 'second', 'sc', 24)).toMatchObject({
      provisional: { n: 1, worse: 1, mae: { difference: '4.0' } },
    })
  })

  test('both values, the joint one, what happened and who was nearer stand side by side', async () => {
    const { divergences } = await air.ask(`/v1/scores/divergence?${SPAN}`)
    expect(divergences).toMatchObject([
      {
        area: { id: CHONGQING, name: '重庆市' },
        observed: { aqi: 80, class: 2, primary: ['pm25'], review: 'raw', standing: 'provisional' },
        errors: { cq: '-4.0', sc: '0.0', joint: '-4.0' },
        nearest: ['sc'],
        unscored: null,
      },
      {
        area: { id: GUANGAN, name: '广安市' },
        day: '2026-11-16',
        horizonHours: 24,
        release: RELEASE,
        said: { cq: { aqi: { max: 131, min: 101 }, primary: ['pm10'] }, sc: { aqi: { max: 92, min: 62 } } },
        guidance: { aqi: { max: 181, min: 151 } },
        joint: { aqi: { max: 131, min: 62 }, primary: ['pm10', 'pm25'] },
        take: 'union',
        observed: { aqi: 100, class: 2, review: 'final', standing: 'reviewed' },
        errors: { cq: '16.0', sc: '-23.0', joint: '-3.5' },
        nearest: ['joint'],
      },
    ])
  })

  test('a question leaves out the other side, other areas and other horizons', async () => {
    const voices = async (query: string) => {
      const { groups } = await air.ask(`/v1/scores?${SPAN}&${query}`)
      return groups.map(({ voice, side, horizonHours }: Group) => [voice, side, horizonHours].join(' '))
    }
    expect(await voices('party=cq&horizon=48')).toEqual(['own cq 48', 'joint  48'])
    expect(await voices(`area=${LUZHOU}`)).toEqual(['own sc 24', 'joint  24'])
    expect(await voices('party=sc&group=')).toEqual(['own sc ', 'second sc ', 'guidance  ', 'joint  '])
  })

  test('scores are told apart by season and area where that is asked', async () => {
    const { groups } = await air.ask(`/v1/scores?${SPAN}&party=sc&group=season,area`)
    expect(groups.map(({ voice, season, area }: Group) => [voice, season, area?.name])).toEqual([
      ['own', 'autumn', '泸州市'],
      ['own', 'autumn', '广安市'],
      ['second', 'autumn', '重庆市'],
      ['guidance', 'autumn', '广安市'],
      ['joint', 'autumn', '重庆市'],
      ['joint', 'autumn', '泸州市'],
      ['joint', 'autumn', '广安市'],
    ])
  })

  test('as of an earlier ledger size it is what was known then', async () => {
    const { asOf } = await air.ask(`/v1/scores?${SPAN}`)
    // The last two entries are the two sides’ observations.
    const { counts } = await air.ask(`/v1/scores?${SPAN}&asOf=${asOf - 2}`)
    expect(counts).toMatchObject({ forecasts: 16, noObservation: 15 })
    const before = await air.ask(`/v1/scores?${SPAN}&asOf=${asOf - 3}`)
    // Without the second signature there is no joint value yet.
    expect(before.counts).toMatchObject({ forecasts: 10 })
  })

  test('the same as CSV: a group and standing a line', async () => {
    const answer = await air.calls.read(air.world.sides.cq.operator, `/v1/scores?${SPAN}&party=sc`, {
      headers: { accept: 'text/csv' },
    })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trimEnd().split('\r\n')
    const width = lines[0]?.split(',').length
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([width]))
    expect(lines.find((line) => line.startsWith('score,own,sc'))).toMatch(
      /^score,own,sc,24,,,,reviewed,true,2,2,2,100\.0,2,0,0\.0,2,0,0\.0,2,2,100\.0,2,-19\.5,2,19\.5,2,30\.0,,/,
    )
    expect(lines.find((line) => line.startsWith('joint-against,own,sc'))).toMatch(/,2,0,0,.*,2,7\.2,19\.5,-12\.2$/)
    const list = await air.calls.read(air.world.sides.cq.operator, `/v1/scores/divergence?${SPAN}`, {
      headers: { accept: 'text/csv' },
    })
    expect(await list.text()).toMatch(
      /\r\n511600,广安市,2026-11-16,24,.*,100,2,pm25,final,,16\.0,-23\.0,-3\.5,joint\r\n$/,
    )
  })

  test('the newest scores of one area are those of the thirty days before today', async () => {
    const { gateway } = air.world
    const { question, counts, groups } = await recentScores(gateway, GUANGAN)
    expect([question.from, question.to]).toEqual(['2026-10-19', '2026-11-17'])
    expect(counts).toMatchObject({ forecasts: 4, reviewed: 4 })
    expect(groups.map(({ voice, side }) => [voice, side])).toEqual([
      ['own', 'sc'],
      ['second', 'cq'],
      ['guidance', null],
      ['joint', null],
    ])
    expect((await recentScores(gateway, GUANGAN, '2026-11-16')).counts.forecasts).toBe(0)
  })

  test('a reading cut short says so, and an area that was not read whole is left out whole', async () => {
    const { gateway } = air.world
    const question = readScoreQuestion(`http://x/?${SPAN}`, { now: gateway.now(), size: gateway.log.head().size })
    const few = await scoresOf(gateway, question, { records: 4, page: 3 })
    expect(few.read).toMatchObject({ forecasts: { records: 4, complete: false }, limit: 4 })
    const most = await scoresOf(gateway, question, { records: 10, page: 3 })
    expect(most.read.forecasts).toEqual({ records: 10, complete: true })
    expect(most.read.observations.complete).toBe(true)
    expect(most).toMatchObject({ counts: { reviewed: 8 } })
    // Of the areas in turn, Chongqing’s two days are read; 荣昌区 has none, 泸州市 one too many.
    const cut = await scoresOf(gateway, { ...question, area: null }, { records: 3, page: 3 })
    expect(cut.read.observations).toEqual({ records: 3, complete: false, left: [LUZHOU, GUANGAN] })
    const left = cut.groups.filter(({ voice, side }) => voice === 'own' && side === 'sc')
    expect(left).toEqual([])
    expect((await divergencesOf(gateway, question, { records: 3, page: 3 })).read.forecasts.complete).toBe(false)
  })
})

describe('scores are for the two sides alone', () => {
  test.each(['/v1/scores', '/v1/scores/divergence'])(
    '%s is signed, and for those who send, deliberate or audit',
    async (path) => {
      const { agency, operator, reviewer, signatory, others } = air.world.sides.cq
      await refused(await air.calls.get(path), 401, 'signature-missing')
      for (const role of ['system', 'security'] as const) {
        const key = others.get(role)
        if (!key) throw new TypeError(`nobody is ${role}`)
        await refused(await air.calls.read(key, path), 403, 'not-permitted')
      }
      const audit = others.get('audit')
      for (const key of [agency, operator, reviewer, signatory, ...(audit ? [audit] : [])])
        expect((await air.calls.read(key, path)).status).toBe(200)
    },
  )

  test.each([
    ['from=yesterday', 'from'],
    ['from=2026-11-17&to=2026-11-16', 'to'],
    ['from=2025-11-16&to=2026-11-17', 'to'],
    ['party=gz', 'party'],
    ['area=泸州市', 'area'],
    ['horizon=36', 'horizon'],
    ['horizon=384', 'horizon'],
    ['group=side', 'group'],
    ['group=area,area', 'group'],
    ['asOf=100000', 'asOf'],
    ['city=510500', 'city'],
  ])('%s is refused, and named', async (query, pointer) => {
    const problem = await refused(
      await air.calls.read(air.world.sides.sc.agency, `/v1/scores?${query}`),
      400,
      'query-invalid',
    )
    expect(problem.pointer).toBe(pointer)
  })

  test('a list of divergences takes no side', async () => {
    const { agency } = air.world.sides.sc
    await refused(await air.calls.read(agency, '/v1/scores/divergence?party=cq'), 400, 'query-invalid')
  })

  test('the days are the last 31 unless said otherwise', async () => {
    const { from, to, group, definitions } = await air.ask('/v1/scores')
    expect([from, to, group]).toEqual(['2026-10-19', '2026-11-18', ['horizon']])
    for (const { zh, en } of Object.values<{ zh: string; en: string }>(definitions)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[A-Za-z]{3}/)
    }
    const year = await air.ask('/v1/scores?from=2026-01-01&to=2026-12-31')
    expect(year.counts.forecasts).toBe(16)
  })
})
