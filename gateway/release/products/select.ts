/** The records a release derives from, page by page, and bound to the ledger. */
import { toBase64Url } from '../../ledger/encoding.ts'
import { HASH_BYTES } from '../../ledger/hash.ts'
import type { RecordQuery, Store, StoredRecord, StoredSubmission } from '../../ports.ts'
import type { Bound } from './product.ts'

const PAGE = 5000

/** Every record of a query, in the order they came; those behind a sequence number alone, where one is given. */
export async function readAll(
  store: Pick<Store, 'records'>,
  query: Omit<RecordQuery, 'after' | 'limit'>,
  behind = 0,
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = []
  for (let after = behind; ; ) {
    const page = await store.records({ ...query, after, limit: PAGE })
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return found
    after = last.seq
  }
}

/** Each record with the leaf that its submission's accepted tree holds it by. */
export async function bind(
  store: Pick<Store, 'submission'>,
  records: readonly StoredRecord[],
): Promise<readonly Bound[]> {
  const submissions = new Map<string, StoredSubmission>()
  for (const id of new Set(records.map((record) => record.submission))) {
    const submission = await store.submission(id)
    if (!submission) throw new TypeError(`the store has records of ${id} but not the submission`)
    submissions.set(id, submission)
  }
  return records.map((stored) => {
    const leaves = submissions.get(stored.submission)?.leaves ?? new Uint8Array()
    const from = stored.position * HASH_BYTES
    return { leaf: toBase64Url(leaves.subarray(from, from + HASH_BYTES)), stored }
  })
}
