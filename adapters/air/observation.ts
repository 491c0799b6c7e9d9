/** One observation file → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { fileOutcome, noteColumns } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter } from '../types.ts'
import { areaNames } from './area.ts'
import { frameNotes } from './frame.ts'
import { gatherRows } from './gather.ts'
import { measuredColumns, missingObservationColumns, observationColumns } from './observation-columns.ts'
import { observationForm } from './observation-form.ts'
import { observationRowReader } from './observation-row.ts'
import { type AirSide, sideName } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.3.0'

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function observationAdapter(side: AirSide): Adapter<AirObservationRecord> {
  return {
    id: `${sideName(side.party)}/air-observation`,
    version: VERSION,
    party: side.party,
    contract: 'air-observation',
    register: 'divisions',
    form: observationForm(side),
    reshape: (table, registry, limits) =>
      registry.id === 'divisions' ? gatherRows(table, areaNames(side, registry), limits).table : table,
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const isArea = areaNames(side, registry)
      const gathered = tables.map((table) => {
        const made = gatherRows(table, isArea, limits)
        for (const heading of made.ignored)
          outcome.note(`ignored ${heading}`, { rule: 'column-ignored', sent: shown(heading) })
        return made.table
      })
      for (const { table, columns } of chooseTables(gathered, observationColumns, missingObservationColumns, outcome)) {
        const { header, name: sheet } = table
        noteColumns(columns, outcome)
        for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
        const noted = new Set<string>()
        const readRow = observationRowReader({ side, columns, header, sparse: table.sparse === true, registry, at })
        for (const [index, cells] of table.rows.entries()) {
          const row = rowNumber(table, index)
          const made = readRow(cells, row, table.openEnd === true && index === table.rows.length - 1)
          if (!('type' in made))
            made.notes.push(...frameNotes(columns.pollutants, made.record.results, table.cellNotes?.get(index)))
          // Sliding means and maxima beside the hour's own are worked out from the hours; they are not kept twice.
          if (!('type' in made) && !noted.has(made.record.averaging)) {
            noted.add(made.record.averaging)
            for (const heading of measuredColumns(columns.pollutants, made.record.averaging).derived)
              outcome.note(`derived ${heading}`, { rule: 'column-derived', sent: shown(heading) })
          }
          outcome.add(made, { row, sheet, header, cells })
        }
      }
      return outcome.result(format)
    },
  }
}
