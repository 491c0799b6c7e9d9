/** A release's main table as CSV (RFC 4180) with a byte order mark; its first lines, `#` before each, say which release it is of. */
import { csvLine } from '../../http/csv.ts'
import { aboutLines } from './about.ts'
import type { Download } from './download.ts'
import { bothWords, columnHeading, plainCell } from './table.ts'
import { releaseTables } from './tables.ts'

/** The table. A missing figure is an empty cell. */
export function releaseCsv(download: Download): string {
  const { columns, rows } = releaseTables(download).main
  const head = aboutLines(download).map(({ label, value }) => csvLine([`# ${bothWords(label)}: ${value}`]))
  const lines = [columns.map(columnHeading), ...rows.map((row) => row.map(plainCell))].map(csvLine)
  return `\ufeff${head.join('')}${lines.join('')}`
}
