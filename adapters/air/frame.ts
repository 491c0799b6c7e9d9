/** HJ 212 messages of air stations: which are rows of this contract, what their codes mean, and in which units they are. Standards §6.2, §6.4. */
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import type { Averaging, Pollutant } from '../../contracts/standards/air-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { DATA_COMMANDS, SYSTEMS } from '../formats/hj212-words.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell, CellNote } from '../types.ts'
import type { FieldReader } from './cells.ts'
import type { ObservationField, PollutantColumn } from './observation-columns.ts'
import type { PollutantHeading } from './pollutants.ts'

const CODES: ReadonlyMap<string, Pollutant> = new Map<string, Pollutant>([
  ['a05024', 'o3'],
  ['a21004', 'no2'],
  ['a21005', 'co'],
  ['a21026', 'so2'],
  ['a34002', 'pm10'],
  ['a34004', 'pm25'],
])

/** The pollutant a code means, in the contract's own unit; null for codes of others (weather, TSP, NOx) and for what is no code. */
export function codeHeading(heading: string): PollutantHeading | null {
  const pollutant = CODES.get(heading.trim().toLowerCase())
  if (pollutant === undefined) return null
  // A mean of the whole day, as CN=2031 has it, is not the maximum of eight hours that a day is judged by.
  return { pollutant, averaging: pollutant === 'o3' ? '1h' : null, maximum: false, unit: null }
}

const AVERAGINGS: ReadonlyMap<string, Averaging> = new Map<string, Averaging>([
  ['2031', '24h'],
  ['2061', '1h'],
])

/** The averaging of a command; undefined for one whose data is of no averaging of the contract. */
export function commandAveraging(command: string): Averaging | undefined {
  return AVERAGINGS.get(command)
}

/** The rejection of a message of another system or command; null for one of this contract, and for rows that are no messages. */
export function frameRejection(
  fields: FieldReader<ObservationField>,
  cells: readonly Cell[],
  row: number,
): Rejection | null {
  const system = fields.text(cells, 'system')
  if (system !== '' && system !== '22') {
    return reject(row, 'frame-outside', fields.heading('system'), system, {
      zh: `ST=${system}${named(SYSTEMS.get(system))}不是空气质量监测（22）`,
      en: `The system ST=${system} is not air quality (22)`,
    })
  }
  const command = fields.text(cells, 'command')
  if (command !== '' && !AVERAGINGS.has(command)) {
    return reject(row, 'frame-outside', fields.heading('command'), command, {
      zh: `CN=${command}${named(DATA_COMMANDS.get(command)?.title)}不是小时（2061）或日数据（2031）；实时和分钟数据不是契约约定的平均时段`,
      en: `CN=${command} is neither hourly (2061) nor daily data (2031); real-time and minute data are of no averaging of the contract`,
    })
  }
  return null
}

function named(title: string | undefined): string {
  return title === undefined ? ' ' : `（${title}）`
}

/** A message without a result of any of the six pollutants; the ozone of a day is none, see `codeHeading`. */
export function noPollutant(row: number): Rejection {
  return reject(row, 'frame-outside', 'CP', '', {
    zh: '报文中没有六项污染物在该平均时段的结果（日数据的臭氧均值不是日最大 8 小时平均）',
    en: 'The message has no result of the six pollutants for its averaging (a daily mean of ozone is not the maximum of its 8-hour means)',
  })
}

/** How many figures it takes to tell by their size that a message is in another unit. */
const FEWEST = 3

/**
 * The rejection of a message that cannot be in the units of ambient air; null for one that may. No unit is sent, and none is
 * guessed: where all figures but that of CO are below 1 μg/m³, they are in mg/m³ and the device must be put right.
 */
export function frameUnitRejection(results: AirObservationRecord['results'], row: number): Rejection | null {
  const { co: _, ...others } = results
  const values = Object.values(others).flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length < FEWEST || values.some((value) => value <= 0 || value >= 1)) return null
  return unitRejection(
    row,
    values.join(),
    `各项浓度 ${values.join('、')} 都小于 1`,
    `The figures ${values.join(', ')} are all below 1`,
  )
}

/** The same of a figure of CO that is too large for mg/m³. */
export function frameCoRejection(row: number, value: string): Rejection {
  return unitRejection(row, value, `CO 为 ${value}`, `CO is ${value}`)
}

function unitRejection(row: number, value: string, zh: string, en: string): Rejection {
  return reject(row, 'frame-unit-doubtful', 'CP', value, {
    zh: `${shown(zh)}，不可能是环境空气报文的单位（μg/m³，CO 为 mg/m³）`,
    en: `${shown(en)}, which cannot be in the units of ambient air (μg/m³, mg/m³ for CO)`,
  })
}

/** What the reader of frames did to figures that the record has. */
export function frameNotes(
  columns: readonly PollutantColumn[],
  results: AirObservationRecord['results'],
  notes: readonly CellNote[] = [],
): readonly Note[] {
  return notes.flatMap(({ pointer, rule, sent }) => {
    const column = columns.find(({ heading }) => heading === pointer)
    return column && results[column.pollutant]
      ? [{ field: `/results/${column.pollutant}`, rule, sent: shown(sent) }]
      : []
  })
}
