/** Sichuan's air forecasts → canonical records: 21 cities and the zones 成都平原, 川南, 川东北. */
import { forecastAdapter } from '../air/forecast.ts'
import { SICHUAN_AIR } from './air.ts'

/** The adapter of `sc` for `air-forecast`. */
export const sichuanAirForecast = forecastAdapter(SICHUAN_AIR)
