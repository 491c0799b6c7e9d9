/** Releases as a list, newest first, each with when it was published, and whether it still stands. */
import { html } from 'hono/html'
import { dated, type Html, href, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { releaseLinks } from './links.ts'
import { localTime } from './time.ts'
import type { ReleaseItem, ReleasesView } from './view.ts'
import { HOME } from './words/home.ts'

/** The page of all releases. */
export function releasesPage({ releases, sandbox }: ReleasesView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<h1>${HOME.releases[lang]}</h1>
${releases.length === 0 ? html`<p class="answer">${HOME.empty[lang]}</p><p>${HOME.emptyText[lang]}</p>` : releaseList(releases, lang)}`
  return layout({ title: HOME.releases[lang], sandbox, main }, options)
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
