/** Bytes of any kind through all four adapters: records, rejections or a clear FormatError, and the counts add up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMAT_ERROR_CODES, FormatError } from '../../../adapters/formats/error.ts'
import type { Adapter } from '../../../adapters/types.ts'
import { readAirObservation } from '../../../contracts/air-observation/read.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { frame, lines } from '../formats/hj212.ts'
import { csv, FORECASTS, OBSERVATIONS, type Outcome, observations, readBy } from './helpers.ts'

const ALL: readonly Adapter<object>[] = [...Object.values(FORECASTS), ...Object.values(OBSERVATIONS)]
const BULLETIN =
  '发布时间：2026-11-15 16:00\n成都市：11月16日空气质量等级为良，AQI指数60~90，首要污染物为PM10；17日优，AQI20~40\n'
const SAMPLES: Readonly<Record<string, string>> = {
  bulletin: BULLETIN,
  forecast: csv(
    ['城市', '预报日期', '发布时间', 'AQI范围', '首要污染物'],
    ['成都市', '2026-11-16', '2026-11-15 16:00', '60~90', 'PM2.5'],
    ['重庆市', '11月17日', '', '20~40', '无'],
  ),
  observation: csv(
    ['城市', '站点名称', '监测时间', 'PM2.5', 'CO(μg/m³)', 'AQI'],
    ['成都市', '示例一站', '2026-11-15 08:00', '61', '800', '101'],
    ['重庆市', '示例二站', '2026-11-14', '-;', '', ''],
  ),
  wide: csv(
    ['date', 'hour', 'type', '成都', '重庆'],
    ['20261115', '7', 'PM2.5', '61', '7'],
    ['20261115', '7', 'AQI', '101', '10'],
  ),
  days: csv(
    ['城市', '11月16日', '', '17日', '第三天'],
    ['成都市', '良', '60~90', '优 20~40', '良'],
    ['重庆市', '', '坏', '', ''],
  ),
  outlook: '发布时间：2026-11-15 16:00\n未来三天（16日至18日），成都平原以良为主，个别城市可达轻度污染，川南17日优。\n',
  frames: lines(
    frame({
      st: '22',
      flag: 8,
      cp: 'DataTime=20261115080000;a34004-Avg=61,a34004-Flag=N;a21005-Avg=0.8;a05024-Avg=9,a05024-Flag=D',
    }),
    frame({ st: '22', cn: '2031', cp: 'DataTime=20261114000000;a34002-Avg=61;a01001-Avg=12' }),
  ),
  geojson: JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [104.06, 30.65] },
        properties: { area: '成都市', timepoint: '2026-11-15T08:00:00', pm2_5: '61', stationcode: '9901A' },
      },
    ],
  }),
}

function settle(adapter: Adapter<object>, bytes: Uint8Array): Outcome<object> | null {
  try {
    const outcome = readBy(adapter, bytes)
    for (const { type, row, detail } of outcome.rejections) {
      expect(isErrorCode(type), type).toBe(true)
      expect(Number.isInteger(row) && row >= 1).toBe(true)
      for (const text of [detail.zh, detail.en])
        expect(text.isWellFormed() && text.length > 0 && text.length < 800).toBe(true)
    }
    for (const { record } of outcome.records) expect(JSON.stringify(record)).toBe(canonical(record))
    return outcome
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    expect(FORMAT_ERROR_CODES).toContain(error.code)
    return null
  }
}

describe('bytes of any kind', () => {
  test.each(ALL.map((adapter) => [adapter.id, adapter] as const))(
    'give %s records, rejections or a FormatError',
    (_id, adapter) => {
      const starts = fc.constantFrom(
        '',
        '成都市：',
        'a,b\n',
        '[{"城市":"成都市","预报日期":',
        '{"type":"FeatureCollection","features":[',
      )
      fc.assert(
        fc.property(starts, fc.uint8Array({ maxLength: 120 }), (start, rest) => {
          settle(adapter, Buffer.concat([Buffer.from(start), rest]))
        }),
        { numRuns: 300 },
      )
    },
  )

  test.each(Object.entries(SAMPLES))('made from a %s by cutting and changing give the same', (_name, text) => {
    const sample = Buffer.from(text)
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.array(fc.tuple(fc.nat(sample.length), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (cut, changes) => {
          const bytes = Buffer.from(sample.subarray(0, sample.length - cut))
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          for (const adapter of ALL) settle(adapter, bytes)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('made of the pieces of bulletins give the same, and no sentence is counted twice or lost', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '成都市',
        '重庆市',
        '德羊市',
        '：',
        '，',
        '。',
        '；',
        '\n',
        '11月16日',
        '明天',
        '空气质量等级为',
        '良',
        '轻度污染',
        'AQI指数',
        '60~90',
        '首要污染物为',
        '至18日',
        '未来三天',
        '以',
        '为主',
        '个别城市可达',
        'PM10',
        '发布时间：2026-11-15 16:00',
        '【',
        '】',
        '一、',
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        for (const adapter of Object.values(FORECASTS)) {
          const outcome = settle(adapter, Buffer.from(`预报：\n${parts.join('')}`))
          if (outcome) expect(outcome.rowsIn).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('any file of good and bad hours', () => {
  const header = [
    '省份',
    '城市',
    '站点编码',
    '监测时间',
    '平均时段',
    'AQI',
    '等级',
    '首要污染物',
    'CO',
    'O3',
    'O3_8h',
    'PM2.5',
  ]
  const row = fc.tuple(
    fc.constantFrom('', '四川省', '重庆市', '贵州省'),
    fc.constantFrom('成都市', '重庆市', '渝中区', '成部市', ''),
    fc.constantFrom('', '9901A', 'x y', 'A-1'),
    fc.constantFrom('2026-11-15 08:00', '2026-11-14', '2026-02-28 24:00', '2010-01-01 00:00', 'x', '', '2027-01-01'),
    fc.constantFrom('', '1h', '日均', '8小时', '年'),
    fc.constantFrom('', '101', 'NA', '501', 'x'),
    fc.constantFrom('', '良', '三级', '坏'),
    fc.constantFrom('', 'PM2.5', '-;', '沙尘'),
    fc.constantFrom('0.8', '1300', '', '-;', '-1'),
    fc.constantFrom('62', '900', '', 'ND', '1e2'),
    fc.constantFrom('58', '801', ''),
    fc.constantFrom('61', '0', '600', '<2', '高', '-3'),
  )
  const validate = CONTRACTS.find(({ id }) => id === 'air-observation')?.validate

  test('rows in = records + rejections + duplicates, all named by their row, all by the contract but for negative figures', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom<PartyId>('cq', 'sc'), (rows, party) => {
        const { rowsIn, records, rejections, duplicates } = observations(party, csv(header, ...rows))
        expect(rowsIn).toBe(rows.length)
        const named = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
        expect(named).toEqual(rows.map((_, at) => at + 2))
        for (const { record, key, subject, end } of records) {
          expect([subject, Date.parse(record.interval.end)]).toEqual([record.site.id, end])
          expect(key).toBe(`${subject}/${record.averaging}/${record.interval.end}/${record.originator}`)
          expect(record.site.area?.party ?? party).toBe(party)
          expect(JSON.stringify(record)).toBe(canonical(record))
          if (validate?.(record)) expect(readAirObservation(Buffer.from(JSON.stringify(record)))).toEqual(record)
          else
            for (const { instancePath } of validate?.errors ?? [])
              expect(instancePath).toMatch(/^\/results\/(co|pm25)\/value$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})
