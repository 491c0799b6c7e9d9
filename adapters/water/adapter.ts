/** One water-section file → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { FormatError } from '../formats/error.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import type {
  Adapter,
  Cell,
  CellNote,
  Duplicate,
  NormaliseInput,
  NormaliseResult,
  RowFault,
  Table,
  TakeRecord,
} from '../types.ts'
import { type Columns, readColumns } from './columns.ts'
import { shown } from './reject.ts'
import { rowReader } from './row.ts'
import type { WaterSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.0.0'

/** A row already taken, to tell an exact duplicate from another reading of the same key; `before` is the one of that key ahead of it. */
interface Taken {
  readonly before: Taken | undefined
  readonly row: number
  readonly header: readonly string[]
  readonly cells: readonly Cell[]
}

function sameCells<T extends Cell>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((cell, at) => cell === b[at]))
}

interface WaterTable {
  readonly table: Table
  readonly columns: Columns
}

function missingColumns({ fields, items }: Columns): string[] {
  return [
    ...(fields.section === undefined && fields.mn === undefined ? ['断面名称'] : []),
    ...(fields.time === undefined ? ['监测时间'] : []),
    ...(items.length === 0 ? ['监测项目'] : []),
  ]
}

/** The tables with the columns a record needs; others (a sheet of explanations, a page's layout) are passed over. Throws `columns-missing` when none has them. */
function waterTables(tables: readonly Table[], ignore: (table: Table) => void): readonly WaterTable[] {
  const held: WaterTable[] = []
  let nearest: { table: Table; missing: string[] } | null = null
  for (const table of tables) {
    const columns = readColumns(table.header)
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

function noteHeadings({ columns }: WaterTable, notes: Map<string, Note>): void {
  for (const heading of columns.ignored)
    notes.set(`ignored ${heading}`, { rule: 'column-ignored', sent: shown(heading) })
  for (const heading of columns.repeated)
    notes.set(`repeated ${heading}`, { rule: 'column-repeated', sent: shown(heading) })
}

/** What the reader of the format did to figures; a column that is no item of the contract says nothing of the record. */
function resultNotes({ items }: Columns, notes: readonly CellNote[] = []): readonly Note[] {
  return notes.flatMap(({ pointer, rule, sent }) => {
    const column = items.find(({ heading }) => heading === pointer)
    return column ? [{ field: `/results/${column.item}`, rule, sent: shown(sent) }] : []
  })
}

/** A row the reader could not read, as a rejection. */
function faultRejection({ row, code, pointer, value, detail }: RowFault): Rejection {
  return {
    row,
    type: code,
    detail,
    ...(pointer ? { pointer: shown(pointer) } : {}),
    ...(value ? { value: shown(value) } : {}),
  }
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function waterAdapter(side: WaterSide): Adapter<WaterSectionRecord> {
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/water`,
    version: VERSION,
    party: side.party,
    contract: 'water-section-quality',
    register: 'sections',
    normalise(input: NormaliseInput, take: TakeRecord<WaterSectionRecord>): NormaliseResult {
      const { bytes, mediaType, limits, registry, at: latest } = input
      if (registry.id !== 'sections') throw new TypeError(`expected the register sections, got ${registry.id}`)
      const { format, encoding, tables } = readTables(
        bytes,
        mediaType === undefined ? { limits } : { limits, mediaType },
      )
      const rejections: Rejection[] = []
      const duplicates: Duplicate[] = []
      const notes = new Map<string, Note>()
      const taken = new Map<string, Taken>()
      let rowsIn = 0
      const ignore = ({ name }: Table): void => {
        notes.set(`table ${name}`, { rule: 'table-ignored', sent: shown(name) })
      }
      for (const found of waterTables(tables, ignore)) {
        const { table, columns } = found
        noteHeadings(found, notes)
        const sheet = table.name === '' ? {} : { sheet: table.name }
        const { header } = table
        const readRow = rowReader({ side, columns, header, sparse: table.sparse === true, registry, at: latest })
        rowsIn += table.rows.length + (table.faults?.length ?? 0)
        for (const fault of table.faults ?? []) rejections.push({ ...faultRejection(fault), ...sheet })
        for (const [at, cells] of table.rows.entries()) {
          const row = rowNumber(table, at)
          const outcome = readRow(cells, row, table.openEnd === true && at === table.rows.length - 1)
          if ('type' in outcome) {
            rejections.push({ ...outcome, ...sheet })
            continue
          }
          const { key, subject, end, record } = outcome
          outcome.notes.push(...resultNotes(columns, table.cellNotes?.get(at)))
          const before = taken.get(key)
          let same = before
          while (same && !(sameCells(same.cells, cells) && sameCells(same.header, header))) same = same.before
          if (same) {
            duplicates.push({ row, of: same.row, ...sheet })
            continue
          }
          if (before) outcome.notes.push({ rule: 'key-repeated' })
          taken.set(key, { before, row, header, cells })
          take({ key, subject, end, row, ...sheet, record })
        }
      }
      rejections.sort((a, b) => a.row - b.row)
      return { format, encoding, rowsIn, rejections, duplicates, notes: [...notes.values()] }
    },
  }
}
