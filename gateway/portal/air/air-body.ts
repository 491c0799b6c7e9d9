/** A joint forecast, or an outlook by zones, on its page. */

import { html } from 'hono/html'
import { PARTIES } from '../../../contracts/types.ts'
import type { AirRelease, ForecastCell, ForecastGap } from '../../release/release-types.ts'
import { MOST_LINES } from '../banners.ts'
import { type Html, type Lang, properName } from '../lang.ts'
import { MOST_ATTACHMENTS } from '../provenance.ts'
import type { ReleaseBody } from '../release-body.ts'
import { AIR, cellsOf, GAP, moreAreas, moreReasons } from '../words/air.ts'
import { LIST, PARTY } from '../words/common.ts'
import { airAnswer, isOutlook } from './air-answer.ts'
import { airChanges } from './air-changes.ts'
import { areaName } from './area-name.ts'
import { areaRow, areaTable, columnsOf, type Row, rowsOf } from './area-table.ts'
import { daysText, dayText } from './days.ts'
import { healthSection } from './health.ts'
import { forecastValue } from './value.ts'

/** Bytes: what a page may weigh, what all but the parts below come to, and a line of changes. Districts and counties get what is left; the rest of them is in the files. */
const LIMIT = { page: 94_000, frame: 14_000, change: 300 } as const

/** Bytes for values with a reason, and those of a row beside its reason; the rest is in the files. */
const ROOM_FOR_REASONS = 12_000
const REASON_ROW = 450
const encoder = new TextEncoder()

/** The body. */
export function airBody(release: AirRelease, lang: Lang): ReleaseBody {
  const outlook = isOutlook(release)
  const counties = release.cells.filter(({ area }) => area.kind !== 'city' && area.kind !== 'zone')
  const answer = airAnswer(release, lang)
  const parts: ReleaseBody['parts'] = [
    { id: 'table', title: outlook ? AIR.outlookTable : AIR.table, body: mainTable(release, lang) },
    { id: 'health', title: AIR.health, body: healthSection(release.cells, lang) },
    { id: 'gaps', title: AIR.gaps, body: gapsSection(release.gaps, lang) },
    { id: 'reasons', title: AIR.reasons, body: reasonsSection(release.cells, lang) },
  ]
  const taken = [answer, ...parts.map(({ body }) => body)].reduce((sum, one) => sum + weight(one), told(release))
  return {
    answer,
    changes: airChanges(release, lang),
    changed: AIR.area,
    parts:
      counties.length === 0
        ? parts
        : parts.toSpliced(1, 0, {
            id: 'counties',
            title: AIR.counties,
            body: countyTable(counties, LIMIT.page - LIMIT.frame - taken, lang),
          }),
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

/** What the two sides wrote and sealed, and what a correction changed. */
function told({ attachments, changes, reason, statement }: AirRelease): number {
  const named = attachments.slice(0, MOST_ATTACHMENTS)
  const written = [statement ?? '', reason ?? '', ...named.map(({ name }) => name)].join('')
  return LIMIT.change * (Math.min(changes.length, MOST_LINES) + named.length) + bytesOf(written)
}

/** What cannot be measured at once has no room. */
function weight(part: Html): number {
  return part instanceof Promise ? Number.POSITIVE_INFINITY : bytesOf(String(part))
}

function bytesOf(text: string): number {
  return encoder.encode(text).length
}

function countyTable(cells: readonly ForecastCell[], bytes: number, lang: Lang): Html {
  const rows = rowsOf({ cells, gaps: [] })
  const columns = columnsOf({ cells, gaps: [] })
  const shown: Row[] = []
  let room = bytes
  for (const row of rows) {
    room -= weight(areaRow(row, columns, lang))
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
      ([one], at) => html`${at === 0 ? null : LIST[lang]}${one ? areaName(one.area.name, lang) : null}`,
    )}</dd></div>`
  })}</dl>`
}

/** Values the two sides gave a reason for: those they set themselves, and those taken from one of them or from both. */
function reasonsSection(cells: readonly ForecastCell[], lang: Lang): Html {
  const set = cells.filter(({ reason, take }) => take === 'own' || reason !== null)
  if (set.length === 0) return html`<p>${AIR.noReasons[lang]}</p>`
  const shown: ForecastCell[] = []
  let room = ROOM_FOR_REASONS
  for (const cell of set) {
    room -= REASON_ROW + bytesOf(cell.reason ?? '')
    if (room < 0) break
    shown.push(cell)
  }
  const left = set.length - shown.length
  return html`<table class="reasons"><thead><tr>${[AIR.area, AIR.day, AIR.value, AIR.reason].map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${shown.map(
    (cell) =>
      html`<tr><th scope="row">${areaName(cell.area.name, lang)}</th><td>${cell.from === cell.to ? dayText(cell.from, lang) : daysText(cell.from, cell.to, lang)}</td><td>${forecastValue(cell, cell.from, lang)}</td><td>${cell.reason === null ? null : properName(cell.reason, lang)}</td></tr>`,
  )}</tbody></table>${left === 0 ? null : html`<p class="lead">${moreReasons(left)[lang]}</p>`}`
}
