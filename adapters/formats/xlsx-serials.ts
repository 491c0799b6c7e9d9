/** Dates that lost their format: a serial number under a heading of times is the time it counts (ECMA-376 part 1 §18.17.4). */
import type { Note } from '../../contracts/types.ts'
import type { Cell, Table } from '../types.ts'
import { excerpt } from './error.ts'
import { asShown, serialToCivil } from './xlsx-date.ts'

/** Headings under which a number of five digits can be nothing but a day. */
const TIMES = /(?:时间|日期|时刻)(?:[(（][^()（）]*[)）])?$/
/** The years 2000 to 2099, in either system. */
const FIRST = 36_526
const PAST = 73_051
/** What the 1904 system counts less. */
const LATER = 1462

/** A table with such numbers read; adds to `notes`, once a heading. */
export function withSerials(table: Table, epoch1904: boolean, notes: Note[]): Table {
  const columns = table.header.flatMap((heading, at) => (TIMES.test(heading) ? [at] : []))
  const first = FIRST - (epoch1904 ? LATER : 0)
  const past = PAST - (epoch1904 ? LATER : 0)
  const isSerial = (cell: Cell | undefined): cell is number => typeof cell === 'number' && cell >= first && cell < past
  const found = columns.filter((at) => table.rows.some((cells) => isSerial(cells[at])))
  if (found.length === 0) return table
  for (const at of found) notes.push({ rule: 'date-serial-read', sent: excerpt(table.header[at] ?? '') })
  // Among times of day a whole number is a midnight; in a column of whole numbers alone each is a day.
  const clocks = new Map(
    found.map((at) => [at, table.rows.some((cells) => isSerial(cells[at]) && !Number.isInteger(cells[at]))]),
  )
  const rows = table.rows.map((cells) =>
    cells.map((cell, at) => {
      const clock = clocks.get(at)
      return clock !== undefined && isSerial(cell) ? asShown(serialToCivil(cell, epoch1904), clock) : cell
    }),
  )
  return { ...table, rows }
}
