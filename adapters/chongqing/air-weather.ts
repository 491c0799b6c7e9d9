/** The weather of Chongqing's consultations → canonical records: what its weather service forecasts for the municipality, districts and counties, and zones. */
import { weatherAdapter } from '../air/weather.ts'
import { CHONGQING_AIR } from './air.ts'

/** The adapter of `cq` for `air-weather`. */
export const chongqingAirWeather = weatherAdapter(CHONGQING_AIR)
