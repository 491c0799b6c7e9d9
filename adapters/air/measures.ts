/** The concentrations of a row, in the record's key order, and their digits for the index; or the first cell that is no figure. */
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import type { AirValues, Averaging, Pollutant } from '../../contracts/standards/air-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
import type { Cell } from '../types.ts'
import { figureRejection } from './faults.ts'
import { type AirFigure, readConcentration } from './figure.ts'
import { frameCoRejection, frameUnitRejection, noPollutant } from './frame.ts'
import { type MeasuredColumns, measuredColumns, type PollutantColumn } from './observation-columns.ts'

/** What a row measured; `values` are those that can enter an index. */
export interface Measures {
  readonly results: AirObservationRecord['results']
  readonly values: AirValues
}

/**
 * Reads a row's figures of one averaging; adds to `notes`, once a rule. Air repeats itself: a cell read once is not read again.
 * In a sparse table, of messages, a pollutant that was not sent is no result, and the units are those of the protocol.
 */
export function measuresReader(
  pollutants: readonly PollutantColumn[],
  sparse = false,
): (cells: readonly Cell[], averaging: Averaging, row: number, notes: Note[]) => Measures | Rejection {
  const chosen = new Map<Averaging, MeasuredColumns>()
  const figures = pollutants.map(() => new Map<Cell, AirFigure>())

  function columnsOf(averaging: Averaging): MeasuredColumns {
    const known = chosen.get(averaging)
    if (known) return known
    const made = measuredColumns(pollutants, averaging)
    chosen.set(averaging, made)
    return made
  }

  function figureOf(cell: Cell, column: PollutantColumn): AirFigure {
    const known = figures[pollutants.findIndex(({ at }) => at === column.at)]
    const before = known?.get(cell)
    if (before) return before
    const made = readConcentration(cell, column.pollutant, column.unit)
    if (made.result) Object.freeze(made.result)
    known?.set(cell, made)
    return made
  }

  return (cells, averaging, row, notes) => {
    const results: Partial<Record<Pollutant, Result>> = {}
    const values: Partial<Record<Pollutant, Partial<Record<Averaging, string>>>> = {}
    const rules = new Set<string>()
    let any = false
    for (const column of columnsOf(averaging).taken) {
      const { pollutant, heading, unit } = column
      const cell = cells[column.at] ?? null
      if (sparse && cell === null) continue
      const figure = figureOf(cell, column)
      const { result, digits } = figure
      if (sparse && figure.fault === 'co-unit-doubtful') return frameCoRejection(row, figure.text)
      if (result === null) return figureRejection(row, heading, unit, figure)
      results[pollutant] = result
      for (const rule of figure.rules) rules.add(rule)
      if (digits === null) continue
      any = true
      if (column.rule) rules.add(column.rule)
      // Below 0 the contract refuses the record; there is no index to make of it.
      const ofDay = averaging === '24h' && pollutant === 'o3'
      if (Number(digits) >= 0) values[pollutant] = { [ofDay ? '8h' : averaging]: digits }
    }
    if (sparse) {
      const refused = Object.keys(results).length === 0 ? noPollutant(row) : frameUnitRejection(results, row)
      if (refused) return refused
      notes.push({ field: '/results', rule: 'unit-of-ambient-air' })
    }
    for (const rule of rules) notes.push({ field: '/results', rule })
    if (!any) notes.push({ field: '/results', rule: 'no-figure' })
    return { results, values }
  }
}
