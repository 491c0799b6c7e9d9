/** One water-section file → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { Note } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { fileOutcome, noteColumns } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter, CellNote } from '../types.ts'
import { type Columns, readColumns } from './columns.ts'
import { waterForm } from './form.ts'
import { rowReader } from './row.ts'
import type { WaterSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.4.0'

function missingColumns({ fields, items }: Columns): string[] {
  return [
    ...(fields.section === undefined && fields.mn === undefined ? ['断面名称'] : []),
    ...(fields.time === undefined ? ['监测时间'] : []),
    ...(items.length === 0 ? ['监测项目'] : []),
  ]
}

/** What the reader of the format did to figures; a column that is no item of the contract says nothing of the record. */
function resultNotes({ items }: Columns, notes: readonly CellNote[] = []): readonly Note[] {
  return notes.flatMap(({ pointer, rule, sent }) => {
    const column = items.find(({ heading }) => heading === pointer)
    return column ? [{ field: `/results/${column.item}`, rule, sent: shown(sent) }] : []
  })
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function waterAdapter(side: WaterSide): Adapter<WaterSectionRecord> {
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/water`,
    version: VERSION,
    party: side.party,
    contract: 'water-section-quality',
    register: 'sections',
    form: waterForm(side),
    normalise({ bytes, mediaType, limits, registry, at: latest }, take) {
      if (registry.id !== 'sections') throw new TypeError(`expected the register sections, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      for (const { table, columns } of chooseTables(tables, readColumns, missingColumns, outcome)) {
        const { header, name: sheet } = table
        noteColumns(columns, outcome)
        for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
        const readRow = rowReader({ side, columns, header, sparse: table.sparse === true, registry, at: latest })
        for (const [at, cells] of table.rows.entries()) {
          const row = rowNumber(table, at)
          const made = readRow(cells, row, table.openEnd === true && at === table.rows.length - 1)
          if (!('type' in made)) made.notes.push(...resultNotes(columns, table.cellNotes?.get(at)))
          outcome.add(made, { row, sheet, header, cells })
        }
      }
      return outcome.result(format)
    },
  }
}
