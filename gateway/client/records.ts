/** Reading shared records page after page; every page is as of the ledger size of the first. */
import type { Caller } from './call.ts'
import { listOf, membersOf, textOf } from './read-json.ts'

/** Which records. Times are RFC 3339 instants with a zone; `asOf` a ledger size; `limit` records a page. */
export interface RecordFilter {
  readonly contract: string
  readonly party?: string
  readonly section?: string
  readonly from?: string
  readonly to?: string
  readonly asOf?: number
  readonly revisions?: 'all'
  readonly limit?: number
}

/** One record as the gateway answers it: where it comes from, and the canonical record, both JSON objects. */
export interface SharedRecord {
  readonly meta: ReadonlyMap<string, unknown>
  readonly record: ReadonlyMap<string, unknown>
}

/** The records, in the order they came into the ledger. Throws ClientError. */
export async function* readRecords(
  caller: Caller,
  { contract, ...filter }: RecordFilter,
): AsyncGenerator<SharedRecord, void, undefined> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value))
  for (;;) {
    const answer = await caller.read(`/v1/records/${encodeURIComponent(contract)}?${query}`)
    const page = membersOf(answer.json(), 'a page')
    for (const value of listOf(page.get('records'), 'records')) {
      const one = membersOf(value, 'a record')
      yield { meta: membersOf(one.get('meta'), 'meta'), record: membersOf(one.get('record'), 'record') }
    }
    const next = page.get('next')
    if (next === null) return
    query.delete('asOf')
    query.set('cursor', textOf(next, 'next'))
  }
}
