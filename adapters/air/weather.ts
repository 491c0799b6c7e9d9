/** One file of forecast weather → canonical records, notes, rejections and duplicates; a table of the forecast that has such columns beside the AQI is one too. */
import type { AirWeatherRecord } from '../../contracts/air-weather/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { fileOutcome, noteColumns, type ReadRow } from '../tables/outcome.ts'
import { reject } from '../tables/reject.ts'
import type { Adapter, Cell } from '../types.ts'
import { fieldReader } from './cells.ts'
import { headReader } from './forecast-head.ts'
import { headRow, unstatedIssue } from './head-row.ts'
import { type AirSide, sideName } from './side.ts'
import { missingWeatherColumns, type WeatherColumns, type WeatherField, weatherColumns } from './weather-columns.ts'
import { weatherForm } from './weather-form.ts'
import { conditionsOf, originatorOf, rowText } from './weather-row.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.1.0'

type ReadWeather = (cells: readonly Cell[], row: number, open: boolean) => ReadRow<AirWeatherRecord> | Rejection

function rowReader(
  side: AirSide,
  registry: DivisionRegistry,
  at: number,
): (columns: WeatherColumns, header: readonly string[]) => ReadWeather {
  const readHead = headReader(side, registry, at)
  const issue = unstatedIssue(at)

  return (columns, header) => {
    const fields = fieldReader<WeatherField>(columns.fields, header)
    return (cells, row, open) => {
      const found: Note[] = open ? [{ rule: 'last-line-open' }] : []
      const conditions = conditionsOf(columns, fields, cells, row, found)
      if (conditions === null) {
        return reject(row, 'weather-empty', fields.heading('phenomenon'), rowText(cells), {
          zh: '这一行没有任何一项气象条件',
          en: 'The row tells nothing of the weather',
        })
      }
      if ('type' in conditions) return conditions
      const draft = headRow(fields, cells, row, { at, issue, notes: found })
      if ('type' in draft) return draft
      const head = readHead({ ...draft, notes: found }, (type, part, value, detail) =>
        reject(row, type, fields.heading(part), value, detail),
      )
      if ('type' in head) return head
      const { area, end, horizonHours, issued, key, notes, validDate } = head
      const originator = originatorOf(draft.office)
      if (originator === null) notes.push({ field: '/originator', rule: 'originator-not-stated' })
      const record: AirWeatherRecord = {
        area,
        conditions,
        horizonHours,
        issued,
        issuer: { office: draft.office, party: side.party },
        notes,
        originator,
        publication: 'none',
        validDate,
      }
      return { key, subject: area.id, end, record, notes }
    }
  }
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function weatherAdapter(side: AirSide): Adapter<AirWeatherRecord> {
  return {
    id: `${sideName(side.party)}/air-weather`,
    version: VERSION,
    party: side.party,
    contract: 'air-weather',
    register: 'divisions',
    form: weatherForm(side),
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const readerOf = rowReader(side, registry, at)
      for (const { table, columns } of chooseTables(tables, weatherColumns, missingWeatherColumns, outcome)) {
        const { header, name: sheet } = table
        noteColumns(columns, outcome)
        for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
        const readRow = readerOf(columns, header)
        for (const [index, cells] of table.rows.entries()) {
          const row = rowNumber(table, index)
          const open = table.openEnd === true && index === table.rows.length - 1
          outcome.add(readRow(cells, row, open), { row, sheet, header, cells })
        }
      }
      return outcome.result(format)
    },
  }
}
