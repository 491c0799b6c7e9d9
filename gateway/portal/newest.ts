/** The newest of each kind of release, and whether it is out of date. */
import { html } from 'hono/html'
import type { ProductId } from '../../contracts/registry/types.ts'
import type { Cadences } from './cadence.ts'
import { dated, type Html, href, type Lang } from './lang.ts'
import { releaseLinks } from './links.ts'
import { overdueText } from './stale-banner.ts'
import { localTime } from './time.ts'
import type { ReleaseItem } from './view.ts'
import { HOME } from './words/home.ts'
import { PRODUCT, STANDING } from './words/products.ts'

/** The kinds that are for the public, in the order people look for them. */
export const PUBLIC_PRODUCTS: readonly ProductId[] = [
  'daily-air-forecast',
  'weekly-zone-outlook',
  'weekly-water-bulletin',
  'monthly-water-bulletin',
  'annual-credit-list',
]

/** The release of a kind that stands and whose period is the latest; `releases` newest first. */
function newestOf(releases: readonly ReleaseItem[], type: ProductId): ReleaseItem | null {
  const standing = releases.filter((item) => item.type === type && item.supersededBy === null)
  return standing.reduce<ReleaseItem | null>(
    (best, item) => (best && Date.parse(best.period.end) >= Date.parse(item.period.end) ? best : item),
    null,
  )
}

/** A line a kind. */
export function newestOfEach(releases: readonly ReleaseItem[], now: number, cadences: Cadences, lang: Lang): Html {
  return html`<section class="part" aria-labelledby="newest"><h2 id="newest">${STANDING.title[lang]}</h2>
<table class="newest stacked" role="table"><thead role="rowgroup"><tr role="row">${[
    STANDING.product,
    STANDING.newest,
    STANDING.state,
  ].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${PUBLIC_PRODUCTS.map((type) => row(type, newestOf(releases, type), now, cadences, lang))}</tbody></table>
</section>`
}

function row(type: ProductId, item: ReleaseItem | null, now: number, cadences: Cadences, lang: Lang): Html {
  const head = html`<th role="rowheader" scope="row">${PRODUCT[type][lang]}</th>`
  if (item === null)
    return html`<tr role="row">${head}<td role="cell" data-label="${STANDING.newest[lang]}"><span class="muted">${STANDING.none[lang]}</span></td><td role="cell" data-label="${STANDING.state[lang]}"><span class="muted">—</span></td></tr>`
  const why = overdueText(item, now, cadences, lang)
  return html`<tr role="row">${head}<td role="cell" data-label="${STANDING.newest[lang]}"><a href="${href(releaseLinks(item.id).page, lang)}">${dated(item.title[lang])}</a><span class="sub">${HOME.published[lang]} <time datetime="${item.publishedAt}">${localTime(item.publishedAt, lang)}</time></span></td><td role="cell" data-label="${STANDING.state[lang]}">${
    why === null
      ? html`<span class="pill">${STANDING.current[lang]}</span>`
      : html`<span class="pill off">${STANDING.stale[lang]}</span><span class="sub">${why}</span>`
  }</td></tr>`
}
