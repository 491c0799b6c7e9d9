/** Stored text → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { WaterSectionRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'water-section-quality')?.validate

function isWaterRecord(value: unknown): value is WaterSectionRecord {
  return validate?.(value) === true
}

/** The record of a canonical text. Throws TypeError. */
export function readWaterRecord(text: string): WaterSectionRecord {
  const value: unknown = JSON.parse(text)
  if (!isWaterRecord(value)) throw new TypeError('expected a record of the contract water-section-quality')
  return value
}
