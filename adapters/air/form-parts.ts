/** Columns that forms of air share: areas by name out of the register, the six pollutants, classes. */
import type { Pollutant } from '../../contracts/standards/air-types.ts'
import { airIndexById } from '../../contracts/standards/index.ts'
import { divisionNames, FIRST, type FormPart } from '../tables/form.ts'
import type { AreaField } from './area-fault.ts'
import { parsePollutantHeading } from './pollutants.ts'
import type { AirSide } from './side.ts'

/** The six, in the order of the standard's table, as columns head them; the units are those of the contracts. */
const POLLUTANTS: readonly (readonly [Pollutant, string, string])[] = [
  ['pm25', 'PM2.5', 'μg/m³'],
  ['pm10', 'PM10', 'μg/m³'],
  ['so2', 'SO2', 'μg/m³'],
  ['no2', 'NO2', 'μg/m³'],
  ['co', 'CO', 'mg/m³'],
  ['o3', 'O3', 'μg/m³'],
]

/** What primary pollutants are called. */
export const PRIMARY_WORDS: readonly string[] = POLLUTANTS.map(([, name]) => name)
/** Classes in words, 优 to 严重污染. */
export const CLASS_WORDS: readonly string[] = airIndexById('HJ 633-2026').classes.map(({ title }) => title.zh)
/** The fictional figures of an example row. */
export type Figures = Readonly<Partial<Record<Pollutant, string>>>

/** The column of the city, which a row is of; Chongqing heads its districts so as well. */
export function cityPart({ party, cities, areas }: AirSide, pointer: string): FormPart<AreaField> {
  const kinds = cities.flat().filter((kind) => kind !== 'zone' && (party === 'cq' || kind === 'city'))
  const named = divisionNames(party, kinds)
  return {
    field: 'city',
    pointer,
    need: 'either',
    choices: (registry) => [...named(registry), ...areas.keys()],
    example: FIRST,
  }
}

/** A column of each pollutant. */
export function pollutantParts(base: string, need: 'may' | 'either', figures: Figures): readonly FormPart<Pollutant>[] {
  return POLLUTANTS.map(([field, , unit]) => ({
    field,
    pointer: `${base}/${field}`,
    need,
    kind: 'figure',
    unit,
    example: figures[field] ?? '',
  }))
}

/** Whether a field is a pollutant. */
export function isPollutant(field: string): field is Pollutant {
  return POLLUTANTS.some(([pollutant]) => pollutant === field)
}

/** How a pollutant is headed, without its unit. */
export function pollutantHeading(pollutant: Pollutant): string {
  return POLLUTANTS.find(([one]) => one === pollutant)?.[1] ?? pollutant
}

/** The pollutant a heading means, whatever its averaging. */
export function pollutantOf(heading: string): Pollutant | undefined {
  return parsePollutantHeading(heading)?.pollutant
}
