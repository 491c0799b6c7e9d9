/** Sichuan's air observations → canonical records: stations, cities and counties, by hour and by day. */
import { observationAdapter } from '../air/observation.ts'
import { SICHUAN_AIR } from './air.ts'

/** The adapter of `sc` for `air-observation`. */
export const sichuanAirObservation = observationAdapter(SICHUAN_AIR)
