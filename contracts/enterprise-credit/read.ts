/** Stored text → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS } from '../index.ts'
import type { CreditRecord } from './record.ts'

const validate = CONTRACTS.find((contract) => contract.id === 'enterprise-credit')?.validate

function isCreditRecord(value: unknown): value is CreditRecord {
  return validate?.(value) === true
}

/** The record of a canonical text. Throws TypeError. */
export function readCreditRecord(text: string): CreditRecord {
  const value: unknown = JSON.parse(text)
  if (!isCreditRecord(value)) throw new TypeError('expected a record of the contract enterprise-credit')
  return value
}
