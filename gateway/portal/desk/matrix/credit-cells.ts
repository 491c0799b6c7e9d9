/** Ratings of one enterprise on the desk: the row's cells, its cell page's facts, and the part of the page on what the list does not have. */
import { html } from 'hono/html'
import { AUTHORITY_NAMES } from '../../../../adapters/standards/credit-compare.ts'
import { ratingTitle, schemeTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { withheldText } from '../../../release/products/credit/beside.ts'
import type { WithheldRating } from '../../../release/products/credit/withheld.ts'
import type { Difference } from '../../../release/products/product.ts'
import { dated, type Html, type Lang, properName } from '../../lang.ts'
import { mixed } from '../../mixed.ts'
import { PARTY } from '../../words/common.ts'
import { CREDIT, spanText } from '../../words/credit.ts'
import { CELL } from '../../words/desk-cell.ts'
import { COUNTED, MATRIX } from '../../words/desk-matrix.ts'
import { sideMark } from '../layout.ts'
import type { CreditRowView, CreditWord } from './credit-view.ts'
import { EVIDENCE_LIMITS } from './limits.ts'
import { cellLink } from './links.ts'
import type { DeskRow } from './rows.ts'
import type { CellView, DeskView } from './view.ts'

const NONE: CreditRowView = { code: '', sides: { cq: [], sc: [] }, withheld: [], beside: [], only: null }

/** The enterprise, by name and code. */
export function creditHeading({ row: { id, title } }: DeskRow, lang: Lang): Html {
  return html`<th scope="row">${properName(title.zh, lang)}<small><code>${id}</code></small></th>`
}

/** Both sides' ratings, what differs, and the way to what was said. */
export function creditCells({ row, cells }: DeskRow, { credit, id }: DeskView, lang: Lang): Html {
  const [cell] = cells
  const found = credit?.rows.get(row.id) ?? NONE
  const [differences, objections, remarks] = [cell?.differences ?? [], cell?.objections ?? 0, cell?.remarks ?? 0]
  const loud = differences.some((one) => one.loud)
  return html`${PARTIES.map((party) => html`<td>${sideCell(found, party, lang)}</td>`)}
<td${loud ? html` class="loud"` : null}>${differences.length === 0 ? html`<span class="muted">–</span>` : differences.map((one) => differenceLine(one, lang))}</td>
<td${objections > 0 ? html` class="loud"` : null}><a href="${cellLink(id, row.id, lang)}">${MATRIX.remark[lang]}</a>${remarks > 0 ? html` <span class="count">${remarks}</span>` : null}${objections > 0 ? html`<em>⚑ ${objections} ${COUNTED.objections(objections)[lang]}</em>` : null}</td>`
}

function differenceLine({ loud, text }: Difference, lang: Lang): Html {
  return loud ? html`<em>▲ ${text[lang]}</em>` : html`<i>${text[lang]}</i>`
}

function sideCell({ sides, withheld }: CreditRowView, party: PartyId, lang: Lang): Html {
  const beside = withheld.filter(({ held }) => held.party === party)
  const own = sides[party]
  if (own.length === 0 && beside.length === 0) return html`<span class="muted">${MATRIX.noneListed[lang]}</span>`
  return html`${own.map((word) => ratingWords(word, lang))}${beside.map((one) => withheldWords(one, lang))}`
}

function ratingWords({ lapse, record, setAside }: CreditWord, lang: Lang): Html {
  const { authority, scheme, validity } = record
  const title = ratingTitle(record)[lang]
  return html`<div class="rating-of${setAside || lapse ? ' aside' : ''}">${lapse ? html`<s>${title}</s>` : html`<b>${title}</b>`}${setAside ? html` <span class="tag">${CREDIT.setAside[lang]}</span>` : null}
<small>${authority.name === null ? null : html`${properName(authority.name, lang)} · `}${AUTHORITY_NAMES[authority.level][lang]}<br>${schemeTitle(scheme)[lang]}${validity ? html`<br>${dated(spanText(validity.from, validity.to)[lang])}` : null}</small>${lapse ? html`<em>${MATRIX.mustGo[lang]}${lang === 'zh' ? '：' : ': '}${withheldText(lapse)[lang]}</em>` : null}</div>`
}

function withheldWords(one: WithheldRating, lang: Lang): Html {
  const { record } = one.held
  return html`<div class="rating-of aside"><i>${ratingTitle(record)[lang]} · ${AUTHORITY_NAMES[record.authority.level][lang]}<br>${MATRIX.notListed[lang]}${lang === 'zh' ? '：' : ': '}${withheldText(one)[lang]}</i></div>`
}

/** All facts of both sides' ratings, for the page of the cell. */
export function creditWords({ credit }: DeskView, { row }: CellView, lang: Lang): Html {
  const found = credit?.rows.get(row)
  if (!found) return html``
  const heads = [CELL.who, CREDIT.national, CREDIT.authority, CREDIT.scheme, CREDIT.validity, CREDIT.basis]
  const lines = PARTIES.flatMap((party) => [
    ...found.sides[party].map((word) => wordRow(party, word, lang)),
    ...found.withheld.filter(({ held }) => held.party === party).map((one) => withheldRow(one, heads.length, lang)),
  ])
  return html`<p><code>${row}</code></p><table class="cards"><caption class="sr">${CELL.said[lang]}</caption><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead><tbody>${lines}</tbody></table>`
}

function wordRow(party: PartyId, { lapse, record, setAside }: CreditWord, lang: Lang): Html {
  const { authority, publicationBasis: basis, scheme, validity } = record
  const state = lapse
    ? html`<strong class="missed">${MATRIX.mustGo[lang]} · ${withheldText(lapse)[lang]}</strong>`
    : null
  return html`<tr><th scope="row">${sideMark(party, lang)}${setAside ? html`<span class="sub">${CREDIT.setAside[lang]}</span>` : null}</th>
<td data-label="${CREDIT.national[lang]}"><span><b>${ratingTitle(record)[lang]}</b> ${state}</span></td><td data-label="${CREDIT.authority[lang]}"><span>${AUTHORITY_NAMES[authority.level][lang]}${authority.name === null ? null : html` ${properName(authority.name, lang)}`}</span></td>
<td data-label="${CREDIT.scheme[lang]}"><span>${mixed(schemeTitle(scheme), lang)}</span></td><td data-label="${CREDIT.validity[lang]}"><span>${validity ? dated(spanText(validity.from, validity.to)[lang]) : '–'}</span></td>
<td data-label="${CREDIT.basis[lang]}"><span>${basis?.document ? properName(basis.document, lang) : '–'}</span></td></tr>
`
}

function withheldRow(one: WithheldRating, width: number, lang: Lang): Html {
  const { party, record } = one.held
  return html`<tr><th scope="row">${sideMark(party, lang)}</th><td colspan="${width - 1}" class="muted">${MATRIX.notListed[lang]}${lang === 'zh' ? '：' : ': '}“${ratingTitle(record)[lang]}” ${withheldText(one)[lang]}</td></tr>
`
}

/** What the list does not have: the ratings of enterprises without a row among them. Nothing for what is no list of ratings. */
export function withheldPart({ credit }: DeskView, lang: Lang): Html | null {
  if (!credit) return null
  const all = [...[...credit.rows.values()].flatMap(({ withheld }) => withheld), ...credit.elsewhere]
  return html`<section class="part" id="withheld" aria-labelledby="withheld-title"><h2 id="withheld-title">${MATRIX.withheld[lang]}</h2>
<p class="muted small">${MATRIX.withheldText[lang]}</p>${withheldTable(all, lang)}</section>`
}

/** Withheld ratings by enterprise and code, each with whose it is, its level and why it is not on the list. */
export function withheldTable(all: readonly WithheldRating[], lang: Lang): Html {
  if (all.length === 0) return html`<p>${MATRIX.withheldNone[lang]}</p>`
  const { withheld: most } = EVIDENCE_LIMITS
  const heads = [MATRIX.enterprise, CELL.who, CREDIT.national, CREDIT.authority, MATRIX.why]
  return html`<details class="inside"${all.length <= 20 ? html` open` : null}><summary>${MATRIX.oneByOne[lang]} <span class="count">${all.length}</span></summary><table class="cards withheld"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead>
<tbody>${all.slice(0, most).map((one) => {
    const { party, record } = one.held
    return html`<tr><th scope="row">${properName(record.enterprise.name, lang)}<span class="sub"><code>${record.enterprise.code}</code></span></th><td data-label="${CELL.who[lang]}"><span>${PARTY[party][lang]}</span></td><td data-label="${CREDIT.national[lang]}"><span>${ratingTitle(record)[lang]}</span></td><td data-label="${CREDIT.authority[lang]}"><span>${AUTHORITY_NAMES[record.authority.level][lang]}${record.authority.name === null ? null : html` ${properName(record.authority.name, lang)}`}</span></td><td data-label="${MATRIX.why[lang]}"><span>${withheldText(one)[lang]}</span></td></tr>
`
  })}</tbody></table>${all.length > most ? html`<p class="muted">${MATRIX.withheldMore[lang]} ${all.length - most}</p>` : null}</details>`
}
