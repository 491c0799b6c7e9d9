/** `/releases/{id}/sections/{number}`: some rivers of a bulletin with their drawings, and the whole table of their sections. */
import { html } from 'hono/html'
import type { WaterBulletin } from '../../release/bulletin-types.ts'
import { supersededBanner } from '../banners.ts'
import { dated, type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { releaseLinks } from '../links.ts'
import { byline } from '../release-page.ts'
import { riversSection } from '../rivers.ts'
import { sectionTable } from '../section-table.ts'
import type { ReleaseView } from '../view.ts'
import { RELEASE } from '../words/release.ts'
import { partOf, WATER_PARTS } from '../words/water-parts.ts'
import { partLink, riverNames } from './overview.ts'
import type { WaterPart } from './split.ts'

/** What the page needs: the release, the part, and how many there are. */
export interface WaterPartView {
  readonly view: ReleaseView<WaterBulletin>
  readonly part: WaterPart
  readonly count: number
}

/** The page. */
export function waterPartPage({ view, part, count }: WaterPartView, options: PageOptions): Html {
  const { lang } = options
  const { release } = view
  const own = { ...release, rivers: part.rivers, sections: part.sections }
  const place = partOf(part.number, count)[lang]
  const main = html`<article>
<p class="eyebrow"><a href="${href(releaseLinks(release.id).page, lang)}">${WATER_PARTS.back[lang]}</a></p>
<header class="head">
${supersededBanner(view, lang)}
<h1>${dated(release.title[lang])} <span class="muted">${place}</span></h1>
${byline(view, lang)}
<p class="lead">${riverNames(part, lang)}</p>
</header>
${turning(release, part.number, count, lang)}
${section('rivers', RELEASE.rivers[lang], riversSection(own, lang, release))}
${section('sections', RELEASE.sections[lang], sectionTable(own, lang))}
${turning(release, part.number, count, lang)}
</article>`
  return layout({ title: `${release.title[lang]} ${place}`, sandbox: release.sandbox, main }, options)
}

function section(id: string, title: string, body: Html): Html {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
</section>`
}

/** To the pages before and after. */
function turning(release: WaterBulletin, number: number, count: number, lang: Lang): Html | null {
  if (count < 2) return null
  const to = (at: number, rel: 'next' | 'prev', text: string) =>
    at < 1 || at > count ? null : html`<a rel="${rel}" href="${href(partLink(release, at), lang)}">${text}</a>`
  return html`<nav class="turning" aria-label="${WATER_PARTS.nav[lang]}">${to(number - 1, 'prev', `← ${WATER_PARTS.previous[lang]}`)} ${to(number + 1, 'next', `${WATER_PARTS.next[lang]} →`)}</nav>`
}
