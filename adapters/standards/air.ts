/**
 * The arithmetic of air: indices, classes, means, states, attainment (HJ 633, GB 3095). All on decimal texts, never on binary floats, with the edition as
 * an argument: `airIndexAt(ms)` or `airIndexOn(date)` of contracts/standards give the one in force.
 *
 * Concentrations go by pollutant and averaging: `{o3: {'1h': '210', '8h': '165'}, pm25: {'24h': '61'}}`. A day has `24h` of each and `8h` of ozone (its
 * maximum), an hour `1h` of each.
 */
export { type AqiFinding, aqi, type HourlyOptions, hourlyAqi, type PollutantIndex } from './air-aqi.ts'
export { type Attainment, type AttainmentQuestion, attainment } from './air-attainment.ts'
export { airClass, airClassRow, healthRow, parseAirClass } from './air-class.ts'
export { type IndexOptions, iaqi, roundConcentration } from './air-index.ts'
export { type DayMaximum, dailyMax8h, dayMean, eightHourMean, type Hours, type HoursMean } from './air-means.ts'
export { type Changed, convertGasState, gasStateOn, toAirUnit } from './air-state.ts'
