/** One forecast file → canonical records, notes, rejections and duplicates: a bulletin in sentences, tables, or both. Both sides' adapters are this one with their own words. */
import type { AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import { FormatError } from '../formats/error.ts'
import { isLines, PROSE_HEADING } from '../formats/prose.ts'
import { readTables } from '../formats/read.ts'
import { type RowCounter, rowCounter, rowNumber } from '../formats/row.ts'
import { type ChosenTable, chooseTables } from '../tables/choose.ts'
import { type FileOutcome, fileOutcome, noteColumns } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter, Table } from '../types.ts'
import { areaNames } from './area.ts'
import { type BulletinReader, bulletinReader } from './bulletin.ts'
import { cellText } from './cells.ts'
import { dayRowReader, joinSubheadings } from './day-table.ts'
import { type ForecastColumns, forecastColumns, missingForecastColumns } from './forecast-columns.ts'
import { forecastForm } from './forecast-form.ts'
import { type ForecastBuilder, forecastBuilder } from './forecast-record.ts'
import { forecastRowReader } from './forecast-row.ts'
import type { IssueWords } from './issued.ts'
import { type AirSide, sideName } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.3.0'

/** Sentences passed over that are noted one by one; of the others, how many. */
const MOST_PASSED = 64

type Outcome = FileOutcome<AirForecastRecord>

/** What one file is read by. */
interface Reading {
  readonly at: number
  readonly build: ForecastBuilder
  readonly outcome: Outcome
  readonly passed: Set<string>
  /** Where days stand side by side each counts as a row. */
  readonly counter: RowCounter
}

/** How many rows the lines gave: one is a forecast of one area and day, or one sentence that was refused; `row` is its line. */
function readBulletin(table: Table, bulletin: BulletinReader, { build, outcome, passed }: Reading): number {
  let found = 0
  for (const [index, cells] of table.rows.entries()) {
    const row = rowNumber(table, index)
    const open = table.openEnd === true && index === table.rows.length - 1
    for (const item of bulletin.read(cellText(cells[0]), row, open)) {
      if (item.kind === 'passed') {
        passed.add(item.sentence)
        if (passed.size <= MOST_PASSED)
          outcome.note(`passed ${item.sentence}`, { rule: 'sentence-ignored', sent: shown(item.sentence) })
        else outcome.note('passed', { rule: 'sentences-ignored', sent: String(passed.size - MOST_PASSED) })
        continue
      }
      found += 1
      const place = { row, sheet: table.name, header: table.header }
      if (item.kind === 'rejection') outcome.add(item.rejection, { ...place, cells: [item.sentence] })
      else {
        const { draft } = item
        const cells = [draft.text, draft.area.area, draft.dayText, draft.issuedText]
        outcome.add(
          build(draft, row, () => PROSE_HEADING),
          { ...place, cells },
        )
      }
    }
  }
  return found
}

function readTable(
  { table, columns }: ChosenTable<ForecastColumns>,
  issue: IssueWords,
  { at, build, outcome, counter }: Reading,
): void {
  const { header, name: sheet } = table
  noteColumns(columns, outcome)
  for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
  const rows = forecastRowReader(columns, header, at, issue)
  const days = columns.days.length > 0 ? dayRowReader(columns, header, at, issue) : null
  for (const [index, cells] of table.rows.entries()) {
    const row = rowNumber(table, index)
    const open = table.openEnd === true && index === table.rows.length - 1
    const readings = days?.(cells, row, open) ?? [
      { draft: rows.read(cells, row, open), heading: rows.heading, header, cells },
    ]
    for (const { draft, heading, ...told } of readings) {
      if (days) counter.add(row)
      outcome.add('type' in draft ? draft : build(draft, row, heading), { row, sheet, ...told })
    }
  }
}

function noForecast(): FormatError {
  return new FormatError('no-table', {
    zh: '文字中没有一句预报，例：成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10',
    en: 'the text holds no forecast, such as 成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10',
  })
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function forecastAdapter(side: AirSide): Adapter<AirForecastRecord> {
  return {
    id: `${sideName(side.party)}/air-forecast`,
    version: VERSION,
    party: side.party,
    contract: 'air-forecast',
    register: 'divisions',
    form: forecastForm(side),
    reshape: joinSubheadings,
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const hasText = format.format === 'text' || format.format === 'docx'
      const isText = (table: Table): boolean => hasText && isLines(table)
      const outcome = fileOutcome(take)
      const build = forecastBuilder(side, registry, at)
      const reading: Reading = { at, build, outcome, passed: new Set(), counter: rowCounter(limits) }
      const bulletin = bulletinReader({ at, heading: PROSE_HEADING, limits, isArea: areaNames(side, registry) })
      const grids = tables.filter((table) => !isText(table)).map(joinSubheadings)
      const choose = () => chooseTables(grids, forecastColumns, missingForecastColumns, outcome)
      const fits = grids.some(({ header }) => missingForecastColumns(forecastColumns(header)).length === 0)
      const chosen = new Map((fits ? choose() : []).map((one) => [grids.indexOf(one.table), one]))
      let found = 0
      let grid = 0
      // In the order they stand: what a document says above a table holds for it.
      for (const table of tables) {
        const one = isText(table) ? undefined : chosen.get(grid++)
        if (isText(table)) found += readBulletin(table, bulletin, reading)
        else if (one) readTable(one, bulletin.issue(), reading)
      }
      if (!fits && found === 0) {
        if (grids.length > 0) choose()
        throw noForecast()
      }
      if (!fits)
        for (const { name } of grids) outcome.note(`table ${name}`, { rule: 'table-ignored', sent: shown(name) })
      return outcome.result(format)
    },
  }
}
