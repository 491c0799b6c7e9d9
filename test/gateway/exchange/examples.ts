/** Every contract's valid examples as records the store would give, and a page of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../../contracts/index.ts'
import type { FoundPage } from '../../../gateway/exchange/records.ts'
import type { StoredRecord } from '../../../gateway/ports.ts'

/** The texts of a contract's valid examples. */
export function examples({ id }: Contract): Buffer[] {
  const folder = join(import.meta.dirname, '../../../contracts', id, 'examples/valid')
  return readdirSync(folder)
    .sort()
    .map((name) => Buffer.from(JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))))
}

/** A text as the store keeps it, the `at`-th of its submission. */
export function stored(body: Uint8Array, at = 0): StoredRecord {
  const place = { version: '1.0.0', submission: 's', position: at, row: at + 2, index: 7, superseded: null }
  return { seq: at + 1, dataset: 'd', party: 'cq', key: `k${at}`, revision: 1, ...place, body }
}

/** A page of records of a contract as of ledger size 9. */
export function pageOf(contract: Contract, bodies: readonly Uint8Array[] = examples(contract)): FoundPage {
  return {
    question: { dataset: contract.id, asOf: 9, limit: 100 },
    contract,
    digest: 'ab'.repeat(32),
    records: bodies.map(stored),
    next: null,
  }
}
