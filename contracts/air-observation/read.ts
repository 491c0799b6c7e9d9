/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { AirObservationRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'air-observation')?.validate

function isAirObservation(value: unknown): value is AirObservationRecord {
  return validate?.(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8. Throws TypeError, SyntaxError when it is no JSON. */
export function readAirObservation(body: Uint8Array): AirObservationRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isAirObservation(value)) throw new TypeError('expected a record of the contract air-observation')
  return value
}
