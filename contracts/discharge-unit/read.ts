/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { DischargeUnitRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'discharge-unit')?.validate

function isDischargeUnitRecord(value: unknown): value is DischargeUnitRecord {
  return validate?.(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8. Throws TypeError, SyntaxError when it is no JSON. */
export function readDischargeUnitRecord(body: Uint8Array): DischargeUnitRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isDischargeUnitRecord(value)) throw new TypeError('expected a record of the contract discharge-unit')
  return value
}
