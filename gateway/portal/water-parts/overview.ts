/** What the first page of a bulletin in parts has instead of its table: the pages there are, and every section of every river in a list. */
import { html } from 'hono/html'
import type { BulletinSection, WaterBulletin } from '../../release/bulletin-types.ts'
import { bothNames, type Html, href, type Lang, properName } from '../lang.ts'
import { releaseLinks } from '../links.ts'
import { classChip } from '../mark.ts'
import { isOn } from '../order.ts'
import { RATING_CLASS } from '../rivers.ts'
import { BORDER, COMMON, classText, LIST, REASON } from '../words/common.ts'
import { RIVERS } from '../words/release.ts'
import { partCounts, partOf, WATER_PARTS } from '../words/water-parts.ts'
import { partsOf, type WaterPart } from './split.ts'

/** Where a part is. */
export function partLink({ id }: Pick<WaterBulletin, 'id'>, number: number): string {
  return `${releaseLinks(id).page}/sections/${number}`
}

/** The rivers a part is of, by name. */
export function riverNames({ rivers, sections }: WaterPart, lang: Lang): Html {
  const stray = sections.some((section) => !rivers.some((river) => isOn(river, section)))
  return html`${rivers.map(({ title }, at) => html`${at === 0 ? null : LIST[lang]}${bothNames(title, lang)}`)}${
    stray ? html`${rivers.length === 0 ? null : LIST[lang]}${WATER_PARTS.others[lang]}` : null
  }`
}

/** The pages of sections, each with its rivers and what stands out there. */
export function partsList(bulletin: WaterBulletin, lang: Lang): Html {
  const parts = partsOf(bulletin)
  return html`<p class="lead">${WATER_PARTS.lead[lang]}</p>
<nav aria-label="${WATER_PARTS.nav[lang]}"><ol class="waterparts">${parts.map((part) => {
    const { number, sections } = part
    const missed = sections.filter(({ attains }) => attains === false).length
    const without = sections.filter(({ class: found }) => found === null).length
    return html`<li><a href="${href(partLink(bulletin, number), lang)}">${partOf(number, parts.length)[lang]}</a> <span>${riverNames(part, lang)}</span><span class="sub">${partCounts(sections.length, missed, without)[lang]}</span></li>`
  })}</ol></nav>`
}

/** Every river with its sections in flow order; where a river goes on over two parts, each is a line. */
export function riverLines(bulletin: WaterBulletin, lang: Lang): Html {
  return html`<p class="lead">${WATER_PARTS.listLead[lang]}</p>
<dl class="riverlines">${partsOf(bulletin).flatMap((part) => linesOf(part, bulletin, lang))}</dl>`
}

function linesOf({ number, rivers, sections }: WaterPart, bulletin: WaterBulletin, lang: Lang): readonly Html[] {
  const link = href(partLink(bulletin, number), lang)
  const left = sections.filter((section) => !rivers.some((river) => isOn(river, section)))
  const lines = rivers.map((river) => {
    const mark = RATING_CLASS[river.rating.zh]
    const own = sections.filter((section) => isOn(river, section))
    return html`<div><dt><a href="${link}">${bothNames(river.title, lang)}</a> <span class="rating${mark ? ` r${mark}` : ''}">${river.rating[lang]}</span></dt><dd>${sectionChips(own, lang)}</dd></div>\n`
  })
  if (left.length === 0) return lines
  return [
    ...lines,
    html`<div><dt><a href="${link}">${RIVERS.unratedRivers[lang]}</a></dt><dd>${sectionChips(left, lang)}</dd></div>\n`,
  ]
}

/** Sections in few words each: class, name, target and whether it is met, or why there is no result. */
export function sectionChips(sections: readonly BulletinSection[], lang: Lang): Html {
  return html`<ul class="chips">${sections.map(
    ({ attains, border, class: found, gap, name, target, transboundary }) =>
      html`<li>${classChip(found, lang)} <b>${properName(name, lang)}</b>${
        transboundary && border !== null ? html` <span class="tag">${BORDER[border][lang]}</span>` : null
      }${
        found === null
          ? html` ${gap === null ? null : REASON[gap][lang]}`
          : target === null
            ? null
            : html` ${COMMON.target[lang]} ${classText(target, lang)} ${
                attains === false
                  ? html`<span class="missed">✗ ${COMMON.misses[lang]}</span>`
                  : html`<span class="met" title="${COMMON.attains[lang]}">✓</span>`
              }`
      }</li>`,
  )}</ul>`
}
