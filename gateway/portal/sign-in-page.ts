/** `/desk/sign-in`: where a person makes a key and signs in with it. Everything is on the page; its module shows what holds. */
import { html } from 'hono/html'
import type { Html, Lang, PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { scriptPath } from './scripts.ts'
import { SIGN_IN } from './words/sign-in.ts'

/** What the page needs: the gateway's published address, and whether sample keys may be brought. */
export interface SignInView {
  readonly origin: string
  readonly sandbox: boolean
}

/** The page. Who reads it without scripts is told why it needs them. */
export function signInPage({ origin, sandbox }: SignInView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<article class="prose" id="desk-sign-in" data-origin="${origin}">
<h1>${SIGN_IN.title[lang]}</h1>
<p class="lead">${SIGN_IN.lead[lang]}</p>
<noscript><p class="banner notice">${SIGN_IN.noScripts[lang]}</p></noscript>
<div class="banner notice" id="elsewhere" hidden><p>${SIGN_IN.elsewhere[lang]}<a href="${origin}/desk/sign-in">${origin}/desk/sign-in</a></p></div>
<div class="banner alert" id="failure" role="alert" tabindex="-1" hidden><p><strong>${SIGN_IN.failure[lang]}</strong></p><p id="failure-text"></p></div>
<div id="controls" hidden>
<section id="signed-in" aria-labelledby="signed-in-title" hidden>
<h2 id="signed-in-title">${SIGN_IN.signedIn[lang]}</h2>
<p id="person"></p>
<p class="actions"><a class="button" id="onward" href="/desk">${SIGN_IN.onward[lang]}</a> <button class="button plain" type="button" id="leave">${SIGN_IN.leave[lang]}</button></p>
</section>
<section aria-labelledby="own-title">
<h2 id="own-title">${SIGN_IN.own[lang]}</h2>
<div id="no-key" hidden>
<p>${SIGN_IN.none[lang]}</p>
<p class="actions"><button class="button" type="button" id="create">${SIGN_IN.create[lang]}</button></p>
</div>
${ownKey(lang)}
</section>
${sandbox ? sampleKeys(lang) : null}
</div>
</article>
<script type="module" src="${scriptPath('sign-in-page')}"></script>`
  return layout({ title: SIGN_IN.title[lang], sandbox, main }, options)
}

function ownKey(lang: Lang): Html {
  return html`<div id="has-key" hidden>
<p>${SIGN_IN.enterText[lang]}</p>
<p class="actions"><button class="button" type="button" id="enter">${SIGN_IN.enter[lang]}</button></p>
<h3>${SIGN_IN.enrol[lang]}</h3>
<p>${SIGN_IN.enrolText[lang]}</p>
<dl class="facts">
<div><dt>${SIGN_IN.kid[lang]}</dt><dd><code id="kid"></code></dd></div>
<div><dt>${SIGN_IN.algorithm[lang]}</dt><dd><code id="algorithm"></code></dd></div>
<div><dt>${SIGN_IN.publicKey[lang]}</dt><dd><pre id="public-key"></pre></dd></div>
</dl>
<p class="actions"><button class="button plain" type="button" id="copy">${SIGN_IN.copy[lang]}</button> <span id="copied" role="status" hidden>${SIGN_IN.copied[lang]}</span></p>
<details class="inside"><summary>${SIGN_IN.other[lang]}</summary>
<p>${SIGN_IN.otherText[lang]}</p>
<p class="actions"><button class="button plain" type="button" id="forget">${SIGN_IN.forget[lang]}</button></p>
</details>
</div>`
}

function sampleKeys(lang: Lang): Html {
  return html`<section aria-labelledby="sandbox-title">
<h2 id="sandbox-title">${SIGN_IN.sandbox[lang]}</h2>
<p>${SIGN_IN.sandboxText[lang]}</p>
<p class="actions"><label for="key-file">${SIGN_IN.file[lang]}</label> <input type="file" id="key-file" accept=".jwk,.json,application/json"></p>
</section>`
}
