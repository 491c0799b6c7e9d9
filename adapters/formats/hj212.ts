/** A file of HJ 212 frames, one a line → one table: a row a message, a column a pollutant code (HJ/T 212-2005, HJ 212-2017, HJ 212-2025). */
import type { Cell, CellNote, EncodingName, FormatLimits, RowFault, Table } from '../types.ts'
import { FormatError } from './error.ts'
import { type MessageCells, readCells } from './hj212-cells.ts'
import { type Frame, isFault, readFrame } from './hj212-frame.ts'
import { joinFrames, type Message } from './hj212-message.ts'
import { cellTooLong, makeTable, tooManyColumns, tooManyRows } from './row.ts'

/** The columns every message has; its codes follow, as `w01001`. */
const HJ212_COLUMNS = ['MN', '监测时间', '数据类型(CN)', '系统(ST)'] as const

const LINE_FEED = 0x0a
const RETURN = 0x0d

/**
 * Reads one table. Rows are numbered by the line of their first frame, blank lines are no frames, and every frame begins a row,
 * continues one (a packet of a split message), or is a fault. The table is sparse: null where a message has no such code, an
 * empty text where the flag of its figure says that it is not valid, which is a note. Headings are sorted, so that the order in
 * which devices name their codes changes nothing. Throws `hj212-no-data` when not one frame gave a row, and the limits' errors.
 */
export function readHj212(bytes: Uint8Array, encoding: EncodingName, limits: FormatLimits): Table {
  const frames: Frame[] = []
  const faults: RowFault[] = []
  visitLines(bytes, (line, row, open) => {
    if (frames.length + faults.length >= limits.rows) throw tooManyRows(limits, row)
    const read = readFrame(line, { row, encoding, open })
    if (isFault(read)) faults.push(read)
    else frames.push(read)
  })
  const joined = joinFrames(frames)
  faults.push(...joined.faults)
  faults.sort((a, b) => a.row - b.row)
  const { messages } = joined
  if (messages.length === 0) throw noData(faults)
  return { ...tableOf(messages, faults, limits), sparse: true }
}

function visitLines(bytes: Uint8Array, visit: (line: Uint8Array, row: number, open: boolean) => void): void {
  let row = 1
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  for (let start = mark ? 3 : 0; start < bytes.length; row += 1) {
    const found = bytes.indexOf(LINE_FEED, start)
    const next = found < 0 ? bytes.length : found
    let end = next
    while (end > start && bytes[end - 1] === RETURN) end -= 1
    const line = bytes.subarray(start, end)
    if (line.some((byte) => byte !== 0x20 && byte !== 0x09)) visit(line, row, found < 0)
    start = next + 1
  }
}

function tableOf(messages: readonly Message[], faults: readonly RowFault[], limits: FormatLimits): Table {
  const read = messages.map(readCells)
  const figures = new Set(read.flatMap((one) => [...one.figures.keys()]))
  const others = new Set(read.flatMap((one) => [...one.others.keys()]))
  // Figures first: where a code has both, its other fields must not be taken for it.
  const codes = [...[...figures].sort(), ...[...others].sort()]
  const header = [...HJ212_COLUMNS, ...codes]
  if (header.length > limits.columns) throw tooManyColumns(limits, messages[0]?.row ?? 1)
  const cellNotes = new Map<number, readonly CellNote[]>()
  const rows = messages.map((message, at): readonly Cell[] => {
    const cells = read[at] ?? NOTHING
    if (cells.notes.length > 0) cellNotes.set(at, cells.notes)
    const values = codes.map((code) => {
      const value = cells.figures.get(code) ?? cells.others.get(code) ?? null
      if (value !== null && value.length > limits.cell) throw cellTooLong(limits, message.row, code, value)
      return value
    })
    return [message.mn, message.time, message.cn, message.st, ...values]
  })
  const table = makeTable({
    name: '',
    header,
    rows,
    rowNumbers: messages.map(({ row }) => row),
    faults,
    firstRow: 1,
  })
  return cellNotes.size > 0 ? { ...table, cellNotes } : table
}

const NOTHING: MessageCells = { figures: new Map(), others: new Map(), notes: [] }

function noData([first]: readonly RowFault[]): FormatError {
  return first === undefined
    ? new FormatError('hj212-no-data', { zh: '文件中没有报文', en: 'the file holds no frame' })
    : new FormatError(
        'hj212-no-data',
        {
          zh: `没有一条报文可用作监测数据；第 ${first.row} 行：${first.detail.zh}`,
          en: `not one frame gives monitoring data; line ${first.row}: ${first.detail.en}`,
        },
        { row: first.row },
      )
}
