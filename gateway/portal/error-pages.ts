/** A page for each problem type (RFC 9457 §3.1.1: the type resolves to documentation), their list, and the page for an unknown address. */
import { html } from 'hono/html'
import { type Html, href, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { errorLink, LINKS } from './links.ts'
import type { ErrorsView, ErrorView } from './view.ts'
import { ERROR_PAGE } from './words/errors.ts'

/** `/errors/<code>`: what happened, how to fix it, and the answer as a program sees it. */
export function errorPage(
  { code, status, title, what, fix, example, trigger, sandbox }: ErrorView,
  options: PageOptions,
): Html {
  const { lang } = options
  const main = html`<article class="prose">
<p class="eyebrow"><code>${code}</code> · ${ERROR_PAGE.status[lang]} ${status}</p>
<h1>${title[lang]}</h1>
<h2>${ERROR_PAGE.what[lang]}</h2>
<p>${what[lang]}</p>
<h2>${ERROR_PAGE.fix[lang]}</h2>
<p>${fix[lang]}</p>
${trigger === undefined ? null : html`<h2>${ERROR_PAGE.trigger[lang]}</h2><pre tabindex="0"><code lang="zh-CN">${trigger}</code></pre>`}
<h2>${ERROR_PAGE.example[lang]}</h2>
<pre tabindex="0"><code lang="zh-CN">${example}</code></pre>
<p><a href="${href(LINKS.errors, lang)}">${ERROR_PAGE.all[lang]}</a></p>
</article>`
  return layout({ title: title[lang], sandbox, main }, options)
}

/** `/errors`: every problem type by its code. */
export function errorsPage({ errors, sandbox }: ErrorsView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<h1>${ERROR_PAGE.heading[lang]}</h1>
<p class="lead">${ERROR_PAGE.lead[lang]}</p>
<table class="codes calls"><thead><tr><th scope="col">${ERROR_PAGE.code[lang]}</th><th scope="col">${ERROR_PAGE.meaning[lang]}</th><th scope="col" class="number">${ERROR_PAGE.status[lang]}</th></tr></thead>
<tbody>${errors.map(
    ({ code, status, title }) =>
      html`<tr><th scope="row"><a href="${href(errorLink(code), lang)}"><code>${code}</code></a></th><td>${title[lang]}</td><td class="number">${status}</td></tr>`,
  )}</tbody></table>`
  return layout({ title: ERROR_PAGE.heading[lang], sandbox, main }, options)
}

/** The answer to an address that is none, with status 404. */
export function notFoundPage({ sandbox }: { readonly sandbox: boolean }, options: PageOptions): Html {
  const { lang, path } = options
  const main = html`<article class="prose">
<h1>${ERROR_PAGE.missing[lang]}</h1>
<p class="lead">${ERROR_PAGE.missingText[lang]}</p>
<p>${ERROR_PAGE.asked[lang]} <code>${path}</code></p>
<p><a class="button" href="${href(LINKS.home, lang)}">${ERROR_PAGE.toHome[lang]}</a> <a href="${href(LINKS.releases, lang)}">${ERROR_PAGE.toReleases[lang]}</a></p>
</article>`
  return layout({ title: ERROR_PAGE.missing[lang], sandbox, main }, options)
}
