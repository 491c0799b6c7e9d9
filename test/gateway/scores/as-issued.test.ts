/** What counts as a forecast: what was in the ledger before its day began, in whichever edition both sides published. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jsonOf } from '../intake/files.ts'
import { value } from '../release/air/fixture.ts'
import { agreeOn, observed, openScores, published, RELEASE, type ScoreWorld } from './world.ts'

const SPAN = '/v1/scores?from=2026-11-16&to=2026-11-17'
const LUZHOU = '510500'

let air: ScoreWorld
beforeEach(async () => {
  air = await openScores()
})
afterEach(() => air.close())

const own = async () => {
  const { counts, groups } = await air.ask(`${SPAN}&area=${LUZHOU}&horizon=24`)
  const found = groups.find(({ voice }: { voice: string }) => voice === 'own')
  return { counts, bias: found?.reviewed.bias ?? null }
}
const joint = async (horizon: number) => {
  const { groups } = await air.ask(`${SPAN}&area=${LUZHOU}&horizon=${horizon}`)
  return groups.find(({ voice }: { voice: string }) => voice === 'joint')?.reviewed.bias ?? null
}

describe('a forecast', () => {
  test('that came when its day had begun is none, whatever time of issue it claims', async () => {
    air.until('2026-11-16T00:00:00+08:00')
    await air.send('sc', [['泸州市', '2026-11-16', '99~129', 'PM2.5']])
    air.until('2026-11-18T10:00:00+08:00')
    await air.observe('sc', [{ city: '泸州市', day: '2026-11-16', pm25: '75' }])
    expect(await own()).toMatchObject({ counts: { forecasts: 1, late: 1, reviewed: 0 }, bias: null })
  })

  test('that came a second before is one', async () => {
    air.until('2026-11-15T23:59:50+08:00')
    await air.send('sc', [['泸州市', '2026-11-16', '99~129', 'PM2.5']])
    air.until('2026-11-18T10:00:00+08:00')
    await air.observe('sc', [{ city: '泸州市', day: '2026-11-16', pm25: '75' }])
    expect(await own()).toMatchObject({ counts: { late: 0, reviewed: 1 }, bias: { n: 1, value: '0.0' } })
  })

  test('revised after its day had begun is scored as it stood; revised before, as revised', async () => {
    const say = (range: string) => air.send('sc', [['泸州市', '2026-11-16', range, 'PM2.5']])
    await say('60~90')
    await say('83~113')
    air.until('2026-11-17T09:00:00+08:00')
    await say('99~129')
    await air.observe('sc', [{ city: '泸州市', day: '2026-11-16', pm25: '75' }])
    expect(await own()).toEqual({
      counts: expect.objectContaining({ forecasts: 1, reviewed: 1, revisedLate: 1 }),
      bias: { n: 1, value: '-16.0' },
    })
  })

  test('by another edition of HJ 633 than its day’s is not compared', async () => {
    const csv =
      '区域,发布时间,预报日期,AQI范围,首要污染物,执行标准\n泸州市,2026-11-15 14:30,2026-11-16,83~113,PM2.5,HJ 633-2012\n'
    const { agency } = air.world.sides.sc
    const done = await air.calls.write(agency, '/v1/submissions?contract=air-forecast', csv, {
      contentType: 'text/csv',
    })
    await jsonOf(done, 201)
    air.until('2026-11-18T10:00:00+08:00')
    await air.observe('sc', [{ city: '泸州市', day: '2026-11-16', pm25: '75' }])
    expect(await own()).toMatchObject({ counts: { forecasts: 1, otherEdition: 1, reviewed: 0 } })
  })

  test('of the regional centre is one, whichever side passes it on', async () => {
    const centre = '西南区域空气质量预测预报中心（示例）'
    for (const party of ['sc', 'cq'] as const)
      await air.send(party, [['广安市', '2026-11-16', '101~131', 'PM2.5']], centre)
    air.until('2026-11-18T10:00:00+08:00')
    await air.observe('sc', [{ city: '广安市', day: '2026-11-16', pm25: '60' }])
    const { counts, groups } = await air.ask(SPAN)
    expect(counts).toMatchObject({ forecasts: 1, reviewed: 1 })
    expect(groups).toMatchObject([{ voice: 'guidance', side: null, reviewed: { n: 1 } }])
  })
})

describe('joint values', () => {
  test('count in every edition, each as it was published then', async () => {
    await published(air)
    await agreeOn(air, { corrects: RELEASE, reason: '更正' }, [
      {
        base: 0,
        cell: '510500/2026-11-16',
        reason: '更正',
        take: 'own',
        value: value([105, 135], [3, 3], ['pm25']),
      },
    ])
    air.until('2026-11-18T10:00:00+08:00')
    await observed(air)
    // 125 and 120 against 114.
    expect(await joint(24)).toEqual({ n: 2, value: '8.5' })
    const { read, counts } = await air.ask(`${SPAN}&area=${LUZHOU}`)
    expect([read.releases, counts.forecasts]).toEqual([2, 2 + 4])
  })

  test.each<[string, string, number, readonly (readonly [hours: number, n: number])[]]>([
    [
      'on the day itself it is of no hours ahead',
      '2026-11-16T09:00:00+08:00',
      0,
      [
        [0, 1],
        [24, 1],
      ],
    ],
    ['after its day it is no forecast of it', '2026-11-17T09:00:00+08:00', 1, [[24, 1]]],
  ])('of an edition published %s', async (_, when, late, expected) => {
    await published(air)
    air.until(when)
    await agreeOn(air, { corrects: RELEASE, reason: '更正' }, [])
    air.until('2026-11-18T10:00:00+08:00')
    await observed(air)
    const { groups, counts } = await air.ask(`${SPAN}&area=${LUZHOU}`)
    expect(counts.late).toBe(late)
    const joint = groups.filter(({ voice }: { voice: string }) => voice === 'joint')
    expect(
      joint.map(({ horizonHours, reviewed }: { horizonHours: number; reviewed: { n: number } }) => [
        horizonHours,
        reviewed.n,
      ]),
    ).toEqual(expected)
    // Held against the sides it is only where it was in time.
    const { pairs } = await air.ask(`${SPAN}&area=${LUZHOU}&group=`)
    expect(pairs).toMatchObject([{ voice: 'own', side: 'sc', reviewed: { n: expected.length } }])
  })
})

describe('of several observations of one day', () => {
  test('the one looked at furthest counts', async () => {
    await air.send('sc', [['泸州市', '2026-11-16', '83~113', 'PM2.5']])
    air.until('2026-11-18T10:00:00+08:00')
    const file = (originator: string, review: string, pm25: number) =>
      `城市,日期,SO2,NO2,CO,O3_8h,PM10,PM2.5,审核状态,数据来源\n泸州市,2026-11-16,10,20,0.8,60,40,${pm25},${review},${originator}\n`
    await air.sendFile('sc', file('中国环境监测总站', '未审核', 115))
    expect((await own()).counts).toMatchObject({ provisional: 1, reviewed: 0 })
    await air.sendFile('sc', file('四川省生态环境监测总站', '已审核', 60))
    expect(await own()).toMatchObject({ counts: { provisional: 0, reviewed: 1 }, bias: { value: '-2.0' } })
    await air.sendFile('sc', file('中国环境监测总站', '已审核', 75))
    expect((await own()).bias).toEqual({ n: 1, value: '-16.0' })
  })

  test('an area’s hours make its day where no day was sent; stations make none', async () => {
    await air.send('sc', [['泸州市', '2026-11-16', '83~113', 'PM2.5']])
    await air.send('sc', [['广安市', '2026-11-16', '83~113', 'PM2.5']])
    air.until('2026-11-18T10:00:00+08:00')
    const times = Array.from({ length: 24 }, (_, at) => (at < 23 ? `2026-11-16 ${at + 1}:00` : '2026-11-17 00:00'))
    const head = 'SO2,NO2,CO,O3,PM10,PM2.5,审核状态'
    await air.sendFile(
      'sc',
      [`城市,监测时间,${head}`, ...times.map((time) => `泸州市,${time},10,20,0.8,60,40,75,已审核`), ''].join('\n'),
    )
    await air.sendFile(
      'sc',
      [
        `城市,站点编码,站点名称,监测时间,${head}`,
        ...times.map((time) => `广安市,9908A,示例渠江站,${time},10,20,0.8,60,40,75,已审核`),
        '',
      ].join('\n'),
    )
    expect(await own()).toMatchObject({ counts: { reviewed: 1 }, bias: { n: 1, value: '-16.0' } })
    expect((await air.ask(SPAN)).counts).toMatchObject({ forecasts: 2, reviewed: 1, noObservation: 1 })
  })
})
