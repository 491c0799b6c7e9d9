/** The periods both sides did not agree on, in a list; nothing where there are none. */
import { html } from 'hono/html'
import { type Html, href, type Lang } from '../lang.ts'
import { releaseLinks } from '../links.ts'
import { localTime, periodDays } from '../time.ts'
import { APART } from '../words/apart.ts'
import type { ApartItem } from './view.ts'

/** The section. */
export function apartList(items: readonly ApartItem[], lang: Lang): Html | null {
  if (items.length === 0) return null
  return html`<section class="part" aria-labelledby="apart"><h2 id="apart">${APART.list[lang]}</h2>
<p class="lead">${APART.listLead[lang]}</p>
<ul class="releases">${items.map(
    ({ id, passed, period, title }) =>
      html`<li><a href="${href(releaseLinks(id).page, lang)}">${title[lang]} ${periodDays(period, lang)}</a> <span class="when">${APART.deadline[lang]} <time datetime="${passed}">${localTime(passed, lang)}</time></span> <span class="state"><span class="pill off">${APART.title[lang]}</span></span></li>`,
  )}</ul></section>`
}
