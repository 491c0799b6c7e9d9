/** JSON (RFC 8259) → one table, in the shapes publishers use: `{thead, tbody}`, an array of flat objects, such an array under `data`, `rows` or `records`, or GeoJSON. */
import type { Cell, FormatLimits, RowFault, Table } from '../types.ts'
import { FormatError, noTable } from './error.ts'
import { featureRows } from './geojson.ts'
import { inspectJson, type JsonScan, scanJson } from './json-scan.ts'
import { readMarkup } from './markup.ts'
import {
  cellCountFault,
  cellTooLong,
  cellTypeFault,
  headerName,
  makeTable,
  tooManyColumns,
  tooManyRows,
} from './row.ts'

/** The rows of a document, where they stand in it, and the header when it has one of its own. */
interface Source {
  readonly path: readonly string[]
  readonly rows: readonly unknown[]
  readonly head: readonly unknown[] | null
  /** The rows were made from what stands there: members are counted in the document, not in them. */
  readonly made?: true
}

/** The name that is repeated in a row object, by row index. */
type Repeated = ReadonlyMap<number, string>

interface Rows {
  readonly header: string[]
  readonly rows: Cell[][]
  readonly rowNumbers: number[]
  readonly faults: RowFault[]
  /** Members of all the objects in the rows. */
  members: number
}

/**
 * Reads one table; row n is the n-th element of the array. Numbers stay numbers; a boolean, a nested value or a number
 * beyond a double is a fault of its row, a name repeated in a row object likewise. Objects may differ in their names: the
 * header is the union in the order met, what an object lacks is null. Throws `too-deep`, `truncated`, `json-invalid`,
 * `no-table` and the limits' errors.
 */
export function readJson(text: string, limits: FormatLimits): Table {
  const scan = scanJson(text, limits.depth)
  if (scan.tooDeep) throw tooDeep(limits)
  const value = parse(text, scan)
  const source = findRows(value)
  if (source === null) throw noTable()
  if (source.rows.length > limits.rows) throw tooManyRows(limits, limits.rows + 1)
  let read = readRows(source, new Map(), limits)
  const members = source.made ? countMembers(value) : read.members + membersOutside(value, source)
  if (members !== scan.members) {
    read = readRows(source, findRepeated(text, source.path), limits)
  }
  if (read.header.length === 0) throw noTable()
  return makeTable({ ...read, name: '', firstRow: 1 })
}

function parse(text: string, scan: JsonScan): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = inspectJson(text).errorAt ?? text.length
    if (scan.unclosed && at >= text.length) {
      throw new FormatError('truncated', {
        zh: 'JSON 在结束前中断，文件可能未传完',
        en: 'the JSON ends before it is complete; it was probably cut off',
      })
    }
    const line = text.slice(0, at).split('\n').length
    const column = at - text.lastIndexOf('\n', at - 1)
    throw new FormatError(
      'json-invalid',
      { zh: `第 ${line} 行第 ${column} 个字符处不是有效的 JSON`, en: `not JSON at line ${line}, column ${column}` },
      { row: line, value: text.slice(at, at + 20) },
    )
  }
}

function findRows(value: unknown): Source | null {
  if (Array.isArray(value)) return { path: [], rows: value, head: null }
  if (!isObject(value)) return null
  const features = featureRows(value)
  if (features !== null) return { path: ['features'], rows: features, head: null, made: true }
  const head = value.thead
  const body = value.tbody
  if (Array.isArray(head) && Array.isArray(body)) return { path: ['tbody'], rows: body, head }
  for (const name of ['data', 'rows', 'records']) {
    const rows = value[name]
    if (Array.isArray(rows)) return { path: [name], rows, head: null }
  }
  return null
}

function readRows(source: Source, repeated: Repeated, limits: FormatLimits): Rows {
  return source.head === null
    ? readObjects(source.rows, repeated, limits)
    : readArrays(source.head, source.rows, limits)
}

function membersOutside(value: unknown, source: Source): number {
  if (!isObject(value)) return 0
  let count = 0
  for (const inner of Object.values(value)) count += 1 + (inner === source.rows ? 0 : countMembers(inner))
  return count
}

/** Members of every object in a value whose depth is already known to be within the limit. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  let count = values === value ? 0 : values.length
  for (const inner of values) if (typeof inner === 'object') count += countMembers(inner)
  return count
}

function findRepeated(text: string, path: readonly string[]): Repeated {
  const rows = new Map<number, string>()
  for (const { path: where, name } of inspectJson(text).repeated) {
    const index = where[path.length]
    if (typeof index === 'number' && path.every((step, i) => where[i] === step)) {
      rows.set(index, name)
      continue
    }
    const pointer = [...where, name].map((step) => `/${step}`).join('')
    throw new FormatError(
      'json-invalid',
      { zh: `成员名重复：${pointer}`, en: `the name ${pointer} is repeated in its object` },
      { pointer },
    )
  }
  return rows
}

function readArrays(head: readonly unknown[], source: readonly unknown[], limits: FormatLimits): Rows {
  if (head.length > limits.columns) throw tooManyColumns(limits, 1)
  const header = head.map((cell) => {
    if (typeof cell !== 'string') throw noTable()
    if (cell.length > limits.cell) throw cellTooLong(limits, 1, 'thead', cell)
    return headerName(readMarkup(cell).text.replaceAll('\n', ''))
  })
  const read: Rows = { header, rows: [], rowNumbers: [], faults: [], members: 0 }
  for (let i = 0; i < source.length; i += 1) {
    const row = source[i]
    if (!isArray(row)) {
      read.faults.push(rowShapeFault(i + 1, 'array'))
      read.members += countMembers(row)
    } else if (row.length !== header.length) {
      read.members += countMembers(row)
      read.faults.push(cellCountFault(i + 1, header.length, row.length))
    } else addRow(read, row, i + 1, limits)
  }
  return read
}

function readObjects(source: readonly unknown[], repeated: Repeated, limits: FormatLimits): Rows {
  const read: Rows = { header: [], rows: [], rowNumbers: [], faults: [], members: 0 }
  const { header } = read
  const columns = new Map<string, number>()
  for (let i = 0; i < source.length; i += 1) {
    const row = source[i]
    const name = repeated.get(i)
    if (!isObject(row)) {
      read.faults.push(rowShapeFault(i + 1, 'object'))
      read.members += countMembers(row)
    } else if (name !== undefined) {
      read.faults.push(repeatedFault(i + 1, name))
    } else {
      const cells = sameShape(row, header, limits)
      if (cells === null) {
        const names = Object.keys(row)
        read.members += names.length
        addRow(read, arrange(names, Object.values(row), header, columns, i + 1, limits), i + 1, limits)
      } else {
        read.members += cells.length
        read.rows.push(cells)
        read.rowNumbers.push(i + 1)
      }
    }
  }
  for (const row of read.rows) while (row.length < header.length) row.push(null)
  return read
}

/** The cells of a row that has exactly the header's names in the header's order, nearly always the case; else null. */
function sameShape(
  row: Readonly<Record<string, unknown>>,
  header: readonly string[],
  limits: FormatLimits,
): Cell[] | null {
  const cells: Cell[] = []
  for (const name in row) {
    if (name !== header[cells.length]) return null
    const value = row[name]
    if (typeof value === 'string') {
      if (value.length > limits.cell) return null
    } else if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
      return null
    }
    cells.push(value)
  }
  return cells.length === header.length ? cells : null
}

/** The values in the order of the header, which grows by the names it does not have yet. */
function arrange(
  names: readonly string[],
  values: readonly unknown[],
  header: string[],
  columns: Map<string, number>,
  row: number,
  limits: FormatLimits,
): unknown[] {
  for (const name of names) {
    if (columns.has(name)) continue
    if (name.length > limits.cell) throw cellTooLong(limits, row, name, name)
    columns.set(name, header.length)
    header.push(name)
  }
  if (header.length > limits.columns) throw tooManyColumns(limits, row)
  const cells = new Array<unknown>(header.length).fill(null)
  for (let i = 0; i < names.length; i += 1) cells[columns.get(names[i] ?? '') ?? 0] = values[i]
  return cells
}

function addRow(read: Rows, values: readonly unknown[], row: number, limits: FormatLimits): void {
  const cells: Cell[] = []
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (typeof value === 'string') {
      if (value.length > limits.cell) throw cellTooLong(limits, row, read.header[i] ?? '', value)
    } else if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
      read.faults.push(cellTypeFault(row, read.header[i] ?? '', nameOf(value)))
      read.members += countMembers(values)
      return
    }
    cells.push(value)
  }
  read.rows.push(cells)
  read.rowNumbers.push(row)
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'object') return 'object'
  return String(value)
}

function tooDeep(limits: FormatLimits): FormatError {
  return new FormatError('too-deep', {
    zh: `嵌套超过上限 ${limits.depth} 层`,
    en: `expected at most ${limits.depth} levels of nesting, got more`,
  })
}

function rowShapeFault(row: number, expected: 'array' | 'object'): RowFault {
  const zh = expected === 'array' ? '数组' : '对象'
  return {
    row,
    code: 'row-shape',
    detail: { zh: `该元素应为${zh}`, en: `expected ${expected === 'array' ? 'an array' : 'an object'}` },
  }
}

function repeatedFault(row: number, name: string): RowFault {
  return {
    row,
    code: 'name-repeated',
    pointer: name,
    detail: {
      zh: '同一对象中成员名重复，无法确定取值',
      en: 'the name is repeated in one object; its value is ambiguous',
    },
  }
}
