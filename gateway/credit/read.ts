/** Current records of credit ratings out of the store, page after page, each read through a version of the contract. */
import type { HeldCredit } from '../../contracts/enterprise-credit/public.ts'
import { creditRecordBy } from '../../contracts/enterprise-credit/read.ts'
import type { Contract } from '../../contracts/index.ts'
import type { RecordQuery, Store, StoredRecord } from '../ports.ts'

/** The dataset. */
export const CREDIT_DATASET = 'enterprise-credit'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Which records, how many at a time. */
export type CreditReading = Pick<RecordQuery, 'subject' | 'after' | 'asOf'> & { readonly page: number }

/** Every current record in the order of its sequence number. */
export async function* currentRecords(
  store: Pick<Store, 'records'>,
  { page, after: start = 0, ...query }: CreditReading,
): AsyncGenerator<StoredRecord> {
  for (let after = start; ; ) {
    const records = await store.records({ dataset: CREDIT_DATASET, ...query, after, limit: page })
    yield* records
    const last = records.at(-1)
    if (!last || records.length < page) return
    after = last.seq
  }
}

/** A stored record as the contract has it, with the version it was sent under; null where it does not hold by the contract. */
export function heldCredit(
  { key, party, version, body }: StoredRecord,
  contract: Contract,
  versionOf: (version: string) => Contract | undefined,
): HeldCredit | null {
  const record = creditRecordBy(contract, utf8.decode(body))
  if (!record) return null
  const under = version === contract.version ? contract : versionOf(version)
  return under ? { key, party, record, under } : null
}
