/** What the tests of both sides' air files share: small files made inline, and the outcome of reading one. */
import { chongqingAirForecast } from '../../../adapters/chongqing/air-forecast.ts'
import { chongqingAirObservation } from '../../../adapters/chongqing/air-observation.ts'
import { chongqingAirWeather } from '../../../adapters/chongqing/air-weather.ts'
import { sichuanAirForecast } from '../../../adapters/sichuan/air-forecast.ts'
import { sichuanAirObservation } from '../../../adapters/sichuan/air-observation.ts'
import { sichuanAirWeather } from '../../../adapters/sichuan/air-weather.ts'
import type { Adapter } from '../../../adapters/types.ts'
import type { AirForecastRecord } from '../../../contracts/air-forecast/record.ts'
import type { AirObservationRecord } from '../../../contracts/air-observation/record.ts'
import type { AirWeatherRecord } from '../../../contracts/air-weather/record.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { csv, type Outcome, type Reading, readBy as readAs, rules } from '../reading.ts'

export { csv, type Outcome, type Reading, rules }

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

/** Reads a file by an adapter. */
export function readBy<R>(adapter: Adapter<R>, source: string | Uint8Array, reading: Reading = {}): Outcome<R> {
  return readAs(adapter, source, { at: AT, registry: DIVISIONS_2026_11, ...reading })
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
