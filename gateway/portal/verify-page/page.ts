/** `/verify`: which release something is, and how anybody checks it offline. */
import { html } from 'hono/html'
import type { Bilingual } from '../../../contracts/types.ts'
import { dated, type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { LINKS, releaseLinks, verifyCommand } from '../links.ts'
import { VERIFY } from '../words/verify.ts'
import { type Findable, findRelease } from './find.ts'

/** What the page needs: what was asked, and the releases it is searched among, the newest first. */
export interface VerifyView {
  readonly asked: string
  readonly releases: readonly (Findable & { readonly title: Bilingual })[]
  readonly sandbox: boolean
}

/** A command that names no release there is. */
const SAMPLE = 'weekly-water-2026-11-16'

/** The page. */
export function verifyPage({ asked, releases, sandbox }: VerifyView, options: PageOptions): Html {
  const { lang } = options
  const answer = asked === '' ? null : findRelease(releases, asked)
  const found = answer && 'found' in answer ? answer.found : null
  const fault = answer && 'fault' in answer ? answer.fault : null
  const main = html`<article>
<header class="head"><h1>${VERIFY.title[lang]}</h1>
<p class="answer">${VERIFY.answer[lang]}</p></header>
<section class="part" aria-labelledby="find"><h2 id="find">${VERIFY.find[lang]}</h2>
<p class="lead" id="find-text">${VERIFY.findText[lang]}</p>
<form class="filters wide-in" method="get" action="${LINKS.verify}">
${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}
<label class="grow" for="q">${VERIFY.label[lang]}<input type="search" id="q" name="q" value="${asked}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="find-text"${fault === null ? null : html` aria-invalid="true"`}></label>
<button type="submit">${VERIFY.search[lang]}</button>
</form>
${found ? hit(found, lang) : null}${fault === null ? null : html`<div class="banner alert" role="alert"><p><strong>${(fault === 'short' ? VERIFY.short : VERIFY.none)[lang]}</strong> ${fault === 'short' ? null : VERIFY.noneText[lang]}</p></div>`}
</section>
${steps(found ?? releases[0] ?? null, sandbox, lang)}
<section class="part" aria-labelledby="means"><h2 id="means">${VERIFY.means[lang]}</h2>
<ul class="notes">${[VERIFY.means1, VERIFY.means2, VERIFY.means3].map((one) => html`<li>${one[lang]}</li>`)}</ul>
<h3 class="minor">${VERIFY.browser[lang]}</h3><p>${VERIFY.browserText[lang]}</p>
<details class="inside"><summary>${VERIFY.inside[lang]}</summary><p>${VERIFY.insideText[lang]}</p><p><a href="${LINKS.checkpoint}">${VERIFY.checkpoint[lang]}</a></p></details>
</section></article>`
  return layout({ title: VERIFY.title[lang], sandbox, main }, options)
}

function hit({ digest, id, supersededBy, title }: VerifyView['releases'][number], lang: Lang): Html {
  return html`<div class="card" role="status"><dl class="facts">
<div><dt>${VERIFY.found[lang]}</dt><dd><a href="${href(releaseLinks(id).page, lang)}">${dated(title[lang])}</a><span class="sub"><code>${id}</code></span></dd></div>
<div><dt>${supersededBy === null ? VERIFY.current[lang] : VERIFY.superseded[lang]}</dt><dd>${
    supersededBy === null
      ? html`<span class="met"><span aria-hidden="true">✓</span></span>`
      : html`<a href="${href(releaseLinks(supersededBy).page, lang)}">${supersededBy}</a>`
  }</dd></div>
<div><dt>${VERIFY.digest[lang]}</dt><dd><code>${digest}</code></dd></div>
</dl><p>${VERIFY.same[lang]}</p></div>`
}

function steps(release: Findable | null, sandbox: boolean, lang: Lang): Html {
  const id = release?.id ?? SAMPLE
  const { bundle, page } = releaseLinks(id)
  const step1 =
    release === null
      ? html`${VERIFY.step1[lang]}`
      : html`<a href="${href(page, lang)}#downloads">${VERIFY.step1[lang]}</a>`
  return html`<section class="part" aria-labelledby="steps"><h2 id="steps">${VERIFY.steps[lang]}</h2>
<ol class="steps">
<li><b>${step1}</b><p>${VERIFY.step1Text[lang]} <code>${bundle}</code></p></li>
<li><b>${VERIFY.step2[lang]}</b><p>${sandbox ? VERIFY.step2Sandbox[lang] : VERIFY.step2Text[lang]}</p></li>
<li><b>${VERIFY.step3[lang]}</b><p>${VERIFY.step3Text[lang]}</p><pre class="command"><code>${verifyCommand(id)}</code></pre></li>
</ol></section>`
}
