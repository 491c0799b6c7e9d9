/** Every record of a dataset current at a ledger size (or every revision until then), page after page and up to a limit, so that nothing else waits long. */
import type { RecordQuery, Store, StoredRecord } from '../ports.ts'

/** Which records, as of which size, and how many at most. */
export interface Reading extends Omit<RecordQuery, 'after' | 'limit' | 'asOf'> {
  readonly asOf: number
  readonly page: number
  readonly most: number
}

/** How far the reading got; `last` is the last sequence number. When the limit cut it short, `complete` is false and `cut` is the submission it stopped in. */
export interface ReadOutcome {
  readonly read: number
  readonly last: number
  readonly complete: boolean
  readonly cut: string | null
}

/** Hands each record to `take`. */
export async function readRecords(
  store: Pick<Store, 'records'>,
  { page, most, ...query }: Reading,
  take: (record: StoredRecord) => void,
): Promise<ReadOutcome> {
  let read = 0
  for (let after = 0; ; ) {
    const limit = Math.min(page, most - read + 1)
    const records = await store.records({ ...query, after, limit })
    for (const record of records) {
      if (read === most) return { read, last: after, complete: false, cut: record.submission }
      take(record)
      read++
      after = record.seq
    }
    if (records.length < limit) return { read, last: after, complete: true, cut: null }
  }
}
