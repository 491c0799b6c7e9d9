/** Stored bytes → a record, held against the contract: what does not fit throws, also when the store itself is damaged. */
import { CONTRACTS, type Contract } from '../index.ts'
import type { WaterSectionRecord } from './record.ts'

const ID = 'water-section-quality'

/** Versions 1.x only add to the first, so that what holds by one of them has all that its record has. */
function isWaterRecord(value: unknown, version: string, known: readonly Contract[]): value is WaterSectionRecord {
  const contract = known.find((one) => one.id === ID && one.version === version)
  return version.startsWith('1.') && contract?.validate(value) === true
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The record of a canonical text in UTF-8, by the version it came under. Throws TypeError, SyntaxError when it is no JSON. */
export function readWaterRecord(body: Uint8Array, version = '1.0.0', known = CONTRACTS): WaterSectionRecord {
  const value: unknown = JSON.parse(utf8.decode(body))
  if (!isWaterRecord(value, version, known)) throw new TypeError(`expected a record of the contract ${ID}@${version}`)
  return value
}
