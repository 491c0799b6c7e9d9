/** A side's table of forecasts as a form: a row an area and day. Standards §2.5. */
import type { Pollutant } from '../../contracts/standards/air-types.ts'
import { divisionNames, type FormPart, firstWords, tableForm } from '../tables/form.ts'
import type { TableForm } from '../types.ts'
import { CONFIDENCES } from './clauses.ts'
import { type ForecastField, forecastField, forecastHeading } from './forecast-fields.ts'
import {
  CLASS_WORDS,
  cityPart,
  isPollutant,
  PRIMARY_WORDS,
  pollutantHeading,
  pollutantOf,
  pollutantParts,
} from './form-parts.ts'
import type { AirSide } from './side.ts'

/** The form of one side. */
export function forecastForm(side: AirSide): TableForm {
  const parts: readonly FormPart<ForecastField | Pollutant>[] = [
    cityPart(side, '/area/name'),
    {
      field: 'zone',
      pointer: '/area/name',
      need: 'either',
      choices: divisionNames(side.party, ['zone']),
      hint: { zh: '片区预报填此列，城市留空', en: 'for a zone, with the city left empty' },
    },
    { field: 'date', pointer: '/validDate', need: 'must', kind: 'day', example: '2026-11-18' },
    { field: 'issued', pointer: '/issued', kind: 'time', example: '2026-11-15 16:00' },
    { field: 'office', pointer: '/issuer/office' },
    {
      field: 'aqi',
      pointer: '/aqi',
      need: 'either',
      kind: 'code',
      example: '74~104',
      hint: { zh: '范围用 ~ 连接；AQI、等级至少填一项', en: 'a range with ~; this or the class' },
    },
    {
      field: 'class',
      pointer: '/class/reported',
      need: 'either',
      choices: CLASS_WORDS,
      example: '良至轻度污染',
      hint: { zh: '可写范围，例：良至轻度污染', en: 'a range may be written, as 良至轻度污染' },
    },
    {
      field: 'primary',
      pointer: '/primary',
      choices: PRIMARY_WORDS,
      example: 'PM2.5、O3',
      hint: { zh: '多个以顿号分隔', en: 'several parted by 、' },
    },
    ...pollutantParts('/concentrations', 'may', {}),
    { field: 'confidence', pointer: '/confidence', choices: firstWords(CONFIDENCES), example: '中' },
    { field: 'horizon', pointer: '/horizonHours', kind: 'figure', example: '72' },
    { field: 'standard', pointer: '/standard', choices: ['HJ 633-2026', 'HJ 633-2012'] },
  ]
  return tableForm(
    parts,
    (field) => (isPollutant(field) ? pollutantHeading(field) : forecastHeading(field)),
    (heading) => forecastField(heading) ?? pollutantOf(heading),
  )
}
