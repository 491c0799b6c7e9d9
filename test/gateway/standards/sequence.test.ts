/** Records of forecasts as sequences, read a page at a time and worked out once. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../adapters/standards/forecast-day.ts'
import type { AirForecastRecord } from '../../../contracts/air-forecast/record.ts'
import type { Result } from '../../../contracts/water-section-quality/record.ts'
import type { RecordQuery, StoredRecord } from '../../../gateway/ports.ts'
import { practiceOf } from '../../../gateway/standards/practice.ts'
import { readRecords } from '../../../gateway/standards/read-records.ts'
import { sequenceCollector } from '../../../gateway/standards/sequence.ts'

const RECORD: AirForecastRecord = {
  aqi: { max: 190, min: 160 },
  area: { id: '510100', kind: 'city', name: '成都市', party: 'sc' },
  class: { max: 4, min: 4, reported: null },
  concentrations: {},
  confidence: null,
  horizonHours: 24,
  issued: '2026-11-14T16:00:00+08:00',
  issuer: { office: null, party: 'sc' },
  notes: [],
  primary: ['pm25'],
  standard: 'HJ 633-2026',
  text: null,
  validDate: '2026-11-15',
}
const figure = (value: number | null, qualifier: Result['qualifier'] = null): Result => ({
  qualifier,
  reported: value === null ? null : String(value),
  unit: 'μg/m³',
  value,
})

function stored(seq: number, record: Partial<AirForecastRecord> = {}, submission = 's1'): StoredRecord {
  const made = { ...RECORD, ...record }
  return {
    seq,
    dataset: 'air-forecast',
    version: '1.0.0',
    party: made.issuer.party,
    key: `${made.area.id}/${made.validDate}/${made.issued}/${made.issuer.party}`,
    revision: 1,
    submission,
    position: 0,
    row: 2,
    index: 10,
    superseded: null,
    body: new TextEncoder().encode(JSON.stringify(made)),
  }
}

/** A store of these records of forecasts, and the queries it got. */
function storeOf(records: readonly StoredRecord[]) {
  const asked: RecordQuery[] = []
  return {
    asked,
    async records(query: RecordQuery) {
      asked.push(query)
      const { dataset, after = 0, limit } = query
      return records.filter((one) => one.dataset === dataset && one.seq > after).slice(0, limit)
    },
  }
}

describe('a record as a day', () => {
  test('has what is forecast and nothing else', () => {
    expect(dayOf(RECORD)).toEqual({ date: '2026-11-15', aqi: { max: 190, min: 160 }, primary: ['pm25'] })
  })

  test.each([
    [1, 1, 0, 50],
    [3, 4, 101, 200],
    [5, 6, 201, 500],
  ] as const)('of classes %i to %i alone has the AQI from %i to %i', (least, most, min, max) => {
    expect(dayOf({ ...RECORD, aqi: null, class: { max: most, min: least, reported: null } }).aqi).toEqual({ max, min })
  })

  test('has concentrations that are plain figures, and none below a limit or missing', () => {
    const pm25 = { max: figure(140.5), min: figure(110) }
    expect(dayOf({ ...RECORD, concentrations: { pm25 } }).pm25).toEqual({ max: '140.5', min: '110' })
    for (const min of [figure(110, '<'), figure(null, 'missing')])
      expect(dayOf({ ...RECORD, concentrations: { pm25: { ...pm25, min } } })).not.toHaveProperty('pm25')
  })

  test('without a named primary pollutant has none, not an empty list', () => {
    expect(dayOf({ ...RECORD, primary: [] })).not.toHaveProperty('primary')
  })
})

describe('sequences', () => {
  const collect = (records: readonly StoredRecord[], cut?: string) => {
    const collector = sequenceCollector()
    for (const record of records) collector.take(record)
    return collector.sequences(cut)
  }

  test('have their days in order, whatever the order of the records', () => {
    const [found, ...others] = collect([
      stored(1, { validDate: '2026-11-17' }),
      stored(2),
      stored(3, { validDate: '2026-11-16' }),
    ])
    expect(others).toEqual([])
    expect(found?.days.map(({ day }) => day.date)).toEqual(['2026-11-15', '2026-11-16', '2026-11-17'])
  })

  test.each([
    ['area', { area: { ...RECORD.area, id: '510600' } }],
    ['time of issue', { issued: '2026-11-14T17:00:00+08:00' }],
    ['issuer', { issuer: { office: null, party: 'cq' as const } }],
    ['office', { issuer: { office: '甲台', party: 'sc' as const } }],
  ])('are kept apart by %s', (_what, members) => {
    expect(collect([stored(1), stored(2, { validDate: '2026-11-16', ...members })])).toHaveLength(2)
  })

  test('of a submission that was not read to its end are left out', () => {
    const records = [stored(1), stored(2, { area: { ...RECORD.area, id: '510600' } }, 's2')]
    expect(collect(records, 's2')).toMatchObject([{ area: { id: '510100' } }])
  })

  test('a record that does not fit the contract is refused, not counted', () => {
    const broken = { ...stored(1), body: new TextEncoder().encode('{"aqi":null}') }
    expect(() => sequenceCollector().take(broken)).toThrow(TypeError)
  })
})

describe('reading', () => {
  const many = Array.from({ length: 7 }, (_, at) => stored(at + 1, {}, at < 5 ? 's1' : 's2'))
  const read = async (most: number, page: number) => {
    const store = storeOf(many)
    const taken: number[] = []
    const query = { dataset: 'air-forecast', asOf: 20, most, page }
    const outcome = await readRecords(store, query, ({ seq }) => taken.push(seq))
    return { outcome, taken, asked: store.asked }
  }

  test.each([1, 2, 3, 7, 8, 100])('in pages of %i takes every record once', async (page) => {
    const { taken, outcome } = await read(100, page)
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(outcome).toEqual({ read: 7, last: 7, complete: true, cut: null })
  })

  test('exactly to the limit is complete', async () => {
    expect((await read(7, 3)).outcome).toEqual({ read: 7, last: 7, complete: true, cut: null })
  })

  test('stops at the limit and says where', async () => {
    const { outcome, taken, asked } = await read(6, 4)
    expect(outcome).toEqual({ read: 6, last: 6, complete: false, cut: 's2' })
    expect(taken).toHaveLength(6)
    for (const { limit } of asked) expect(limit).toBeLessThanOrEqual(4)
  })
})

describe('the practice', () => {
  const many = Array.from({ length: 4 }, (_, at) =>
    stored(at + 1, { area: { ...RECORD.area, id: `51010${at}` } }, `s${at}`),
  )
  /** Sizes of the ledger that all forecasts were read for. */
  const whole = ({ asked }: ReturnType<typeof storeOf>) =>
    asked.filter(({ dataset, revisions }) => dataset === 'air-forecast' && !revisions).map(({ asOf }) => asOf)

  test('is worked out once a size, however many ask', async () => {
    const store = storeOf(many)
    const ask = practiceOf(store)
    const [one, other] = await Promise.all([ask(20), ask(20)])
    expect(one).toBe(other)
    expect(await ask(20)).toBe(one)
    expect(whole(store)).toEqual([20])
  })

  test('holds for a later size when nothing has come under its contracts, and not when a forecast or a rating has', async () => {
    const records = [...many]
    const store = storeOf(records)
    const ask = practiceOf(store)
    const before = JSON.parse(await ask(20))
    expect(JSON.parse(await ask(25))).toEqual({ ...before, asOf: 25 })
    expect(whole(store)).toEqual([20])
    records.push(stored(9, { area: { ...RECORD.area, id: '510999' } }))
    expect(JSON.parse(await ask(30)).warnings.sequences).toBe(5)
    expect(whole(store)).toEqual([20, 30])
  })

  test('for an earlier size is worked out, and the later one still serves', async () => {
    const store = storeOf(many)
    const ask = practiceOf(store)
    for (const size of [20, 10, 22]) await ask(size)
    expect(whole(store)).toEqual([20, 10])
  })

  test('keeps the last few sizes only', async () => {
    const store = storeOf(many)
    const ask = practiceOf(store, { records: 100, page: 10, kept: 2 })
    for (const size of [9, 3, 2, 1, 2, 1]) await ask(size)
    expect(whole(store)).toEqual([9, 3, 2, 1])
    await ask(3)
    expect(whole(store)).toEqual([9, 3, 2, 1, 3])
  })

  test('over the limit says that it is not complete, and leaves out what was cut', async () => {
    const cut = many.map((record, at) => (at === 2 ? { ...record, submission: 's3' } : record))
    const found = JSON.parse(await practiceOf(storeOf(cut), { records: 3, page: 2, kept: 2 })(20))
    expect(found.warnings).toMatchObject({ records: 3, limit: 3, complete: false, sequences: 2 })
    expect(found.credit).toMatchObject({ records: 0, complete: true })
  })

  test('that failed is tried again', async () => {
    const store = storeOf(many)
    let broken = true
    const ask = practiceOf({
      records: async (query) => {
        if (broken) throw new Error('the disk is gone')
        return store.records(query)
      },
    })
    await expect(ask(20)).rejects.toThrow('the disk is gone')
    broken = false
    expect(JSON.parse(await ask(20)).warnings.sequences).toBe(4)
  })
})
