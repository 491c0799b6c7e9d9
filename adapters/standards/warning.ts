/**
 * The warnings that schemes suggest for a forecast (环大气〔2024〕6号, 渝府办发〔2022〕115号 and older ones). Suggestions (建议): governments issue warnings.
 *
 * A range enters twice: `certain` reads the low end of every range of the forecast, `possible` the high end. What is certain is also possible.
 * PM2.5 or ozone that is not forecast is deduced from the AQI where that settles it. A figure still not known, and a level whose rule is not known, answer `unknown` in both. Every finding carries its scheme's id.
 */
export { compareSchemes, type SchemePair, type WarningAgreement, type WarningComparison } from './warning-compare.ts'
export type { AqiForecast, ConcentrationForecast, ForecastDay } from './warning-days.ts'
export {
  type LevelAnswer,
  suggestWarning,
  type WarningFinding,
  type WarningReading,
  type WarningTrigger,
} from './warning-suggest.ts'
