/** Stored text → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS, type Contract } from '../index.ts'
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

/** The record of a canonical text as one version of the contract has it; null where it does not hold by that version. */
export function creditRecordBy({ validate: holds }: Pick<Contract, 'validate'>, text: string): CreditRecord | null {
  const isRecord = (value: unknown): value is CreditRecord => holds(value)
  const value: unknown = JSON.parse(text)
  return isRecord(value) ? value : null
}
