/** What a release derives from, as one digest over the places of its records in the ledger. */
import { canonical } from '../../contracts/jcs.ts'
import { sha256Hex } from '../identity/digest.ts'

/** The digest over the records a release derives from: hexadecimal SHA-256 of the JCS of `[submission, position, leaf]` in order. */
export function derivationDigest(records: readonly { submission: string; position: number; leaf: string }[]): string {
  const places = records.map(({ submission, position, leaf }): [string, number, string] => [submission, position, leaf])
  places.sort(([a, i], [b, j]) => (a === b ? i - j : a < b ? -1 : 1))
  return sha256Hex(canonical(places))
}
