/** Records as rows of cells, the same for every kind of table. */
import type { StoredRecord } from '../ports.ts'
import type { Column } from './columns.ts'

/** What a cell holds; null is an empty cell. */
export type RecordCell = string | number | boolean | null

type Members = Readonly<Record<string, unknown>>

/** What every dataset's table begins with. */
export const COMMON_COLUMNS = ['key', 'party', 'revision', 'ledgerIndex'] as const

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The digits as reported, or a mark below a limit; an absent figure is an empty cell, whatever the sender wrote for it. */
function figureCell({ qualifier, reported }: Members): string | null {
  const absent = qualifier === 'missing' || qualifier === 'not-monitored'
  return absent || typeof reported !== 'string' ? null : reported
}

function cellOf(value: unknown): RecordCell {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isObject(value) && 'qualifier' in value) return figureCell(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number'))
    return value.join('、')
  return JSON.stringify(value)
}

/** What stands where the members lead; undefined where they lead nowhere. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, member) => (isObject(value) ? value[member] : undefined), record)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A stored record's own members; null for one that cannot be read through the version asked for. */
export function parseRecord({ body }: StoredRecord): unknown {
  return JSON.parse(utf8.decode(body))
}

/** A row a record: the common columns, then its contract's. */
export function recordRow(record: StoredRecord, columns: readonly Column[]): RecordCell[] {
  const { key, party, revision, index } = record
  const members = parseRecord(record)
  return [key, party, revision, index, ...columns.map(({ path }) => cellOf(valueAt(members, path)))]
}
