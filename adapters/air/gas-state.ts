/** The temperature and pressure that a row's gases are told at: as stated, else by the rule of the day (GB 3095-2012, its amendment of 2018-09-01). */
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import type { GasState } from '../../contracts/standards/air-types.ts'
import { AIR_QUALITIES } from '../../contracts/standards/index.ts'
import { gasStateOn } from '../standards/air.ts'

/** A state, frozen, and the rule to note when it is not the day's own. */
export interface GasFinding {
  readonly state: AirObservationRecord['referenceState']
  readonly rule: 'reference-state-unreadable' | 'reference-state-differs' | null
}

const STATES: readonly (readonly [RegExp, string])[] = [
  [/参比|298/, '298.15'],
  [/标准状态|标况|标态|273/, '273.15'],
]

/** The state on a civil day; `sent` is what the row says of it, empty when it says nothing. */
export function gasFinding(day: string, sent: string): GasFinding {
  const quality = AIR_QUALITIES.find(({ inForce: { to } }) => to === null || day <= to)
  const byDate = quality ? gasStateOn(day, quality) : null
  if (sent === '') return { state: byDate && view('date', byDate), rule: null }
  const stated = statedState(sent)
  if (stated === null) return { state: null, rule: 'reference-state-unreadable' }
  const differs = stated.temperature !== byDate?.temperature
  return { state: view('stated', stated), rule: differs ? 'reference-state-differs' : null }
}

function view(basis: 'date' | 'stated', { pressure, temperature }: GasState): AirObservationRecord['referenceState'] {
  return Object.freeze({ basis, pressure, temperature })
}

/** The state that words mean, one of those the standards know. */
function statedState(text: string): GasState | null {
  const temperature = STATES.find(([words]) => words.test(text))?.[1]
  const states = AIR_QUALITIES.flatMap(({ gasStates }) => gasStates)
  return states.find((state) => state.temperature === temperature) ?? null
}
