/** `/desk/new`: which product, which period, and the draft as it would be signed. Each step is a plain form; only the signature needs scripts. */
import { html } from 'hono/html'
import { civilDay } from '../../../../contracts/life.ts'
import type { DeadlineRule } from '../../../../contracts/registry/types.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import { localInstant } from '../../../http/times.ts'
import type { Terms } from '../../../release/consultation/consultations.ts'
import { type Html, href, type Lang, type PageOptions, properName } from '../../lang.ts'
import { localTime, periodDays } from '../../time.ts'
import { STATUS } from '../../words/desk.ts'
import { basisText, DESK_NEW, DESK_NEW_FAULT, embargoText, ruleText } from '../../words/desk-new.ts'
import { failureBox, problemSummary } from '../failure.ts'
import { countdown, deskLayout } from '../layout.ts'
import { signElsewhere, TYP } from '../sign-elsewhere.ts'
import { type Fault, FIELDS, type Field, printPeriod } from './request.ts'
import { askedBy, type CalendarNote, type Choices, type Draft, type NewView } from './view.ts'

const PATH = '/desk/new'

/** The page. `alg` is the JWS name of the reader's algorithm. */
export function newPage(view: NewView, { alg, ...options }: PageOptions & { readonly alg: string }): Html {
  const { lang } = options
  const { person, sandbox, now, choices, draft } = view
  const main = html`<article class="prose desk-form">
<h1>${draft ? DESK_NEW.check[lang] : DESK_NEW.title[lang]}</h1>
${person.posts.includes('drafter') ? null : html`<p class="banner notice">${DESK_NEW.notDrafter[lang]}</p>`}
${view.inForce ? null : html`<p class="banner alert" role="alert">${DESK_NEW.notInForce[lang]}</p>`}
${choices === null ? products(view, lang) : draft === null ? form(choices, lang) : confirmation(view, { choices, draft, alg }, lang)}
</article>`
  return deskLayout(
    {
      title: DESK_NEW.title[lang],
      sandbox,
      person,
      main,
      now,
      scripts: draft === null ? [] : ['new-page', 'sign-elsewhere'],
    },
    options,
  )
}

function products({ products: listed }: NewView, lang: Lang): Html {
  if (listed.length === 0) return html`<p>${DESK_NEW.noTerms[lang]}</p>`
  return html`<h2>${DESK_NEW.which[lang]}</h2>
<ul class="files choices">${listed.map(({ id, title }) => html`<li><a href="${href(PATH, lang, `product=${id}`)}"><b>${title[lang]}</b></a></li>`)}</ul>`
}

/** What stands at a field that is wrong. */
function told(faults: readonly Fault[], field: Field, lang: Lang): Html | null {
  const fault = faults.find((one) => one.field === field)
  return fault ? html`<p class="field-error" id="${field}-error">${faultText(fault, lang)}</p>` : null
}

function faultText({ code, value }: Fault, lang: Lang): string {
  const text = DESK_NEW_FAULT[code][lang]
  if (code === 'embargo-late' && value !== undefined) return `${text}: ${localTime(value, lang)}`
  return value === undefined || value === '' ? text : `${text}: ${value}`
}

function describedBy(faults: readonly Fault[], field: Field): Html | null {
  return faults.some((one) => one.field === field) ? html` aria-invalid="true" aria-describedby="${field}-error"` : null
}

function form({ id, terms, offers, correctable, asked, faults }: Choices, lang: Lang): Html {
  const chosen = asked.about === '' && offers[0] ? printPeriod(offers[0].period) : asked.about
  const radio = (value: string, text: Html): Html =>
    html`<label class="choice"><input type="radio" name="about" value="${value}"${value === chosen ? html` checked` : null}> <span>${text}</span></label>`
  return html`${
    faults.length === 0
      ? null
      : problemSummary(
          faults
            .toSorted((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field))
            .map((fault) => ({ text: faultText(fault, lang), target: fault.field })),
          DESK_NEW.problem[lang],
        )
  }
<p class="eyebrow">${terms.title[lang]} <a href="${href(PATH, lang)}">${DESK_NEW.change[lang]}</a></p>
<form method="get" action="${PATH}">
<input type="hidden" name="product" value="${id}"><input type="hidden" name="sent" value="1">${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}
<fieldset id="about" tabindex="-1"><legend><h2>${DESK_NEW.about[lang]}</h2></legend>
${told(faults, 'about', lang)}
${offers.length === 0 ? null : html`<h3>${DESK_NEW.fresh[lang]}</h3>${offers.map(({ period, title }) => radio(printPeriod(period), html`${title[lang]} <span class="muted">${periodDays(period, lang)}</span>`))}`}
${correctable.length === 0 ? null : html`<h3>${DESK_NEW.correction[lang]}</h3>${correctable.map(({ id: release, period }) => radio(`release:${release}`, html`${periodDays(period, lang)} <code class="muted">${release}</code>`))}`}
<h3>${DESK_NEW.other[lang]}</h3>${radio('other', html`${DESK_NEW.other[lang]}`)}
<div class="dates"><label for="from">${DESK_NEW.from[lang]}</label><input class="field" type="date" id="from" name="from" value="${asked.from}"${describedBy(faults, 'from')}>
<label for="to">${DESK_NEW.to[lang]}</label><input class="field" type="date" id="to" name="to" value="${asked.to}"${describedBy(faults, 'to')}></div>
${told(faults, 'from', lang)}${told(faults, 'to', lang)}
</fieldset>
<h2><label for="reason">${DESK_NEW.reason[lang]}</label></h2><p class="muted small">${DESK_NEW.reasonHint[lang]}</p>
${told(faults, 'reason', lang)}<textarea class="field" id="reason" name="reason" rows="3"${describedBy(faults, 'reason')}>${asked.reason}</textarea>
<h2><label for="embargo">${DESK_NEW.embargo[lang]}</label></h2>
${
  terms.embargoHours === 0
    ? html`<p class="muted" id="embargo">${DESK_NEW.noEmbargo[lang]}</p>${told(faults, 'embargo', lang)}`
    : html`<p class="muted small">${embargoText(terms.embargoHours)[lang]}</p>${told(faults, 'embargo', lang)}<input class="field" type="datetime-local" id="embargo" name="embargo" value="${asked.embargo}"${describedBy(faults, 'embargo')}>`
}
<p class="actions"><button class="button" type="submit">${DESK_NEW.onward[lang]}</button></p>
</form>`
}

function confirmation(
  { person, products: listed, origin, now }: NewView,
  { choices, draft, alg }: { readonly choices: Choices; readonly draft: Draft; readonly alg: string },
  lang: Lang,
): Html {
  const { act, records, rivals } = draft
  const { terms } = choices
  const back = new URLSearchParams({ product: act.product, ...choices.asked, about: askedBy(draft) }).toString()
  const change = html`<a class="change" href="${href(PATH, lang, back)}">${DESK_NEW.change[lang]}</a>`
  const none = records.cq + records.sc === 0
  const mine = person.posts.includes('drafter')
  return html`${failureBox(lang)}
${rivals.map(({ id, status }) => html`<p class="banner notice">${DESK_NEW.rival[lang]}<a href="${href(`/desk/${encodeURIComponent(id)}`, lang)}">${id}</a> · ${STATUS[status][lang]}</p>`)}
${none ? html`<p class="banner alert">${DESK_NEW.noRecords[lang]}</p>` : null}
<dl class="facts">
<div><dt>${DESK_NEW.product[lang]}</dt><dd>${listed.find(({ id }) => id === act.product)?.title[lang] ?? act.product} ${change}</dd></div>
<div><dt>${DESK_NEW.period[lang]}</dt><dd>${periodDays(act.period, lang)} ${change}</dd></div>
<div><dt>${DESK_NEW.corrects[lang]}</dt><dd>${act.corrects === null ? DESK_NEW.notCorrection[lang] : html`<code>${act.corrects}</code>`}</dd></div>
${act.reason === null ? null : html`<div><dt>${DESK_NEW.reason[lang]}</dt><dd class="said">${properName(act.reason, lang)} ${change}</dd></div>`}
<div><dt>${DESK_NEW.embargoed[lang]}</dt><dd>${act.embargo === null ? DESK_NEW.openly[lang] : html`<time datetime="${act.embargo}">${localTime(act.embargo, lang)}</time>`} ${change}</dd></div>
<div><dt>${DESK_NEW.basis[lang]}</dt><dd>${basisText(records.cq, records.sc, act.basis)[lang]}</dd></div>
${deadlineRows(draft, terms, now, lang)}
<div><dt>${DESK_NEW.posts[lang]}</dt><dd>${Object.values(terms.posts).map((post) => html`<span class="line">${post[lang]}</span>`)}</dd></div>
</dl>
<p class="lead">${DESK_NEW.what[lang]}</p>
${mine ? html`<p class="actions"><button class="button" type="button" id="send">${DESK_NEW.send[lang]}</button></p>` : null}
<noscript><p class="banner notice">${DESK_NEW.noScripts[lang]}</p></noscript>
<details class="inside"><summary>${DESK_NEW.exact[lang]}</summary><pre class="exact" id="payload" tabindex="0">${draft.payload}</pre></details>
${
  mine
    ? signElsewhere(
        {
          payload: draft.payload,
          shownAs: 'payload',
          typ: TYP.step,
          signer: { kid: person.kid, alg },
          post: '/v1/consultations',
          awaits: { product: act.product, start: act.period.start },
          after: '/desk/{id}',
          command: commandOf(draft, origin),
        },
        lang,
      )
    : null
}`
}

function deadlineRows(
  { anchor, deadlines, late, notes, established }: Draft,
  terms: Terms,
  now: number,
  lang: Lang,
): Html {
  const row = (title: Bilingual, ms: number, rule: DeadlineRule): Html =>
    html`<div><dt>${title[lang]}</dt><dd>${countdown(localInstant(ms), now, lang)}<span class="sub">${ruleText(rule)[lang]}</span></dd></div>`
  const days = ({ from, to }: CalendarNote): string => (to === from ? from : `${from} – ${to}`)
  return html`${row(DESK_NEW.agreeBy, deadlines.agreeBy, terms.agreeBy)}
${row(DESK_NEW.signBy, deadlines.signBy, terms.signBy)}
<div><dt>${DESK_NEW.anchor[lang]}</dt><dd>${terms.anchor[lang]} <span class="whole">${anchor}</span>${late ? html`<span class="sub">${DESK_NEW.late[lang]}${civilDay(now)}</span>` : null}</dd></div>
<div><dt>${DESK_NEW.calendar[lang]}</dt><dd>${notes.length === 0 ? DESK_NEW.noNotes[lang] : notes.map((one) => html`<span class="line"><span class="whole">${days(one)}</span> ${one.text[lang]}</span>`)}${established ? null : html`<span class="sub">${DESK_NEW.notEstablished[lang]}</span>`}</dd></div>`
}

/** The command that makes the same draft. */
function commandOf({ act }: Draft, origin: string): string {
  const { product, period, corrects, reason, embargo } = act
  const last = civilDay(Date.parse(period.end) - 1)
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
  return [
    `npx chuanyu consult draft --origin ${origin} --key KEY.jwk`,
    `--product ${product} --from ${period.start.slice(0, 10)} --to ${last}`,
    ...(corrects === null ? [] : [`--corrects ${corrects} --reason ${quoted(reason ?? '')}`]),
    ...(embargo === null ? [] : [`--embargo ${embargo}`]),
  ].join(' \\\n  ')
}
