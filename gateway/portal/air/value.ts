/** A forecast value as pages print it: the grade in words and its colour, the AQI range, the primary pollutant. Colour is never the only carrier. */
import { html } from 'hono/html'
import { airClassRow } from '../../../adapters/standards/air.ts'
import type { ValueRange } from '../../../contracts/air-forecast/record.ts'
import { type AirClass, type AirIndexStandard, airIndexOn } from '../../../contracts/standards/index.ts'
import { classPhrase, primaryPhrase, rangePhrase } from '../../release/products/air/phrases.ts'
import type { ForecastValue } from '../../release/release-types.ts'
import type { Html, Lang } from '../lang.ts'
import { AIR } from '../words/air.ts'

/** One grade as a coloured chip with its word in it. */
export function gradeChip(airClass: AirClass, edition: AirIndexStandard, lang: Lang): Html {
  return html`<span class="chip a${airClass}">${airClassRow(airClass, edition).title[lang]}</span>`
}

/** A grade, or from one to another. */
export function gradeChips({ max, min }: ValueRange<AirClass>, edition: AirIndexStandard, lang: Lang): Html {
  if (max === min) return gradeChip(max, edition, lang)
  return html`<span class="span">${gradeChip(min, edition, lang)}<span class="to">${lang === 'zh' ? '～' : ' to '}</span>${gradeChip(max, edition, lang)}</span>`
}

const ROMAN: Readonly<Record<AirClass, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V', 6: 'VI' }

/** The grade in so few words that they fit a tile: `良～轻度`, `II–III`. */
export function shortGrade({ max, min }: ValueRange<AirClass>, edition: AirIndexStandard, lang: Lang): string {
  if (lang === 'en') return min === max ? ROMAN[max] : `${ROMAN[min]}–${ROMAN[max]}`
  const word = (one: AirClass): string => airClassRow(one, edition).title.zh.replace(/污染$/, '')
  return min === max ? word(max) : `${word(min)}～${word(max)}`
}

/** That nothing is forecast, said as such. */
export function noForecast(lang: Lang): Html {
  return html`<span class="chip c0">${AIR.none[lang]}</span>`
}

/** `AQI 83–113`, where the forecast gives one. */
export function aqiText({ aqi }: Pick<ForecastValue, 'aqi'>): string | null {
  return aqi === null ? null : `AQI ${rangePhrase(aqi)}`
}

/** `PM2.5、O₃`, or that there is none. */
export function primaryText({ primary }: Pick<ForecastValue, 'primary'>, lang: Lang): string {
  return primary.length === 0 ? AIR.noPrimary[lang] : primaryPhrase(primary)[lang]
}

/** All of it, in a table's cell or a card. */
export function forecastValue(value: ForecastValue, day: string, lang: Lang): Html {
  const aqi = aqiText(value)
  return html`<span class="forecasted">${gradeChips(value.class, airIndexOn(day), lang)}${aqi === null ? null : html` <span class="aqi">${aqi}</span>`} <span class="muted">${primaryText(value, lang)}</span></span>`
}

/** All of it in plain words: `良～轻度污染，AQI 83–113，PM2.5`. */
export function forecastPhrase(value: ForecastValue, day: string, lang: Lang): string {
  const parts = [classPhrase(value.class, airIndexOn(day))[lang], aqiText(value), primaryText(value, lang)]
  return parts.filter((part) => part !== null).join(lang === 'zh' ? '，' : ', ')
}
