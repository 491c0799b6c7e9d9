/** `/desk/{id}/minutes`: the minutes (会商纪要) as they are printed on A4 and filed, Chinese first and English beside it. */
import { html } from 'hono/html'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { Take } from '../../release/consultation/acts.ts'
import type { By, Edited, Entry, Minutes, MinutesSection } from '../../release/consultation/minutes-types.ts'
import { type Html, href, type PageOptions } from '../lang.ts'
import { localTime, periodDays } from '../time.ts'
import { PARTY } from '../words/common.ts'
import { POST, TAKE } from '../words/desk.ts'
import { DESK_MINUTES } from '../words/desk-minutes.ts'
import { sizeText } from './attachments.ts'
import { deskLayout } from './layout.ts'
import { forecastIn, valueText } from './matrix/value.ts'
import type { Person } from './person.ts'

/** What the page is drawn from. */
export interface MinutesView {
  readonly minutes: Minutes
  readonly person: Person
  readonly sandbox: boolean
  /** In ms. */
  readonly now: number
}

/** Both languages on one line, the English marked as such; once where they are alike. */
function both({ zh, en }: Bilingual): Html {
  return zh === en
    ? html`<span lang="zh-CN">${zh}</span>`
    : html`<span lang="zh-CN">${zh}</span> <span class="en" lang="en">${en}</span>`
}

const bothNamed = (name: string): Html => {
  const [zh = name, en] = name.split(' · ')
  return both({ zh, en: en ?? zh })
}
const words = (text: string): Html => html`<span class="said" lang="zh-CN">${text}</span>`
const at = ({ at: { local } }: Entry): string => local.slice(0, 16).replace('T', ' ')

function who({ party, operator, post, asDeputy }: By): Html {
  return html`${both(PARTY[party])} ${both(POST[post])} ${bothNamed(operator)}${asDeputy ? html` (${both(DESK_MINUTES.deputy)})` : null}`
}

/** The page. */
export function minutesPage({ minutes, person, sandbox, now }: MinutesView, options: PageOptions): Html {
  const { lang } = options
  const { consultation, headings, ledger, outcome, period, title } = minutes
  const section = (name: MinutesSection, body: Html | null): Html | null =>
    body === null ? null : html`<section class="part"><h2>${both(headings[name])}</h2>${body}</section>`
  const main = html`<article class="minutes">
<p class="noprint"><a href="${href(`/desk/${encodeURIComponent(consultation)}`, lang)}">← ${consultation}</a> · <a href="/v1/consultations/${encodeURIComponent(consultation)}/minutes">${DESK_MINUTES.data[lang]}</a> · <span class="muted">${DESK_MINUTES.print[lang]}</span></p>
<h1 lang="zh-CN">${title.zh}</h1>
<p class="en" lang="en">${title.en}</p>
${section('period', subject(minutes))}
${section('outcome', html`<p>${both(outcome.text)}</p>${outcome.release === null ? null : html`<p>${both(DESK_MINUTES.release)} <code>${outcome.release.id}</code> <code class="digest">${outcome.release.digest}</code></p>`}`)}
${section('participants', participants(minutes))}
${section('timeline', timeline(minutes))}
${section('edits', edits(minutes))}
${section('objections', objections(minutes))}
${section('comments', comments(minutes))}
${section('agreements', agreements(minutes))}
${section('signatures', signatures(minutes))}
${section('deputies', deputies(minutes))}
${section('attachments', attachments(minutes))}
${section('handOvers', handOvers(minutes))}
<div class="seals"><p>${both(DESK_MINUTES.signatureCq)}</p><p>${both(DESK_MINUTES.signatureSc)}</p></div>
<p class="muted small">${both(DESK_MINUTES.drawn)} · ${both(DESK_MINUTES.ledger)} ${ledger.size} · ${both(DESK_MINUTES.stepsDigest)} <code>${ledger.steps}</code></p>
</article>`
  const name = `${DESK_MINUTES.name[lang]} ${periodDays(period, lang)}`
  return deskLayout({ title: name, sandbox, person, main, now }, options)
}

function subject({ product, period, corrects, reason, embargo, basis, deadlines, consultation }: Minutes): Html {
  const row = (title: Bilingual, value: Html | string): Html =>
    html`<div><dt>${both(title)}</dt><dd>${value}</dd></div>`
  return html`<dl class="facts">
${row(DESK_MINUTES.id, html`<code>${consultation}</code> · <code>${product}</code>`)}
${row(DESK_MINUTES.period, both({ zh: periodDays(period, 'zh'), en: periodDays(period, 'en') }))}
${row(DESK_MINUTES.deadlines, html`${both(DESK_MINUTES.agreeBy)} ${localTime(deadlines.agreeBy, 'zh')} · ${both(DESK_MINUTES.signBy)} ${localTime(deadlines.signBy, 'zh')}`)}
${row(DESK_MINUTES.basis, String(basis))}
${corrects === null ? null : row(DESK_MINUTES.corrects, html`<code>${corrects}</code> ${words(reason ?? '')}`)}
${embargo === null ? null : row(DESK_MINUTES.embargo, localTime(embargo, 'zh'))}
</dl>`
}

/** A table with headings in both languages; null without rows. */
function table(heads: readonly Bilingual[], rows: readonly (readonly (Html | string)[])[]): Html | null {
  if (rows.length === 0) return null
  return html`<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${both(head)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, column) => (column === 0 ? html`<th scope="row">${cell}</th>` : html`<td data-label="${heads[column]?.zh ?? ''}"><span>${cell}</span></td>`))}</tr>`,
  )}</tbody></table>`
}

function participants(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.person, DESK_MINUTES.side, DESK_MINUTES.posts, DESK_MINUTES.acts],
    minutes.participants.map(({ operator, agency, party, posts, acts, asDeputy }) => [
      html`${bothNamed(operator)}${asDeputy ? html` (${both(DESK_MINUTES.deputy)})` : null}<span class="sub">${bothNamed(agency)}</span>`,
      both(PARTY[party]),
      html`${posts.map((post) => html`${both(POST[post])} `)}`,
      String(acts),
    ]),
  )
}

function timeline(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.time, DESK_MINUTES.person, DESK_MINUTES.what, DESK_MINUTES.leaf],
    minutes.timeline.map((entry) => [
      html`<span class="whole">${at(entry)}</span>`,
      who(entry.by),
      both(entry.text),
      String(entry.at.ledgerIndex),
    ]),
  )
}

/** A value of a cell in words: a text as it is, a forecast by its class, range and pollutants. */
function valueWords(value: JsonValue, cell: string | null): Bilingual {
  if (value === null) return DESK_MINUTES.none
  if (typeof value === 'string') return { zh: value, en: value }
  const day = cell?.split('/').at(-1) ?? ''
  const forecast = /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? (forecastIn('forecast', value) ?? forecastIn('outlook', value))
    : null
  if (!forecast) return { zh: JSON.stringify(value), en: JSON.stringify(value) }
  const edition = airIndexOn(day)
  return { zh: valueText(forecast, edition, 'zh'), en: valueText(forecast, edition, 'en') }
}

function edits(minutes: Minutes): Html | null {
  const taken = (take: Take | null): Html | null =>
    take === null ? null : html`<span class="sub">${both(TAKE[take])}</span>`
  const row = (edit: Edited): readonly Html[] => [
    html`${both(edit.title)}<span class="sub">${both(DESK_MINUTES.revision)} ${edit.revision}</span>`,
    html`${both(valueWords(edit.before.value, edit.cell))}${taken(edit.before.take)}`,
    html`${both(valueWords(edit.after.value, edit.cell))}${taken(edit.after.take)}`,
    html`${edit.reason === null ? '–' : words(edit.reason)}`,
    html`${who(edit.by)}<span class="sub">${at(edit)}</span>`,
  ]
  const heads = [DESK_MINUTES.what, DESK_MINUTES.before, DESK_MINUTES.after, DESK_MINUTES.reason, DESK_MINUTES.person]
  return table(heads, minutes.edits.map(row))
}

function objections(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.what, DESK_MINUTES.reason, DESK_MINUTES.person, DESK_MINUTES.settled],
    minutes.objections.map((one) => [
      both(one.title),
      words(one.text),
      html`${who(one.by)}<span class="sub">${at(one)}</span>`,
      one.resolved === null
        ? both(DESK_MINUTES.standing)
        : html`${words(one.resolved.text)}<span class="sub">${who(one.resolved.by)} ${at(one.resolved)}</span>`,
    ]),
  )
}

function comments(minutes: Minutes): Html | null {
  if (minutes.comments.length === 0) return null
  return html`${minutes.comments.map(
    ({ title, comments: said }) =>
      html`<h3>${both(title)}</h3><ul class="said-list">${said.map((one) => html`<li>${words(one.text)}<span class="sub">${who(one.by)} · ${at(one)}</span></li>`)}</ul>`,
  )}`
}

function agreements(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.person, DESK_MINUTES.time, DESK_MINUTES.digest],
    minutes.agreements.map((one) => [
      html`${who(one.by)}${one.stands ? null : html`<span class="sub">${both(DESK_MINUTES.void)}</span>`}`,
      at(one),
      html`<code class="digest">${one.digest}</code>`,
    ]),
  )
}

function signatures(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.person, DESK_MINUTES.time, DESK_MINUTES.leaf],
    minutes.signatures.map((one) => [
      html`${who(one.by)}${one.stands ? null : html`<span class="sub">${both(DESK_MINUTES.void)}</span>`}<span class="sub"><code>${one.by.kid}</code></span>`,
      at(one),
      String(one.at.ledgerIndex),
    ]),
  )
}

function deputies(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.person, DESK_MINUTES.holder, DESK_MINUTES.time],
    minutes.deputies.map((one) => [who(one.by), bothNamed(one.holder.operator), at(one)]),
  )
}

function attachments(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.what, DESK_MINUTES.digest, DESK_MINUTES.person],
    minutes.attachments.map((one) => [
      html`<span lang="zh-CN">${one.name}</span><span class="sub">${one.mediaType} · ${sizeText(one.bytes)}</span>`,
      html`<code class="digest">${one.digest}</code>`,
      html`${who(one.by)}<span class="sub">${at(one)}</span>`,
    ]),
  )
}

function handOvers(minutes: Minutes): Html | null {
  return table(
    [DESK_MINUTES.person, DESK_MINUTES.to, DESK_MINUTES.what],
    minutes.handOvers.map((one) => [
      html`${who(one.by)}<span class="sub">${at(one)}</span>`,
      one.to === null ? both(DESK_MINUTES.anybody) : bothNamed(one.to.operator),
      words(one.text),
    ]),
  )
}
