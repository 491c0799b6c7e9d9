/** Chongqing's air observations → canonical records: stations, the municipality and its districts, by hour and by day. */
import { observationAdapter } from '../air/observation.ts'
import { CHONGQING_AIR } from './air.ts'

/** The adapter of `cq` for `air-observation`. */
export const chongqingAirObservation = observationAdapter(CHONGQING_AIR)
