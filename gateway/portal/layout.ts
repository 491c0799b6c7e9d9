/** The frame around every page: landmarks, skip link, language link, sandbox banner. No scripts, no inline style. */
import { html } from 'hono/html'
import { FAVICON_PATH } from './icon.ts'
import { type Html, href, type Lang, langTag, type PageOptions } from './lang.ts'
import { keepLargeType, LARGE_TYPE } from './large-type.ts'
import { LINKS } from './links.ts'
import { LARGE_STYLE_PATH, STYLE_PATH } from './style.ts'
import { LAYOUT } from './words/layout.ts'

/** What a page puts into the frame; `title` comes before the product's name in the browser's title. */
export interface Frame {
  readonly title: string | null
  readonly sandbox: boolean
  readonly main: Html
  /** Whether it may take all of the window's width. */
  readonly wide?: boolean
}

/** The whole document. */
export function layout(frame: Frame, options: PageOptions): Html {
  const page = printed(frame, options)
  return options.large ? keepLargeType(page) : page
}

function printed({ title, sandbox, main, wide = false }: Frame, options: PageOptions): Html {
  const { lang, path, query, large = false } = options
  const product = LAYOUT.product[lang]
  return html`<!doctype html>
<html lang="${langTag(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === null ? product : `${title} · ${product}`}</title>
<link rel="stylesheet" href="${large ? LARGE_STYLE_PATH : STYLE_PATH}">
<link rel="icon" type="image/svg+xml" href="${FAVICON_PATH}">
<link rel="alternate" hreflang="zh-CN" href="${href(path, 'zh', query)}">
<link rel="alternate" hreflang="en" href="${href(path, 'en', query)}">
<link rel="alternate" type="application/atom+xml" title="${LAYOUT.atom[lang]}" href="${LINKS.atom}">
</head>
<body>
<a class="skip" href="#main">${LAYOUT.skip[lang]}</a>
<header class="site">
<div class="wrap bar">
<a class="brand" href="${href(LINKS.home, lang)}">${MARK}<span>${LAYOUT.short[lang]}</span></a>
<nav aria-label="${LAYOUT.mainNav[lang]}"><ul>${NAV.map(
    ({ link, text }) =>
      html`<li><a href="${href(link, lang)}"${isWithin(path, link) ? html` aria-current="${path === link ? 'page' : 'true'}"` : null}>${text[lang]}</a></li>`,
  )}</ul></nav>
<p class="ways">${sizeLink(options)} ${
    lang === 'zh'
      ? html`<a class="language" href="${href(path, 'en', query)}" lang="en" hreflang="en">English</a>`
      : html`<a class="language" href="${href(path, 'zh', query)}" lang="zh-CN" hreflang="zh-CN">中文</a>`
  }</p>
</div>
</header>
${
  sandbox
    ? html`<div class="sandbox" role="note"><div class="wrap"><strong>${LAYOUT.sandbox[lang]}</strong> ${LAYOUT.sandboxText[lang]}</div></div>`
    : null
}
<main id="main" class="wrap${wide ? ' wide' : ''}" tabindex="-1">
${main}
</main>
${footer(lang)}
</body>
</html>
`
}

const NAV = [
  { link: LINKS.home, text: LAYOUT.home },
  { link: LINKS.releases, text: LAYOUT.releases },
  { link: LINKS.cities, text: LAYOUT.cities },
  { link: LINKS.rivers, text: LAYOUT.rivers },
  { link: LINKS.credit, text: LAYOUT.credit },
  { link: LINKS.verify, text: LAYOUT.verify },
] as const

const FOOTER = [
  { link: LINKS.about, text: LAYOUT.about, page: true },
  { link: LINKS.contractPages, text: LAYOUT.contracts, page: true },
  { link: LINKS.comparison, text: LAYOUT.comparison, page: true },
  { link: LINKS.docs, text: LAYOUT.docs, page: true },
  { link: LINKS.errors, text: LAYOUT.errors, page: true },
  { link: LINKS.register, text: LAYOUT.register, page: false },
  { link: LINKS.checkpoint, text: LAYOUT.checkpoint, page: false },
] as const

function isWithin(path: string, link: string): boolean {
  return path === link || (link !== LINKS.home && path.startsWith(`${link}/`))
}

/** To the other size of type on the same path; never rewritten, since it is the way out as well. */
function sizeLink({ lang, path, query = '', large = false }: PageOptions): Html {
  const asked = [query, large ? '' : LARGE_TYPE].filter((part) => part !== '').join('&')
  return html`<a class="size" href="${href(path, lang, asked)}">${large ? LAYOUT.normalType[lang] : LAYOUT.largeType[lang]}</a>`
}

function footer(lang: Lang): Html {
  return html`<footer class="site">
<div class="wrap">
<p>${LAYOUT.footer[lang]}</p>
<ul>${FOOTER.map(({ link, text, page }) => html`<li><a href="${page ? href(link, lang) : link}">${text[lang]}</a></li>`)}</ul>
</div>
</footer>`
}

const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path class="stream" d="M3 9c7 0 8 7 14 7h12"/><path class="stream two" d="M3 23c7 0 8-7 14-7"/></svg>`
