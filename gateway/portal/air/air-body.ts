/** A joint forecast, or an outlook by zones, on its page. */
import { html } from 'hono/html'
import { PARTIES } from '../../../contracts/types.ts'
import type { AirRelease, ForecastCell, ForecastGap } from '../../release/release-types.ts'
import { type Html, type Lang, properName } from '../lang.ts'
import type { ReleaseBody } from '../release-body.ts'
import { AIR, cellsOf, GAP, moreAreas } from '../words/air.ts'
import { LIST, PARTY } from '../words/common.ts'
import { airAnswer, isOutlook } from './air-answer.ts'
import { airChanges } from './air-changes.ts'
import { areaTable, rowsOf } from './area-table.ts'
import { daysText, dayText } from './days.ts'
import { healthSection } from './health.ts'
import { forecastValue } from './value.ts'

/** So many values of districts and counties at most; the rest is in the files, so that the page stays light. */
const MOST_COUNTY_CELLS = 150

/** The body. */
export function airBody(release: AirRelease, lang: Lang): ReleaseBody {
  const outlook = isOutlook(release)
  const counties = release.cells.filter(({ area }) => area.kind !== 'city' && area.kind !== 'zone')
  return {
    answer: airAnswer(release, lang),
    changes: airChanges(release, lang),
    changed: AIR.area,
    parts: [
      { id: 'table', title: outlook ? AIR.outlookTable : AIR.table, body: mainTable(release, lang) },
      ...(counties.length === 0 ? [] : [{ id: 'counties', title: AIR.counties, body: countyTable(counties, lang) }]),
      { id: 'health', title: AIR.health, body: healthSection(release.cells, lang) },
      { id: 'gaps', title: AIR.gaps, body: gapsSection(release.gaps, lang) },
      { id: 'reasons', title: AIR.reasons, body: reasonsSection(release.cells, lang) },
    ],
    origin: [
      {
        title: AIR.forecast,
        text: html`${PARTIES.map((party) => html`<span class="line">${cellsOf(PARTY[party], release.cells.filter(({ owner }) => owner === party).length)[lang]}</span>`)}`,
      },
      { title: AIR.kind, text: AIR.kindText[lang] },
    ],
    files: { csv: AIR.csv, geojson: AIR.geojson, xlsx: AIR.xlsx },
    register: AIR.register,
  }
}

function mainTable(release: AirRelease, lang: Lang): Html {
  const outlook = isOutlook(release)
  const kind = outlook ? 'zone' : 'city'
  const cells = release.cells.filter(({ area }) => area.kind === kind)
  const [caption, heading] = outlook ? [AIR.outlookTable, AIR.zone] : [AIR.table, AIR.city]
  return html`<p class="lead">${(outlook ? AIR.outlookLead : AIR.tableLead)[lang]}</p>
${areaTable({ cells, gaps: release.gaps, caption: caption[lang], heading: heading[lang] }, lang)}`
}

function countyTable(cells: readonly ForecastCell[], lang: Lang): Html {
  const rows = rowsOf({ cells, gaps: [] })
  const shown: (typeof rows)[number][] = []
  let room = MOST_COUNTY_CELLS
  for (const row of rows) {
    room -= row.cells.size
    if (room >= 0) shown.push(row)
  }
  const left = rows.length - shown.length
  const ids = new Set(shown.map(({ area }) => area.id))
  const table = {
    cells: cells.filter(({ area }) => ids.has(area.id)),
    gaps: [],
    caption: AIR.counties[lang],
    heading: AIR.area[lang],
  }
  return html`${areaTable(table, lang)}${left === 0 ? null : html`<p class="lead">${moreAreas(left)[lang]}</p>`}`
}

/** Areas that lack the same days for the same reason stand together. */
function gapsSection(gaps: readonly ForecastGap[], lang: Lang): Html {
  if (gaps.length === 0) return html`<p>${AIR.noneAll[lang]}</p>`
  const areas = Map.groupBy(gaps, ({ area, reason }) => `${reason} ${area.id}`)
  const alike = Map.groupBy([...areas.values()], (own) => own.map(({ from, reason }) => `${reason} ${from}`).join())
  return html`<p class="lead">${AIR.gapsLead[lang]}</p>
<dl class="gaps">${[...alike.values()].map((group) => {
    const [own = []] = group
    const [gap] = own
    if (!gap) return null
    const days = own.map(({ from, to }) => daysText(from, to, lang)).join(LIST[lang])
    return html`<div><dt>${GAP[gap.reason][lang]} <span class="muted">${days}</span></dt><dd>${group.map(
      ([one], at) => html`${at === 0 ? null : LIST[lang]}${one ? properName(one.area.name, lang) : null}`,
    )}</dd></div>`
  })}</dl>`
}

/** What the two sides set otherwise than either's forecast, each with the reason they gave. */
function reasonsSection(cells: readonly ForecastCell[], lang: Lang): Html {
  const set = cells.filter(({ reason, take }) => take === 'own' || reason !== null)
  if (set.length === 0) return html`<p>${AIR.noReasons[lang]}</p>`
  return html`<table class="reasons"><thead><tr>${[AIR.area, AIR.day, AIR.value, AIR.reason].map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${set.map(
    (cell) =>
      html`<tr><th scope="row">${properName(cell.area.name, lang)}</th><td>${cell.from === cell.to ? dayText(cell.from, lang) : daysText(cell.from, cell.to, lang)}</td><td>${forecastValue(cell, cell.from, lang)}</td><td>${cell.reason === null ? null : properName(cell.reason, lang)}</td></tr>`,
  )}</tbody></table>`
}
