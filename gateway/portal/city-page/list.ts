/** `/cities`: every city on a day, as tiles and as a table; other days one click away. */
import { html } from 'hono/html'
import type { AirRelease } from '../../release/release-types.ts'
import { countSentence } from '../air/air-answer.ts'
import { citiesOn } from '../air/air-today.ts'
import { dayText, weekday } from '../air/days.ts'
import { tileMap } from '../air/tile-map.ts'
import type { Cadences } from '../cadence.ts'
import { dated, type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { LINKS, releaseLinks } from '../links.ts'
import { byline } from '../release-page.ts'
import { staleBanner } from '../stale-banner.ts'
import type { ReleaseView } from '../view.ts'
import { CITY } from '../words/cities.ts'

/** What the page needs: the newest forecast, and the day that was asked for. */
export interface CitiesView {
  readonly air: ReleaseView<AirRelease> | null
  readonly day: string | null
  readonly now: number
  readonly cadences: Cadences
  readonly sandbox: boolean
}

/** The page. */
export function citiesPage({ air, cadences, day, now, sandbox }: CitiesView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<h1>${CITY.cities[lang]}</h1>
<p class="lead">${CITY.lead[lang]}</p>
${air === null || day === null ? html`<p class="answer">${CITY.none[lang]}</p>` : told(air, day, now, cadences, lang)}`
  return layout({ title: CITY.cities[lang], sandbox, main }, options)
}

function told(view: ReleaseView<AirRelease>, day: string, now: number, cadences: Cadences, lang: Lang): Html {
  const { release } = view
  const count = release.summary.find(({ from }) => from === day)
  return html`${staleBanner(release, now, cadences, lang)}
<p><a href="${href(releaseLinks(release.id).page, lang)}">${dated(release.title[lang])}</a></p>
${byline(view, lang)}
${count ? html`<p class="answer">${countSentence(release, count, lang)}</p>` : null}
<nav aria-label="${CITY.days[lang]}"><p class="years">${release.summary.map(
    ({ from }) =>
      html`<a href="${href(LINKS.cities, lang, `day=${from}`)}"${from === day ? html` aria-current="true"` : null}>${dayText(from, lang)} ${weekday(from, lang)}</a>`,
  )}</p></nav>
${tileMap(citiesOn(release, day), `${CITY.cities[lang]} ${dayText(day, lang)}`, lang)}`
}
