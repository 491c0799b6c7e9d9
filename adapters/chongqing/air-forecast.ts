/** Chongqing's air forecasts → canonical records: the municipality, its districts and counties, and the zones 中心城区, 主城都市区, 渝东北, 渝东南. */
import { forecastAdapter } from '../air/forecast.ts'
import { CHONGQING_AIR } from './air.ts'

/** The adapter of `cq` for `air-forecast`. */
export const chongqingAirForecast = forecastAdapter(CHONGQING_AIR)
