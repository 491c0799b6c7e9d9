/** Areas by days: one row an area, one column a day; on a narrow screen each area is a card. What nobody forecast says so. */

import { html } from 'hono/html'
import type { AirArea } from '../../../contracts/air-forecast/record.ts'
import type { ForecastCell, ForecastGap } from '../../release/release-types.ts'
import { type Html, href, type Lang } from '../lang.ts'
import { cityLink } from '../links.ts'
import { readFrom, takenFrom } from '../words/air.ts'
import { PARTY } from '../words/common.ts'
import { areaName } from './area-name.ts'
import { daysText, dayText, runsText, weekday } from './days.ts'
import { forecastValue, noForecast } from './value.ts'

/** What a table shows. */
export interface AreaTable {
  readonly cells: readonly ForecastCell[]
  readonly gaps: readonly ForecastGap[]
  readonly caption: string
  /** The heading over the areas. */
  readonly heading: string
}

/** An area with its cells by their first day. */
export interface Row {
  readonly area: AirArea
  readonly cells: ReadonlyMap<string, ForecastCell>
}

/** The areas in the order of their cells, those without any last. */
export function rowsOf({ cells, gaps }: Pick<AreaTable, 'cells' | 'gaps'>): readonly Row[] {
  const rows = new Map<string, { area: AirArea; cells: Map<string, ForecastCell> }>()
  for (const cell of cells) {
    const row = rows.get(cell.area.id)
    if (row) row.cells.set(cell.from, cell)
    else rows.set(cell.area.id, { area: cell.area, cells: new Map([[cell.from, cell]]) })
  }
  for (const { area } of gaps) if (!rows.has(area.id)) rows.set(area.id, { area, cells: new Map() })
  return [...rows.values()]
}

/** Its columns: each first day with the last. */
export function columnsOf({
  cells,
  gaps,
}: Pick<AreaTable, 'cells' | 'gaps'>): readonly (readonly [from: string, to: string])[] {
  const columns = new Map([...cells, ...gaps].map(({ from, to }) => [from, to]))
  return [...columns].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The table. */
export function areaTable(table: AreaTable, lang: Lang): Html {
  const columns = columnsOf(table)
  return html`<table class="areas stacked" role="table">
<caption class="sr">${table.caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${table.heading}</th>${columns.map(
    ([from, to]) => html`<th role="columnheader" scope="col">${columnText(from, to, lang)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rowsOf(table).map((row) => areaRow(row, columns, lang))}</tbody>
</table>`
}

function columnText(from: string, to: string, lang: Lang): string {
  return from === to ? `${dayText(from, lang)} ${weekday(from, lang)}` : daysText(from, to, lang)
}

/** One area's row. */
export function areaRow({ area, cells }: Row, columns: ReturnType<typeof columnsOf>, lang: Lang): Html {
  const name = areaName(area.name, lang)
  return html`<tr role="row"><th role="rowheader" scope="row">${area.kind === 'city' ? html`<a href="${href(cityLink(area.id), lang)}">${name}</a>` : name}<span class="sub">${PARTY[area.party][lang]}</span></th>${columns.map(
    ([from, to]) => {
      const cell = cells.get(from)
      return html`<td role="cell" data-label="${columnText(from, to, lang)}">${cell ? cellContent(cell, lang) : noForecast(lang)}</td>`
    },
  )}</tr>\n`
}

function cellContent(cell: ForecastCell, lang: Lang): Html {
  const taken = takenFrom(cell.take, cell.owner)
  return html`${forecastValue(cell, cell.from, lang)}${taken === null ? null : html` <span class="tag">${taken[lang]}</span>`}${
    cell.basis
      ? html`<span class="sub">${readFrom(runsText(cell.basis.days, lang), cell.basis.derived)[lang]}</span>`
      : null
  }`
}
