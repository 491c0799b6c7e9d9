/** Current records of credit ratings out of the store, page after page. */
import type { RecordQuery, Store, StoredRecord } from '../ports.ts'

/** The dataset. */
export const CREDIT_DATASET = 'enterprise-credit'

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
