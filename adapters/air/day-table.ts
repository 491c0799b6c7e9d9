/** Forecast tables with their days side by side → a draft for each row and day. Standards §2.5. */
import type { Rejection } from '../../contracts/types.ts'
import { rowNumber } from '../formats/row.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell, Table } from '../types.ts'
import { cellText } from './cells.ts'
import { parseDayCell } from './day-cell.ts'
import { type DayGroup, isDay, isDayValue } from './day-groups.ts'
import type { ForecastColumns } from './forecast-columns.ts'
import { forecastField } from './forecast-fields.ts'
import type { ForecastDraft } from './forecast-record.ts'
import { type ForecastRowReader, forecastRowReader } from './forecast-row.ts'
import type { ForecastPart } from './forecast-values.ts'
import type { IssueWords } from './issued.ts'

/** A table whose days have their parts in a line below them (AQI, 等级, …), brought under one header; any other table as it is. */
export function joinSubheadings(table: Table): Table {
  const [first, ...rows] = table.rows
  if (first === undefined) return table
  let day = ''
  const header = table.header.map((heading, at) => {
    const below = cellText(first[at])
    if (isDay(heading)) day = heading
    else if (heading.trim() !== '') day = ''
    if (day === '' && heading.trim() === '' && forecastField(below) !== undefined) return below
    if (day === '') return below === '' || below === heading.trim() ? heading : null
    return below === '' ? day : isDayValue(below) ? `${day} ${below}` : null
  })
  const joined = header.filter((heading) => heading !== null)
  if (joined.length < header.length || joined.every((heading, at) => heading === table.header[at])) return table
  const rowNumbers = rows.map((_, at) => rowNumber(table, at + 1))
  return { ...table, header: joined, rows, rowNumbers, firstRow: rowNumbers[0] ?? table.firstRow + 1 }
}

/** What one row says of one day, and the cells and headings that tell it from another. */
export interface DayReading {
  readonly draft: ForecastDraft | Rejection
  readonly heading: (part: ForecastPart) => string
  readonly header: readonly string[]
  readonly cells: readonly Cell[]
}

interface GroupReader {
  readonly group: DayGroup
  readonly rows: ForecastRowReader
  readonly header: readonly string[]
  /** The columns that tell one reading from another. */
  readonly own: readonly number[]
}

/** Reads the rows of a table by its groups of days. A day without a word in a row is not forecast there; a row without any is refused. */
export function dayRowReader(
  columns: ForecastColumns,
  header: readonly string[],
  at: number,
  issue: IssueWords,
): (cells: readonly Cell[], row: number, open: boolean) => readonly DayReading[] {
  const ofDays = new Set(columns.days.flatMap(({ columns: own }) => own))
  const shared = header.flatMap((_, column) => (ofDays.has(column) ? [] : [column]))
  const readers = columns.days.map((group): GroupReader => {
    const date = header.length
    const parts = group.whole.length > 0 ? { aqi: date + 1, class: date + 2, primary: date + 3 } : {}
    const heads = [group.heading, ...Array<string>(3).fill(header[group.whole[0] ?? -1] ?? group.heading)]
    const fields = { ...columns.fields, ...group.fields, ...parts, date }
    const concentrations = [...group.concentrations, ...columns.concentrations]
    return {
      group,
      rows: forecastRowReader({ ...columns, fields, concentrations }, [...header, ...heads], at, issue),
      header: [group.dayText, ...[...shared, ...group.columns].map((column) => header[column] ?? '')],
      own: [...shared, ...group.columns],
    }
  })

  function draftOf({ group, rows }: GroupReader, cells: readonly Cell[], row: number, open: boolean) {
    const text = group.whole
      .map((column) => cellText(cells[column]))
      .join(' ')
      .trim()
    const parts = parseDayCell(text)
    if (parts === null) {
      return reject(row, 'forecast-cell-unreadable', header[group.whole[0] ?? -1] ?? group.heading, text, {
        zh: `「${shown(text)}」无法识别，例：良 60~90 PM2.5`,
        en: `${shown(text)} cannot be read; for example: 良 60~90 PM2.5`,
      })
    }
    // A column of the day's own, or of all days, says what the cell leaves out.
    const or = (part: string, column: number | undefined): Cell =>
      part !== '' ? part : column === undefined ? null : (cells[column] ?? null)
    const fields = { ...columns.fields, ...group.fields }
    const more = [or(parts.aqi, fields.aqi), or(parts.class, fields.class), or(parts.primary, fields.primary)]
    return rows.read([...cells, group.dayText, ...more], row, open)
  }

  return (cells, row, open) => {
    const told = readers.filter(({ group }) => group.columns.some((column) => cellText(cells[column]) !== ''))
    if (told.length === 0) {
      const heading = readers[0]?.group.heading ?? ''
      const draft = reject(row, 'forecast-empty', heading, '', {
        zh: '该行没有一天的预报',
        en: 'The row has no forecast for any day',
      })
      return [{ draft, heading: () => heading, header, cells }]
    }
    return told.map((reader) => ({
      draft: draftOf(reader, cells, row, open && reader === readers.at(-1)),
      heading: (part) => reader.rows.heading(part),
      header: reader.header,
      cells: [reader.group.dayText, ...reader.own.map((column) => cells[column] ?? null)],
    }))
  }
}
