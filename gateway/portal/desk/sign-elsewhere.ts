/** Signing with a key that is not in this browser: the exact text, how it is signed, and where the signature is pasted. Its module is `sign-elsewhere`. */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { Html, Lang } from '../lang.ts'
import { SIGN_ELSEWHERE } from '../words/sign-elsewhere.ts'

/** The `typ` of each kind of signed text. */
export const TYP = { step: 'chuanyu-step+jws', release: 'chuanyu-release+jws' } as const

/** What is to be signed, and what happens once it is. */
export interface Elsewhere {
  /** Canonical text. It is shown here, unless `shownAs` names the element of the page that holds it already. */
  readonly payload: string
  readonly shownAs?: string
  readonly typ: (typeof TYP)[keyof typeof TYP]
  /** Whose signature is wanted, and by which JWS algorithm. */
  readonly signer: { readonly kid: string; readonly alg: string }
  /** Where it is sent, as a path. */
  readonly post: string
  /** The step to wait for; a draft goes by its product and the start of its period. */
  readonly awaits:
    | { readonly product: string; readonly start: string }
    | { readonly consultation: string; readonly act: 'agree' | 'sign' }
  /** The page after it, in which `{id}` stands for the consultation; `done` is what its query says was done. */
  readonly after: string
  readonly done?: string
  /** The command that signs and sends in one. */
  readonly command: string
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The component; one a page. */
export function signElsewhere(it: Elsewhere, lang: Lang): Html {
  const { payload, shownAs, typ, signer, post, awaits, after, done, command } = it
  const { alg, kid } = signer
  const watched =
    'product' in awaits
      ? html` data-product="${awaits.product}" data-start="${awaits.start}"`
      : html` data-consultation="${awaits.consultation}" data-act="${awaits.act}"`
  const own = 'elsewhere-text'
  return html`<details class="inside elsewhere" data-elsewhere data-payload="${shownAs ?? own}" data-post="${post}"${watched} data-after="${after}"${done === undefined ? null : html` data-done="${done}"`}>
<summary>${SIGN_ELSEWHERE.summary[lang]}</summary>
<p>${SIGN_ELSEWHERE.lead[lang]}</p>
<dl class="facts">
<div><dt>${SIGN_ELSEWHERE.text[lang]}</dt><dd>${shownAs === undefined ? html`<pre class="exact" id="${own}" tabindex="0">${payload}</pre>` : html`<a href="#${shownAs}">${SIGN_ELSEWHERE.above[lang]}</a>`}</dd></div>
<div><dt>${SIGN_ELSEWHERE.digest[lang]}</dt><dd><code>${digestOf(payload)}</code></dd></div>
<div><dt>${SIGN_ELSEWHERE.header[lang]}</dt><dd><code>${JSON.stringify({ alg, kid, typ })}</code><span class="sub">${SIGN_ELSEWHERE.input[lang]}</span></dd></div>
<div><dt>${SIGN_ELSEWHERE.api[lang]}</dt><dd><code>POST ${post}</code><span class="sub"><code>Content-Type: application/jose+json</code></span></dd></div>
<div><dt>${SIGN_ELSEWHERE.command[lang]}</dt><dd>${SIGN_ELSEWHERE.commandWhole[lang]}<pre class="command"><code>${command}</code></pre>
${SIGN_ELSEWHERE.commandJws[lang]}<pre class="command"><code>npx chuanyu consult jws --key KEY.jwk TEXT.json</code></pre></dd></div>
</dl>
<div data-paste hidden>
<label for="elsewhere-jws">${SIGN_ELSEWHERE.paste[lang]}</label>
<textarea id="elsewhere-jws" class="field" rows="5" spellcheck="false" autocomplete="off"></textarea>
<p class="actions"><button class="button plain" type="button">${SIGN_ELSEWHERE.send[lang]}</button></p>
<p class="muted small" role="status">${SIGN_ELSEWHERE.waiting[lang]}</p>
</div>
</details>`
}
