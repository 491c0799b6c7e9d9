/** States and units of air concentrations: gases at 298.15 K since 2018-09-01, at 273.15 K before; particles as measured (GB 3095-2012, amendment). */
import type { AirQualityStandard, GasState, Pollutant } from '../../contracts/standards/air-types.ts'
import { dayNumber } from './civil-date.ts'
import { decimal, divideHalfEven, formatDecimal, powerOfTen } from './decimal.ts'
import { convertUnit } from './units.ts'

/** A figure, and the rules that changed it, for the record's notes. */
export interface Changed {
  readonly rules: readonly string[]
  readonly value: string
}

const PARTICLES: ReadonlySet<Pollutant> = new Set<Pollutant>(['pm10', 'pm25'])

/** The state gases are told at on a civil day (`2018-09-01`); RangeError when it is no day, or the standard has none for it. */
export function gasStateOn(date: string, standard: AirQualityStandard): GasState {
  dayNumber(date)
  const state = standard.gasStates.find(
    ({ from, to }) => (from === null || date >= from) && (to === null || date <= to),
  )
  if (!state) throw new RangeError(`expected a day ${standard.id} has a state of gases for, got ${date}`)
  return state
}

/**
 * A concentration told at another state, by the ratio of temperatures: the same gas fills more space when warmer, so that `100` at 273.15 K is `91.6`
 * at 298.15 K. Rounded once, half to even, to `places`; the rule is `gas-state-converted`. Particles, and gases already at that state, stay as they are.
 * The pressures must be the same, or one not known; RangeError otherwise.
 */
export function convertGasState(
  pollutant: Pollutant,
  concentration: string,
  from: GasState,
  to: GasState,
  places: number,
): Changed {
  const value = decimal(concentration)
  if (PARTICLES.has(pollutant) || from.temperature === to.temperature) return { rules: [], value: concentration }
  if (from.pressure !== null && to.pressure !== null && from.pressure !== to.pressure)
    throw new RangeError(`expected states of one pressure, got ${from.pressure} and ${to.pressure} hPa`)
  const [warm, cold] = [decimal(from.temperature), decimal(to.temperature)]
  const numerator = value.units * warm.units * powerOfTen(cold.scale)
  const denominator = powerOfTen(value.scale + warm.scale) * cold.units
  return { rules: ['gas-state-converted'], value: formatDecimal(divideHalfEven(numerator, denominator, places)) }
}

/**
 * A concentration in the standard's unit, every digit kept: CO `1300` μg/m³ is `1.300` mg/m³, by the rule `unit-converted`.
 * Undefined when the unit is not known or measures something else.
 */
export function toAirUnit(
  pollutant: Pollutant,
  concentration: string,
  unit: string,
  standard: { readonly units: Readonly<Record<Pollutant, string>> },
): Changed | undefined {
  const value = convertUnit(concentration, unit, standard.units[pollutant])
  if (value === undefined) return undefined
  return { rules: value === concentration ? [] : ['unit-converted'], value }
}
