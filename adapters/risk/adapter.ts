/** One file of enterprises → canonical records, notes, rejections and duplicates; what a row becomes is the contract's own. */
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { FormatError } from '../formats/error.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import type { Adapter, Cell, Duplicate, RowFault, Table } from '../types.ts'
import { shown } from '../water/reject.ts'
import { type Columns, type Headings, readColumns } from './columns.ts'
import type { RiskSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.0.0'

/** A record with the notes still open, so that the file may add one. */
export interface ReadRow<R> {
  readonly key: string
  readonly subject: string
  readonly end: number
  readonly record: R
  readonly notes: Note[]
}

/** Reads one row by its cells and number. */
export type RowReader<R> = (cells: readonly Cell[], row: number) => ReadRow<R> | Rejection

/** What the rows of one table are read by. */
export interface RowOptions {
  readonly side: RiskSide
  readonly columns: Columns
  readonly registry: DivisionRegistry
  /** ms; nothing may lie after it. */
  readonly at: number
}

/** A dataset of enterprises, as one side writes it. */
export interface EnterpriseDataset<R> {
  readonly side: RiskSide
  readonly contract: string
  readonly headings: Headings
  /** Whether substances may have columns of their own. */
  readonly numbered: boolean
  rows(options: RowOptions): RowReader<R>
}

interface Taken {
  readonly row: number
  readonly cells: string
}

interface Held {
  readonly table: Table
  readonly columns: Columns
}

function missingColumns({ fields }: Columns): string[] {
  return [
    ...(fields.name ? [] : ['企业名称']),
    ...(fields.code ? [] : ['统一社会信用代码']),
    ...(fields.division || fields.divisionCode ? [] : ['所在区县或行政区划代码']),
  ]
}

/** The tables with the columns a record needs; others are passed over. Throws `columns-missing` when none has them. */
function enterpriseTables<R>(
  tables: readonly Table[],
  { headings, numbered }: EnterpriseDataset<R>,
  ignore: (table: Table) => void,
): readonly Held[] {
  const held: Held[] = []
  let nearest: { table: Table; missing: string[] } | null = null
  for (const table of tables) {
    const columns = readColumns(table.header, headings, numbered)
    const missing = missingColumns(columns)
    if (missing.length === 0) {
      held.push({ table, columns })
      continue
    }
    ignore(table)
    if (!nearest || missing.length < nearest.missing.length) nearest = { table, missing }
  }
  if (held.length > 0 || !nearest) return held
  const { table, missing } = nearest
  throw new FormatError(
    'columns-missing',
    {
      zh: `缺少列：${missing.join('、')}；表头为：${table.header.join('、')}`,
      en: `Missing columns: ${missing.join(', ')}; the header reads: ${table.header.join(', ')}`,
    },
    { row: Math.max(table.firstRow - 1, 1) },
  )
}

function faultRejection({ row, code, pointer, value, detail }: RowFault): Rejection {
  return {
    row,
    type: code,
    detail,
    ...(pointer ? { pointer: shown(pointer) } : {}),
    ...(value ? { value: shown(value) } : {}),
  }
}

/** An adapter for one side and contract. `normalise` throws FormatError when the file as a whole cannot be read. */
export function enterpriseAdapter<R extends object>(dataset: EnterpriseDataset<R>): Adapter<R> {
  const { side, contract } = dataset
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/${contract}`,
    version: VERSION,
    party: side.party,
    contract,
    register: 'divisions',
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { format, encoding, tables } = readTables(
        bytes,
        mediaType === undefined ? { limits } : { limits, mediaType },
      )
      const rejections: Rejection[] = []
      const duplicates: Duplicate[] = []
      const notes = new Map<string, Note>()
      const taken = new Map<string, Taken[]>()
      let rowsIn = 0
      const ignore = ({ name }: Table): void => {
        notes.set(`table ${name}`, { rule: 'table-ignored', sent: shown(name) })
      }
      for (const { table, columns } of enterpriseTables(tables, dataset, ignore)) {
        for (const { rule, heading } of columns.idle) notes.set(`${rule} ${heading}`, { rule, sent: shown(heading) })
        const sheet = table.name === '' ? {} : { sheet: table.name }
        const readRow = dataset.rows({ side, columns, registry, at })
        rowsIn += table.rows.length + (table.faults?.length ?? 0)
        for (const fault of table.faults ?? []) rejections.push({ ...faultRejection(fault), ...sheet })
        for (const [index, cells] of table.rows.entries()) {
          const row = rowNumber(table, index)
          const outcome = readRow(cells, row)
          if ('type' in outcome) {
            rejections.push({ ...outcome, ...sheet })
            continue
          }
          const { key, subject, end, record } = outcome
          const written = JSON.stringify([table.header, cells])
          const before = taken.get(key)
          const same = before?.find((one) => one.cells === written)
          if (same) {
            duplicates.push({ row, of: same.row, ...sheet })
            continue
          }
          if (before) {
            outcome.notes.push({ rule: 'key-repeated' })
            before.push({ row, cells: written })
          } else taken.set(key, [{ row, cells: written }])
          if (table.openEnd === true && index === table.rows.length - 1) outcome.notes.push({ rule: 'last-line-open' })
          take({ key, subject, end, row, ...sheet, record })
        }
      }
      rejections.sort((a, b) => a.row - b.row)
      return { format, encoding, rowsIn, rejections, duplicates, notes: [...notes.values()] }
    },
  }
}
