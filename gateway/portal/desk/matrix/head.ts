/** The head of a consultation's page: what it is, how far it has come, who must act next and by when, what the marks mean, and the counts. */
import { html } from 'hono/html'
import { type Bilingual, PARTIES } from '../../../../contracts/types.ts'
import { type Html, href, type Lang } from '../../lang.ts'
import { releaseLinks } from '../../links.ts'
import { localTime, periodDays } from '../../time.ts'
import { LIST, PARTY } from '../../words/common.ts'
import { DESK, DUTY, POST } from '../../words/desk.ts'
import { ACTING } from '../../words/desk-acts.ts'
import { COUNTED, MATRIX, SHOW, SHOWS, type Show, WATER_SHOW } from '../../words/desk-matrix.ts'
import { countdown, sideMark, statusMark } from '../layout.ts'
import { nameIn } from '../name.ts'
import { below, deskLink } from './links.ts'
import { countsOf } from './rows.ts'
import type { DeskView, DutyView, TableKind } from './view.ts'
import { weatherLegend } from './weather.ts'

/** What it is and where it stands; replaced as a whole when something happens. */
export function deskHead(view: DeskView, lang: Lang): Html {
  const { agreeBy, corrects, embargo, id, now, period, signBy, status, title, withdrawn } = view
  const late = status === 'agreed' || status === 'signed-by-one'
  const [by, label] = late ? [signBy, DESK.signBy] : [agreeBy, DESK.agreeBy]
  const running = status === 'draft' || status === 'open' || late || status === 'no-agreement'
  return html`<div id="head" class="consultation-head">
<h1>${title[lang]} <small>${periodDays(period, lang)}</small></h1>
<p class="byline"><span>${statusMark(status, lang)}</span>${running ? html`<span>${label[lang]} ${countdown(by, now, lang)}</span>` : null}<span><code>${id}</code></span><span><a href="${below(id, 'minutes', lang)}">${ACTING.minutes[lang]}</a></span></p>
${next(view, by, lang)}
${sidesSoFar(view, lang)}
${corrects === null ? null : html`<p class="small">${MATRIX.corrects[lang]} <a href="${href(releaseLinks(corrects).page, lang)}">${corrects}</a>${view.reason === null ? null : html` — ${view.reason}`}</p>`}
${embargo === null ? null : html`<p class="small">${MATRIX.embargo[lang]} <time datetime="${embargo}">${localTime(embargo, lang)}</time></p>`}
${withdrawn === null ? null : html`<p class="banner notice">${MATRIX.withdrawn[lang]}<span class="said">${withdrawn}</span></p>`}
${extension(view, lang)}
</div>`
}

function next({ duties, now }: DeskView, shown: string, lang: Lang): Html {
  if (duties.length === 0)
    return html`<p class="next"><strong>${DESK.next[lang]}</strong> <span class="muted">${DESK.nobody[lang]}</span></p>`
  return html`<div class="next"><strong>${DESK.next[lang]}</strong><ul>${duties.map((duty) => html`<li>${dutyLine(duty, duty.by === shown ? null : countdown(duty.by, now, lang), lang)}</li>`)}</ul></div>`
}

function dutyLine({ act, onDuty, party, post, yours }: DutyView, by: Html | null, lang: Lang): Html {
  const people = onDuty.map(
    ({ operator, deputy }) => html`${nameIn(operator, lang)}${deputy ? html` (${DESK.deputy[lang]})` : null}`,
  )
  return html`${sideMark(party, lang)} ${POST[post][lang]}${lang === 'zh' ? '：' : ': '}${DUTY[act][lang]} ${by}${
    people.length === 0
      ? null
      : html` <span class="muted">${DESK.onDuty[lang]} ${people.map((one, at) => html`${at > 0 ? LIST[lang] : ''}${one}`)}</span>`
  }${yours ? html` <strong class="yours">${DESK.yours[lang]}</strong>` : null}`
}

function sidesSoFar({ agreements, signatures }: DeskView, lang: Lang): Html | null {
  const lines = PARTIES.flatMap((party) => {
    const [agreed, signed] = [agreements[party], signatures[party]]
    if (!agreed && !signed) return []
    const said = [
      ...(agreed ? [html`✓ ${MATRIX.agreed[lang]} ${nameIn(agreed.operator, lang)}`] : []),
      ...(signed ? [html`✓ ${MATRIX.signed[lang]} ${nameIn(signed.operator, lang)}`] : []),
    ]
    return [html`<li>${sideMark(party, lang)} ${said.map((one) => html`<span class="met">${one}</span> `)}</li>`]
  })
  return lines.length === 0 ? null : html`<ul class="so-far">${lines}</ul>`
}

function extension({ extension: asked }: DeskView, lang: Lang): Html | null {
  if (!asked) return null
  const { agreeBy, by, reason, signBy } = asked
  return html`<p class="banner notice">${MATRIX.extension[lang]} · ${PARTY[by][lang]} · ${DESK.agreeBy[lang]} ${localTime(agreeBy, lang)} · ${DESK.signBy[lang]} ${localTime(signBy, lang)}<br><span class="said">${reason}</span></p>`
}

const LEGEND: Readonly<Record<TableKind, Bilingual>> = {
  credit: MATRIX.legendCredit,
  forecast: MATRIX.legendText,
  outlook: MATRIX.legendText,
  warning: MATRIX.legendText,
  water: MATRIX.legendWater,
}

/** What the marks in the table mean. */
export function legend({ kind, weather }: DeskView, lang: Lang): Html {
  const forecast = kind === 'forecast' || kind === 'outlook'
  return html`<div class="legend"><p>${kind === 'credit' ? null : html`<strong>${MATRIX.legend[lang]}</strong> ${PARTIES.map((party) => html`${sideMark(party, lang)} `)}`}<span class="muted">${LEGEND[kind][lang]}</span></p>
${forecast ? html`<p class="muted">${MATRIX.guidanceMark[lang]} · ${MATRIX.loudMark[lang]}${kind === 'forecast' ? ` · ${weatherLegend(weather, lang)}` : null}</p>` : null}</div>`
}

const COUNTS: { readonly [K in TableKind]?: readonly [all: keyof typeof COUNTED, apart: keyof typeof COUNTED] } = {
  credit: ['enterprises', 'differ'],
  water: ['sections', 'missing'],
}

/** The strip of counts: only what asks for attention is loud. */
export function counts(view: DeskView, lang: Lang): Html {
  const { cells, differing, without, objections } = countsOf(view)
  const one = (count: number, what: keyof typeof COUNTED, loud: boolean): Html =>
    html`<li${loud && count > 0 ? html` class="loud"` : null}>${loud && count > 0 ? html`<span aria-hidden="true">▲</span> ` : null}<strong>${count}</strong> ${COUNTED[what](count)[lang]}</li>`
  const [all, apart] = COUNTS[view.kind] ?? (['cells', 'differing'] as const)
  const { lapsed = 0, oneSided = 0, withheld = 0 } = view.credit ?? {}
  return html`<ul id="counts" class="counts" aria-label="${MATRIX.counts[lang]}">${one(cells, all, false)}${one(differing, apart, true)}${without > 0 ? one(without, 'without', true) : null}${lapsed > 0 ? one(lapsed, 'lapsed', true) : null}${view.credit === null ? null : html`${one(oneSided, 'oneSided', false)}${one(withheld, 'withheld', false)}`}${one(objections, 'objections', true)}</ul>`
}

/** The filters: links that work by themselves, and at once where scripts run. */
export function filters({ id, kind }: DeskView, show: Show, lang: Lang): Html {
  return html`<nav class="shows" id="filters" aria-label="${MATRIX.filters[lang]}"><ul>${SHOWS.map((one) => {
    const query = one === 'all' ? '' : `show=${one}`
    const word = one === 'differing' && kind === 'water' ? WATER_SHOW : SHOW[one]
    return html`<li><a href="${deskLink(id, lang, query)}" data-show="${one}"${one === show ? html` aria-current="true"` : null}>${word[lang]}</a></li>`
  })}</ul></nav>`
}
