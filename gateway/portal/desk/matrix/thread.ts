/** What was said: remarks and objections, each with who, when and the revision it is about. Nobody changes them. */
import { html } from 'hono/html'
import type { Html, Lang } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { CELL } from '../../words/desk-cell.ts'
import { anchorText } from '../../words/desk-matrix.ts'
import { sideMark } from '../layout.ts'
import { nameIn } from '../name.ts'
import type { By, DeskView, RemarkView } from './view.ts'

/** Who did something, by post. */
export function byMark({ agency, operator, party }: By, lang: Lang): Html {
  return html`${sideMark(party, lang)} ${nameIn(operator, lang)} <span class="muted">${nameIn(agency, lang)}</span>`
}

/** How a remark names its cell; null for one on the whole. */
export type NameCell = (cell: string) => Html | string

/** A list of remarks, oldest first. Who raised an objection can say that it is settled. */
export function thread(remarks: readonly RemarkView[], view: DeskView, lang: Lang, name?: NameCell): Html {
  if (remarks.length === 0) return html`<p class="muted">${CELL.noRemark[lang]}</p>`
  return html`<ol class="thread">${remarks.map((one) => remark(one, view, lang, name))}</ol>`
}

function remark(one: RemarkView, view: DeskView, lang: Lang, name?: NameCell): Html {
  const { by, cell, kind, n, now, resolved, revision, text, time } = one
  const standing = kind === 'objection' && resolved === null
  const head = [
    kind === 'objection' ? html`<strong>⚑ ${CELL.objection[lang]}</strong>` : CELL.comment[lang],
    ...(cell !== null && name ? [name(cell)] : []),
    html`${byMark(by, lang)}`,
    html`<time datetime="${time}">${localTime(time, lang)}</time>`,
    ...(cell === null ? [] : [anchorText(revision, now)[lang]]),
    ...(standing ? [html`<strong class="missed">${CELL.standing[lang]}</strong>`] : []),
  ]
  return html`<li class="${kind}${standing ? ' standing' : ''}" id="remark-${n}">
<p class="byline">${head.map((part) => html`<span>${part}</span>`)}</p>
<p class="said">${text}</p>
${resolved === null ? null : html`<p class="settled"><span class="met">✓ ${CELL.settled[lang]}</span><span class="said">${resolved.text}</span></p>`}
${standing && by.party === view.person.party && view.person.posts.length > 0 ? html`<p class="actions acting" hidden><button type="button" class="button plain" data-resolve="${n}">${CELL.resolve[lang]}</button></p>` : null}
</li>`
}
