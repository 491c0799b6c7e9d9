/** `/rivers`: every river of the register with its newest rating and how it changed. */
import { html } from 'hono/html'
import { HB2011_22 } from '../../../contracts/standards/index.ts'
import type { Cadences } from '../cadence.ts'
import { bothNames, type Html, href, integer, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { releaseLinks, riverLink } from '../links.ts'
import { RATING_CLASS } from '../rivers.ts'
import { staleBanner } from '../stale-banner.ts'
import { periodDays } from '../time.ts'
import { REVIEW } from '../words/release.ts'
import { notComparable, RIVER, TREND } from '../words/river-page.ts'
import { type RiverHistory, trendOf } from './history.ts'

/** What the page needs: one history a river, over the same bulletins. */
export interface RiversView {
  readonly histories: readonly RiverHistory[]
  /** In ms. */
  readonly now: number
  readonly cadences: Cadences
  readonly sandbox: boolean
}

/** The page; rated rivers first. */
export function riversPage({ cadences, histories, now, sandbox }: RiversView, options: PageOptions): Html {
  const { lang } = options
  const [newest] = histories.flatMap(({ weeks }) => weeks[0] ?? [])
  const sorted = histories.toSorted((a, b) => rank(a) - rank(b))
  const main = html`<h1>${RIVER.rivers[lang]}</h1>
<p class="lead">${RIVER.listLead[lang]}</p>
${newest ? staleBanner(newest.bulletin, now, cadences, lang) : null}
${
  newest
    ? html`<p>${periodDays(newest.bulletin.period, lang)} · <a href="${href(releaseLinks(newest.bulletin.id).page, lang)}">${newest.bulletin.id}</a> · ${newest.bulletin.label[lang]} · ${REVIEW[newest.bulletin.review][lang]}</p>
<p class="small muted">${notComparable(HB2011_22.river.minSections)[lang]}</p>`
    : html`<p class="answer">${RIVER.nothing[lang]}</p>`
}
<table class="stacked riverlist" role="table"><caption class="sr">${RIVER.rivers[lang]}</caption>
<thead role="rowgroup"><tr role="row">${[RIVER.river, RIVER.rating, RIVER.change, RIVER.sections].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${sorted.map((history) => row(history, lang))}</tbody></table>`
  return layout({ title: RIVER.rivers[lang], sandbox, main }, options)
}

function rank({ weeks: [now] }: RiverHistory): number {
  if (!now) return 2
  return now.rated ? 0 : now.sections.length > 0 ? 1 : 2
}

function row(history: RiverHistory, lang: Lang): Html {
  const { river, weeks } = history
  const [now] = weeks
  const rating = now?.rated?.rating
  const mark = rating && RATING_CLASS[rating.zh]
  const trend = trendOf(history)?.trend ?? null
  const cell = (label: string, content: Html | string) => html`<td role="cell" data-label="${label}">${content}</td>`
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${href(riverLink(river.id), lang)}">${bothNames(river.title, lang)}</a></th>${cell(
    RIVER.rating[lang],
    rating
      ? html`<span class="rating${mark ? ` r${mark}` : ''}">${rating[lang]}</span>`
      : html`<span class="muted">${RIVER.unrated[lang]}</span>`,
  )}${cell(RIVER.change[lang], trend === null ? html`<span class="muted">${RIVER.noTrend[lang]}</span>` : TREND[trend][lang])}${cell(
    RIVER.sections[lang],
    now && now.sections.length > 0
      ? `${integer(now.sections.filter(({ class: found }) => found !== null).length)} / ${integer(now.sections.length)}`
      : html`<span class="muted">—</span>`,
  )}</tr>\n`
}
