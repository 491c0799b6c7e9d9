/** The rivers of a bulletin: each with its rating and its drawing, then the sections whose river or place is not registered. */
import { html } from 'hono/html'
import type { Bilingual } from '../../contracts/types.ts'
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import type { BulletinRiver, BulletinSection, WaterBulletin } from '../release/bulletin-types.ts'
import { crossingAt, type Flow, flowOf } from './flow.ts'
import { bothNames, type Html, href, type Lang, properName } from './lang.ts'
import { riverLink } from './links.ts'
import { attainment, classChip, pollutantText } from './mark.ts'
import { orderedSections, riverOf } from './order.ts'
import { drawingSize, riverDrawing } from './river-drawing.ts'
import { BORDER, COMMON, classPhrase, classText, REASON } from './words/common.ts'
import { joins, RIVERS } from './words/release.ts'

const CLASSES: readonly WaterClass[] = [1, 2, 3, 4, 5, 6]

/** The colour that goes with a rating word, which is always printed too (环办〔2011〕22号 table 1). */
export const RATING_CLASS: Readonly<Record<string, WaterClass>> = {
  优: 2,
  良好: 3,
  良: 3,
  轻度污染: 4,
  中度污染: 5,
  重度污染: 6,
}

/** All rivers, those with the most on their line first; `whole` is the bulletin these are some rivers of. */
export function riversSection(bulletin: WaterBulletin, lang: Lang, whole: WaterBulletin = bulletin): Html {
  const rivers = bulletin.rivers.map((river) => ({ river, flow: flowOf(river, bulletin.sections) }))
  const drawn = rivers.sort((left, right) => right.flow.nodes.length - left.flow.nodes.length)
  return html`<p class="lead">${RIVERS.lead[lang]}</p>
${legend(lang)}
<div class="rivers">${drawn.map(({ river, flow }) => riverCard(whole, river, flow, lang))}</div>
${strays(bulletin, lang)}`
}

/** What the colours and the dashed line mean. */
export function legend(lang: Lang): Html {
  return html`<ul class="legend" aria-label="${RIVERS.legend[lang]}">${CLASSES.map(
    (waterClass) =>
      html`<li><span class="chip c${waterClass}" aria-hidden="true">${classText(waterClass, lang)}</span> ${classPhrase(waterClass, lang)}</li>`,
  )}<li><span class="chip c0" aria-hidden="true">—</span> ${COMMON.noResult[lang]}</li><li><span class="dash" aria-hidden="true"></span> ${RIVERS.boundary[lang]}</li></ul>`
}

function riverCard(bulletin: WaterBulletin, river: BulletinRiver, flow: Flow, lang: Lang): Html {
  const into = intoText(bulletin, river.into, lang)
  const labels = { title: `${river.title[lang]} (${RIVERS.flows[lang]})`, into }
  const rating = RATING_CLASS[river.rating.zh]
  const pollutants = pollutantText(river.pollutants, lang)
  return html`<section class="river ${drawingSize(flow)}">
<h3><a href="${href(riverLink(river.id), lang)}">${bothNames(river.title, lang)}</a> <span class="rating${rating ? ` r${rating}` : ''}">${river.rating[lang]}</span></h3>
<p class="method">${river.method === 'mean' ? RIVERS.mean[lang] : RIVERS.shares[lang]}${
    pollutants === '' ? null : html` · ${RIVERS.pollutants[lang]} ${pollutants}`
  }${flow.nodes.length === 0 && into !== null ? html` · ${into}` : null}</p>
${riverDrawing(flow, labels, lang)}
${flow.apart.length === 0 ? null : html`<div class="apart"><h4>${RIVERS.apart[lang]}</h4>${sectionChips(flow.apart, lang)}</div>`}
</section>`
}

/** Sections of no registered river, and of rivers the bulletin does not rate. */
function strays(bulletin: WaterBulletin, lang: Lang): Html | null {
  const { transboundary, others } = orderedSections(bulletin)
  const left = [...transboundary, ...others].filter((section) => riverOf(bulletin, section) === undefined)
  const groups: readonly (readonly [Bilingual, readonly BulletinSection[]])[] = [
    [RIVERS.unratedRivers, left.filter(({ river }) => river !== null)],
    [RIVERS.noRiver, left.filter(({ river }) => river === null)],
  ]
  return html`${groups.map(([title, sections]) =>
    sections.length === 0
      ? null
      : html`<section class="river stray"><h3>${title[lang]}</h3>${sectionChips(sections, lang, true)}</section>`,
  )}`
}

function sectionChips(sections: readonly BulletinSection[], lang: Lang, withRiver = false): Html {
  return html`<ul class="chips">${sections.map((section) => {
    const crossing = crossingAt(section)
    return html`<li>${classChip(section.class, lang)} <span class="who"><b>${properName(section.name, lang)}</b>${
      withRiver && section.river !== null ? html` <span class="muted">${properName(section.river, lang)}</span>` : null
    }${
      crossing === null ? null : html` <span class="tag">${BORDER[crossing][lang]}</span>`
    }${section.target === null ? null : html` <span class="muted">${COMMON.target[lang]} ${classText(section.target, lang)}</span>`} ${
      section.class === null && section.gap !== null
        ? html`<span class="muted">${REASON[section.gap][lang]}</span>`
        : attainment(section.attains, lang)
    }</span></li>`
  })}</ul>`
}

function intoText(bulletin: WaterBulletin, into: string | null, lang: Lang): string | null {
  if (into === null) return null
  return joins(bulletin.rivers.find(({ id }) => id === into)?.title ?? { zh: into, en: into })[lang]
}
