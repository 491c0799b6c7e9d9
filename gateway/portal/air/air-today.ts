/** The newest forecast as today's answer: today where it covers today, else tomorrow; cities by grade as tiles and as a table. */
import { html } from 'hono/html'
import { dateOf, dayNumber } from '../../../adapters/standards/civil-date.ts'
import type { AirRelease } from '../../release/release-types.ts'
import { dated, type Html, href, type Lang } from '../lang.ts'
import { releaseLinks } from '../links.ts'
import { byline } from '../release-page.ts'
import { localTime } from '../time.ts'
import type { ReleaseView } from '../view.ts'
import { HOME } from '../words/home.ts'
import { countedCells, countSentence, countTable, highestAdvice, highestLine } from './air-answer.ts'
import { dayText } from './days.ts'
import { type CityDay, tileMap } from './tile-map.ts'

/** The day it answers for: today where it says anything of it, else tomorrow; null where of neither. */
export function dayNow({ summary }: Pick<AirRelease, 'summary'>, today: string): string | null {
  const days = summary.map(({ from }) => from)
  return [today, dateOf(dayNumber(today) + 1)].find((day) => days.includes(day)) ?? null
}

/** Whether it answers for today or tomorrow. */
export function coversNow(release: Pick<AirRelease, 'summary'>, today: string): boolean {
  return dayNow(release, today) !== null
}

/** Every city on a day, in the order of the release; those without a forecast where they come. */
export function citiesOn(release: AirRelease, day: string): readonly CityDay[] {
  const told = countedCells(release, day).map((cell): CityDay => ({ area: cell.area, cell }))
  const untold = release.gaps.filter(({ from }) => from === day).map(({ area }): CityDay => ({ area, cell: null }))
  return [...told, ...untold]
}

/** The answer; `stale` is said above it. */
export function airToday(view: ReleaseView<AirRelease>, today: string, stale: Html | null, lang: Lang): Html {
  const { release } = view
  const day = dayNow(release, today)
  const count = release.summary.find(({ from }) => from === day)
  if (day === null || !count) return html``
  const later = release.summary.filter(({ from }) => from > day)
  return html`<article class="latest">
${stale}
<p class="eyebrow">${dated(release.title[lang])}</p>
<h1>${(day === today ? HOME.airToday : HOME.airTomorrow)[lang]}</h1>
${byline(view, lang)}
<p class="answer">${countSentence(release, count, lang)}</p>
${highestLine(release, count, lang)}
${highestAdvice(release, count, lang)}
${tileMap(citiesOn(release, day), `${HOME.airToday[lang]} ${dayText(day, lang)}`, lang)}
${later.length === 0 ? null : html`<h2 class="minor">${HOME.airDays[lang]}</h2>${countTable(later, false, lang)}`}
<p class="small muted">${HOME.issued[lang]} <time datetime="${release.issued}">${localTime(release.issued, lang)}</time></p>
<p><a class="button" href="${href(releaseLinks(release.id).page, lang)}">${HOME.airOpen[lang]}</a></p>
</article>`
}
