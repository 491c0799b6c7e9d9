/** `/rivers/{id}`: one river in flow order, target against actual over the public weekly bulletins, and how it changed (环办〔2011〕22号). */
import { html } from 'hono/html'
import { HB2011_22 } from '../../../contracts/standards/index.ts'
import type { Cadences } from '../cadence.ts'
import { flowOf } from '../flow.ts'
import { bothNames, type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { LINKS, releaseLinks, riverLink } from '../links.ts'
import { drawingSize, riverDrawing } from '../river-drawing.ts'
import { legend, RATING_CLASS } from '../rivers.ts'
import { staleBanner } from '../stale-banner.ts'
import { periodDays } from '../time.ts'
import { classPhrase } from '../words/common.ts'
import { joins, REVIEW, RIVERS } from '../words/release.ts'
import { leftOut, RIVER, sectionsOn, TREND, tooFew, trendFigures } from '../words/river-page.ts'
import { PERIODS } from '../words/river-periods.ts'
import { type RiverHistory, type RiverWeek, sectionsOf, sharesOf, trendOf } from './history.ts'
import { periodsPart } from './periods.ts'
import { spark } from './spark.ts'
import { weeksTable } from './weeks-table.ts'
import { pagesOf, SECTIONS_A_PAGE, windowOf } from './window.ts'

/** What the page needs; `into` is the river it joins, by name. */
export interface RiverView {
  readonly history: RiverHistory
  readonly into: { readonly id: string; readonly title: { readonly zh: string; readonly en: string } } | null
  /** In ms. */
  readonly now: number
  readonly cadences: Cadences
  readonly sandbox: boolean
  /** Which of the pages of a long river, from 1. */
  readonly page?: number
}

/** The page. */
export function riverPage(
  { cadences, history, into, now: at, page = 1, sandbox }: RiverView,
  options: PageOptions,
): Html {
  const { lang } = options
  const shown = windowOf(history, page)
  const { title } = history.river
  const [now] = history.weeks
  const main = html`<article>
<p class="eyebrow"><a href="${href(LINKS.rivers, lang)}">${RIVER.all[lang]}</a></p>
<header class="head"><h1>${bothNames(title, lang)}</h1>
${now ? staleBanner(now.bulletin, at, cadences, lang) : null}
${now ? answer(now, lang) : html`<p class="answer">${RIVER.nothing[lang]}</p>`}</header>
${
  now
    ? html`${pager(history, page, lang)}
${part('diagram', RIVER.diagram[lang], diagram(shown, now, into, lang))}
${part('trend', RIVER.trend[lang], trendPart(history, lang))}
${part('periods', PERIODS.title[lang], periodsPart(history, shown, lang))}
${part('weeks', RIVER.weeks[lang], html`<p class="lead">${RIVER.weeksLead[lang]}</p>${weeksTable(shown, lang)}`)}
${part('history', RIVER.history[lang], sparks(shown, lang))}
${part('shares', RIVER.shares[lang], sharesTable(history, lang))}`
    : null
}
</article>`
  return layout({ title: title[lang], sandbox, main }, options)
}

/** The pages of a long river. */
function pager(history: RiverHistory, page: number, lang: Lang): Html | null {
  const pages = pagesOf(history)
  if (pages === 1) return null
  const all = Array.from({ length: pages }, (_, at) => at + 1)
  return html`<nav class="years" aria-label="${RIVER.pages[lang]}">${all.map((one) => html`<a href="${href(riverLink(history.river.id), lang, `page=${one}`)}"${one === page ? html` aria-current="page"` : null}>${sectionsOn(one, SECTIONS_A_PAGE, sectionsOf(history).length)[lang]}</a> `)}</nav>`
}

function part(id: string, title: string, body: Html): Html {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
</section>`
}

function answer({ bulletin, rated }: RiverWeek, lang: Lang): Html {
  const days = periodDays(bulletin.period, lang)
  const source = html`<p class="byline"><span class="label">${bulletin.label[lang]}</span> <span>${REVIEW[bulletin.review][lang]}</span> <a href="${href(releaseLinks(bulletin.id).page, lang)}">${bulletin.id}</a></p>`
  if (!rated)
    return html`<p class="answer">${days}${lang === 'zh' ? '：' : ': '}<strong>${RIVER.unrated[lang]}</strong></p><p class="lead">${RIVER.unratedText[lang]}</p>${source}`
  const mark = RATING_CLASS[rated.rating.zh]
  const method = rated.method === 'mean' ? RIVERS.mean[lang] : RIVERS.shares[lang]
  const told =
    rated.class === null ? method : `${classPhrase(rated.class, lang)}${lang === 'zh' ? '，' : ', '}${method}`
  return html`<p class="answer">${days}${lang === 'zh' ? '：' : ': '}<strong>${rated.rating[lang]}</strong> <span class="rating${mark ? ` r${mark}` : ''}"></span></p><p class="lead">${told}</p>${source}`
}

function diagram(
  { river, weeks: [shown] }: RiverHistory,
  { rated }: RiverWeek,
  into: RiverView['into'],
  lang: Lang,
): Html {
  const flow = flowOf(rated ?? { title: river.title, sections: [] }, shown?.sections ?? [])
  const joined = into === null ? null : joins(into.title)[lang]
  const labels = { title: `${river.title[lang]} (${RIVERS.flows[lang]})`, into: joined }
  return html`<p class="lead">${RIVERS.lead[lang]}</p>${legend(lang)}
<div class="river ${drawingSize(flow)} alone">${riverDrawing(flow, labels, lang)}${
    flow.apart.length === 0
      ? null
      : html`<p class="small muted">${RIVERS.apart[lang]}${lang === 'zh' ? '：' : ': '}<span lang="zh-CN">${flow.apart.map(({ name }) => name).join('、')}</span></p>`
  }</div>`
}

function trendPart(history: RiverHistory, lang: Lang): Html {
  const [now, before] = history.weeks
  const found = trendOf(history)
  if (!now || !before || !found) return html`<p>${RIVER.noBefore[lang]}</p>`
  const { river, section, confidence } = HB2011_22.trend
  const { trend, compared, apart, points } = found
  return html`<p>${periodDays(before.bulletin.period, lang)} → ${periodDays(now.bulletin.period, lang)}${lang === 'zh' ? '：' : ': '}${
    trend === null || points === null
      ? tooFew(compared, HB2011_22.river.minSections)[lang]
      : html`<strong>${TREND[trend][lang]}</strong>${lang === 'zh' ? '，' : ', '}${trendFigures(points, compared)[lang]}${lang === 'zh' ? '。' : '.'}`
  }${apart === 0 ? null : html` ${leftOut(apart)[lang]}`}</p>
<details class="inside"><summary>${RIVER.rule[lang]}</summary><ul class="notes"><li>${section.rule[lang]}</li><li>${river.rule[lang]}</li><li>${RIVER.confidence[lang]} ${confidence}</li></ul></details>`
}

function sparks(history: RiverHistory, lang: Lang): Html {
  const weeks = history.weeks.toReversed()
  return html`<p class="lead">${RIVER.historyLead[lang]}</p>
<ul class="sparks">${sectionsOf(history).map(({ id, name, target }) => {
    const classes = weeks.map(({ sections }) => sections.find((section) => section.id === id)?.class ?? null)
    return html`<li><b lang="zh-CN">${name}</b>${spark({ classes, target }, lang)}</li>`
  })}</ul>`
}

function sharesTable({ weeks }: RiverHistory, lang: Lang): Html {
  const none = html`<span class="muted">—</span>`
  return html`<table class="stacked" role="table"><caption class="sr">${RIVER.shares[lang]}</caption>
<thead role="rowgroup"><tr role="row">${[RIVER.week, RIVER.rating, RIVER.classed, RIVER.good, RIVER.worst, RIVER.release].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${weeks.map((week) => {
    const { good, worst, classed } = sharesOf(week)
    const { id, period } = week.bulletin
    const cell = (label: string, content: Html | string | null) =>
      html`<td role="cell" data-label="${label}">${content ?? none}</td>`
    return html`<tr role="row"><th role="rowheader" scope="row">${periodDays(period, lang)}</th>${cell(RIVER.rating[lang], week.rated?.rating[lang] ?? RIVER.unrated[lang])}${cell(RIVER.classed[lang], `${classed} / ${week.sections.length}`)}${cell(RIVER.good[lang], good)}${cell(RIVER.worst[lang], worst)}${cell(RIVER.release[lang], html`<a href="${href(releaseLinks(id).page, lang)}">${id}</a>`)}</tr>\n`
  })}</tbody></table>`
}
