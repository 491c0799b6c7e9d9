/** Chongqing's heavy-pollution warnings → canonical records: notices and tables of the municipality and its districts, by 渝府办发〔2022〕115号. */
import { warningAdapter } from '../warning/adapter.ts'
import { CHONGQING_AIR } from './air.ts'

/** The adapter of `cq` for `air-warning`. */
export const chongqingAirWarning = warningAdapter(CHONGQING_AIR)
