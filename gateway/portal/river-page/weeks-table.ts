/** Target against actual: a row a section in flow order, a column a week, the oldest first; on a narrow screen each section is a card. */
import { html } from 'hono/html'
import type { BulletinSection } from '../../release/bulletin-types.ts'
import { type Html, href, type Lang, properName } from '../lang.ts'
import { releaseLinks } from '../links.ts'
import { attainment, classChip } from '../mark.ts'
import { periodDays } from '../time.ts'
import { BORDER, COMMON, classText, REASON } from '../words/common.ts'
import { RIVER, TREND } from '../words/river-page.ts'
import { type RiverHistory, type RiverWeek, sectionsOf, sectionTrendOf } from './history.ts'

/** The table. */
export function weeksTable(history: RiverHistory, lang: Lang): Html {
  const weeks = history.weeks.toReversed()
  return html`<table class="weeks stacked" role="table">
<caption class="sr">${RIVER.weeks[lang]}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${RIVER.section[lang]}</th><th role="columnheader" scope="col">${COMMON.target[lang]}</th>${weeks.map(
    ({ bulletin }) =>
      html`<th role="columnheader" scope="col"><a href="${href(releaseLinks(bulletin.id).page, lang)}">${shortDays(bulletin.period)}</a></th>`,
  )}<th role="columnheader" scope="col">${RIVER.change[lang]}</th></tr></thead>
<tbody role="rowgroup">${sectionsOf(history).map((section) => sectionRow(section, weeks, history, lang))}</tbody>
</table>`
}

/** `11-16` for a week that begins on 16 November: eight columns have little room; the caption of each card has the whole. */
function shortDays({ start }: { readonly start: string }): string {
  return start.slice(5, 10)
}

function sectionRow(section: BulletinSection, weeks: readonly RiverWeek[], history: RiverHistory, lang: Lang): Html {
  const { border, id, name, target, transboundary } = section
  const trend = sectionTrendOf(history, id)
  return html`<tr role="row"><th role="rowheader" scope="row">${properName(name, lang)}${
    transboundary
      ? html` <span class="tag">${border === null ? COMMON.transboundary[lang] : BORDER[border][lang]}</span>`
      : null
  }</th><td role="cell" data-label="${COMMON.target[lang]}">${target === null ? html`<span class="muted">${COMMON.noTarget[lang]}</span>` : html`<strong>${classText(target, lang)}</strong>`}</td>${weeks.map(
    (week) =>
      html`<td role="cell" data-label="${periodDays(week.bulletin.period, lang)}">${weekCell(week, id, lang)}</td>`,
  )}<td role="cell" data-label="${RIVER.change[lang]}">${trend === null ? html`<span class="muted">${RIVER.noTrend[lang]}</span>` : TREND[trend][lang]}</td></tr>\n`
}

function weekCell({ sections }: RiverWeek, id: string, lang: Lang): Html {
  const section = sections.find((one) => one.id === id)
  if (!section) return html`<span class="muted">${COMMON.noData[lang]}</span>`
  if (section.class === null)
    return html`<span class="muted small">${section.gap === null ? COMMON.noResult[lang] : REASON[section.gap][lang]}</span>`
  return html`<span class="whole">${classChip(section.class, lang)} ${attainment(section.attains, lang)}</span>`
}
