/** Counting and measuring rows, the same in every format. */
import type { FormatLimits, RowFault, Table } from '../types.ts'
import { excerpt, FormatError } from './error.ts'

/** The 1-based source row of `table.rows[index]`. */
export function rowNumber(table: Table, index: number): number {
  return table.rowNumbers?.[index] ?? table.firstRow + index
}

/** Counts the rows of all tables of one file; `add` throws `too-many-rows` at the first one too many. */
export interface RowCounter {
  add(row: number): void
}

/** A counter for one file. */
export function rowCounter(limits: FormatLimits): RowCounter {
  let count = 0
  return {
    add(row) {
      count += 1
      if (count > limits.rows) throw tooManyRows(limits, row)
    },
  }
}

/** `too-many-rows`, at the first row over the limit. */
export function tooManyRows(limits: FormatLimits, row: number): FormatError {
  return new FormatError(
    'too-many-rows',
    {
      zh: `文件行数超过上限 ${limits.rows} 行，请分批报送`,
      en: `expected at most ${limits.rows} rows, got more; send them in several files`,
    },
    { row },
  )
}

/** `too-many-columns`, with the row that has them. */
export function tooManyColumns(limits: FormatLimits, row: number): FormatError {
  return new FormatError(
    'too-many-columns',
    { zh: `列数超过上限 ${limits.columns} 列`, en: `expected at most ${limits.columns} columns, got more` },
    { row },
  )
}

/** `cell-too-long`, naming the row and the column. */
export function cellTooLong(limits: FormatLimits, row: number, pointer: string, value: string): FormatError {
  return new FormatError(
    'cell-too-long',
    {
      zh: `单元格长度 ${value.length} 个字符，超过上限 ${limits.cell}`,
      en: `expected a cell of at most ${limits.cell} characters, got ${value.length}`,
    },
    { row, pointer, value },
  )
}

/** `cell-count`: a row whose cells do not match the header one to one. */
export function cellCountFault(row: number, expected: number, found: number): RowFault {
  return {
    row,
    code: 'cell-count',
    value: String(found),
    detail: { zh: `应有 ${expected} 列，实有 ${found} 列`, en: `expected ${expected} cells, got ${found}` },
  }
}

/** `cell-type`: a cell that is neither text, a finite number nor empty. `found` names what it is. */
export function cellTypeFault(row: number, pointer: string, found: string): RowFault {
  return {
    row,
    code: 'cell-type',
    pointer: excerpt(pointer),
    value: excerpt(found),
    detail: {
      zh: `单元格应为文本、数值或空，实为 ${excerpt(found)}`,
      en: `expected text, a finite number or nothing, got ${excerpt(found)}`,
    },
  }
}

/** A header cell as a name: line breaks inside it are layout, and a star at either end marks what must be filled in; neither is part of the name. */
export function headerName(text: string): string {
  const name = text.replace(/(?<!\s)\s*[\r\n]+\s*/g, '').trim()
  return name.replace(/^[*＊]+\s*|(?<!\s)\s*(?<![*＊])[*＊]+$/g, '')
}

/** A table, its row numbers left out where they follow one another. */
export function makeTable(parts: {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Table['rows']
  readonly rowNumbers: readonly number[]
  readonly faults: readonly RowFault[]
  readonly firstRow: number
  readonly openEnd?: boolean
}): Table {
  const { name, header, rows, rowNumbers, faults } = parts
  const firstRow = rowNumbers[0] ?? parts.firstRow
  const last = rowNumbers[rowNumbers.length - 1] ?? firstRow
  // Numbers only rise, so equal ends mean no gap between them.
  const contiguous = rowNumbers.length === 0 || last - firstRow === rowNumbers.length - 1
  return {
    name,
    header,
    rows,
    firstRow,
    ...(contiguous ? {} : { rowNumbers }),
    ...(faults.length > 0 ? { faults } : {}),
    ...(parts.openEnd ? { openEnd: true } : {}),
  }
}
