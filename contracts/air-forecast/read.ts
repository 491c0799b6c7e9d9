/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { AirForecastRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'air-forecast')?.validate

function isAirForecast(value: unknown): value is AirForecastRecord {
  return validate?.(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8. Throws TypeError, SyntaxError when it is no JSON. */
export function readAirForecast(body: Uint8Array): AirForecastRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isAirForecast(value)) throw new TypeError('expected a record of the contract air-forecast')
  return value
}
