/** Failures on demand, on the sandbox's page and over HTTP: a form that works without scripts, or JSON. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import type { Gateway } from '../gateway.ts'
import { json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { localInstant } from '../http/times.ts'
import type { FailureAsked, FailureCaused, FailureKind } from '../ports.ts'
import { type Duty, nextDuties, statusAt } from '../release/consultation/next.ts'
import { type Html, href, type Lang, langOf } from './lang.ts'
import { localTime, periodDays } from './time.ts'
import { PARTY } from './words/common.ts'
import { FAILURES, FAILURES_PAGE } from './words/sandbox-failures.ts'

/** What the section shows. */
export interface FailuresView {
  readonly consultations: readonly {
    readonly id: string
    readonly title: { readonly zh: string; readonly en: string }
    /** Who must act next. */
    readonly next: readonly Duty[]
  }[]
  readonly asked: readonly FailureCaused[]
}

const GOING_ON: ReadonlySet<string> = new Set(['open', 'agreed', 'signed-by-one'])

/** What it shows now; null where nothing can be made to fail. */
export async function failuresView({ failures, consultations, now }: Gateway): Promise<FailuresView | null> {
  if (!failures) return null
  const open = (await consultations.all()).filter(({ state }) => GOING_ON.has(statusAt(state, now())))
  return {
    asked: failures.asked(),
    consultations: open
      .map(({ id, terms, state }) => ({
        id,
        next: nextDuties(state, now()),
        title: {
          zh: `${terms.title.zh} ${periodDays(state.period, 'zh')}`,
          en: `${terms.title.en} ${periodDays(state.period, 'en')}`,
        },
      }))
      .reverse(),
  }
}

function isKind(name: string): name is FailureKind {
  return Object.hasOwn(FAILURES, name)
}

const KINDS = Object.keys(FAILURES).filter(isKind)

/** The section. */
export function failuresSection({ consultations, asked }: FailuresView, lang: Lang): Html {
  return html`<section class="part failures" aria-labelledby="failures"><h2 id="failures">${FAILURES_PAGE.title[lang]}</h2>
<p>${FAILURES_PAGE.lead[lang]}</p>
<form method="post" action="${href('/sandbox/failures', lang)}">
<p class="asking"><label for="failure-side">${FAILURES_PAGE.side[lang]}<select id="failure-side" name="party">${PARTIES.map((party) => html`<option value="${party}">${PARTY[party][lang]}</option>`)}</select></label>
<label for="failure-of">${FAILURES_PAGE.consultation[lang]}<select id="failure-of" name="consultation"><option value="">${FAILURES_PAGE.newest[lang]}</option>${consultations.map(({ id, title }) => html`<option value="${id}">${title[lang]}</option>`)}</select></label>
<label for="failure-cell">${FAILURES_PAGE.cell[lang]}<input id="failure-cell" name="cell" maxlength="200" autocomplete="off"></label></p>
<ul>${KINDS.map((kind) => button(kind, lang))}</ul>
</form>
${asked.length === 0 ? null : html`<h3 id="asked">${FAILURES_PAGE.asked[lang]}</h3><ul class="asked" role="status">${asked.map((one) => told(one, lang))}</ul>`}
</section>`
}

function button(kind: FailureKind, lang: Lang): Html {
  return html`<li><button class="button plain" type="submit" name="kind" value="${kind}" aria-describedby="failure-${kind}">${FAILURES[kind].name[lang]}</button><span id="failure-${kind}">${FAILURES[kind].what[lang]}</span></li>`
}

function told({ kind, caused, time, text }: FailureCaused, lang: Lang): Html {
  const instant = localInstant(time)
  return html`<li><b>${FAILURES[kind].name[lang]}</b>${caused ? null : html` <span class="missed">${FAILURES_PAGE.failed[lang]}</span>`} <time datetime="${instant}" class="muted small">${localTime(instant, lang)}</time><p>${text[lang]}</p></li>`
}

/** What a body of a form or of JSON asks for; null when it is no such request. */
export function readAsked(body: string, contentType: string): FailureAsked | null {
  const members = contentType.startsWith('application/json')
    ? jsonMembers(body)
    : new Map<string, unknown>(new URLSearchParams(body))
  const [kind, party] = [members.get('kind'), members.get('party')]
  const words = (name: string): string | null => {
    const value = members.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  if (typeof kind !== 'string' || !isKind(kind)) return null
  const side: PartyId | undefined = PARTIES.find((one) => one === party)
  return side ? { kind, party: side, consultation: words('consultation'), cell: words('cell') } : null
}

function jsonMembers(body: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    return new Map()
  }
}

/** Causes what was asked for: JSON is answered as JSON, a form leads back to the page. Null when nothing was asked for that there is. */
export async function causeFailure(c: Context<Env>): Promise<Response | null> {
  const { failures } = c.get('gateway')
  const contentType = c.req.header('content-type') ?? ''
  const asked = readAsked(new TextDecoder().decode(c.get('body')), contentType)
  if (!failures || !asked) return null
  const caused = await failures.cause(asked)
  if (contentType.startsWith('application/json')) return json(c, { ...caused, time: localInstant(caused.time) })
  return c.body(null, 303, {
    location: `${href('/sandbox', langOf(c.req.query('lang')))}#asked`,
    'cache-control': 'no-store',
  })
}
