/** On the page of a suggested warning: the forecasts it comes from, day by day, to be tried with other figures. Nothing of it is sent or signed. */
import { html } from 'hono/html'
import { POLLUTANTS } from '../../../../contracts/standards/air-types.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { eachDay } from '../../../release/products/air/days.ts'
import { primaryPhrase } from '../../../release/products/air/phrases.ts'
import type { ForecastValue, Release } from '../../../release/release-types.ts'
import type { Html, Lang } from '../../lang.ts'
import { CELL } from '../../words/desk-cell.ts'
import { dayHeading } from '../../words/desk-matrix.ts'
import { WHAT_IF } from '../../words/desk-what-if.ts'
import type { CellView, DeskView } from './view.ts'

/** Forecasts by area and day. */
export type Forecasts = ReadonlyMap<string, ReadonlyMap<string, ForecastValue>>

/** What suggestions come out of: the agreed values, or else each area's by the side it belongs to, and by the other where that has none. */
export function forecastsOf(release: Release | null): Forecasts {
  const found = new Map<string, Map<string, ForecastValue>>()
  if (release?.type !== 'warning-suggestion') return found
  const { base, cells } = release
  const ranked = cells.toSorted((a, b) => Number(a.take !== a.owner) - Number(b.take !== b.owner))
  for (const { aqi, area, class: classes, from, primary } of base === null ? ranked : cells) {
    const days = found.get(area.id) ?? new Map<string, ForecastValue>()
    if (!days.has(from)) days.set(from, { aqi, class: classes, primary })
    found.set(area.id, days)
  }
  return found
}

/** The form; its module works out what both schemes suggest as figures are typed. */
export function whatIf({ forecasts, period }: DeskView, { row }: CellView, lang: Lang): Html {
  const days = forecasts.get(row)
  const heads = [WHAT_IF.day, CELL.from, CELL.to, CELL.primary]
  const lines = eachDay(period).map((day) => dayRow(day, days?.get(day), lang))
  return html`<form class="acting what-if" hidden data-what-if="${row}" novalidate><h3>${WHAT_IF.title[lang]}</h3><p class="muted small">${WHAT_IF.text[lang]}</p>
<table class="what-if"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead><tbody>${lines}</tbody></table>
<p class="fault" role="alert" hidden data-what-if-fault></p>
<h4>${CELL.suggestion[lang]}</h4><div role="status" data-what-if-answer></div>
<p class="actions"><button type="reset" class="button plain">${WHAT_IF.reset[lang]}</button></p></form>`
}

function dayRow(day: string, value: ForecastValue | undefined, lang: Lang): Html {
  const { indices, primary } = airIndexOn(day)
  const name = `${dayHeading(day, lang) ?? day}`
  const field = (end: 'min' | 'max', label: string): Html =>
    html`<td><input type="number" name="${end}" min="0" max="${indices.at(-1) ?? 0}" step="1" inputmode="numeric" autocomplete="off" value="${value?.aqi?.[end] ?? ''}" aria-label="${name} ${label}"></td>`
  return html`<tr data-day="${day}" data-end="${indices.at(-1) ?? 0}" data-clean="${primary.above}"><th scope="row"><time datetime="${day}">${name}</time></th>${field('min', CELL.from[lang])}${field('max', CELL.to[lang])}<td>${pollutants(value, `${name} ${CELL.primary[lang]}`, lang)}</td></tr>
`
}

/** One pollutant, none, or those the forecast names together. */
function pollutants(value: ForecastValue | undefined, label: string, lang: Lang): Html {
  const own = value?.primary ?? []
  const choices: readonly ForecastValue['primary'][] = [
    [],
    ...POLLUTANTS.map((one) => [one]),
    ...(own.length > 1 ? [own] : []),
  ]
  return html`<select name="primary" aria-label="${label}">${choices.map((one) => {
    const chosen = one.join('+') === own.join('+')
    return html`<option value="${one.join('+')}"${chosen ? html` selected` : null}>${primaryPhrase(one)[lang]}</option>`
  })}</select>`
}
