/** The weather of Sichuan's consultations → canonical records: what its weather service forecasts for cities and zones. */
import { weatherAdapter } from '../air/weather.ts'
import { SICHUAN_AIR } from './air.ts'

/** The adapter of `sc` for `air-weather`. */
export const sichuanAirWeather = weatherAdapter(SICHUAN_AIR)
