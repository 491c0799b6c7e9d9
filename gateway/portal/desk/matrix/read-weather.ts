/** The weather beside the rows of a forecast, as it was known while it was consulted on: an input alone, which no product reads. */
import { readAirWeather } from '../../../../contracts/air-weather/read.ts'
import type { AirWeatherRecord } from '../../../../contracts/air-weather/record.ts'
import { PARTIES } from '../../../../contracts/types.ts'
import type { Gateway } from '../../../gateway.ts'
import type { RecordQuery, StoredRecord } from '../../../ports.ts'
import { cellId, isNewer } from '../../../release/products/air/words.ts'
import { readAll } from '../../../release/products/select.ts'
import { firstLeaves } from '../../../scores/forecasts.ts'
import type { DeskView } from './view.ts'

/** The dataset. */
const WEATHER_CONTRACT = 'air-weather'

/** The weather by area and day, the words of the side the area belongs to first. */
export type DeskWeather = ReadonlyMap<string, readonly AirWeatherRecord[]>

interface Issue {
  readonly record: AirWeatherRecord
  readonly stored: Pick<StoredRecord, 'index' | 'position'>
}

/** Of each area, day, side and office the newest issue. */
export function weatherOf(records: readonly StoredRecord[]): DeskWeather {
  const newest = new Map<string, Issue>()
  for (const stored of records) {
    const record = readAirWeather(stored.body)
    const { area, issuer, validDate } = record
    const id = JSON.stringify([area.id, validDate, issuer.party, issuer.office])
    const before = newest.get(id)
    if (!before || isNewer({ record, stored }, before)) newest.set(id, { record, stored })
  }
  const found = new Map<string, AirWeatherRecord[]>()
  for (const { record } of newest.values()) {
    const id = cellId(record.area.id, record.validDate)
    found.set(id, [...(found.get(id) ?? []), record])
  }
  return new Map([...found].map(([id, words]) => [id, words.toSorted(owner)]))
}

/** The owning side's first, then by when it was issued, the newest first. */
function owner(a: AirWeatherRecord, b: AirWeatherRecord): number {
  const rank = ({ area, issuer }: AirWeatherRecord): number =>
    issuer.party === area.party ? -1 : PARTIES.indexOf(issuer.party)
  return rank(a) - rank(b) || (a.issued < b.issued ? 1 : -1)
}

/** Records as they stood when an instant (ms) began: what came into the ledger at it or later was not known. */
async function readUntil(
  { log, store }: Pick<Gateway, 'log' | 'store'>,
  query: Omit<RecordQuery, 'after' | 'limit' | 'asOf'>,
  until: number,
): Promise<readonly StoredRecord[]> {
  for (let asOf = log.head().size; ; ) {
    const records = await readAll(store, { ...query, asOf })
    const indices = records.map(({ index }) => index)
    const late = (await firstLeaves(store, indices, [until])).get(until) ?? Number.POSITIVE_INFINITY
    if (late >= asOf) return records
    // A revision that came later may have taken the place of one that was known.
    asOf = late
  }
}

/** The weather of the days of a consultation, of one row or of all; null where it is about something else, or the contract never came into force. */
export async function readWeather(
  gateway: Pick<Gateway, 'log' | 'standing' | 'store'>,
  { kind, period, rows }: Pick<DeskView, 'kind' | 'period' | 'rows'>,
  row?: string,
): Promise<DeskWeather | null> {
  if ((kind !== 'forecast' && kind !== 'outlook') || rows === null) return null
  const signed = gateway.standing.contracts().filter(({ contract }) => contract.id === WEATHER_CONTRACT)
  if (!signed.some(({ document }) => document.inForce !== null)) return null
  const [from, to] = [Date.parse(period.start), Date.parse(period.end)]
  const subject = row === undefined ? {} : { subject: row }
  return weatherOf(await readUntil(gateway, { dataset: WEATHER_CONTRACT, from, to, ...subject }, from))
}
