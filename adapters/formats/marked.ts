/** What templates and returned workbooks of ours say beside a sender's own cells, told by exact words, so that none of it becomes a record. */
import type { Cell, RowFault, Table } from '../types.ts'
import { excerpt } from './error.ts'
import { rowNumber } from './row.ts'

/** The column of running numbers that every template begins with; an example row has the word there. */
export const NUMBER_HEADING = '序号'
/** What marks an example row: alone under `NUMBER_HEADING`, or before a colon in one of its first cells. */
export const EXAMPLE = '示例'

/** The columns a returned workbook has before the sender's own: the row in the file as sent, why it was refused, how to mend it. */
export const RETURN_HEADINGS = ['原行号 Row', '拒收原因 Reason', '改法 Fix'] as const

/** What a returned workbook has in a cell that the file did not; a row that still has it was not mended. */
export const MISSING = '〔缺〕'

/** Sheets of ours that hold no rows: what a template explains and offers, and what a returned workbook explains. */
export const OWN_SHEETS = {
  guide: '填写说明 Guide',
  lists: '选项 Lists',
  returned: '拒收说明 About',
} as const

const SHEETS: ReadonlySet<string> = new Set(Object.values(OWN_SHEETS))
const RETURNED: ReadonlySet<string> = new Set(RETURN_HEADINGS)

/** Among how many columns at the left an example is looked for beside its number; templates name the row's subject there. */
const FIRST_COLUMNS = 4
const LEAD = /^示例[:：]/

/** Whether a sheet of this name is ours and holds no rows. */
export function isOwnSheet(name: string): boolean {
  return SHEETS.has(name)
}

/** A table as its sender means it: without the columns of a returned workbook, its example rows turned into faults. */
export function withoutMarks(table: Table): Table {
  return withoutExamples(withoutReturned(table))
}

function withoutReturned(table: Table): Table {
  if (!table.header.some((heading) => RETURNED.has(heading))) return table
  const kept = table.header.flatMap((heading, at) => (RETURNED.has(heading) ? [] : [at]))
  const header = kept.map((at) => table.header[at] ?? '')
  const rows: Cell[][] = []
  const rowNumbers: number[] = []
  const faults: RowFault[] = [...(table.faults ?? [])]
  for (const [index, cells] of table.rows.entries()) {
    const own = kept.map((at) => cells[at] ?? null)
    // A row whose own cells were all cleared is a row that was given up.
    if (own.every((cell) => cell === null || cell === '')) continue
    const missing = own.indexOf(MISSING)
    if (missing >= 0) {
      faults.push(missingFault(rowNumber(table, index), header[missing] ?? ''))
      continue
    }
    rows.push(own)
    rowNumbers.push(rowNumber(table, index))
  }
  return {
    ...table,
    header,
    rows,
    rowNumbers,
    firstRow: rowNumbers[0] ?? table.firstRow,
    ...(faults.length === 0 ? {} : { faults }),
  }
}

/** `cell-count`: what was missing has not been filled in. */
function missingFault(row: number, pointer: string): RowFault {
  return {
    row,
    code: 'cell-count',
    pointer: excerpt(pointer),
    value: MISSING,
    detail: {
      zh: `「${excerpt(pointer)}」仍为 ${MISSING}：原文件缺少这一格，请填写，确无数据时清空`,
      en: `${excerpt(pointer)} is still ${MISSING}: the file lacked this cell; fill it in, or clear it where there is no figure`,
    },
  }
}

function withoutExamples(table: Table): Table {
  const number = table.header.indexOf(NUMBER_HEADING)
  const faults: RowFault[] = []
  const skipped = new Set<number>()
  for (const [index, cells] of table.rows.entries()) {
    const at = exampleAt(cells, number)
    if (at < 0) continue
    skipped.add(index)
    faults.push(exampleFault(rowNumber(table, index), table.header[at] ?? '', String(cells[at])))
  }
  if (skipped.size === 0) return table
  const kept = table.rows.flatMap((_, index) => (skipped.has(index) ? [] : [index]))
  const rowNumbers = kept.map((index) => rowNumber(table, index))
  return {
    ...table,
    rows: kept.map((index) => table.rows[index] ?? []),
    rowNumbers,
    firstRow: rowNumbers[0] ?? table.firstRow,
    faults: [...(table.faults ?? []), ...faults],
  }
}

/** The column that says a row is an example; −1 for a row of data. */
function exampleAt(cells: readonly Cell[], number: number): number {
  if (number >= 0) {
    const cell = cells[number]
    if (typeof cell === 'string' && cell.trim().startsWith(EXAMPLE)) return number
  }
  for (let at = 0; at < FIRST_COLUMNS && at < cells.length; at += 1) {
    const cell = cells[at]
    if (typeof cell === 'string' && cell.charCodeAt(0) === 0x793a && LEAD.test(cell)) return at
  }
  return -1
}

function exampleFault(row: number, pointer: string, value: string): RowFault {
  return {
    row,
    code: 'example-row',
    pointer: excerpt(pointer),
    value: excerpt(value),
    detail: {
      zh: `本行在「${pointer}」处标有“${EXAMPLE}”，是模板的示例，不作为数据`,
      en: `this row is marked ${EXAMPLE} (example) under ${pointer}; it is the template's own and no data`,
    },
  }
}
