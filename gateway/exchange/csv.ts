/** A page of records as CSV (RFC 4180) with a byte order mark. */
import { csvLine } from '../http/csv.ts'
import type { StoredRecord } from '../ports.ts'
import { COMMON_COLUMNS, recordRow } from './cells.ts'
import type { Column } from './columns.ts'

/** A page; what every dataset has comes first: key, party, revision and the ledger's index. */
export function pageCsv(records: readonly StoredRecord[], columns: readonly Column[]): string {
  const head = csvLine([...COMMON_COLUMNS, ...columns.map(({ heading }) => heading)])
  return `\ufeff${head}${records.map((record) => csvLine(recordRow(record, columns))).join('')}`
}
