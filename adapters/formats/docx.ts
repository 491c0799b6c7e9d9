/** DOCX (ECMA-376 WordprocessingML) → tables: one for each table with a header, and one for each run of lines between them. */
import type { FormatLimits, Table } from '../types.ts'
import { DOCUMENT } from './container.ts'
import { DOCUMENT_PART } from './detect.ts'
import { type DocumentItem, isTable, readBody } from './docx-body.ts'
import { FormatError, noTable } from './error.ts'
import { PROSE_HEADING } from './prose.ts'
import { cellTooLong, tooManyRows } from './row.ts'
import { invalidPart } from './xml.ts'
import { openZip } from './zip.ts'

/**
 * Reads the main text in its order. Row n of a table is its n-th row; a table without a header, as layouts have, is lines like
 * any other. Lines stand under 正文 and are numbered through the document, those in tables and blank ones too. Throws
 * `docx-invalid`, `zip-bomb`, `truncated`, `no-table` (an empty document), `too-many-sheets` (tables) and the limits' errors.
 */
export function readDocx(bytes: Uint8Array, limits: FormatLimits): Table[] {
  const part = openZip(bytes, limits, DOCUMENT).read(DOCUMENT_PART)
  if (part === null) throw invalidPart(DOCUMENT_PART, '缺失', 'missing', DOCUMENT)
  const items = readBody(part, DOCUMENT_PART, limits)
  const count = items.filter(isTable).length
  if (count > limits.sheets) throw tooManyTables(limits, count)
  const tables: Table[] = []
  let lines = 0
  let open: { readonly rows: string[][]; readonly rowNumbers: number[] } | null = null
  for (const item of items) {
    if (isTable(item)) {
      tables.push(item)
      open = null
      continue
    }
    const line = checkedLine(item, limits)
    if (line === '') continue
    lines += 1
    if (lines > limits.rows) throw tooManyRows(limits, item.line)
    if (open === null) {
      open = { rows: [], rowNumbers: [] }
      tables.push({ name: PROSE_HEADING, header: [PROSE_HEADING], firstRow: item.line, ...open })
    }
    open.rows.push([line])
    open.rowNumbers.push(item.line)
  }
  if (tables.length === 0) throw noTable()
  return tables
}

function checkedLine({ line, text }: Exclude<DocumentItem, Table>, limits: FormatLimits): string {
  const written = text.trim()
  if (written.length > limits.cell) throw cellTooLong(limits, line, PROSE_HEADING, written)
  return written
}

function tooManyTables(limits: FormatLimits, found: number): FormatError {
  return new FormatError('too-many-sheets', {
    zh: `表格 ${found} 个，超过上限 ${limits.sheets} 个`,
    en: `expected at most ${limits.sheets} tables, got ${found}`,
  })
}
