/** One file of enterprise credit → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { FormatError } from '../formats/error.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import type {
  Adapter,
  Cell,
  Duplicate,
  NormaliseInput,
  NormaliseResult,
  RowFault,
  Table,
  TakeRecord,
} from '../types.ts'
import { shown } from '../water/reject.ts'
import { authorityInName } from './authority.ts'
import { type Columns, readColumns } from './columns.ts'
import { rowReader, yearInName } from './row.ts'
import type { CreditSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.0.0'

/** A row already taken, to tell an exact duplicate from another rating of the same key. */
interface Taken {
  readonly row: number
  readonly header: readonly string[]
  readonly cells: readonly Cell[]
}

function sameCells<T extends Cell>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((cell, at) => cell === b[at]))
}

function missingColumns(side: CreditSide, { name }: Table, { fields }: Columns): string[] {
  const stated = fields.authorityLevel !== undefined || fields.authority !== undefined
  return [
    ...(fields.name === undefined ? ['企业名称'] : []),
    ...(fields.code === undefined ? ['统一社会信用代码'] : []),
    ...(fields.year === undefined && yearInName(name) === undefined ? ['评价年度'] : []),
    ...(fields.level === undefined && fields.status === undefined ? ['评价等级'] : []),
    ...(!stated && authorityInName(side, name) === undefined ? ['级别'] : []),
  ]
}

interface CreditTable {
  readonly table: Table
  readonly columns: Columns
}

/** The tables with the columns a record needs; others are passed over. Throws `columns-missing` when none has them. */
function creditTables(
  side: CreditSide,
  tables: readonly Table[],
  ignore: (table: Table) => void,
): readonly CreditTable[] {
  const held: CreditTable[] = []
  let nearest: (CreditTable & { readonly missing: readonly string[] }) | null = null
  for (const table of tables) {
    const columns = readColumns(table.header)
    const missing = missingColumns(side, table, columns)
    if (missing.length === 0) {
      held.push({ table, columns })
      continue
    }
    ignore(table)
    if (!nearest || missing.length < nearest.missing.length) nearest = { table, columns, missing }
  }
  if (held.length === 0 && nearest) throw columnsMissing(nearest.table, nearest.columns, nearest.missing)
  return held
}

function columnsMissing(
  { header, firstRow }: Table,
  { performance }: Columns,
  missing: readonly string[],
): FormatError {
  const other =
    performance === null
      ? { zh: '', en: '' }
      : {
          zh: `；「${shown(performance)}」是重污染天气绩效分级，不是环境信用等级`,
          en: `; ${shown(performance)} is the performance grade of heavy-pollution weather, no level of environmental credit`,
        }
  return new FormatError(
    'columns-missing',
    {
      zh: `缺少列：${missing.join('、')}；表头为：${header.join('、')}${other.zh}`,
      en: `Missing columns: ${missing.join(', ')}; the header reads: ${header.join(', ')}${other.en}`,
    },
    { row: Math.max(firstRow - 1, 1) },
  )
}

function noteHeadings({ columns }: CreditTable, notes: Map<string, Note>): void {
  for (const heading of columns.ignored)
    notes.set(`ignored ${heading}`, { rule: 'column-ignored', sent: shown(heading) })
  for (const heading of columns.repeated)
    notes.set(`repeated ${heading}`, { rule: 'column-repeated', sent: shown(heading) })
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
export function creditAdapter(side: CreditSide): Adapter<CreditRecord> {
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/credit`,
    version: VERSION,
    party: side.party,
    contract: 'enterprise-credit',
    register: 'divisions',
    normalise(input: NormaliseInput, take: TakeRecord<CreditRecord>): NormaliseResult {
      const { bytes, mediaType, limits, registry, at: latest } = input
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
      for (const found of creditTables(side, tables, ignore)) {
        const { table, columns } = found
        noteHeadings(found, notes)
        const sheet = table.name === '' ? {} : { sheet: table.name }
        const { header } = table
        const readRow = rowReader({ side, columns, header, table: table.name, registry, at: latest })
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
          const before = taken.get(key)
          const same = before?.find((one) => sameCells(one.cells, cells) && sameCells(one.header, header))
          if (same) {
            duplicates.push({ row, of: same.row, ...sheet })
            continue
          }
          if (before) {
            outcome.notes.push({ rule: 'key-repeated' })
            before.push({ row, header, cells })
          } else taken.set(key, [{ row, header, cells }])
          take({ key, subject, end, row, ...sheet, record })
        }
      }
      rejections.sort((a, b) => a.row - b.row)
      return { format, encoding, rowsIn, rejections, duplicates, notes: [...notes.values()] }
    },
  }
}
