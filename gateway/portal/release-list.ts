/** Releases as a list, newest first, filtered as asked, each with when it was published, and whether it still stands. */
import { html } from 'hono/html'
import { apartList } from './apart/list.ts'
import { dated, type Html, href, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { LINKS, releaseLinks } from './links.ts'
import { PUBLIC_PRODUCTS } from './newest.ts'
import { ALL_RELEASES, filtered, PER_PAGE, printFilter, type ReleaseFilter, yearOf } from './release-filter.ts'
import { localTime } from './time.ts'
import type { ReleaseItem, ReleasesView } from './view.ts'
import { HOME } from './words/home.ts'
import { PRODUCT } from './words/products.ts'
import { LIST_WORDS, shownText } from './words/releases.ts'

/** So many periods without a release stand beneath the list. */
const MOST_APART = 50

/** The page of releases: a form that filters, those that fit, and the way to subscribe. */
export function releasesPage(
  { apart = [], releases, sandbox, filter = ALL_RELEASES }: ReleasesView,
  options: PageOptions,
): Html {
  const { lang } = options
  const fitting = filtered(releases, filter)
  const first = (filter.page - 1) * PER_PAGE
  const shown = fitting.slice(first, first + PER_PAGE)
  const main = html`<h1>${HOME.releases[lang]}</h1>
<p><a href="${LINKS.atom}">${LIST_WORDS.atom[lang]}</a></p>
${
  releases.length === 0
    ? html`<p class="answer">${HOME.empty[lang]}</p><p>${HOME.emptyText[lang]}</p>`
    : html`${filterForm(releases, filter, lang)}
${
  shown.length === 0
    ? html`<p class="answer">${LIST_WORDS.none[lang]}</p><p><a href="${href(LINKS.releases, lang)}">${LIST_WORDS.clear[lang]}</a></p>`
    : html`<p class="muted" role="status">${shownText(first + 1, first + shown.length, fitting.length)[lang]}</p>${releaseList(shown, lang)}${pager(filter, fitting.length, lang)}`
}`
}
${apartList(apart.slice(0, MOST_APART), lang)}`
  return layout({ title: HOME.releases[lang], sandbox, main }, options)
}

function filterForm(releases: readonly ReleaseItem[], filter: ReleaseFilter, lang: Lang): Html {
  const years = [...new Set(releases.map(yearOf))].sort((a, b) => b - a)
  return html`<form class="filters" method="get" action="${LINKS.releases}" aria-label="${LIST_WORDS.filters[lang]}">
${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}
<label>${LIST_WORDS.product[lang]}<select name="product">${option('', LIST_WORDS.anyProduct[lang], filter.product === null)}${PUBLIC_PRODUCTS.map((id) => option(id, PRODUCT[id][lang], filter.product === id))}</select></label>
<label>${LIST_WORDS.year[lang]}<select name="year">${option('', LIST_WORDS.anyYear[lang], filter.year === null)}${years.map((year) => option(String(year), String(year), filter.year === year))}</select></label>
<label class="check"><input type="checkbox" name="current" value="1"${filter.current ? html` checked` : null}>${LIST_WORDS.current[lang]}</label>
<button type="submit">${LIST_WORDS.apply[lang]}</button>
</form>`
}

function option(value: string, text: string, selected: boolean): Html {
  return html`<option value="${value}"${selected ? html` selected` : null}>${text}</option>`
}

function pager(filter: ReleaseFilter, all: number, lang: Lang): Html | null {
  const to = (page: number, text: string) =>
    html`<a href="${href(LINKS.releases, lang, printFilter({ ...filter, page }))}">${text}</a>`
  const [newer, older] = [filter.page > 1, filter.page * PER_PAGE < all]
  if (!newer && !older) return null
  return html`<nav class="pager" aria-label="${LIST_WORDS.pages[lang]}">${newer ? to(filter.page - 1, LIST_WORDS.newer[lang]) : null}${older ? to(filter.page + 1, LIST_WORDS.older[lang]) : null}</nav>`
}

/** The list alone. */
export function releaseList(releases: readonly ReleaseItem[], lang: Lang): Html {
  return html`<ul class="releases">${releases.map(
    (item) => html`<li${item.supersededBy === null ? null : html` class="old"`}>
<a href="${href(releaseLinks(item.id).page, lang)}">${dated(item.title[lang])}</a>
<span class="when">${HOME.published[lang]} <time datetime="${item.publishedAt}">${localTime(item.publishedAt, lang)}</time></span>
<span class="state">${state(item, lang)}</span>
</li>`,
  )}</ul>`
}

function state({ supersededBy, supersedes }: ReleaseItem, lang: Lang): Html {
  const link = (id: string) => html`<a href="${href(releaseLinks(id).page, lang)}">${id}</a>`
  return html`${
    supersededBy === null
      ? html`<span class="pill">${HOME.current[lang]}</span>`
      : html`<span class="pill off">${HOME.superseded[lang]}</span> ${HOME.by[lang]} ${link(supersededBy)}`
  }${supersedes === null ? null : html` <span class="pill">${HOME.correction[lang]}</span> ${HOME.of[lang]} ${link(supersedes)}`}`
}
