/** Cities as tiles on a schematic grid, with the table that says the same beside it. No outlines and no map (示意，非地图). */

import { html } from 'hono/html'
import type { AirArea } from '../../../contracts/air-forecast/record.ts'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import { rangePhrase } from '../../release/products/air/phrases.ts'
import type { ForecastCell } from '../../release/release-types.ts'
import { type Html, href, type Lang } from '../lang.ts'
import { cityLink } from '../links.ts'
import { AIR } from '../words/air.ts'
import { TILES } from '../words/cities.ts'
import { areaName } from './area-name.ts'
import { TILE_PLACES } from './tile-places.ts'
import { gradeChips, noForecast, primaryText, shortGrade } from './value.ts'

/** A city on one day; `cell` null where nobody forecast it. */
export interface CityDay {
  readonly area: AirArea
  readonly cell: ForecastCell | null
}

/** The tiles and the table. */
export function tileMap(cities: readonly CityDay[], caption: string, lang: Lang): Html {
  return html`<div class="tilemap">
<figure><div class="tiles" aria-hidden="true">${cities.map((city) => tile(city, lang))}</div>
<figcaption>${TILES.schematic[lang]}</figcaption></figure>
${cityTable(cities, caption, lang)}
</div>`
}

/** `成都`, `阿坝州`: a name short enough for a tile. */
export function shortName(name: string): string {
  return name.replace(/(?:藏族羌族|藏族|彝族)自治州$/, '州').replace(/市$/, '')
}

function tile({ area, cell }: CityDay, lang: Lang): Html | null {
  const place = TILE_PLACES[area.id]
  if (!place) return null
  const [column, row] = place
  const where = `x${column} y${row}`
  const name = html`<b lang="zh-CN">${shortName(area.name)}</b>`
  if (!cell) return html`<div class="tile c0 ${where}">${name}<span>${TILES.none[lang]}</span></div>`
  const range = cell.aqi === null ? '' : rangePhrase(cell.aqi)
  return html`<div class="tile a${cell.class.max} ${where}">${name}<span>${shortGrade(cell.class, airIndexOn(cell.from), lang)}</span><span>${range}</span></div>`
}

/** The heading has the unit; the style sheet says it again where there is no heading. */
function rangeCell({ aqi }: ForecastCell, lang: Lang): Html {
  if (aqi === null) return html`<td role="cell" class="number"><span class="muted">${TILES.noRange[lang]}</span></td>`
  return html`<td role="cell" class="number has">${rangePhrase(aqi)}</td>`
}

/** The same as a table. */
function cityTable(cities: readonly CityDay[], caption: string, lang: Lang): Html {
  return html`<table class="cities" role="table">
<caption class="sr">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${AIR.city[lang]}</th><th role="columnheader" scope="col">${AIR.grade[lang]}</th><th role="columnheader" scope="col" class="number">AQI</th><th role="columnheader" scope="col">${AIR.primary[lang]}</th></tr></thead>
<tbody role="rowgroup">${cities.map(
    ({ area, cell }) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="${href(cityLink(area.id), lang)}">${areaName(shortName(area.name), lang)}</a></th>${
        cell
          ? html`<td role="cell">${gradeChips(cell.class, airIndexOn(cell.from), lang)}</td>${rangeCell(cell, lang)}<td role="cell">${primaryText(cell, lang)}</td>`
          : html`<td role="cell">${noForecast(lang)}</td><td role="cell" class="number"><span class="muted">—</span></td><td role="cell"><span class="muted">—</span></td>`
      }</tr>\n`,
  )}</tbody>
</table>`
}
