/** A file read by an adapter as the tests read them: what came out of it, where every row must be accounted for. */
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import type { Adapter, NormalisedRecord, NormaliseResult } from '../../adapters/types.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { Note } from '../../contracts/types.ts'

/** When a file is read, against which register, and what its sender says it is. */
export interface ReadAs {
  readonly at: number
  readonly registry: Registry
  readonly mediaType?: string
}

/** What a test may have otherwise. */
export type Reading = Partial<ReadAs>

/** What came out of a file. */
export interface Outcome<R> extends NormaliseResult {
  readonly records: readonly NormalisedRecord<R>[]
}

/** Reads a file; the counts must add up whatever it holds. */
export function readBy<R>(adapter: Adapter<R>, source: string | Uint8Array, as: ReadAs): Outcome<R> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const records: NormalisedRecord<R>[] = []
  const result = adapter.normalise({ ...as, bytes, limits: FORMAT_LIMITS }, (record) => {
    records.push(record)
  })
  const { rowsIn, rejections, duplicates } = result
  if (rowsIn !== records.length + rejections.length + duplicates.length) {
    throw new Error(`${rowsIn} rows in, ${records.length} + ${rejections.length} + ${duplicates.length} out`)
  }
  return { ...result, records }
}

/** A CSV file of a header and rows, its cells as they are. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** The rules of a record's notes. */
export function rules(record: { readonly notes: readonly Note[] } | undefined): string[] {
  return (record?.notes ?? []).map(({ rule }) => rule)
}
