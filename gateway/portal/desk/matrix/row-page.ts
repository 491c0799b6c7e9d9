/** `/desk/{id}/rows/{row}`: the evidence for an area — what was observed, and how both sides' last forecasts turned out. The panel shows its part. */
import { html } from 'hono/html'
import { type AirIndexStandard, airIndexOn } from '../../../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { eachDay } from '../../../release/products/air/days.ts'
import { primaryPhrase } from '../../../release/products/air/phrases.ts'
import { bothNames, type Html, type Lang, type PageOptions, properName } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { CELL } from '../../words/desk-cell.ts'
import { EVIDENCE, missText, REVIEW } from '../../words/desk-evidence.ts'
import { dayHeading } from '../../words/desk-matrix.ts'
import { deskLayout, sideMark } from '../layout.ts'
import { sparkline } from './evidence-drawing.ts'
import type { Evidence, Hour, Outcome, PastDay, Series } from './evidence-view.ts'
import { deskLink } from './links.ts'
import { valueText } from './value.ts'
import type { DeskView } from './view.ts'
import { weatherPart } from './weather.ts'

/** The page. */
export function rowPage(
  view: Pick<DeskView, 'id' | 'kind' | 'now' | 'period' | 'person' | 'sandbox' | 'title' | 'weather'>,
  row: string,
  evidence: Evidence,
  options: PageOptions,
): Html {
  const { lang } = options
  const { id, kind, now, person, sandbox, title } = view
  const forecast = kind === 'forecast' || kind === 'outlook'
  const main = html`<article class="prose cell-page">
<p><a href="${deskLink(id, lang)}">${CELL.back[lang]}</a></p>
<h1>${bothNames(evidence.title, lang)} <small>${EVIDENCE.title[lang]}</small></h1>
<div id="words">${forecast ? weatherPart(view.weather ?? null, row, eachDay(view.period), lang) : null}${observed(evidence, lang)}${lastIssues(evidence, lang)}</div>
</article>`
  const name = `${evidence.title[lang]} · ${EVIDENCE.title[lang]}`
  return deskLayout({ title: `${name} · ${title[lang]}`, sandbox, person, main, now }, options)
}

function observed(evidence: Evidence, lang: Lang): Html {
  const { partial, series, until } = evidence
  return html`<h3>${EVIDENCE.observed[lang]} <small>${EVIDENCE.until[lang]} ${localTime(until, lang)}</small></h3>
${partial ? html`<p class="banner notice">${EVIDENCE.partial[lang]}</p>` : null}
${series.length === 0 ? html`<p class="muted">${EVIDENCE.noHours[lang]}</p>` : series.map((one) => seriesPart(one, evidence, lang))}`
}

function seriesPart(series: Series, evidence: Evidence, lang: Lang): Html {
  const { hours, name } = series
  const all = hours.map(({ aqi }) => aqi)
  const last = hours.at(-1)
  const facts = `${EVIDENCE.latest[lang]} ${last?.aqi ?? '–'} · ${EVIDENCE.lowest[lang]} ${Math.min(...all)} · ${EVIDENCE.highest[lang]} ${Math.max(...all)}`
  return html`<figure class="observed"><figcaption>${properName(name, lang)} <span class="muted">${EVIDENCE.unit[lang]} · ${facts}</span></figcaption>
<div class="flow">${sparkline(series, evidence, `${name}: ${facts}`)}</div>
<details><summary>${EVIDENCE.table[lang]} (${hours.length})</summary>${hourTable(hours, lang)}</details></figure>`
}

function hourTable(hours: readonly Hour[], lang: Lang): Html {
  const heads = [EVIDENCE.time, CELL.aqi, CELL.grade, EVIDENCE.primary, EVIDENCE.review]
  return html`<table class="hours"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead>
<tbody>${hours
    .toReversed()
    .map(
      ({ aqi, class: found, end, primary, review }) =>
        html`<tr><th scope="row"><time datetime="${end}">${localTime(end, lang)}</time></th><td class="number">${aqi}</td><td>${found === null ? '–' : className(found, airIndexOn(end.slice(0, 10)), lang)}</td><td>${primaryPhrase(primary)[lang]}</td><td>${REVIEW[review][lang]}</td></tr>\n`,
    )}</tbody></table>`
}

function className(found: number, { classes }: AirIndexStandard, lang: Lang): string {
  return classes.find((row) => row.class === found)?.title[lang] ?? '–'
}

function lastIssues({ days }: Evidence, lang: Lang): Html {
  if (days.length === 0) return html`<h3>${EVIDENCE.lastIssues[lang]}</h3><p class="muted">${EVIDENCE.noDays[lang]}</p>`
  return html`<h3>${EVIDENCE.lastIssues[lang]}</h3><p class="muted small">${EVIDENCE.lastIssuesText[lang]}</p>
<table class="issues"><thead><tr><th scope="col">${EVIDENCE.day[lang]}</th><th scope="col">${EVIDENCE.value[lang]}</th>${PARTIES.map((party) => html`<th scope="col">${sideMark(party, lang)}</th>`)}</tr></thead>
<tbody>${days.map((day) => pastDay(day, lang))}</tbody></table>`
}

function pastDay(past: PastDay, lang: Lang): Html {
  const { day, observed: seen } = past
  const edition = airIndexOn(day)
  const value =
    seen === null || seen.aqi === null
      ? html`<span class="muted">${(seen === null ? EVIDENCE.noDay : EVIDENCE.incomplete)[lang]}</span>`
      : html`${seen.aqi} ${seen.class === null ? '' : className(seen.class, edition, lang)}<span class="sub">${seen.complete ? REVIEW[seen.review][lang] : EVIDENCE.incomplete[lang]}</span>`
  return html`<tr><th scope="row"><time datetime="${day}">${dayHeading(day, lang)}</time></th><td>${value}</td>${PARTIES.map((party) => said(past, party, edition, lang))}</tr>
`
}

function said({ by }: PastDay, party: PartyId, edition: AirIndexStandard, lang: Lang): Html {
  const word = by[party]
  if (!word) return html`<td class="muted">${EVIDENCE.noForecast[lang]}</td>`
  return html`<td>${valueText(word.value, edition, lang)}${outcome(word.outcome, lang)}</td>`
}

function outcome(found: Outcome, lang: Lang): Html | null {
  switch (found.is) {
    case 'hit':
    case 'class-hit':
      return html`<span class="sub met">✓ ${found.is === 'hit' ? EVIDENCE.hit[lang] : EVIDENCE.classHit[lang]}</span>`
    case 'class-miss':
      return html`<span class="sub missed">✗ ${EVIDENCE.classMiss[lang]}</span>`
    case 'miss':
      return html`<span class="sub missed">✗ ${missText(found.by)[lang]}</span>`
    case 'other-edition':
      return html`<span class="sub">${EVIDENCE.otherEdition[lang]}</span>`
    default:
      return null
  }
}
