/** What stands at the top of a page of the desk when something is wrong: with each field of a form, or with what was just tried. */
import { html } from 'hono/html'
import type { Html, Lang } from '../lang.ts'
import { DESK } from '../words/desk.ts'

/** The faults of a form, each leading to its field. */
export function problemSummary(
  faults: readonly { readonly text: string; readonly target: string }[],
  title: string,
): Html {
  return html`<div class="banner alert" role="alert" tabindex="-1"><p><strong>${title}</strong></p>
<ul>${faults.map(({ text, target }) => html`<li><a href="#${target}">${text}</a></li>`)}</ul></div>`
}

/** Where the page's module tells what went wrong; `moved` is shown when something happened meanwhile. */
export function failureBox(lang: Lang, moved: Html | null = null): Html {
  return html`<div class="banner alert" id="failure" role="alert" tabindex="-1" hidden><p><strong>${DESK.failure[lang]}</strong></p><p id="failure-text"></p>${moved === null ? null : html`<p id="failure-moved" hidden>${moved}</p>`}</div>`
}
