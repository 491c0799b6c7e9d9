/** The home page: what the newest releases say, before anything else; stale and empty are said as such. */
import { html } from 'hono/html'
import { civilDay } from '../../contracts/life.ts'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import { airToday, coversNow } from './air/air-today.ts'
import { answer } from './answer.ts'
import { apartList } from './apart/list.ts'
import type { Cadences } from './cadence.ts'
import { dated, type Html, href, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { LINKS, releaseLinks, verifyCommand } from './links.ts'
import { newestOfEach } from './newest.ts'
import { releaseList } from './release-list.ts'
import { byline } from './release-page.ts'
import { staleBanner } from './stale-banner.ts'
import type { HomeView, ReleaseView } from './view.ts'
import { HOME } from './words/home.ts'
import { SANDBOX_PAGE } from './words/sandbox.ts'

/** How many releases the home page lists. */
const LISTED = 8
/** And how many periods without one. */
const APART_LISTED = 3

/** The home page: the forecast of today or tomorrow where there is one, else the newest water bulletin, which otherwise follows. */
export function homePage(view: HomeView, options: PageOptions): Html {
  const { lang } = options
  const { air, latest, now, releases, sandbox } = view
  const today = civilDay(now)
  const leads = air !== null && coversNow(air.release, today)
  const first = leads
    ? airToday(air, today, staleBanner(air.release, now, view.cadences, lang), lang)
    : latest === null
      ? null
      : newest(latest, now, view.cadences, lang, 'h1')
  const main = html`${first ?? empty(releases.length === 0, lang)}
${leads && latest !== null ? html`<div class="part">${newest(latest, now, view.cadences, lang, 'h2')}</div>` : null}
${releases.length === 0 ? null : newestOfEach(releases, now, view.cadences, lang)}
${
  releases.length === 0
    ? null
    : html`<section class="part" aria-labelledby="all"><h2 id="all">${HOME.releases[lang]}</h2>${releaseList(releases.slice(0, LISTED), lang)}${
        releases.length > LISTED
          ? html`<p><a href="${href(LINKS.releases, lang)}">${HOME.allReleases[lang]}</a></p>`
          : null
      }</section>`
}
${apartList((view.apart ?? []).slice(0, APART_LISTED), lang)}
${verify(leads ? air : latest, lang)}
<section class="part" aria-labelledby="open"><h2 id="open">${HOME.open_data[lang]}</h2>${doors(lang, view.people === true)}</section>`
  return layout({ title: null, sandbox, main }, options)
}

function newest(
  latest: ReleaseView<WaterBulletin>,
  now: number,
  cadences: Cadences,
  lang: Lang,
  rank: 'h1' | 'h2',
): Html {
  const { release } = latest
  const title = dated(release.title[lang])
  return html`<article class="latest">
${staleBanner(release, now, cadences, lang)}
<p class="eyebrow">${HOME.latest[lang]}</p>
${rank === 'h1' ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
${byline(latest, lang)}
${answer(release, lang)}
<p><a class="button" href="${href(releaseLinks(release.id).page, lang)}">${HOME.open[lang]}</a></p>
</article>`
}

function empty(nothing: boolean, lang: Lang): Html {
  return html`<section class="latest"><h1>${(nothing ? HOME.empty : HOME.none)[lang]}</h1><p class="answer">${(nothing ? HOME.emptyText : HOME.noneText)[lang]}</p></section>`
}

function verify(view: Pick<ReleaseView, 'release'> | null, lang: Lang): Html | null {
  if (view === null) return null
  return html`<section class="part" aria-labelledby="verify"><h2 id="verify">${HOME.verify[lang]}</h2><p>${HOME.verifyText[lang]}</p><pre class="command"><code>${verifyCommand(view.release.id)}</code></pre><p><a href="${href(LINKS.verify, lang)}">${HOME.verifyMore[lang]}</a></p></section>`
}

function doors(lang: Lang, people: boolean): Html {
  const list = [
    ...(people ? [{ link: href('/sandbox', lang), title: SANDBOX_PAGE.door, text: SANDBOX_PAGE.doorText }] : []),
    { link: href(LINKS.cities, lang), title: HOME.cities, text: HOME.citiesText },
    { link: href(LINKS.rivers, lang), title: HOME.rivers, text: HOME.riversText },
    { link: href(LINKS.credit, lang), title: HOME.credit, text: HOME.creditText },
    { link: href(LINKS.comparison, lang), title: HOME.comparison, text: HOME.comparisonText },
    { link: href(LINKS.contractPages, lang), title: HOME.contracts, text: HOME.contractsText },
    { link: href(LINKS.about, lang), title: HOME.about, text: HOME.aboutText },
    { link: LINKS.contracts, title: HOME.contractData, text: HOME.contractDataText },
    { link: LINKS.register, title: HOME.register, text: HOME.registerText },
    { link: LINKS.checkpoint, title: HOME.checkpoint, text: HOME.checkpointText },
  ]
  return html`<ul class="files">${list.map(
    ({ link, title, text }) => html`<li><a href="${link}"><b>${title[lang]}</b></a><span>${text[lang]}</span></li>`,
  )}</ul>`
}
