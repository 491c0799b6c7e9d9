/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { AirWeatherRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'air-weather')?.validate

function isAirWeather(value: unknown): value is AirWeatherRecord {
  return validate?.(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8. Throws TypeError, SyntaxError when it is no JSON. */
export function readAirWeather(body: Uint8Array): AirWeatherRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isAirWeather(value)) throw new TypeError('expected a record of the contract air-weather')
  return value
}
