/** Plain text in sentences, as a bulletin is written → one table whose only column is the line. */
import type { FormatLimits, Table } from '../types.ts'
import { cellTooLong, makeTable, rowNumber, tooManyRows } from './row.ts'

/** The only column of a text. */
export const PROSE_HEADING = '正文'

/** Whether a table is the lines of a text, in a file that may hold such. */
export function isLines({ header }: Table): boolean {
  return header.length === 1 && header[0] === PROSE_HEADING
}

/** All lines of a file as one table, the others left out: a document has lines before, between and behind its tables. */
export function joinLines(tables: readonly Table[]): Table {
  const [first, ...others] = tables.filter(isLines)
  if (first !== undefined && others.length === 0) return first
  const parts = first === undefined ? [] : [first, ...others]
  return {
    name: first?.name ?? '',
    header: [PROSE_HEADING],
    rows: parts.flatMap(({ rows }) => rows),
    rowNumbers: parts.flatMap((table) => table.rows.map((_, at) => rowNumber(table, at))),
    firstRow: first?.firstRow ?? 1,
  }
}

const SEPARATOR = /[,;\t]/
const SENTENCE_MARK = /[，。；：]/
const LINE = /\r\n|\n|\r/

/** How many lines are looked at. */
const HEAD_LINES = 200

/**
 * Whether a text that is no JSON, HTML or workbook is sentences rather than a table: a Chinese sentence mark stands in it,
 * its first line has no separator, and few lines have any. A table whose header has two columns is never taken for sentences.
 */
export function isProse(text: string): boolean {
  const start = /[^\r\n \t\u3000]/.exec(text)?.index
  if (start === undefined) return false
  const end = /[\r\n]/.exec(text.slice(start))?.index ?? text.length
  if (SEPARATOR.test(text.slice(start, start + end))) return false
  const lines = text.split(LINE, HEAD_LINES).filter((line) => line.trim() !== '')
  const separated = lines.filter((line) => SEPARATOR.test(line)).length
  return separated * 2 < lines.length && lines.some((line) => SENTENCE_MARK.test(line))
}

/** Reads the lines; blank ones are no rows, the others keep their number in the file. */
export function readProse(text: string, limits: FormatLimits): Table {
  const rows: string[][] = []
  const rowNumbers: number[] = []
  for (const [at, raw] of text.split(LINE).entries()) {
    const line = raw.trim()
    if (line === '') continue
    if (rows.length >= limits.rows) throw tooManyRows(limits, at + 1)
    if (line.length > limits.cell) throw cellTooLong(limits, at + 1, PROSE_HEADING, line)
    rows.push([line])
    rowNumbers.push(at + 1)
  }
  return makeTable({
    name: '',
    header: [PROSE_HEADING],
    rows,
    rowNumbers,
    faults: [],
    firstRow: 1,
    openEnd: !/[\r\n]/.test(text.slice(text.trimEnd().length)),
  })
}
