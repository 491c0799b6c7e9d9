/** One cell of the matrix: the joint value, beneath it small what each says, and only what differs loud. Kept terse, since a page has hundreds: its link is its name. */
import { html } from 'hono/html'
import { canonical, type JsonValue } from '../../../../contracts/jcs.ts'
import type { AirIndexStandard } from '../../../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Difference } from '../../../release/products/product.ts'
import type { Html, Lang } from '../../lang.ts'
import { TAKE } from '../../words/desk.ts'
import { COUNTED, MATRIX } from '../../words/desk-matrix.ts'
import { cellLink } from './links.ts'
import { figures, forecastIn, gradeMark, suggestedText, valueText } from './value.ts'
import type { CellView, DeskView } from './view.ts'
import { weatherLine } from './weather.ts'

/** A side in one letter, as the legend says. */
export const LETTER: Readonly<Record<PartyId, Readonly<Record<Lang, string>>>> = {
  cq: { zh: '渝', en: 'CQ' },
  sc: { zh: '川', en: 'SC' },
}

type Desk = Pick<DeskView, 'id' | 'kind' | 'editions' | 'weather'>

/** The cell. */
export function forecastCell(cell: CellView, desk: Desk, lang: Lang): Html {
  const content = desk.kind === 'warning' ? suggestion(cell, desk, lang) : forecast(cell, desk, lang)
  const loud = cell.loud > 0 || cell.objections > 0
  return html`<td${loud ? html` class="loud"` : null}>${content}${marks(cell, lang)}</td>`
}

function link({ id }: CellView, desk: Desk, lang: Lang, content: Html | string): Html {
  return html`<a href="${cellLink(desk.id, id, lang)}">${content}</a>`
}

function forecast(cell: CellView, desk: Desk, lang: Lang): Html {
  const edition = desk.editions.get(cell.column)
  if (!edition || !cell.editable)
    return html`${link(cell, desk, lang, MATRIX.unsaid[lang])}${weather(cell, desk, lang)}`
  const joint = forecastIn(desk.kind, cell.joint)
  const value = joint ? html`${gradeMark(joint, edition, lang)} ${figures(joint, lang)}` : MATRIX.noValue[lang]
  return html`${link(cell, desk, lang, html`${value}`)}${words(cell, desk, edition, lang)}${weather(cell, desk, lang)}`
}

/** What the forecasters go by; nobody edits or signs it. */
function weather({ id }: CellView, { kind, weather: found }: Desk, lang: Lang): Html | null {
  const line = kind === 'forecast' ? weatherLine(found, id, lang) : ''
  return line === '' ? null : html`<small class="weather">${line}</small>`
}

/** The owner first, then the other side, then the centre: who says something else has a line, the others share one. */
function words(cell: CellView, { kind }: Desk, edition: AirIndexStandard, lang: Lang): Html {
  const { guidance, joint, owner, sides } = cell
  const order = PARTIES.toSorted((a, b) => Number(b === owner) - Number(a === owner))
  const all: readonly (readonly [name: string, value: JsonValue])[] = [
    ...order.map((party) => [LETTER[party][lang], sides[party]] as const),
    [MATRIX.guidance[lang], guidance],
  ]
  const lines: string[] = []
  const rest: string[] = []
  for (const [name, value] of all) {
    const found = forecastIn(kind, value)
    if (!found) rest.push(`${name} ${MATRIX.notGiven[lang]}`)
    else if (joint !== null && canonical(value) === canonical(joint)) rest.push(`${name} ${MATRIX.same[lang]}`)
    else lines.push(`${name} ${valueText(found, edition, lang)}`)
  }
  if (rest.length > 0) lines.push(rest.join(' · '))
  return html`<small>${lines.map((line, at) => html`${at > 0 ? html`<br>` : null}${line}`)}</small>`
}

/** Out of the agreed forecast, and beneath it out of each side's own; where nothing is agreed yet, the sides' alone. */
function suggestion(cell: CellView, desk: Desk, lang: Lang): Html {
  const joint = suggestedText(cell.joint, lang)
  const own = PARTIES.map((party) => {
    const text = suggestedText(cell.sides[party], lang) ?? MATRIX.notGiven[lang]
    return `${LETTER[party][lang]} ${text}`
  })
  const lines = html`${own.map((line, at) => html`${at > 0 ? html`<br>` : null}${line}`)}`
  if (joint === null) return link(cell, desk, lang, lines)
  return html`${link(cell, desk, lang, joint)}<small>${lines}</small>`
}

/** What was done about it, and what differs: loud with a sign and words, the rest small. */
function marks(cell: CellView, lang: Lang): Html {
  const { differences, edit, objections, remarks } = cell
  const notes = [
    ...(edit ? [`${TAKE[edit.take][lang]} r${edit.revision}`] : []),
    ...(remarks > objections ? [`${MATRIX.remarks[lang]} ${remarks - objections}`] : []),
    ...differences.filter(({ loud }) => !loud).map((one) => shortText(one, lang)),
  ]
  const loud = [
    ...(objections > 0 ? [html`⚑ ${objections} ${COUNTED.objections(objections)[lang]}`] : []),
    ...differences.filter((one) => one.loud).map((one) => html`▲ ${shortText(one, lang)}`),
  ]
  return html`${notes.length > 0 ? html`<i>${notes.join(' · ')}</i>` : null}${loud.map((one) => html`<em>${one}</em>`)}`
}

/** A difference in short: both sides' values, which it tells as well, stand in the cell already. */
function shortText({ kind, text }: Difference, lang: Lang): string {
  const words = text[lang]
  if (kind !== 'between-sides') return words
  // What schemes suggest is told side by side, all else before a colon.
  if (words.includes(' — ')) return MATRIX.otherSuggestion[lang]
  return words.split(lang === 'zh' ? '：' : ': ', 1)[0] ?? words
}
