/** `/sandbox`: whom one can act as in a sandbox, a click each. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import type { SamplePerson } from '../ports.ts'
import { POST_ROLES, POSTS } from '../release/consultation/acts.ts'
import { failureBox } from './desk/failure.ts'
import { sideMark } from './desk/layout.ts'
import { nameIn } from './desk/name.ts'
import { type Html, href, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { type FailuresView, failuresSection } from './sandbox-failures.ts'
import { scriptPath } from './scripts.ts'
import { LIST, PARTY } from './words/common.ts'
import { DUTY, POST } from './words/desk.ts'
import { SANDBOX_PAGE } from './words/sandbox.ts'

/** What the page needs. */
export interface SandboxView {
  readonly people: readonly SamplePerson[]
  readonly origin: string
  /** Null where nothing can be made to fail. */
  readonly failures: FailuresView | null
}

/** The page. */
export function sandboxPage({ people, origin, failures }: SandboxView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<article class="sandbox-people" id="desk" data-origin="${origin}">
<h1>${SANDBOX_PAGE.title[lang]}</h1>
<p class="lead">${SANDBOX_PAGE.lead[lang]}</p>
<noscript><p class="banner notice">${SANDBOX_PAGE.noScripts[lang]}</p></noscript>
${failureBox(lang)}
<div class="sides">${PARTIES.map((party) => side(party, people, lang))}</div>
<p class="muted">${SANDBOX_PAGE.keys[lang]}</p>
${failures && waiting(failures, lang)}
<section class="part prose" aria-labelledby="steps"><h2 id="steps">${SANDBOX_PAGE.steps[lang]}</h2>
<ol>${[SANDBOX_PAGE.step1, SANDBOX_PAGE.step2, SANDBOX_PAGE.step3].map((step) => html`<li>${step[lang]}</li>`)}</ol>
<p>${SANDBOX_PAGE.elsewhere[lang]}</p><pre class="command"><code>npx chuanyu consult list --origin ${origin} --key data/sandbox/cq-operator.jwk</code></pre></section>
${failures && failuresSection(failures, lang)}
</article>
<script type="module" src="${scriptPath('sandbox-page')}"></script>`
  return layout({ title: SANDBOX_PAGE.title[lang], sandbox: true, main }, options)
}

/** What is on the table, with whom to act as next: the shortest way to a release. */
function waiting({ consultations }: FailuresView, lang: Lang): Html | null {
  if (consultations.length === 0) return null
  return html`<section class="part" aria-labelledby="waiting"><h2 id="waiting">${SANDBOX_PAGE.waiting[lang]}</h2>
<p>${SANDBOX_PAGE.waitingText[lang]}</p>
<ul class="notes">${consultations
    .slice(0, MOST_WAITING)
    .map(
      ({ id, next, title }) =>
        html`<li><a href="${href(`/desk/${encodeURIComponent(id)}`, lang)}">${title[lang]}</a>${lang === 'zh' ? '：' : ': '}${next.map(({ act, party, post }, at) => html`${at === 0 ? null : lang === 'zh' ? '；' : '; '}${PARTY[party][lang]} ${POST[post][lang]}${lang === 'zh' ? '：' : ', '}${DUTY[act][lang]}`)}</li>`,
    )}</ul></section>`
}

/** So many consultations that wait are listed. */
const MOST_WAITING = 3

function side(party: PartyId, people: readonly SamplePerson[], lang: Lang): Html {
  return html`<section class="side-people" aria-labelledby="people-${party}"><h2 id="people-${party}">${sideMark(party, lang)}</h2>
<ul>${people.filter((one) => one.party === party).map((one) => person(one, lang))}</ul></section>`
}

function person({ name, operator, agency, roles }: SamplePerson, lang: Lang): Html {
  const posts = POSTS.filter((post) => roles.includes(POST_ROLES[post])).map((post) => POST[post][lang])
  return html`<li><div><b id="person-${name}">${nameIn(operator, lang)}</b><span class="sub">${posts.length === 0 ? SANDBOX_PAGE.office[lang] : posts.join(LIST[lang])} · ${nameIn(agency, lang)}</span></div>
<button class="button plain" type="button" data-act-as="${name}" aria-describedby="person-${name}">${SANDBOX_PAGE.act[lang]}</button></li>`
}

/** The way to it from other pages of a sandbox. */
export function sandboxDoor(lang: Lang): Html {
  return html`<a href="${href('/sandbox', lang)}"><b>${SANDBOX_PAGE.door[lang]}</b></a>`
}
