/** Sichuan's heavy-pollution warnings → canonical records: notices and tables of its cities and counties, by 川办发〔2024〕46号. */
import { warningAdapter } from '../warning/adapter.ts'
import { SICHUAN_AIR } from './air.ts'

/** The adapter of `sc` for `air-warning`. */
export const sichuanAirWarning = warningAdapter(SICHUAN_AIR)
