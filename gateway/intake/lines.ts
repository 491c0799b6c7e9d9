/** A normalised file as NDJSON: a line a record, a rejection, a duplicate, and last a summary whose counts add up. */
import type { Normalised } from './normalise.ts'

/** The lines, each ended by a line break. `file` names the source in every line when there are several. */
export function normalisedLines(normalised: Normalised, file?: string): string {
  const source = file === undefined ? '' : `"file":${JSON.stringify(file)},`
  const lines: string[] = []
  for (const { key, row, body } of normalised.records) {
    lines.push(`{"type":"record",${source}"row":${row},"key":${JSON.stringify(key)},"record":${body}}`)
  }
  for (const rejection of normalised.rejections)
    lines.push(`{"type":"rejection",${source}${JSON.stringify({ rejection }).slice(1)}`)
  for (const duplicate of normalised.duplicates)
    lines.push(`{"type":"duplicate",${source}${JSON.stringify(duplicate).slice(1)}`)
  const { format, encoding, rowsIn, records, rejections, duplicates, notes } = normalised
  const counts = { in: rowsIn, accepted: records.length, rejected: rejections.length, duplicates: duplicates.length }
  lines.push(`{"type":"summary",${source}${JSON.stringify({ format, encoding, counts, notes }).slice(1)}`)
  return `${lines.join('\n')}\n`
}
