/** A cell's values in words: class, AQI range and primary pollutants of a forecast; the levels that schemes suggest. */
import { html } from 'hono/html'
import type { JsonValue } from '../../../../contracts/jcs.ts'
import type { AirIndexStandard } from '../../../../contracts/standards/index.ts'
import { DAY_VALUE, OUTLOOK_VALUE, type OutlookValue } from '../../../release/products/air/kind.ts'
import { classPhrase, primaryPhrase, rangePhrase } from '../../../release/products/air/phrases.ts'
import type { ForecastValue } from '../../../release/release-types.ts'
import type { Html, Lang } from '../../lang.ts'
import { MATRIX } from '../../words/desk-matrix.ts'
import type { TableKind } from './view.ts'

/** A cell's JSON as a forecast; null for none. */
export function forecastIn(kind: TableKind, value: JsonValue): ForecastValue | OutlookValue | null {
  return kind === 'outlook' ? OUTLOOK_VALUE.parse(value) : DAY_VALUE.parse(value)
}

/** The class with its colours before it: `良～轻度污染`. */
export function gradeMark({ class: { max, min } }: ForecastValue, edition: AirIndexStandard, lang: Lang): Html {
  return html`<b class="g g${min}${max}">${classPhrase({ max, min }, edition)[lang]}</b>`
}

/** What stands behind the class: `83–113 PM2.5`. */
export function figures({ aqi, class: { max }, primary }: ForecastValue, lang: Lang): string {
  const range = aqi ? rangePhrase(aqi) : MATRIX.onlyClass[lang]
  // Where none can be primary there is none to name.
  if (primary.length === 0) return max === 1 ? range : `${range} ${MATRIX.noPrimary[lang]}`
  return `${range} ${primaryPhrase(primary)[lang]}`
}

/** All of it as plain text. */
export function valueText(value: ForecastValue, edition: AirIndexStandard, lang: Lang): string {
  return `${classPhrase(value.class, edition)[lang]} ${figures(value, lang)}`
}

/** What a scheme suggests, as the product put it; null for none. */
export function suggestedText(value: JsonValue, lang: Lang): string | null {
  if (typeof value !== 'object' || value === null || !('text' in value)) return null
  const { text } = value
  if (typeof text !== 'object' || text === null || !(lang in text)) return null
  return String(new Map(Object.entries(text)).get(lang))
}
