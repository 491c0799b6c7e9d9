/** One forecast file → canonical records, notes, rejections and duplicates: a bulletin in sentences, or a table. Both sides' adapters are this one with their own words. */
import type { AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import { FormatError } from '../formats/error.ts'
import { PROSE_HEADING } from '../formats/prose.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { type FileOutcome, fileOutcome } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter, NormaliseInput, Table } from '../types.ts'
import { areaNames } from './area.ts'
import { bulletinReader } from './bulletin.ts'
import { cellText } from './cells.ts'
import { type ForecastColumns, forecastColumns, missingForecastColumns } from './forecast-columns.ts'
import { type ForecastBuilder, forecastBuilder } from './forecast-record.ts'
import { forecastRowReader } from './forecast-row.ts'
import { type AirSide, sideName } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.0.0'

/** Sentences passed over that are noted one by one; of the others, how many. */
const MOST_PASSED = 64

type Outcome = FileOutcome<AirForecastRecord>

/** A row of a bulletin is one forecast of one area and day, or one sentence that was refused; `row` is its line. */
function readBulletin(
  table: Table,
  { at, limits }: Pick<NormaliseInput, 'at' | 'limits'>,
  isArea: (name: string) => boolean,
  build: ForecastBuilder,
  outcome: Outcome,
): void {
  const readLine = bulletinReader({ at, heading: PROSE_HEADING, limits, isArea })
  let found = 0
  const passed = new Set<string>()
  for (const [index, cells] of table.rows.entries()) {
    const row = rowNumber(table, index)
    const open = table.openEnd === true && index === table.rows.length - 1
    for (const item of readLine(cellText(cells[0]), row, open)) {
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
  if (found > 0) return
  throw new FormatError('no-table', {
    zh: '文字中没有一句预报，例：成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10',
    en: 'the text holds no forecast, such as 成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10',
  })
}

function readTable(table: Table, columns: ForecastColumns, at: number, build: ForecastBuilder, outcome: Outcome): void {
  const { header, name: sheet } = table
  for (const heading of columns.ignored)
    outcome.note(`ignored ${heading}`, { rule: 'column-ignored', sent: shown(heading) })
  for (const heading of columns.repeated)
    outcome.note(`repeated ${heading}`, { rule: 'column-repeated', sent: shown(heading) })
  for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
  const rows = forecastRowReader(columns, header, at)
  for (const [index, cells] of table.rows.entries()) {
    const row = rowNumber(table, index)
    const draft = rows.read(cells, row, table.openEnd === true && index === table.rows.length - 1)
    outcome.add('type' in draft ? draft : build(draft, row, rows.heading), { row, sheet, header, cells })
  }
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function forecastAdapter(side: AirSide): Adapter<AirForecastRecord> {
  return {
    id: `${sideName(side.party)}/air-forecast`,
    version: VERSION,
    party: side.party,
    contract: 'air-forecast',
    register: 'divisions',
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const build = forecastBuilder(side, registry, at)
      if (format.format === 'text') {
        for (const table of tables) readBulletin(table, { at, limits }, areaNames(side, registry), build, outcome)
      } else {
        const chosen = chooseTables(tables, forecastColumns, missingForecastColumns, outcome)
        for (const { table, columns } of chosen) readTable(table, columns, at, build, outcome)
      }
      return outcome.result(format)
    },
  }
}
