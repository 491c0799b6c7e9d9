/** A page of records as CSV (RFC 4180) with a byte order mark. */
import { csvLine } from '../http/csv.ts'
import type { StoredRecord } from '../ports.ts'
import type { Column } from './columns.ts'

type Members = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The digits as reported, or a mark below a limit; an absent figure is an empty cell, whatever the sender wrote for it. */
function figureCell({ qualifier, reported }: Members): string | null {
  const absent = qualifier === 'missing' || qualifier === 'not-monitored'
  return absent || typeof reported !== 'string' ? null : reported
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isObject(value) && 'qualifier' in value) return figureCell(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number'))
    return value.join('、')
  return JSON.stringify(value)
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, member) => (isObject(value) ? value[member] : undefined), record)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A page; what every dataset has comes first: key, party, revision and the ledger's index. */
export function pageCsv(records: readonly StoredRecord[], columns: readonly Column[]): string {
  const lines = [csvLine(['key', 'party', 'revision', 'ledgerIndex', ...columns.map(({ heading }) => heading)])]
  for (const { key, party, revision, index, body } of records) {
    const record: unknown = JSON.parse(utf8.decode(body))
    lines.push(csvLine([key, party, revision, index, ...columns.map(({ path }) => cellOf(valueAt(record, path)))]))
  }
  return `\ufeff${lines.join('')}`
}
