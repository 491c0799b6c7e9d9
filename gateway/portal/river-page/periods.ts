/** The trend of a river and its sections over all the weeks there are (环办〔2011〕22号, several periods). */
import { html } from 'hono/html'
import { itemTitle } from '../../../adapters/standards/items.ts'
import { type RankFinding, rankTrend } from '../../../adapters/standards/rank-trend.ts'
import { HB2011_22 } from '../../../contracts/standards/index.ts'
import type { WaterItem } from '../../../contracts/water-section-quality/record.ts'
import type { BulletinSection } from '../../release/bulletin-types.ts'
import { type Html, type Lang, properName } from '../lang.ts'
import {
  comparableSections,
  PERIODS,
  RANK_TREND,
  rankFigures,
  tooFewPeriods,
  tooFewSections,
} from '../words/river-periods.ts'
import { type RiverHistory, type RiverWeek, sectionsOf } from './history.ts'

/** Items whose means have a direction that people ask about. */
const ITEMS: readonly WaterItem[] = ['do', 'codMn', 'nh3n', 'tp']
const { periods: RULE } = HB2011_22.trend

/** What the sections that have a class in every week come to, a share a week; null where they are fewer than the measures rate by shares. */
export interface ShareTrends {
  readonly compared: number
  readonly good: RankFinding | null
  readonly worst: RankFinding | null
}

/** The trends of the shares of classes Ⅰ–Ⅲ and worse than Ⅴ. */
export function shareTrends({ weeks }: RiverHistory): ShareTrends {
  const oldest = weeks.toReversed()
  const classesIn = ({ sections }: RiverWeek) => new Map(sections.map(({ id, class: found }) => [id, found]))
  const byWeek = oldest.map(classesIn)
  const compared = [...(byWeek[0]?.keys() ?? [])].filter((id) => byWeek.every((week) => week.get(id) != null))
  if (compared.length < HB2011_22.river.minSections) return { compared: compared.length, good: null, worst: null }
  const share = (holds: (found: number) => boolean): readonly number[] =>
    byWeek.map((week) => compared.filter((id) => holds(week.get(id) ?? 0)).length / compared.length)
  return {
    compared: compared.length,
    good: rankTrend(share((found) => found <= 3)),
    worst: rankTrend(share((found) => found === 6)),
  }
}

/** The trend of a section's means of one item, over the weeks that have one. */
export function itemTrend({ weeks }: RiverHistory, id: string, item: WaterItem): RankFinding | null {
  const values = weeks.toReversed().flatMap(({ sections }) => {
    const mean = Number(sections.find((section) => section.id === id)?.means[item] ?? Number.NaN)
    return Number.isFinite(mean) ? [mean] : []
  })
  return rankTrend(values)
}

/** The part of the page; `shown` are the sections that stand on it. */
export function periodsPart(history: RiverHistory, shown: RiverHistory, lang: Lang): Html {
  const { length } = history.weeks
  if (length < RULE.least) return html`<p>${tooFewPeriods(length, RULE.least)[lang]}</p>${rule(lang)}`
  const { compared, good, worst } = shareTrends(history)
  const colon = lang === 'zh' ? '：' : ': '
  const shares =
    good && worst
      ? html`<ul class="notes"><li>${PERIODS.good[lang]}${colon}${told(good, lang)}</li><li>${PERIODS.worst[lang]}${colon}${told(worst, lang)}</li><li class="muted">${comparableSections(compared)[lang]}</li></ul>`
      : html`<p>${tooFewSections(compared, HB2011_22.river.minSections)[lang]}</p>`
  return html`<p class="lead">${PERIODS.lead[lang]}</p>
${shares}
<table class="ranks stacked" role="table"><caption class="sr">${PERIODS.title[lang]}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${PERIODS.section[lang]}</th>${ITEMS.map((item) => html`<th role="columnheader" scope="col">${itemTitle(item)[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${sectionsOf(shown).map((section) => row(section, history, lang))}</tbody></table>
${rule(lang)}`
}

function row({ id, name }: BulletinSection, history: RiverHistory, lang: Lang): Html {
  return html`<tr role="row"><th role="rowheader" scope="row">${properName(name, lang)}</th>${ITEMS.map((item) => {
    const found = itemTrend(history, id, item)
    return html`<td role="cell" data-label="${itemTitle(item)[lang]}">${found ? told(found, lang) : html`<span class="muted">${PERIODS.few[lang]}</span>`}</td>`
  })}</tr>\n`
}

function told(found: RankFinding, lang: Lang): Html {
  const word = RANK_TREND[found.trend][lang]
  return html`${found.trend === 'none' ? word : html`<strong>${word}</strong>`} <span class="muted small">${rankFigures(found.rs, found.periods)}</span>`
}

function rule(lang: Lang): Html {
  return html`<details class="inside"><summary>${PERIODS.rule[lang]}</summary><ul class="notes"><li>${RULE.rule[lang]}</li><li>${RULE.critical.map(({ periods, value }) => `N = ${periods}: ${value}`).join(lang === 'zh' ? '；' : '; ')}</li><li>${RULE.note[lang]}</li><li>${PERIODS.confidence[lang]} ${RULE.confidence}</li></ul></details>`
}
