/** The answer of a forecast: how many areas have which grades on the first day, where the highest is, and the days side by side. */

import { html } from 'hono/html'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import { classPhrase } from '../../release/products/air/phrases.ts'
import type { AirRelease, ForecastCell, ForecastCount } from '../../release/release-types.ts'
import { type Html, integer, type Lang } from '../lang.ts'
import { AIR, areaCount } from '../words/air.ts'
import { LIST } from '../words/common.ts'
import { HEALTH } from '../words/health.ts'
import { areaName } from './area-name.ts'
import { daysText, weekday } from './days.ts'
import { advice, highestRange } from './health.ts'
import { aqiText, gradeChips } from './value.ts'

/** The part of a release that its answer is made of. */
export type Told = Pick<AirRelease, 'cells' | 'summary' | 'type'>

const BAR = 1000
const NAMED = 3

/** Whether it is of zones. */
export function isOutlook({ type }: Pick<AirRelease, 'type'>): boolean {
  return type === 'weekly-zone-outlook'
}

/** The whole answer. */
export function airAnswer(release: AirRelease, lang: Lang): Html {
  const [first] = release.summary
  if (!first) return html`<p class="answer">${AIR.none[lang]}</p>`
  return html`<p class="answer">${countSentence(release, first, lang)}</p>
${highestLine(release, first, lang)}
${highestAdvice(release, first, lang)}
${countTable(release.summary, isOutlook(release), lang)}`
}

/** What to do where the grade of a column is highest. */
export function highestAdvice(release: Told, { from }: ForecastCount, lang: Lang): Html | null {
  const span = highestRange(countedCells(release, from))
  return span === null ? null : advice(span, from, HEALTH.highest[lang], lang)
}

/** One column's counts in a sentence. */
export function countSentence(release: Told, count: ForecastCount, lang: Lang): Html {
  const { areas, classes, from, gaps, to } = count
  const zones = isOutlook(release)
  const days = daysText(from, to, lang, { year: true })
  const edition = airIndexOn(from)
  if (areas === 0) {
    const all = areaCount(gaps, zones)
    return lang === 'zh'
      ? html`${days}，${all.zh}<strong>均无预报</strong>。`
      : html`${days}: <strong>no forecast</strong> for any of ${all.en}.`
  }
  const listed = classes.map(({ areas: many, ...span }, at) => {
    const phrase = classPhrase(span, edition)
    const comma = at === 0 ? null : LIST[lang]
    return lang === 'zh'
      ? html`${comma}${phrase.zh} <strong>${integer(many)}</strong> 个`
      : html`${comma}<strong>${integer(many)}</strong> ${phrase.en.toLowerCase()}`
  })
  const missing =
    gaps === 0 ? '' : lang === 'zh' ? `；${integer(gaps)} 个无预报` : `; ${integer(gaps)} without a forecast`
  const counted = areaCount(areas, zones)
  return lang === 'zh'
    ? html`${days}，有预报的 ${counted.zh}中：${listed}${missing}。`
    : html`${days}, of ${counted.en} with a forecast: ${listed}${missing}.`
}

/** The counted cells of a column. */
export function countedCells({ cells, type }: Told, from: string): readonly ForecastCell[] {
  const kind = isOutlook({ type }) ? 'zone' : 'city'
  return cells.filter((cell) => cell.from === from && cell.area.kind === kind)
}

/** Where the highest grade of a column is, from light pollution on. */
export function highestLine(release: Told, { from }: ForecastCount, lang: Lang): Html | null {
  const cells = countedCells(release, from)
  const top = cells.reduce((max, cell) => Math.max(max, cell.class.max), 0)
  const highest = cells
    .filter((cell) => cell.class.max === top)
    .toSorted((a, b) => (b.aqi?.max ?? 0) - (a.aqi?.max ?? 0))
  const [most] = highest
  if (!most || top < 3) return null
  const named = highest.slice(0, NAMED).map(({ area, aqi }, at) => {
    const range = aqiText({ aqi })
    const bracket = range === null ? '' : lang === 'zh' ? `（${range}）` : ` (${range})`
    return html`${at === 0 ? null : LIST[lang]}<b>${areaName(area.name, lang)}</b>${bracket}`
  })
  const rest = highest.length - NAMED
  const more = rest <= 0 ? '' : lang === 'zh' ? ` 等 ${integer(highest.length)} 个` : ` and ${integer(rest)} more`
  const label = lang === 'zh' ? '最高可达' : 'Highest:'
  return html`<p class="highest">${label} ${gradeChips({ max: most.class.max, min: most.class.max }, airIndexOn(from), lang)} ${named}${more}</p>`
}

/** The counts, a row a column of the forecast: a bar, and the same in words and numbers. */
export function countTable(counts: readonly ForecastCount[], zones: boolean, lang: Lang): Html {
  return html`<table class="days">
<caption class="sr">${AIR.counts[lang]}</caption>
<thead><tr><th scope="col">${AIR.day[lang]}</th><th scope="col">${AIR.counts[lang]}</th></tr></thead>
<tbody>${counts.map((count) => countRow(count, lang))}</tbody>
</table>
<p class="small muted">${(zones ? AIR.zonesNote : AIR.countsNote)[lang]}</p>`
}

function countRow(count: ForecastCount, lang: Lang): Html {
  const { areas, classes, from, gaps, to } = count
  const edition = airIndexOn(from)
  let x = 0
  const parts = classes.map(({ areas: many, max }) => {
    const width = (many / Math.max(areas + gaps, 1)) * BAR
    x += width
    return { max, x: x - width, width }
  })
  return html`<tr><th scope="row">${daysText(from, to, lang)}${from === to ? html` <span class="muted">${weekday(from, lang)}</span>` : null}</th><td>
<svg class="shares" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" width="${BAR}" height="10"/>${parts.map(
    (part) => html`<rect class="a${part.max}" x="${part.x.toFixed(1)}" width="${part.width.toFixed(1)}" height="10"/>`,
  )}</svg>
<ul class="gradecounts">${classes.map(({ areas: many, ...span }) => html`<li>${gradeChips(span, edition, lang)} ${integer(many)}</li>`)}${
    gaps === 0 ? null : html`<li><span class="chip c0">${AIR.none[lang]}</span> ${integer(gaps)}</li>`
  }</ul></td></tr>`
}
