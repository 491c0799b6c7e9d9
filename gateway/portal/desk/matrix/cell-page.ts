/** `/desk/{id}/cells/{cell}`: all there is to know of one cell — what each says, the neighbours, what differs, what was said. The panel shows its parts. */
import { html } from 'hono/html'
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import type { JsonValue } from '../../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { primaryPhrase, rangePhrase } from '../../../release/products/air/phrases.ts'
import type { Difference } from '../../../release/products/product.ts'
import type { ForecastValue, OutlookBasis } from '../../../release/release-types.ts'
import { areaName } from '../../air/area-name.ts'
import type { Html, Lang, PageOptions } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { LIST, PARTY } from '../../words/common.ts'
import { TAKE } from '../../words/desk.ts'
import { CELL } from '../../words/desk-cell.ts'
import { MATRIX, revisionText } from '../../words/desk-matrix.ts'
import { deskLayout, sideMark } from '../layout.ts'
import { creditWords } from './credit-cells.ts'
import { below, deskLink } from './links.ts'
import { nameOf } from './page.ts'
import { byMark, thread } from './thread.ts'
import { forecastIn, gradeMark, suggestedText, valueText } from './value.ts'
import type { CellView, DeskView } from './view.ts'
import { weatherBeside, weatherRows } from './weather.ts'
import { whatIf } from './what-if.ts'

/** An area across the boundary and its joint value on the day. */
export interface Neighbour {
  readonly area: AirArea
  readonly joint: JsonValue
}

/** Neighbours of the cell's area; null where the register does not mark it as adjoining the boundary. */
export type Neighbours = readonly Neighbour[] | null

/** The page. */
export function cellPage(view: DeskView, cell: CellView, neighbours: Neighbours, options: PageOptions): Html {
  const { lang } = options
  const { id, now, person, sandbox, title } = view
  const name = nameOf(view, cell.id, lang)
  const main = html`<article class="prose cell-page">
<p><a href="${deskLink(id, lang)}">${CELL.back[lang]}</a></p>
<h1>${name} <small>${title[lang]}</small></h1>
<div id="words">${words(view, cell, neighbours, lang)}</div>
<div id="talk">${talk(view, cell, lang)}</div>
</article>`
  return deskLayout({ title: `${name} · ${title[lang]}`, sandbox, person, main, now }, options)
}

function words(view: DeskView, cell: CellView, neighbours: Neighbours, lang: Lang): Html {
  if (view.kind === 'water') return html``
  if (view.kind === 'credit')
    return html`${creditWords(view, cell, lang)}<h3>${CELL.differences[lang]}</h3>${differences(cell.differences, lang)}`
  const forecast = view.kind !== 'warning'
  return html`${forecast ? said(view, cell, lang) : suggested(cell, lang)}
${forecast ? null : whatIf(view, cell, lang)}
${revised(cell, lang)}
<h3>${CELL.differences[lang]}</h3>${differences(cell.differences, lang)}
${forecast ? html`<h3>${CELL.across[lang]}</h3>${across(view, cell, neighbours, lang)}` : null}
${forecast ? html`<p><a href="${below(view.id, `rows/${cell.row}`, lang)}" data-evidence="${cell.row}">${CELL.evidence[lang]}</a></p>` : null}`
}

function said(view: DeskView, cell: CellView, lang: Lang): Html {
  const { guidance, joint, owner, sides } = cell
  const heads = [CELL.who, CELL.class, CELL.aqi, CELL.primary]
  const order = PARTIES.toSorted((a, b) => Number(b === owner) - Number(a === owner))
  const role = (party: PartyId): string => (party === owner ? CELL.owner[lang] : CELL.second[lang])
  return html`<table class="said-by"><caption>${CELL.said[lang]}</caption><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead>
<tbody>${valueRow(html`<strong>${CELL.joint[lang]}</strong>`, joint, view, cell, lang)}
${order.map((party) => valueRow(html`${sideMark(party, lang)} <span class="muted">${role(party)}</span>`, sides[party], view, cell, lang))}
${valueRow(CELL.guidance[lang], guidance, view, cell, lang)}
${view.kind === 'forecast' ? weatherRows(view.weather, cell.id, lang) : null}</tbody></table>`
}

function valueRow(head: Html | string, json: JsonValue, view: DeskView, { column }: CellView, lang: Lang): Html {
  const value = forecastIn(view.kind, json)
  const edition = view.editions.get(column)
  if (!value || !edition)
    return html`<tr><th scope="row">${head}</th><td colspan="3" class="muted">${MATRIX.notGiven[lang]}</td></tr>\n`
  return html`<tr><th scope="row">${head}${basisLine(value, lang)}</th><td>${gradeMark(value, edition, lang)}</td><td>${value.aqi ? rangePhrase(value.aqi) : MATRIX.onlyClass[lang]}</td><td>${primaryPhrase(value.primary)[lang]}</td></tr>
`
}

function basisLine(value: ForecastValue & { readonly basis?: OutlookBasis | null }, lang: Lang): Html | null {
  if (!value.basis) return null
  const { days, derived } = value.basis
  return html`<span class="sub">${CELL.basis[lang]} ${days.join(LIST[lang])}${derived ? html` · ${CELL.derived[lang]}` : null}</span>`
}

function suggested({ joint, sides }: CellView, lang: Lang): Html {
  const row = (head: Html | string, value: JsonValue): Html =>
    html`<tr><th scope="row">${head}</th><td>${suggestedText(value, lang) ?? html`<span class="muted">${MATRIX.notGiven[lang]}</span>`}</td></tr>`
  return html`<table class="said-by"><caption>${CELL.said[lang]}</caption><thead><tr><th scope="col">${CELL.who[lang]}</th><th scope="col">${CELL.value[lang]}</th></tr></thead>
<tbody>${row(html`<strong>${CELL.joint[lang]}</strong>`, joint)}${PARTIES.map((party) => row(sideMark(party, lang), sides[party]))}</tbody></table>`
}

/** Whose revision stands, and why. */
function revised({ edit }: CellView, lang: Lang): Html | null {
  if (!edit) return null
  const { by, reason, revision, take, time } = edit
  return html`<p class="byline"><span>${revisionText(revision)[lang]}</span><span>${TAKE[take][lang]}</span><span>${byMark(by, lang)}</span><time datetime="${time}">${localTime(time, lang)}</time></p>
${reason === null ? null : html`<p class="said">${reason}</p>`}`
}

function differences(all: readonly Difference[], lang: Lang): Html {
  if (all.length === 0) return html`<p class="muted">${CELL.noDifference[lang]}</p>`
  return html`<ul class="differences">${all.map(({ loud, text }) =>
    loud
      ? html`<li class="loud"><strong><span aria-hidden="true">▲</span> ${CELL.loud[lang]}</strong> ${text[lang]}</li>`
      : html`<li><span class="muted">${CELL.quiet[lang]}</span> ${text[lang]}</li>`,
  )}</ul>`
}

function across(view: DeskView, { column }: CellView, neighbours: Neighbours, lang: Lang): Html {
  if (neighbours === null) return html`<p class="muted">${CELL.acrossNone[lang]}</p>`
  const edition = view.editions.get(column)
  const told = neighbours.flatMap(({ area, joint }) => {
    const value = forecastIn(view.kind, joint)
    return value && edition ? [{ area, text: valueText(value, edition, lang) }] : []
  })
  if (told.length === 0) return html`<p class="muted">${CELL.acrossUnsaid[lang]}</p>`
  return html`<ul>${told.map(({ area, text }) => html`<li>${areaName(area.name, lang)} <span class="muted">${PARTY[area.party][lang]}</span> ${text}${weatherBeside(view.weather, area.id, column, lang)}</li>`)}</ul>`
}

function talk(view: DeskView, cell: CellView, lang: Lang): Html {
  const own = view.remarks.filter((one) => one.cell === cell.id)
  return html`<h3>${CELL.thread[lang]}</h3>${thread(own, view, lang)}`
}
