/** D1's columns as the rest of the store knows them: a blob is a Uint8Array, not a list of numbers. */
import type { SqlRow } from '../sql/rows.ts'

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return Uint8Array.from(value)
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value
}

/** A row as D1 gives it, its blobs made into bytes. */
export function plainRow(row: SqlRow): SqlRow {
  const plain: Record<string, unknown> = {}
  for (const column in row) plain[column] = plainValue(row[column])
  return plain
}
