/** Small marks pages share: the class chip, attainment in words, pollutants with their multiples. Colour is never the only carrier. */
import { html } from 'hono/html'
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import type { BulletinSection, RiverPollutant } from '../release/bulletin-types.ts'
import type { Html, Lang } from './lang.ts'
import { COMMON, classPhrase, classText, LIST, overShare } from './words/common.ts'

/** A class as a coloured chip with its glyph in it; no result as a dashed one in words. */
export function classChip(waterClass: WaterClass | null, lang: Lang): Html {
  if (waterClass === null) return html`<span class="chip c0">${COMMON.noResult[lang]}</span>`
  return html`<span class="chip c${waterClass}" title="${classPhrase(waterClass, lang)}">${classText(waterClass, lang)}</span>`
}

/** Whether the target is met, with a sign and a word; nothing where it cannot be said. */
export function attainment(attains: boolean | null, lang: Lang): Html | null {
  if (attains === null) return null
  return attains
    ? html`<span class="met"><span aria-hidden="true">✓</span> ${COMMON.attains[lang]}</span>`
    : html`<span class="missed"><span aria-hidden="true">✗</span> ${COMMON.misses[lang]}</span>`
}

/** `总磷(0.2)、溶解氧`: main pollutants with how many times over class Ⅲ, or over how many sections of a river, where either is defined. */
export function pollutantText(pollutants: readonly RiverPollutant[], lang: Lang): string {
  return pollutants
    .map((pollutant) => {
      const name = pollutant.title[lang]
      if ('rate' in pollutant) return overShare(name, pollutant.rate)[lang]
      const { multiple } = pollutant
      return multiple === null ? name : lang === 'zh' ? `${name}(${multiple})` : `${name} (${multiple})`
    })
    .join(LIST[lang])
}

/** A section in one phrase, for those who hear the drawing: `朱沱 Ⅱ类，目标 Ⅱ类，达标`. */
export function sectionPhrase({ name, class: found, target, attains }: BulletinSection, lang: Lang): string {
  const parts = [`${name} ${found === null ? COMMON.noResult[lang] : classPhrase(found, lang)}`]
  if (target !== null) parts.push(`${COMMON.target[lang]} ${classPhrase(target, lang)}`)
  if (attains !== null) parts.push(attains ? COMMON.attains[lang] : COMMON.misses[lang])
  return parts.join(lang === 'zh' ? '，' : ', ')
}
