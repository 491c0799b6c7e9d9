/** `/desk/{id}/check`: exactly what is agreed to or signed, then one button. What the browser signs are the bytes this page holds. */
import { html } from 'hono/html'
import type { Act, Happened } from '../../../release/consultation/acts.ts'
import { type Html, href, type Lang, type PageOptions } from '../../lang.ts'
import { releaseLinks, verifyCommand } from '../../links.ts'
import { hasPage } from '../../release-body.ts'
import { localTime, periodDays } from '../../time.ts'
import { ACT, DESK } from '../../words/desk.ts'
import { DESK_CHECK, notNowText } from '../../words/desk-check.ts'
import { failureBox } from '../failure.ts'
import { countdown, deskLayout, sideMark, statusMark } from '../layout.ts'
import { withheldTable } from '../matrix/credit-cells.ts'
import { nameIn } from '../name.ts'
import { signElsewhere, TYP } from '../sign-elsewhere.ts'
import { corrected, derivedFrom, edited, handsOf, signedTable, underWhat, whatIsSigned } from './parts.ts'
import type { CheckView, Exact, Offer } from './view.ts'

/** How the page is asked for; `alg` is the JWS name of the reader's algorithm, `agreement` the step that would agree, as canonical text. */
export interface CheckOptions extends PageOptions {
  readonly alg: string
  readonly agreement: string | null
}

/** The page. */
export function checkPage(view: CheckView, { alg, agreement, ...options }: CheckOptions): Html {
  const { lang } = options
  const { id, title, period, status, person, sandbox, now, exact, steps, size } = view
  const purpose =
    (['sign', 'agree'] as const).find((one) => view.offers.some(({ act, why }) => act === one && why === null)) ?? null
  const heading =
    DESK_CHECK[purpose === null ? (view.published === null ? 'readTitle' : 'signedTitle') : TITLES[purpose]]
  const deadline = exact?.frozen ? view.signBy : view.agreeBy
  const moved = html`<a href="${href(`/desk/${encodeURIComponent(id)}/check`, lang, `since=${size}`)}">${DESK_CHECK.reload[lang]}</a>`
  const main = html`<article id="check" class="check" data-consultation="${id}" data-digest="${exact?.digest ?? ''}" data-seen="${steps}" data-status="${status}">
<p><a href="${href(`/desk/${encodeURIComponent(id)}`, lang)}">← ${DESK_CHECK.back[lang]}</a></p>
<h1>${heading[lang]}</h1>
<p class="byline"><strong>${title[lang]}</strong> <span>${periodDays(period, lang)}</span> ${statusMark(status, lang)} ${status === 'open' || status === 'agreed' || status === 'signed-by-one' ? html`<span>${(exact?.frozen ? DESK.signBy : DESK.agreeBy)[lang]} ${countdown(deadline, now, lang)}</span>` : null}</p>
${outcome(view, lang)}
${failureBox(lang, moved)}
<p class="banner notice lost" id="news" role="status" hidden>${moved}</p>
${view.since === null ? null : happenedSince(view.since, lang)}
${exact === null ? html`<p class="banner alert">${DESK_CHECK.notInForce[lang]}</p>` : content(view, { exact, purpose, alg, agreement }, lang)}
</article>`
  const scripts = exact === null ? [] : (['check-page', 'sign-elsewhere', 'file-check'] as const)
  return deskLayout({ title: heading[lang], sandbox, person, main, now, scripts, wide: true }, options)
}

const TITLES = { agree: 'agreeTitle', sign: 'signTitle' } as const

const DONE: Readonly<Record<Offer['act'], keyof typeof DESK_CHECK>> = {
  agree: 'doneAgree',
  sign: 'doneSign',
  object: 'doneObject',
}

/** Whether the consultation bears out what the address says was done: an address can be made up. */
function isDone({ done, person, agreed, signed, objections }: CheckView): boolean {
  if (done === null) return false
  if (done === 'object') return objections > 0
  return (done === 'agree' ? agreed : signed).includes(person.party)
}

function outcome(view: CheckView, lang: Lang): Html | null {
  const { done, published, id, exact } = view
  const told = done !== null && isDone(view) ? DESK_CHECK[DONE[done]][lang] : null
  if (published === null) {
    if (told === null) return null
    return html`<div class="banner success" role="status" id="outcome"><p><strong>✓ ${DESK_CHECK.done[lang]}</strong> ${told}</p></div>`
  }
  const joint = exact?.release.audience === 'joint'
  const text = joint ? DESK_CHECK.publishedJoint : published.open ? DESK_CHECK.published : DESK_CHECK.publishedLater
  const links = releaseLinks(published.id)
  const proof = published.open ? links.proof : `/v1/consultations/${encodeURIComponent(id)}/proof`
  return html`<div class="banner success" role="status" id="outcome"><p><strong>✓ ${text[lang]}</strong>${told === null ? null : html` ${told}`}</p>
<p>${published.open && exact !== null && hasPage(exact.release) ? html`<a href="${href(links.page, lang)}">${DESK_CHECK.toRelease[lang]} ${published.id}</a> · ` : null}<a href="${proof}" download="${links.bundle}">${DESK_CHECK.bundle[lang]}</a> · <a href="${href(`/desk/${encodeURIComponent(id)}/minutes`, lang)}">${DESK_CHECK.minutes[lang]}</a></p>
<p>${DESK_CHECK.verify[lang]}</p><pre class="command"><code>${verifyCommand(published.id)}</code></pre></div>`
}

function happenedSince(happened: readonly Happened[], lang: Lang): Html {
  const cells = (act: Act): string => {
    if (act.type === 'revise') return ` ${act.edits.map(({ cell }) => cell).join(', ')}`
    return 'cell' in act && act.cell !== null ? ` ${act.cell}` : ''
  }
  const words = (act: Act): string => ('text' in act ? act.text : 'reason' in act ? (act.reason ?? '') : '')
  return html`<section class="banner notice" id="since" aria-labelledby="since-title"><h2 id="since-title">${DESK_CHECK.since[lang]}</h2>
${
  happened.length === 0
    ? html`<p>${DESK_CHECK.nothingSince[lang]}</p>`
    : html`<ul>${happened.map(
        ({ act, actor, time }) =>
          html`<li>${sideMark(actor.party, lang)} ${nameIn(actor.operator, lang)} <b>${ACT[act.type][lang]}</b><code>${cells(act)}</code> <span class="said">${words(act)}</span> <span class="muted small">${localTime(new Date(time).toISOString(), lang)}</span></li>`,
      )}</ul>`
}</section>`
}

interface Shown {
  readonly exact: Exact
  readonly purpose: 'agree' | 'sign' | null
  readonly alg: string
  readonly agreement: string | null
}

function content(view: CheckView, shown: Shown, lang: Lang): Html {
  const { exact, purpose } = shown
  const [main, ...others] = exact.tables
  const part = (id: string, title: string, body: Html | null): Html =>
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`
  return html`<p class="lead">${purpose === null ? null : (purpose === 'sign' ? DESK_CHECK.signLead : DESK_CHECK.agreeLead)[lang]} ${(exact.frozen ? DESK_CHECK.frozen : DESK_CHECK.notFrozen)[lang]}</p>
${part('what', DESK_CHECK.what[lang], html`${whatIsSigned(exact, lang)}${corrected(exact, lang)}`)}
${part('edits', DESK_CHECK.edits[lang], edited(exact, lang))}
${part(
  'cells',
  DESK_CHECK.cells[lang],
  html`${main?.rows.some(({ changed }) => changed) ? html`<p class="muted">${DESK_CHECK.changedFirst[lang]}</p>` : null}${main ? signedTable(main, lang) : null}${others.map((table) => html`<details class="inside"><summary>${table.title[lang]} <span class="count">${table.rows.length}</span></summary>${signedTable(table, lang)}</details>`)}`,
)}
${exact.credit === null ? null : part('withheld', DESK_CHECK.withheld[lang], html`<p class="lead">${DESK_CHECK.withheldText[lang]}</p>${withheldTable(exact.credit.withheld, lang)}`)}
${part('hands', DESK_CHECK.hands[lang], handsOf(view, lang))}
${part('derived', DESK_CHECK.derived[lang], derivedFrom(exact, view.person.party, lang))}
${part('under', DESK_CHECK.under[lang], underWhat(exact, lang))}
${part('bytes', DESK_CHECK.bytes[lang], bytes(exact, lang))}
${view.published === null ? part('act', DESK_CHECK.act[lang], acting(view, shown, lang)) : null}`
}

function bytes({ digest, payload }: Exact, lang: Lang): Html {
  return html`<dl class="facts">
<div><dt>${DESK_CHECK.named[lang]}</dt><dd><code>${digest}</code></dd></div>
<div><dt>${DESK_CHECK.computed[lang]}</dt><dd><code id="computed">${DESK_CHECK.notComputed[lang]}</code> <span class="met" id="computed-same" hidden>${DESK_CHECK.same[lang]}</span><span class="missed" id="computed-other" hidden>${DESK_CHECK.other[lang]}</span></dd></div>
</dl>
<details class="inside"><summary>${DESK_CHECK.show[lang]}</summary><pre class="exact" id="payload" tabindex="0">${payload}</pre></details>`
}

function acting(view: CheckView, { exact, purpose, alg, agreement }: Shown, lang: Lang): Html {
  const { offers, person, origin, id } = view
  const waiting = offers.filter(({ act, why }) => act !== 'object' && why !== null)
  const object = offers.find(({ act }) => act === 'object')
  const segment = encodeURIComponent(id)
  const command = `npx chuanyu consult ${purpose ?? ''} ${id} --origin ${origin} --key KEY.jwk \\\n  --digest ${exact.digest}`
  const common = { signer: { kid: person.kid, alg }, after: '/desk/{id}/check', command }
  return html`${waiting.map(({ act, why }) => html`<p class="muted">${notNowText(DESK_CHECK[act], why)[lang]}</p>`)}
${purpose === null && waiting.length === 0 ? html`<p class="muted">${DESK_CHECK.noPost[lang]}</p>` : null}
${
  purpose === null
    ? null
    : html`<noscript><p class="banner notice">${DESK_CHECK.noScripts[lang]}</p></noscript>
<p class="actions" data-acts hidden><button class="button" type="button" id="${purpose}">${DESK_CHECK[purpose][lang]}</button></p>`
}
${
  object?.why === null
    ? html`<details class="inside objecting"><summary>${DESK_CHECK.object[lang]}</summary><p>${DESK_CHECK.objectText[lang]}</p>
<div data-acts hidden><label for="objection">${DESK_CHECK.objection[lang]}</label>
<p class="field-error" id="objection-empty" hidden>${DESK_CHECK.objectionEmpty[lang]}</p>
<textarea class="field" id="objection" rows="4" maxlength="2000" aria-describedby="objection-empty"></textarea>
<p class="actions"><button class="button plain" type="button" id="object">${DESK_CHECK.object[lang]}</button></p></div></details>`
    : null
}
${
  purpose === 'sign'
    ? signElsewhere(
        {
          ...common,
          payload: exact.payload,
          shownAs: 'payload',
          typ: TYP.release,
          post: `/v1/consultations/${segment}/signatures`,
          awaits: { consultation: id, act: 'sign' },
          done: 'sign',
        },
        lang,
      )
    : purpose === 'agree' && agreement !== null
      ? signElsewhere(
          {
            ...common,
            payload: agreement,
            typ: TYP.step,
            post: `/v1/consultations/${segment}/steps`,
            awaits: { consultation: id, act: 'agree' },
            done: 'agree',
          },
          lang,
        )
      : null
}`
}
