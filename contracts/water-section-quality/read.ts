/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { WaterSectionRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'water-section-quality')?.validate

function isWaterRecord(value: unknown): value is WaterSectionRecord {
  return validate?.(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8. Throws TypeError, SyntaxError when it is no JSON. */
export function readWaterRecord(body: Uint8Array): WaterSectionRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isWaterRecord(value)) throw new TypeError('expected a record of the contract water-section-quality')
  return value
}
