/** The sides' words on a forecast: of each area and day the newest issue by each side, and the regional centre's guidance, whoever passed it on. */
import { readAirForecast } from '../../../../contracts/air-forecast/read.ts'
import type { AirForecastRecord } from '../../../../contracts/air-forecast/record.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import type { StoredRecord } from '../../../ports.ts'
import type { ForecastValue } from '../../release-types.ts'
import type { Bound } from '../product.ts'
import { forecastValue } from './value.ts'

/** The dataset. */
export const FORECAST_CONTRACT = 'air-forecast'

/** Whose word a forecast is. */
export type Source = PartyId | 'guidance'

/** One word, and the record that says it. `value` is null when it is told by another edition of the index than the day's, with which nothing compares. */
export interface Word {
  readonly record: AirForecastRecord
  readonly value: ForecastValue | null
}

/** What is said of one area and day. */
export interface Words {
  readonly area: AirForecastRecord['area']
  readonly day: string
  readonly by: Readonly<Partial<Record<Source, Word>>>
}

/**
 * The office of the regional centre (西南区域空气质量预测预报中心), as senders write it. An office of a side that names the centre after itself
 * speaks for its side.
 */
const CENTRE = /^(?:国家|生态环境部|中国环境监测总站)?西南区域(?:空气质量)?(?:预测)?预报中心/

/** Whose word a record is: its issuer's, or guidance where the issuing office is the regional centre, which a side only passes on. */
export function sourceOf({ issuer }: Pick<AirForecastRecord, 'issuer'>): Source {
  const office = issuer.office?.normalize('NFKC').replace(/\s+/g, '') ?? ''
  return CENTRE.test(office) ? 'guidance' : issuer.party
}

interface Issue<T> {
  readonly of: T
  readonly stored: StoredRecord
  readonly record: AirForecastRecord
}

/** What tells which of two issues is the newer. */
export interface Issued {
  readonly stored: Pick<StoredRecord, 'index' | 'position'>
  readonly record: Pick<AirForecastRecord, 'issued'>
}

/** Whether it is the newer one: later issued; of two issued at one instant the one later in the ledger. */
export function isNewer(a: Issued, b: Issued): boolean {
  const [issued, before] = [Date.parse(a.record.issued), Date.parse(b.record.issued)]
  if (issued !== before) return issued > before
  return a.stored.index !== b.stored.index ? a.stored.index > b.stored.index : a.stored.position > b.stored.position
}

function newest<T>(all: readonly T[], storedOf: (one: T) => StoredRecord): readonly Issue<T>[] {
  const found = new Map<string, Issue<T>>()
  for (const of of all) {
    const stored = storedOf(of)
    const record = readAirForecast(stored.body)
    const issue = { of, stored, record }
    const id = JSON.stringify([record.area.id, record.validDate, sourceOf(record)])
    const before = found.get(id)
    if (!before || isNewer(issue, before)) found.set(id, issue)
  }
  return [...found.values()]
}

/** Of records, those that are words: the newest issue of each area and day by each side and by the centre, of areas that count. */
export function newestIssues(
  records: readonly StoredRecord[],
  counts: (area: AirForecastRecord['area']) => boolean,
): readonly StoredRecord[] {
  return newest(records, (one) => one)
    .filter(({ record }) => counts(record.area))
    .map(({ of }) => of)
}

/** The words that records say. */
export function wordsOf(records: readonly Bound[]): readonly Words[] {
  const found = new Map<string, Words>()
  for (const { record } of newest(records, ({ stored }) => stored)) {
    const { area, validDate: day } = record
    const id = cellId(area.id, day)
    const edition = airIndexOn(day)
    const value = record.standard === edition.id ? forecastValue(record, edition) : null
    const before = found.get(id)
    found.set(id, { area, day, by: { ...before?.by, [sourceOf(record)]: { record, value } } })
  }
  return [...found.values()]
}

/** The id of an area's cell in a column. */
export function cellId(area: string, column: string): string {
  return `${area}/${column}`
}
