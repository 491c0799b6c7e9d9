/** The tables of scores: the joint value against each voice, and each voice on its own. On a narrow screen a row is a card. */
import { html } from 'hono/html'
import type { PairedFigure, PairTally, Rate, ScoreTally } from '../../../../adapters/standards/forecast-tally.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import type { Grouped, GroupOf } from '../../../scores/groups.ts'
import type { Grouping } from '../../../scores/question.ts'
import { areaName } from '../../air/area-name.ts'
import type { Html, Lang } from '../../lang.ts'
import { DESK_SCORES, hoursText, SEASON, STANDING, VOICE } from '../../words/desk-scores.ts'
import { sideMark } from '../layout.ts'
import { rateBar, sharesBar } from './bars.ts'

const STANDINGS = ['reviewed', 'provisional'] as const

/** Whose it is. */
function voiceMark({ voice, side }: Pick<GroupOf, 'voice' | 'side'>, lang: Lang): Html {
  return side === null
    ? html`${VOICE[voice][lang]}`
    : html`${sideMark(side, lang)} <span class="voice">${VOICE[voice][lang]}</span>`
}

const GROUP_HEADS: Readonly<Record<Grouping, Bilingual>> = {
  horizon: DESK_SCORES.horizon,
  season: DESK_SCORES.season,
  area: DESK_SCORES.area,
}

function groupCell({ horizonHours, season, area }: GroupOf, by: Grouping, lang: Lang): Html | string {
  if (by === 'horizon') return horizonHours === null ? '–' : hoursText(horizonHours)[lang]
  if (by === 'season') return season === null ? '–' : SEASON[season][lang]
  return area === null ? '–' : areaName(area.name, lang)
}

interface Column<T> {
  readonly head: Bilingual
  readonly cell: (tally: T) => Html | string
}

function table<T extends { readonly n: number }>(
  title: Bilingual,
  first: Bilingual,
  groups: readonly Grouped<T>[],
  {
    by,
    columns,
    lang,
  }: { readonly by: readonly Grouping[]; readonly columns: readonly Column<T>[]; readonly lang: Lang },
): Html {
  const heads = [first, ...by.map((one) => GROUP_HEADS[one]), DESK_SCORES.standing, DESK_SCORES.n]
  const rows = groups.flatMap((group) =>
    STANDINGS.filter((standing) => group[standing].n > 0).map((standing) => {
      const tally = group[standing]
      const few = standing === 'reviewed' && group.few
      return html`<tr><th scope="row">${voiceMark(group, lang)}</th>${by.map(
        (one) => html`<td data-label="${GROUP_HEADS[one][lang]}"><span>${groupCell(group, one, lang)}</span></td>`,
      )}
<td data-label="${DESK_SCORES.standing[lang]}"><span>${STANDING[standing][lang]}</span></td>
<td class="number" data-label="${DESK_SCORES.n[lang]}"><span>${tally.n}${few ? html` <span class="tag">${DESK_SCORES.few[lang]}</span>` : null}</span></td>
${columns.map(({ head, cell }) => html`<td class="number" data-label="${head[lang]}"><span>${cell(tally)}</span></td>`)}</tr>
`
    }),
  )
  return html`<table class="cards scores"><caption class="sr">${title[lang]}</caption>
<thead><tr>${[...heads, ...columns.map(({ head }) => head)].map((head, at) => html`<th scope="col"${at > by.length + 1 ? html` class="number"` : null}>${head[lang]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`
}

/** A figure with what it is of, where that is not the row's own n. */
function withN(text: string | null, n: number, of: number): Html | string {
  if (text === null) return '–'
  return n === of ? text : html`${text} <span class="muted">n=${n}</span>`
}

function rate({ hits, n, rate: percent }: Rate): Html | string {
  if (percent === null) return '–'
  return html`${percent}% <span class="muted">(${hits}/${n})</span>${rateBar(percent)}`
}

/** Each voice on its own. */
export function scoreTable(groups: readonly Grouped<ScoreTally>[], by: readonly Grouping[], lang: Lang): Html {
  const columns: readonly Column<ScoreTally>[] = [
    ...(['class', 'range', 'middle', 'primary'] as const).map((name) => ({
      head: DESK_SCORES[name],
      cell: (tally: ScoreTally) => rate(tally[name]),
    })),
    ...(['bias', 'mae', 'width'] as const).map((name) => ({
      head: DESK_SCORES[name],
      cell: (tally: ScoreTally) => withN(tally[name].value, tally[name].n, tally.n),
    })),
  ]
  return table(DESK_SCORES.each, DESK_SCORES.who, groups, { by, columns, lang })
}

function paired({ n, joint, other, difference }: PairedFigure, of: number, unit: string, lang: Lang): Html | string {
  if (joint === null || other === null || difference === null) return '–'
  const sign = Number(difference) > 0 ? '+' : ''
  const rest = unit === '' ? '' : ` ${DESK_SCORES.points[lang]}`
  return html`${joint}${unit} / ${other}${unit}<span class="sub">${DESK_SCORES.difference[lang]} ${sign}${difference}${rest}${n === of ? null : html` n=${n}`}</span>`
}

function nearer({ better, equal, worse }: PairTally): Html {
  const bar = sharesBar([
    { name: 'better', count: better },
    { name: 'equal', count: equal },
    { name: 'worse', count: worse },
  ])
  return html`${better} / ${equal} / ${worse}${bar}`
}

/** The joint value against each voice. */
export function pairTable(groups: readonly Grouped<PairTally>[], by: readonly Grouping[], lang: Lang): Html {
  const columns: readonly Column<PairTally>[] = [
    { head: DESK_SCORES.nearer, cell: nearer },
    { head: DESK_SCORES.maeBoth, cell: ({ mae, n }) => paired(mae, n, '', lang) },
    { head: DESK_SCORES.classBoth, cell: (tally) => paired(tally.class, tally.n, '%', lang) },
    { head: DESK_SCORES.rangeBoth, cell: ({ range, n }) => paired(range, n, '%', lang) },
  ]
  return table(DESK_SCORES.joining, DESK_SCORES.against, groups, { by, columns, lang })
}
