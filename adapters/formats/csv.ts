/** CSV (RFC 4180) → one table. A row with too few or too many cells is a fault of that row, never padded. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Note } from '../../contracts/types.ts'
import type { Cell, FormatLimits, RowFault, Table } from '../types.ts'
import { ECHO, isAboveHeader, isRemark, isSpoolTalk, passedOver } from './beside.ts'
import { FormatError, noTable } from './error.ts'
import { cellCountFault, cellTooLong, headerName, makeTable, tooManyColumns, tooManyRows } from './row.ts'

/** The rule that SQL*Plus draws below the columns of a report. */
const RULED = /^-{2,}(?: +-{2,})+ *\r?$/m

/** Called for each source record in order; `line` is where it starts. */
type Visit = (cells: string[], line: number) => void

/**
 * Reads one table. The separator is the one the header line uses most: comma, tab, semicolon or bar. Rows are numbered by the
 * line they start on; blank lines are no rows. A line of one cell above the header is a title; remarks, a header that comes
 * again and what SQL*Plus says are no rows either, and are told in `notes`. Throws `no-table`, `csv-invalid` (a stray
 * quote), `truncated` (a quote never closed) and the limits' errors.
 */
export function readCsv(text: string, limits: FormatLimits, notes: Note[] = []): Table {
  const lineBreak = text.includes('\n') ? '\n' : '\r'
  const separator = separatorOf(text, lineBreak)
  const openEnd = !/[\r\n]$/.test(text)
  let header: string[] | undefined
  let written: readonly string[] = []
  const passed = passedOver()
  let headerLine = 1
  let lastLine = 0
  const rows: (readonly Cell[])[] = []
  const rowNumbers: number[] = []
  const faults: RowFault[] = []
  const visit: Visit = (cells, line) => {
    if (isBlank(cells)) return
    if (cells.length > limits.columns) throw tooManyColumns(limits, line)
    if (isSpoolTalk(cells) || isRemark(cells) || (header ? isSame(cells, written) : isAboveHeader(cells))) {
      passed.add(line, cells.join(separator))
      return
    }
    lastLine = line
    if (header === undefined) {
      written = cells
      header = cells.map(headerName)
      headerLine = line
      checkCells(cells, header, line, limits)
      return
    }
    if (rows.length + faults.length >= limits.rows) throw tooManyRows(limits, line)
    checkCells(cells, header, line, limits)
    if (cells.length === header.length) {
      rows.push(cells)
      rowNumbers.push(line)
    } else {
      faults.push(cellCountFault(line, header.length, cells.length))
    }
  }
  if (text.includes('"')) visitQuoted(text, separator, lineBreak, limits, visit)
  else visitPlain(text, separator, lineBreak, limits, visit)
  if (header === undefined || header.length < 2) throw RULED.test(text) ? fixedWidth() : noTable()
  const note = passed.note()
  if (note) notes.push(note)
  const cut = faults.at(-1)
  if (openEnd && cut?.row === lastLine && Number(cut.value) < header.length) {
    faults[faults.length - 1] = rowTruncated(cut.row, header.length, Number(cut.value))
  }
  return makeTable({
    name: '',
    header,
    rows,
    rowNumbers,
    faults,
    firstRow: headerLine + 1,
    openEnd: openEnd && rowNumbers.at(-1) === lastLine,
  })
}

/** Without a quote in the text a record is a line, and splitting is an order of magnitude faster than a full parse. */
function visitPlain(text: string, separator: string, lineBreak: string, limits: FormatLimits, visit: Visit): void {
  let line = 1
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf(lineBreak, start)
    const next = found < 0 ? text.length : found
    let end = next
    while (end > start && text.charCodeAt(end - 1) === 13) end -= 1
    if (end > start) visit(text.slice(start, end).split(separator, limits.columns + 1), line)
    start = next + 1
  }
}

function visitQuoted(text: string, separator: string, lineBreak: string, limits: FormatLimits, visit: Visit): void {
  // Blank lines are records here too, so a file may hold about as many again as it has rows.
  const most = 2 * (limits.rows + 2)
  const records = parseQuoted(withoutReturns(text), separator, lineBreak, limits, most)
  let line = 1
  for (const cells of records) {
    visit(cells, line)
    line += 1
    for (const cell of cells) if (cell.includes(lineBreak)) line += cell.split(lineBreak).length - 1
  }
  if (records.length >= most) throw tooManyRows(limits, line)
}

/** Without the carriage returns at its end. */
function withoutReturns(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 13) end -= 1
  return text.slice(0, end)
}

function parseQuoted(
  text: string,
  separator: string,
  lineBreak: string,
  limits: FormatLimits,
  most: number,
): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: lineBreak === '\n' ? ['\r\r\n', '\r\n', '\n'] : ['\r'],
      relax_column_count: true,
      max_record_size: limits.columns * limits.cell,
      to: most,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw quoteError(error, text, lineBreak, limits)
  }
}

function quoteError(error: CsvError, text: string, lineBreak: string, limits: FormatLimits): FormatError {
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
  const line = unclosed ? lastQuoteLine(text, lineBreak) : typeof error.lines === 'number' ? error.lines : undefined
  const place = line === undefined ? {} : { row: line }
  if (unclosed) {
    return new FormatError(
      'truncated',
      {
        zh: `第 ${line} 行开始的引号直到文件结束仍未闭合，文件可能未传完`,
        en: `the quote opened at line ${line} is still open at the end of the file; it was probably cut off`,
      },
      place,
    )
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FormatError(
      'cell-too-long',
      {
        zh: `第 ${line} 行的记录超过 ${limits.columns * limits.cell} 个字符，可能缺少闭合引号`,
        en: `the record at line ${line} is longer than ${limits.columns * limits.cell} characters; a closing quote may be missing`,
      },
      place,
    )
  }
  return new FormatError(
    'csv-invalid',
    {
      zh: `第 ${line} 行引号使用有误：含引号的单元格须整体加引号，内部引号写两次（RFC 4180）`,
      en: `misplaced quote at line ${line}: a cell with a quote must be quoted whole, each inner quote doubled (RFC 4180)`,
    },
    place,
  )
}

/** The line of the quote that is still open at the end. */
function lastQuoteLine(text: string, lineBreak: string): number {
  let opened = -1
  let quoted = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (quoted && text.charAt(at + 1) === '"') {
      at += 1
      continue
    }
    quoted = !quoted
    if (quoted) opened = at
  }
  return text.slice(0, opened).split(lineBreak).length
}

/** The cells of the record that starts on a line, however many they are; null where there is none, or its quotes do not close. */
export function readCsvRow(text: string, line: number): readonly string[] | null {
  const lineBreak = text.includes('\n') ? '\n' : '\r'
  let start = 0
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf(lineBreak, start)
    if (next < 0) return null
    start = next + 1
  }
  try {
    const [cells = null] = parse(text.slice(start), {
      delimiter: separatorOf(text, lineBreak),
      record_delimiter: lineBreak === '\n' ? ['\r\r\n', '\r\n', '\n'] : ['\r'],
      relax_column_count: true,
      to: 1,
    })
    return cells
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return null
  }
}

function separatorOf(text: string, lineBreak: string): string {
  const start = /[^\r\n]/.exec(text)?.index ?? 0
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
    ['|', 0],
  ])
  let quoted = false
  let some = false
  let line = start
  for (let i = start; i < text.length; i += 1) {
    const char = text.charAt(i)
    if (char === '"') quoted = !quoted
    else if (!quoted) {
      if (char === lineBreak) {
        // A title above the header has no separator, and a command that is echoed has its own.
        if (some && !text.startsWith(ECHO, line)) break
        if (some) for (const one of counts.keys()) counts.set(one, 0)
        some = false
        line = i + 1
        continue
      }
      const count = counts.get(char)
      if (count === undefined) continue
      counts.set(char, count + 1)
      some = true
    }
  }
  let best = ','
  for (const [char, count] of counts) if (count > (counts.get(best) ?? 0)) best = char
  return best
}

/** A header again, as a page of a report begins with it. */
function isSame(cells: readonly string[], header: readonly string[]): boolean {
  return cells[0] === header[0] && cells.length === header.length && cells.every((cell, at) => cell === header[at])
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.length > 0 && cell.trim() !== '') return false
  return true
}

function checkCells(cells: readonly string[], header: readonly string[], line: number, limits: FormatLimits): void {
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? ''
    if (cell.length > limits.cell) throw cellTooLong(limits, line, header[i] ?? String(i + 1), cell)
  }
}

function fixedWidth(): FormatError {
  return new FormatError('no-table', {
    zh: "列以空格对齐，没有分隔符（SQL*Plus 的报表）：spool 之前先执行 SET MARKUP CSV ON，或 SET COLSEP ','",
    en: "columns are aligned by blanks and have no separator, as in a report of SQL*Plus: SET MARKUP CSV ON, or SET COLSEP ',', before spool",
  })
}

function rowTruncated(row: number, expected: number, found: number): RowFault {
  return {
    row,
    code: 'row-truncated',
    value: String(found),
    detail: {
      zh: `最后一行没有换行符，应有 ${expected} 列，实有 ${found} 列，文件可能未传完`,
      en: `the last line has no line break and ${found} of ${expected} cells; the file was probably cut off`,
    },
  }
}
