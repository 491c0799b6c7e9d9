/** `/desk`: what waits for its reader before anything else, then every consultation of both sides, today's roster and words handed over. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { WaitingDuty } from '../../../release/consultation/due.ts'
import { type Html, href, type Lang, type PageOptions, properName } from '../../lang.ts'
import { releaseLinks } from '../../links.ts'
import { localTime, periodDays } from '../../time.ts'
import { LIST, PARTY } from '../../words/common.ts'
import { DESK, DUTY, POST } from '../../words/desk.ts'
import { DESK_LIST, liveListWords, pageOf, reminderText, STAGE_NAME } from '../../words/desk-list.ts'
import { countdown, deskLayout, sideMark, statusMark } from '../layout.ts'
import { nameIn } from '../name.ts'
import { type DeskListView, type DutyLine, type Filter, type NextLine, type Note, ROWS, type Row } from './view.ts'

const deskLink = (id: string, lang: Lang, page = ''): string => href(`/desk/${encodeURIComponent(id)}${page}`, lang)

/** The page. */
export function deskListPage(view: DeskListView, options: PageOptions): Html {
  const { lang } = options
  const { person, sandbox, now, waiting } = view
  const mayDraft = person.posts.includes('drafter')
  const main = html`<div class="desk-head"><h1>${DESK_LIST.title[lang]}</h1>${
    mayDraft ? html`<a class="button" href="${href('/desk/new', lang)}">${DESK_LIST.start[lang]}</a>` : null
  }</div>
<p class="live muted small" id="live" data-words="${JSON.stringify(liveListWords(lang))}"><span></span> <span role="status"></span></p>
<section class="waiting" id="tasks" aria-labelledby="waiting"><h2 id="waiting">${DESK_LIST.waiting[lang]}${waiting.length > 0 ? html` <span class="count">${waiting.length}</span>` : null}</h2>
${
  waiting.length > 0
    ? html`<ul class="tasks">${waiting.map((one) => task(one, now, lang))}</ul>`
    : html`<p class="muted">${person.posts.length === 0 ? DESK_LIST.auditor[lang] : DESK_LIST.nothing[lang]}</p>`
}
</section>
${view.notes.length === 0 ? html`<section id="handed-over" hidden></section>` : html`<section class="part" id="handed-over" aria-labelledby="notes"><h2 id="notes">${DESK_LIST.notes[lang]}</h2><ul class="hand-overs">${view.notes.map((one) => note(one, lang))}</ul></section>`}
<section class="part" id="consultations" aria-labelledby="all"><h2 id="all">${DESK_LIST.all[lang]}</h2>
${filters(view, lang)}
${list(view, lang)}
</section>
<section class="part" id="roster" aria-labelledby="duty"><h2 id="duty">${DESK_LIST.duty[lang]}</h2>${roster(view.duty, lang)}</section>`
  return deskLayout(
    { title: DESK_LIST.title[lang], sandbox, person, main, now, scripts: ['desk-list'] },
    { ...options, query: queryOf(view.filter) },
  )
}

function task(duty: WaitingDuty, now: number, lang: Lang): Html {
  const { act, by, consultation, deadlineDay, escalation, established, period, reminders, title } = duty
  const checking = act === 'review-and-agree' || act === 'sign'
  const word = act === 'sign' ? DESK_LIST.sign : checking ? DESK_LIST.check : DESK_LIST.open
  const reminder = reminders.at(-1)
  return html`<li class="task">
<div><h3><a href="${deskLink(consultation, lang)}">${title[lang]}</a></h3>
<p class="when">${periodDays(period, lang)} · <strong>${DUTY[act][lang]}</strong></p>
${reminder === undefined ? null : html`<p class="reminder">${reminderText(reminder)[lang]}</p>`}
${escalation === null ? null : html`<p class="missed">${DESK_LIST.lapsed[lang]}${lang === 'zh' ? '。' : '. '}${DESK_LIST.turnTo[lang]}${escalation[lang]}</p>`}
${established ? null : html`<p class="muted small">${DESK_LIST.notEstablished[lang]}</p>`}</div>
<div class="by">${countdown(by, now, lang)}${deadlineDay?.note ? html`<span class="sub">${deadlineDay.note[lang]}</span>` : null}
<a class="button" href="${deskLink(consultation, lang, checking ? '/check' : '')}">${word[lang]}<span class="sr"> ${title[lang]} ${periodDays(period, lang)}</span></a></div>
</li>`
}

function note({ consultation, title, period, from, text, time, forAll }: Note, lang: Lang): Html {
  return html`<li><p lang="zh-CN" class="said">${text}</p>
<p class="muted small">${nameIn(from, lang)} · <time datetime="${time}">${localTime(time, lang)}</time> · ${forAll ? DESK_LIST.toAll[lang] : DESK_LIST.toYou[lang]} · <a href="${deskLink(consultation, lang)}">${title[lang]} ${periodDays(period, lang)}</a></p></li>`
}

/** What a filter is in a query, pages apart. */
function queryOf({ product, stage }: Pick<Filter, 'product' | 'stage'>, page = 1): string {
  return [
    ...(product === null ? [] : [`product=${product}`]),
    ...(stage === null ? [] : [`stage=${stage}`]),
    ...(page === 1 ? [] : [`page=${page}`]),
  ].join('&')
}

function filters({ filter, products, counts }: DeskListView, lang: Lang): Html {
  const link = (to: Pick<Filter, 'product' | 'stage'>, text: Html | string): Html => {
    const here = to.product === filter.product && to.stage === filter.stage
    return html`<li><a href="${href('/desk', lang, queryOf(to))}#all"${here ? html` aria-current="true"` : null}>${text}</a></li>`
  }
  const { product, stage } = filter
  const stages = (['going-on', 'published', 'ended'] as const).map((one) =>
    link({ product, stage: one }, html`${STAGE_NAME[one][lang]} <span class="count">${counts[one]}</span>`),
  )
  return html`<nav class="desk-filters" aria-label="${DESK_LIST.byStage[lang]}"><ul>${link({ product, stage: null }, html`${DESK_LIST.everything[lang]} <span class="count">${counts.all}</span>`)}${stages}</ul></nav>
<nav class="desk-filters" aria-label="${DESK_LIST.byProduct[lang]}"><ul>${link({ product: null, stage }, DESK_LIST.everything[lang])}${products.map(({ id, title }) => link({ product: id, stage }, title[lang]))}</ul></nav>`
}

function list({ rows, found, filter, counts, now }: DeskListView, lang: Lang): Html {
  if (rows.length === 0) {
    const untouched = counts.all === 0 && filter.product === null
    return html`<p class="muted">${untouched ? DESK_LIST.none[lang] : DESK_LIST.noneFound[lang]}</p>`
  }
  const heads = [DESK_LIST.what, DESK.status, DESK_LIST.soFar, DESK.next]
  return html`<table class="cards consultations"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead>
<tbody>${rows.map((one) => row(one, now, lang))}</tbody></table>
${pages(filter, Math.ceil(found / ROWS), lang)}`
}

function row(one: Row, now: number, lang: Lang): Html {
  const { id, title, period, status, corrects, openedBy, release } = one
  return html`<tr><th scope="row"><a href="${deskLink(id, lang)}">${title[lang]}</a><span class="sub">${periodDays(period, lang)} · ${DESK_LIST.openedBy[lang]} ${PARTY[openedBy][lang]}${corrects === null ? null : html` · ${DESK_LIST.corrects[lang]} <code>${corrects}</code>`}</span></th>
<td data-label="${DESK.status[lang]}"><span>${statusMark(status, lang)}${release === null || status !== 'published' ? null : html`<span class="sub">${DESK_LIST.released[lang]} <a href="${href(releaseLinks(release).page, lang)}">${release}</a></span>`}</span></td>
<td data-label="${DESK_LIST.soFar[lang]}"><span>${soFar(one, lang)}</span></td>
<td data-label="${DESK.next[lang]}"><span>${one.next.length === 0 ? html`<span class="muted">${DESK.nobody[lang]}</span>` : one.next.map((duty) => next(duty, now, lang))}</span></td></tr>`
}

function soFar({ agreed, signed }: Row, lang: Lang): Html {
  if (agreed.length === 0 && signed.length === 0) return html`<span class="muted">${DESK_LIST.nobodyYet[lang]}</span>`
  return html`${PARTIES.filter((party) => agreed.includes(party) || signed.includes(party)).map((party) => {
    const word = signed.includes(party) ? DESK_LIST.signedBy : DESK_LIST.agreedBy
    return html`<span class="line">${sideMark(party, lang)} <span class="met">✓ ${word[lang]}</span></span>`
  })}`
}

function next({ party, post, act, by, onDuty }: NextLine, now: number, lang: Lang): Html {
  const people = onDuty.map(
    ({ operator, deputy }) => html`${nameIn(operator, lang)}${deputy ? html` (${DESK.deputy[lang]})` : null}`,
  )
  return html`<span class="line">${sideMark(party, lang)} ${POST[post][lang]} · ${DUTY[act][lang]}${by === null ? null : html`<span class="sub">${countdown(by, now, lang)}</span>`}${people.length === 0 ? null : html`<span class="sub">${DESK.onDuty[lang]} ${people.map((one, at) => html`${at > 0 ? LIST[lang] : ''}${one}`)}</span>`}</span>`
}

function pages(filter: Filter, count: number, lang: Lang): Html | null {
  if (count < 2) return null
  const to = (page: number, text: string): Html | null =>
    page < 1 || page > count ? null : html`<a href="${href('/desk', lang, queryOf(filter, page))}#all">${text}</a>`
  return html`<nav class="desk-pages" aria-label="${DESK_LIST.pages[lang]}">${to(filter.page - 1, DESK_LIST.previous[lang])} <span>${pageOf(filter.page, count)[lang]}</span> ${to(filter.page + 1, DESK_LIST.next[lang])}</nav>`
}

function roster(lines: readonly DutyLine[], lang: Lang): Html {
  if (lines.length === 0) return html`<p class="muted">${DESK_LIST.noDuty[lang]}</p>`
  const heads = [DESK_LIST.side, DESK_LIST.post, DESK.product, DESK_LIST.people, DESK_LIST.note]
  return html`<table class="cards"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ party, post, products, people, note: remark }) =>
      html`<tr><th scope="row">${side(party, lang)}</th><td data-label="${DESK_LIST.post[lang]}">${POST[post][lang]}</td><td data-label="${DESK.product[lang]}"><span>${products.length === 0 ? DESK_LIST.allProducts[lang] : products.map((one) => html`<span class="line">${one[lang]}</span>`)}</span></td>
<td data-label="${DESK_LIST.people[lang]}"><span>${people.map(({ operator, agency, deputy }) => html`<span class="line">${nameIn(operator, lang)}${deputy ? html` (${DESK.deputy[lang]})` : null}<span class="sub">${nameIn(agency, lang)}</span></span>`)}</span></td>
<td data-label="${DESK_LIST.note[lang]}">${remark === null ? '–' : properName(remark, lang)}</td></tr>`,
  )}</tbody></table>`
}

const side = (party: PartyId, lang: Lang): Html => sideMark(party, lang)
