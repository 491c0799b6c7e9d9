/** The home page: what the newest release says, before anything else; stale and empty are said as such. */
import { html } from 'hono/html'
import { answer } from './answer.ts'
import { dated, type Html, href, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { LINKS, releaseLinks, verifyCommand } from './links.ts'
import { releaseList } from './release-list.ts'
import { byline } from './release-page.ts'
import { daysSince } from './time.ts'
import type { HomeView, ReleaseView } from './view.ts'
import { HOME, staleText } from './words/home.ts'

/** A release whose period ended more than this many days ago is stale: one weekly bulletin has been missed. */
export const STALE_DAYS = 14

/** How many releases the home page lists. */
const LISTED = 8

/** The home page. */
export function homePage(view: HomeView, options: PageOptions): Html {
  const { lang } = options
  const { latest, releases, sandbox } = view
  const main = html`${latest === null ? empty(lang) : newest(latest, view.now, lang)}
${
  releases.length === 0
    ? null
    : html`<section class="part" aria-labelledby="all"><h2 id="all">${HOME.releases[lang]}</h2>${releaseList(releases.slice(0, LISTED), lang)}${
        releases.length > LISTED
          ? html`<p><a href="${href(LINKS.releases, lang)}">${HOME.allReleases[lang]}</a></p>`
          : null
      }</section>`
}
${
  latest === null
    ? null
    : html`<section class="part" aria-labelledby="verify"><h2 id="verify">${HOME.verify[lang]}</h2><p>${HOME.verifyText[lang]}</p><pre class="command"><code>${verifyCommand(latest.bulletin.id)}</code></pre></section>`
}
<section class="part" aria-labelledby="open"><h2 id="open">${HOME.open_data[lang]}</h2>${doors(lang)}</section>`
  return layout({ title: null, sandbox, main }, options)
}

function newest(latest: ReleaseView, now: number, lang: Lang): Html {
  const { bulletin } = latest
  const days = daysSince(bulletin.period.end, now)
  return html`<article class="latest">
${
  days !== null && days > STALE_DAYS
    ? html`<div class="banner notice" role="note"><p><strong>${HOME.stale[lang]}</strong> ${staleText(days)[lang]}</p></div>`
    : null
}
<p class="eyebrow">${HOME.latest[lang]}</p>
<h1>${dated(bulletin.title[lang])}</h1>
${byline(latest, lang)}
${answer(bulletin, lang)}
<p><a class="button" href="${href(releaseLinks(bulletin.id).page, lang)}">${HOME.open[lang]}</a></p>
</article>`
}

function empty(lang: Lang): Html {
  return html`<section class="latest"><h1>${HOME.empty[lang]}</h1><p class="answer">${HOME.emptyText[lang]}</p></section>`
}

function doors(lang: Lang): Html {
  const list = [
    { link: href(LINKS.comparison, lang), title: HOME.comparison, text: HOME.comparisonText },
    { link: LINKS.contracts, title: HOME.contracts, text: HOME.contractsText },
    { link: LINKS.register, title: HOME.register, text: HOME.registerText },
    { link: LINKS.checkpoint, title: HOME.checkpoint, text: HOME.checkpointText },
  ]
  return html`<ul class="files">${list.map(
    ({ link, title, text }) => html`<li><a href="${link}"><b>${title[lang]}</b></a><span>${text[lang]}</span></li>`,
  )}</ul>`
}
