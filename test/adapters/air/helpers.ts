/** What the tests of both sides' air files share: small files made inline, and the outcome of reading one. */
import { chongqingAirForecast } from '../../../adapters/chongqing/air-forecast.ts'
import { chongqingAirObservation } from '../../../adapters/chongqing/air-observation.ts'
import { chongqingAirWeather } from '../../../adapters/chongqing/air-weather.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { sichuanAirForecast } from '../../../adapters/sichuan/air-forecast.ts'
import { sichuanAirObservation } from '../../../adapters/sichuan/air-observation.ts'
import { sichuanAirWeather } from '../../../adapters/sichuan/air-weather.ts'
import type { Adapter, NormalisedRecord, NormaliseResult } from '../../../adapters/types.ts'
import type { AirForecastRecord } from '../../../contracts/air-forecast/record.ts'
import type { AirObservationRecord } from '../../../contracts/air-observation/record.ts'
import type { AirWeatherRecord } from '../../../contracts/air-weather/record.ts'
import { DIVISIONS_2026_11, type DivisionRegistry } from '../../../contracts/registry/index.ts'
import type { Note, PartyId } from '../../../contracts/types.ts'

/** When the tests say a file is read: 15 November 2026, six in the evening. */
export const AT = Date.parse('2026-11-15T18:00:00+08:00')

export const FORECASTS: Readonly<Record<PartyId, Adapter<AirForecastRecord>>> = {
  cq: chongqingAirForecast,
  sc: sichuanAirForecast,
}

export const OBSERVATIONS: Readonly<Record<PartyId, Adapter<AirObservationRecord>>> = {
  cq: chongqingAirObservation,
  sc: sichuanAirObservation,
}

export const WEATHER: Readonly<Record<PartyId, Adapter<AirWeatherRecord>>> = {
  cq: chongqingAirWeather,
  sc: sichuanAirWeather,
}

export interface Outcome<R> extends NormaliseResult {
  readonly records: readonly NormalisedRecord<R>[]
}

export interface Reading {
  readonly at?: number
  readonly registry?: DivisionRegistry
  readonly mediaType?: string
}

/** Reads a file by an adapter; the counts must add up whatever it holds. */
export function readBy<R>(adapter: Adapter<R>, source: string | Uint8Array, reading: Reading = {}): Outcome<R> {
  const { at = AT, registry = DIVISIONS_2026_11, mediaType } = reading
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const records: NormalisedRecord<R>[] = []
  const input = { bytes, at, registry, limits: FORMAT_LIMITS }
  const result = adapter.normalise(mediaType === undefined ? input : { ...input, mediaType }, (record) => {
    records.push(record)
  })
  const { rowsIn, rejections, duplicates } = result
  if (rowsIn !== records.length + rejections.length + duplicates.length) {
    throw new Error(`${rowsIn} rows in, ${records.length} + ${rejections.length} + ${duplicates.length} out`)
  }
  return { ...result, records }
}

/** A forecast file of one side. */
export function forecasts(party: PartyId, source: string | Uint8Array, reading?: Reading): Outcome<AirForecastRecord> {
  return readBy(FORECASTS[party], source, reading)
}

/** An observation file of one side. */
export function observations(
  party: PartyId,
  source: string | Uint8Array,
  reading?: Reading,
): Outcome<AirObservationRecord> {
  return readBy(OBSERVATIONS[party], source, reading)
}

/** A file of the weather of one side. */
export function weather(party: PartyId, source: string | Uint8Array, reading?: Reading): Outcome<AirWeatherRecord> {
  return readBy(WEATHER[party], source, reading)
}

/** A CSV file of a header and rows. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** The rules of a record's notes. */
export function rules(record: { readonly notes: readonly Note[] } | undefined): string[] {
  return (record?.notes ?? []).map(({ rule }) => rule)
}
