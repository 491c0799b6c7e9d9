/** One file of enterprises → canonical records, notes, rejections and duplicates; what a row becomes is the contract's own. */
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Rejection } from '../../contracts/types.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { fileOutcome, type ReadRow } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter, Cell, TableForm } from '../types.ts'
import { type Columns, type Headings, readColumns } from './columns.ts'
import type { RiskSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.3.0'

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
  readonly form: TableForm
  /** Whether substances may have columns of their own. */
  readonly numbered: boolean
  rows(options: RowOptions): RowReader<R>
}

function missingColumns({ fields }: Columns): string[] {
  return [
    ...(fields.name ? [] : ['企业名称']),
    ...(fields.code ? [] : ['统一社会信用代码']),
    ...(fields.division || fields.divisionCode ? [] : ['所在区县或行政区划代码']),
  ]
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
    form: dataset.form,
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const { headings, numbered } = dataset
      const read = (header: readonly string[]) => readColumns(header, headings, numbered)
      for (const { table, columns } of chooseTables(tables, read, missingColumns, outcome)) {
        const { header, name: sheet } = table
        for (const { rule, heading } of columns.idle) outcome.note(`${rule} ${heading}`, { rule, sent: shown(heading) })
        for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
        const readRow = dataset.rows({ side, columns, registry, at })
        for (const [index, cells] of table.rows.entries()) {
          const row = rowNumber(table, index)
          const made = readRow(cells, row)
          const open = table.openEnd === true && index === table.rows.length - 1
          if (open && !('type' in made)) made.notes.push({ rule: 'last-line-open' })
          outcome.add(made, { row, sheet, header, cells })
        }
      }
      return outcome.result(format)
    },
  }
}
