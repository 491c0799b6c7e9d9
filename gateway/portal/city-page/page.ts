/** `/cities/{id}`: the coming days of one city, what lies in it, a year of forecast grades, and why nothing measured is shown. */

import { html } from 'hono/html'
import type { AirArea } from '../../../contracts/air-forecast/record.ts'
import { civilDay } from '../../../contracts/life.ts'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import { classPhrase } from '../../release/products/air/phrases.ts'
import type { ForecastCell } from '../../release/release-types.ts'
import { areaName } from '../air/area-name.ts'
import { areaTable } from '../air/area-table.ts'
import { dayText, weekday } from '../air/days.ts'
import { advice, healthSection } from '../air/health.ts'
import { aqiText, gradeChips, noForecast, primaryText } from '../air/value.ts'
import type { Cadences } from '../cadence.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { cityLink, contractLinks, LINKS, releaseLinks } from '../links.ts'
import { byline } from '../release-page.ts'
import { staleBanner } from '../stale-banner.ts'
import { localTime } from '../time.ts'
import { AIR, GAP, takenFrom } from '../words/air.ts'
import { areaEnglish } from '../words/areas.ts'
import { CITY, hoursAhead, type Observation, observedText } from '../words/cities.ts'
import { HEALTH } from '../words/health.ts'
import { HOME } from '../words/home.ts'
import { yearCalendar } from './calendar.ts'
import { horizonHours, type PlaceDay } from './outlook.ts'

/** What the page needs. `days` are every day told of the city; `counties` cells of what lies in it, of the newest release. */
export interface CityView {
  readonly area: AirArea
  readonly days: readonly PlaceDay[]
  readonly counties: readonly ForecastCell[]
  /** When each release was published, by its id. */
  readonly published: ReadonlyMap<string, string>
  /** In ms. */
  readonly now: number
  readonly cadences: Cadences
  readonly year: number
  readonly observation: Observation | null
  readonly sandbox: boolean
}

/** So many days at most stand in the strip. */
const SHOWN = 7

/** The page. */
export function cityPage(view: CityView, options: PageOptions): Html {
  const { lang } = options
  const { area, cadences, counties, days, now, observation, published, sandbox, year } = view
  const today = civilDay(now)
  const coming = days.filter(({ day }) => day >= today).slice(0, SHOWN)
  const newest = days.at(-1)?.release
  const last = newest ? days.filter(({ release }) => release.id === newest.id) : []
  const shown = coming.length > 0 ? coming : last
  const cells = shown.flatMap(({ cell }) => cell ?? [])
  const main = html`<article>
<p class="eyebrow"><a href="${href(LINKS.cities, lang)}">${CITY.all[lang]}</a></p>
<header class="head"><h1>${areaName(area.name, lang)}</h1>
${
  coming.length === 0 && last.length > 0
    ? html`<div class="banner notice" role="note"><p><strong>${HOME.stale[lang]}</strong> ${CITY.past[lang]}</p></div>`
    : newest && staleBanner(newest, now, cadences, lang)
}
${shown.length === 0 ? html`<p class="answer">${CITY.untold[lang]}</p>` : html`${source(shown, published, lang)}<p class="answer">${answer(shown, lang)}</p>${adviceFor(shown, lang)}`}</header>
${
  shown.length === 0
    ? null
    : html`<section aria-labelledby="coming"><h2 id="coming" class="minor">${CITY.coming[lang]}</h2><ul class="strip">${shown.map((day) => card(day, lang))}</ul></section>`
}
${
  counties.length === 0
    ? null
    : part(
        'counties',
        CITY.counties[lang],
        areaTable({ cells: counties, gaps: [], caption: CITY.counties[lang], heading: AIR.area[lang] }, lang),
      )
}
${cells.length === 0 ? null : part('health', CITY.health[lang], healthSection([...cells, ...counties], lang))}
${part(
  'observed',
  CITY.observed[lang],
  html`<p>${observedText(observation)[lang]}</p>${
    observation === null
      ? null
      : html`<p><a href="${href(contractLinks(observation.id, observation.version).page, lang)}">${observation.title[lang]} ${observation.version}</a></p>`
  }`,
)}
${part('calendar', CITY.calendar[lang], html`${years(days, area, year, lang)}${yearCalendar(area.name, year, days, lang)}`)}
</article>`
  const english = lang === 'en' ? areaEnglish(area.name) : null
  return layout({ title: english === null ? area.name : `${english} ${area.name}`, sandbox, main }, options)
}

function part(id: string, title: string, body: Html): Html {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
</section>`
}

/** Which release the first day is from, of what kind, and when it was published. */
function source([first]: readonly PlaceDay[], published: CityView['published'], lang: Lang): Html | null {
  const publishedAt = first && published.get(first.release.id)
  return first && publishedAt ? byline({ release: first.release, publishedAt }, lang) : null
}

/** The first day in a sentence. */
function answer(days: readonly PlaceDay[], lang: Lang): Html {
  const [first] = days
  if (!first) return html``
  const { cell, day } = first
  const when = dayText(day, lang, { year: true })
  const colon = lang === 'zh' ? '预报：' : ' forecast: '
  if (!cell) return html`${when}${colon}<strong>${AIR.none[lang]}</strong>`
  const parts = [aqiText(cell), primarySaid(cell, lang)].filter((one) => one !== null).join(lang === 'zh' ? '，' : ', ')
  return html`${when}${colon}<strong>${classPhrase(cell.class, airIndexOn(day))[lang]}</strong>${lang === 'zh' ? '，' : ', '}${parts}${lang === 'zh' ? '。' : '.'}`
}

/** The primary pollutant, named as such. */
function primarySaid(cell: ForecastCell, lang: Lang): string {
  const found = primaryText(cell, lang)
  if (cell.primary.length === 0) return found
  return lang === 'zh' ? `${AIR.primary.zh} ${found}` : `${AIR.primary.en.toLowerCase()} ${found}`
}

/** What the first day's grades mean and what to do. */
function adviceFor([first]: readonly PlaceDay[], lang: Lang): Html | null {
  if (!first?.cell) return null
  return advice(first.cell.class, first.day, HEALTH.title[lang], lang)
}

function card({ cell, day, gap, release }: PlaceDay, lang: Lang): Html {
  const hours = horizonHours({ day, release })
  const taken = cell ? takenFrom(cell.take, cell.owner) : null
  const aqi = cell ? aqiText(cell) : null
  return html`<li><span class="when">${dayText(day, lang)} ${weekday(day, lang)} <span class="muted">${hoursAhead(hours)[lang]}</span></span>
${
  cell
    ? html`${gradeChips(cell.class, airIndexOn(day), lang)}${aqi === null ? null : html`<span class="aqi">${aqi}</span>`}<span class="sub">${primarySaid(cell, lang)}</span>${taken === null ? null : html`<span class="tag">${taken[lang]}</span>`}`
    : html`${noForecast(lang)}${gap === null ? null : html`<span class="sub">${GAP[gap.reason][lang]}</span>`}`
}<span class="source"><a href="${href(releaseLinks(release.id).page, lang)}">${release.id}</a> ${CITY.issued[lang]} <time datetime="${release.issued}">${localTime(release.issued, lang)}</time></span></li>`
}

/** Links to the years there are forecasts of. */
function years(days: readonly PlaceDay[], { id }: AirArea, year: number, lang: Lang): Html | null {
  const all = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => b - a)
  if (all.length < 2) return null
  return html`<p class="years">${all.map((one) => html`<a href="${href(cityLink(id), lang, `year=${one}`)}#calendar"${one === year ? html` aria-current="true"` : null}>${one}</a>`)}</p>`
}
