/** `/desk/sign-in`: where a person makes a key and signs in with it. Everything is on the page; its module shows what holds. */
import { html } from 'hono/html'
import type { Html, Lang, PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { sandboxDoor } from './sandbox-page.ts'
import { scriptPath } from './scripts.ts'
import { SIGN_IN } from './words/sign-in.ts'

/** What the page needs: the gateway's published address, and whether sample keys may be brought. */
export interface SignInView {
  readonly origin: string
  readonly sandbox: boolean
  /** Whether one can act as the sandbox's people by a click elsewhere. */
  readonly people?: boolean
}

/** The page. Who reads it without scripts is told why it needs them. */
export function signInPage({ origin, sandbox, people = false }: SignInView, options: PageOptions): Html {
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
${otherKeys(lang)}
${keyOutside(lang)}
${sandbox ? sampleKeys(lang, people) : null}
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

function otherKeys(lang: Lang): Html {
  return html`<section id="others" aria-labelledby="others-title" hidden>
<h2 id="others-title">${SIGN_IN.others[lang]}</h2>
<p>${SIGN_IN.othersText[lang]}</p>
<ul class="keys" id="other-keys"></ul><span id="use-word" hidden>${SIGN_IN.use[lang]}</span>
</section>`
}

function keyOutside(lang: Lang): Html {
  return html`<details class="inside"><summary>${SIGN_IN.outside[lang]}</summary>
<p>${SIGN_IN.outsideText[lang]}</p>
<p class="actions"><button class="button plain" type="button" id="outside-ask">${SIGN_IN.outsideAsk[lang]}</button></p>
<div id="outside-answer" hidden>
<pre class="exact" id="outside-text" tabindex="0"></pre>
<p class="muted small">${SIGN_IN.outsideHeader[lang]} <code>{"alg":"…","kid":"…","typ":"chuanyu-sign-in+jws"}</code> · <code>npx chuanyu consult jws --key KEY.jwk TEXT.json</code></p>
<label for="outside-jws">${SIGN_IN.outsidePaste[lang]}</label>
<textarea class="field" id="outside-jws" rows="4" spellcheck="false" autocomplete="off"></textarea>
<p class="actions"><button class="button" type="button" id="outside-enter">${SIGN_IN.outsideEnter[lang]}</button></p>
</div>
</details>`
}

function sampleKeys(lang: Lang, people: boolean): Html {
  return html`<section aria-labelledby="sandbox-title">
<h2 id="sandbox-title">${SIGN_IN.sandbox[lang]}</h2>
<p>${SIGN_IN.sandboxText[lang]}</p>${
    people
      ? html`
<p>${sandboxDoor(lang)}</p>`
      : null
  }
<p class="actions"><label for="key-file">${SIGN_IN.file[lang]}</label> <input type="file" id="key-file" accept=".jwk,.json,application/json"></p>
</section>`
}
