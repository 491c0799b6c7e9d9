/** The frame of the desk's pages: who is signed in, the way back to the list, and small marks they share. Their modules run under `ACTING_HEADERS`. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../http/caller.ts'
import type { Status } from '../../release/consultation/next.ts'
import { ACTING_HEADERS } from '../headers.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { type ScriptName, scriptPath } from '../scripts.ts'
import { localTime } from '../time.ts'
import { PARTY } from '../words/common.ts'
import { DESK, POST, STATUS, timeLeft } from '../words/desk.ts'
import { DESK_SCORES } from '../words/desk-scores.ts'
import { nameIn } from './name.ts'
import type { Person } from './person.ts'

/** What a page of the desk puts into the frame. `wide` for tables that need all of the window; `scripts` are its own modules. */
export interface DeskFrame {
  readonly title: string | null
  readonly sandbox: boolean
  readonly person: Person
  readonly main: Html
  /** In ms: what countdowns in the browser start from. */
  readonly now: number
  readonly scripts?: readonly ScriptName[]
  readonly wide?: boolean
}

/** The whole document. */
export function deskLayout(
  { title, sandbox, person, main, now, scripts = [], wide = false }: DeskFrame,
  options: PageOptions,
): Html {
  const { lang } = options
  const { operator, agency, party, posts } = person
  const roles = posts.map((post) => POST[post][lang]).join(lang === 'zh' ? '、' : ', ')
  const bar = html`<div class="desk-bar"><nav aria-label="${DESK.deskNav[lang]}"><a href="${href('/desk', lang)}"${options.path === '/desk' ? html` aria-current="page"` : null}>${DESK.list[lang]}</a> <a href="${href('/desk/scores', lang)}"${options.path === '/desk/scores' ? html` aria-current="page"` : null}>${DESK_SCORES.nav[lang]}</a></nav>
<p class="who"><span class="muted">${DESK.who[lang]}</span> ${sideMark(party, lang)} <strong>${nameIn(operator, lang)}</strong> <span class="muted">${nameIn(agency, lang)}${roles === '' ? null : html` · ${roles}`}</span>
<a href="${href('/desk/sign-in', lang)}">${DESK.leave[lang]}</a></p></div>`
  const content = html`${bar}
<noscript><p class="banner notice">${DESK.noScripts[lang]}</p></noscript>
<div id="desk" data-now="${now}" data-party="${party}" data-kid="${person.kid}">
${main}
</div>
${['desk-clock' as const, ...scripts].map((name) => html`<script type="module" src="${scriptPath(name)}"></script>\n`)}`
  return layout({ title: title ?? DESK.desk[lang], sandbox, main: content, wide }, options)
}

/** Answers with a page of the desk. */
export async function deskPage(c: Context<Env>, content: Html, status: 200 | 403 | 404 = 200): Promise<Response> {
  return c.html(await content, status, ACTING_HEADERS)
}

/** A side by its letter and name: `渝 重庆`, `川 四川`. */
export function sideMark(party: 'cq' | 'sc', lang: Lang): Html {
  return html`<span class="side ${party}"><span class="letter" aria-hidden="true" lang="zh-CN">${party === 'cq' ? '渝' : '川'}</span> ${PARTY[party][lang]}</span>`
}

const SIGNS: Readonly<Record<Status | 'closed', string>> = {
  draft: '✎',
  open: '⇄',
  agreed: '✓',
  'signed-by-one': '½',
  embargoed: '⧗',
  published: '●',
  'no-agreement': '✗',
  withdrawn: '↩',
  closed: '⊘',
}

/** A stage with its sign; never by colour alone. */
export function statusMark(status: Status | 'closed', lang: Lang): Html {
  return html`<span class="stage ${status}"><span aria-hidden="true">${SIGNS[status]}</span> ${STATUS[status][lang]}</span>`
}

/** A deadline with the time left to it, which a module keeps counting; `by` an instant. */
export function countdown(by: string | null, now: number, lang: Lang): Html | null {
  if (by === null) return null
  const left = Date.parse(by) - now
  return html`<time class="countdown${left < 0 ? ' over' : left < HOUR ? ' soon' : ''}" datetime="${by}">${localTime(by, lang)} <strong data-countdown="${by}">${timeLeft(left, lang)}</strong></time>`
}

const HOUR = 3_600_000
