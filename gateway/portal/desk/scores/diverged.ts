/** Where the two sides differed when both agreed, the newest first. */
import { html } from 'hono/html'
import { airClassRow } from '../../../../adapters/standards/air.ts'
import { type AirIndexStandard, airIndexOn } from '../../../../contracts/standards/index.ts'
import { PARTIES } from '../../../../contracts/types.ts'
import { primaryPhrase } from '../../../release/products/air/phrases.ts'
import type { ForecastValue } from '../../../release/release-types.ts'
import type { Divergence, Teller } from '../../../scores/divergence.ts'
import type { Divergences } from '../../../scores/scores.ts'
import { areaName } from '../../air/area-name.ts'
import type { Html, Lang } from '../../lang.ts'
import { LIST, PARTY } from '../../words/common.ts'
import { TAKE } from '../../words/desk.ts'
import { DESK_SCORES, hoursText, STANDING, shownOf, WHY } from '../../words/desk-scores.ts'
import { sideMark } from '../layout.ts'
import { deskLink } from '../matrix/links.ts'
import { valueText } from '../matrix/value.ts'

/** Rows on the page; the data has more. */
export const SHOWN = 60

/** The table, or a word that there is none. */
export function divergedTable({ found, list }: Divergences, lang: Lang): Html {
  const shown = list.slice(0, SHOWN)
  if (shown.length === 0) return html`<p class="muted">${DESK_SCORES.noneDiverged[lang]}</p>`
  const sides = PARTIES.map((party) => sideMark(party, lang))
  return html`${found > shown.length ? html`<p class="muted">${shownOf(shown.length, found)[lang]}</p>` : null}
<table class="cards scores diverged"><caption class="sr">${DESK_SCORES.diverged[lang]}</caption>
<thead><tr><th scope="col">${DESK_SCORES.when[lang]}</th>${sides.map((side) => html`<th scope="col">${side}</th>`)}<th scope="col">${DESK_SCORES.joint[lang]}</th><th scope="col">${DESK_SCORES.came[lang]}</th><th scope="col">${DESK_SCORES.nearest[lang]}</th></tr></thead>
<tbody>${shown.map((one) => row(one, lang))}</tbody></table>`
}

function row(one: Divergence, lang: Lang): Html {
  const { area, consultation, day, horizonHours, joint, nearest, reason, release, said, take } = one
  const edition = airIndexOn(day)
  return html`<tr><th scope="row">${areaName(area.name, lang)} <time class="whole" datetime="${day}">${day}</time><span class="sub">${hoursText(horizonHours)[lang]} · <a href="${deskLink(consultation, lang)}">${release}</a></span></th>
${PARTIES.map((party) => html`<td data-label="${PARTY[party][lang]}"><span>${told(said[party], one, party, { edition, lang })}</span></td>`)}
<td data-label="${DESK_SCORES.joint[lang]}"><span>${told(joint, one, 'joint', { edition, lang })}<span class="sub">${TAKE[take][lang]}${reason === null ? null : html` <span class="said" lang="zh-CN">${reason}</span>`}</span></span></td>
<td data-label="${DESK_SCORES.came[lang]}"><span>${came(one, edition, lang)}</span></td>
<td data-label="${DESK_SCORES.nearest[lang]}"><span>${nearest.length === 0 ? '–' : html`<strong>${nearest.map((teller) => tellerText(teller, lang)).join(LIST[lang])}</strong>`}</span></td></tr>
`
}

const tellerText = (teller: Teller, lang: Lang): string =>
  teller === 'joint' ? DESK_SCORES.joint[lang] : PARTY[teller][lang]

function told(
  value: ForecastValue,
  { errors, unscored }: Divergence,
  teller: Teller,
  { edition, lang }: { readonly edition: AirIndexStandard; readonly lang: Lang },
): Html {
  const error = errors[teller]
  const sub =
    error === null
      ? unscored === null
        ? DESK_SCORES.classAlone[lang]
        : null
      : `${DESK_SCORES.error[lang]} ${signed(error)}`
  return html`${valueText(value, edition, lang)}${sub === null ? null : html`<span class="sub">${sub}</span>`}`
}

const signed = (error: string): string => (Number(error) > 0 ? `+${error}` : error)

function came({ observed, unscored }: Divergence, edition: AirIndexStandard, lang: Lang): Html {
  if (!observed) return html`<span class="muted">${unscored === null ? '–' : WHY[unscored][lang]}</span>`
  const { aqi, class: found, primary, standing } = observed
  const grade = found === null ? '' : airClassRow(found, edition).title[lang]
  return html`${aqi ?? '–'} ${grade}${primary.length === 0 ? null : ` ${primaryPhrase(primary)[lang]}`}<span class="sub">${STANDING[standing][lang]}${unscored === null ? null : html` · ${WHY[unscored][lang]}`}</span>`
}
