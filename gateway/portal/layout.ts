/** The frame around every page: landmarks, skip link, language link, sandbox banner. No scripts, no inline style. */
import { html } from 'hono/html'
import { FAVICON_PATH } from './icon.ts'
import { type Html, href, langTag, type PageOptions } from './lang.ts'
import { LINKS } from './links.ts'
import { STYLE_PATH } from './style.ts'
import { LAYOUT } from './words/layout.ts'

/** What a page puts into the frame; `title` comes before the product's name in the browser's title. */
export interface Frame {
  readonly title: string | null
  readonly sandbox: boolean
  readonly main: Html
}

/** The whole document. */
export function layout({ title, sandbox, main }: Frame, { lang, path }: PageOptions): Html {
  const product = LAYOUT.product[lang]
  const nav = [
    { path: LINKS.home, text: LAYOUT.home[lang] },
    { path: LINKS.releases, text: LAYOUT.releases[lang] },
    { path: LINKS.errors, text: LAYOUT.errors[lang] },
  ]
  return html`<!doctype html>
<html lang="${langTag(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === null ? product : `${title} · ${product}`}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" type="image/svg+xml" href="${FAVICON_PATH}">
<link rel="alternate" hreflang="zh-CN" href="${href(path, 'zh')}">
<link rel="alternate" hreflang="en" href="${href(path, 'en')}">
</head>
<body>
<a class="skip" href="#main">${LAYOUT.skip[lang]}</a>
<header class="site">
<div class="wrap bar">
<a class="brand" href="${href(LINKS.home, lang)}">${MARK}<span>${LAYOUT.short[lang]}</span></a>
<nav aria-label="${LAYOUT.mainNav[lang]}"><ul>${nav.map(
    (item) =>
      html`<li><a href="${href(item.path, lang)}"${item.path === path ? html` aria-current="page"` : null}>${item.text}</a></li>`,
  )}</ul></nav>
${
  lang === 'zh'
    ? html`<a class="language" href="${href(path, 'en')}" lang="en" hreflang="en">English</a>`
    : html`<a class="language" href="${href(path, 'zh')}" lang="zh-CN" hreflang="zh-CN">中文</a>`
}
</div>
</header>
${
  sandbox
    ? html`<div class="sandbox" role="note"><div class="wrap"><strong>${LAYOUT.sandbox[lang]}</strong> ${LAYOUT.sandboxText[lang]}</div></div>`
    : null
}
<main id="main" class="wrap" tabindex="-1">
${main}
</main>
<footer class="site">
<div class="wrap">
<p>${LAYOUT.footer[lang]}</p>
<ul>
<li><a href="${href(LINKS.comparison, lang)}">${LAYOUT.comparison[lang]}</a></li>
<li><a href="${LINKS.contracts}">${LAYOUT.contracts[lang]}</a></li>
<li><a href="${LINKS.register}">${LAYOUT.register[lang]}</a></li>
<li><a href="${LINKS.checkpoint}">${LAYOUT.checkpoint[lang]}</a></li>
</ul>
</div>
</footer>
</body>
</html>
`
}

const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path class="stream" d="M3 9c7 0 8 7 14 7h12"/><path class="stream two" d="M3 23c7 0 8-7 14-7"/></svg>`
