/** One water-section file → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { FormatError } from '../formats/error.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import type { Adapter, Cell, Duplicate, NormaliseInput, NormaliseResult, Table, TakeRecord } from '../types.ts'
import { type Columns, readColumns } from './columns.ts'
import { rowReader } from './row.ts'
import type { WaterSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.0.0'

/** Cells as one string, equal exactly when the rows are. */
function fingerprint(row: readonly Cell[]): string {
  let text = ''
  for (const cell of row) text += `${cell === null ? '' : cell}\u001f`
  return text
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

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function waterAdapter(side: WaterSide): Adapter<WaterSectionRecord> {
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/water`,
    version: VERSION,
    party: side.party,
    contract: 'water-section-quality',
    normalise(input: NormaliseInput, take: TakeRecord<WaterSectionRecord>): NormaliseResult {
      const read = readTables(input.bytes, {
        limits: input.limits,
        ...(input.mediaType === undefined ? {} : { mediaType: input.mediaType }),
      })
      const rejections: Rejection[] = []
      const duplicates: Duplicate[] = []
      const notes = new Map<string, Note>()
      const seen = new Map<string, number>()
      const keys = new Set<string>()
      let rowsIn = 0
      const ignore = (table: Table): void => {
        notes.set(`table ${table.name}`, { rule: 'table-ignored', sent: table.name })
      }
      for (const { table, columns } of waterTables(read.tables, ignore)) {
        for (const heading of columns.ignored)
          notes.set(`ignored ${heading}`, { rule: 'column-ignored', sent: heading })
        for (const heading of columns.repeated)
          notes.set(`repeated ${heading}`, { rule: 'column-repeated', sent: heading })
        const sheet = table.name === '' ? {} : { sheet: table.name }
        const readRow = rowReader({ side, columns, header: table.header, registry: input.registry, at: input.at })
        rowsIn += table.rows.length + (table.faults?.length ?? 0)
        for (const fault of table.faults ?? []) {
          const { row, code, pointer, value, detail } = fault
          rejections.push({
            row,
            ...sheet,
            type: code,
            detail,
            ...(pointer ? { pointer } : {}),
            ...(value ? { value } : {}),
          })
        }
        for (const [at, cells] of table.rows.entries()) {
          const row = rowNumber(table, at)
          const print = fingerprint(cells)
          const first = seen.get(print)
          if (first !== undefined) {
            duplicates.push({ row, of: first, ...sheet })
            continue
          }
          seen.set(print, row)
          const open = table.openEnd === true && at === table.rows.length - 1
          const outcome = readRow(cells, row, open)
          if ('type' in outcome) {
            rejections.push({ ...outcome, ...sheet })
            continue
          }
          if (keys.has(outcome.key)) outcome.notes.push({ rule: 'key-repeated' })
          keys.add(outcome.key)
          const { key, subject, end, record } = outcome
          take({ key, subject, end, row, ...sheet, record })
        }
      }
      return {
        format: read.format,
        encoding: read.encoding,
        rowsIn,
        rejections: rejections.sort((a, b) => a.row - b.row),
        duplicates,
        notes: [...notes.values()],
      }
    },
  }
}
