/** The answer in a sentence, and the figures beside it. */
import { html } from 'hono/html'
import type { Bilingual } from '../../../contracts/types.ts'
import type { WaterBulletin } from '../../release/bulletin-types.ts'
import { type Html, integer, type Lang, plural } from '../lang.ts'
import { periodDays } from '../time.ts'

/** How many sections have a result, how good, and how many transboundary ones attain. */
export function answerSentence({ summary, period }: WaterBulletin, lang: Lang): Html {
  const { sections, classed, goodShare, transboundary } = summary
  const days = periodDays(period, lang)
  if (classed === 0) {
    return lang === 'zh'
      ? html`${days}，${integer(sections)} 个断面<strong>均无结果</strong>。`
      : html`${days}: <strong>none</strong> of ${plural(sections, 'section')} has a result.`
  }
  const good = goodShare === null ? null : html`<strong>${goodShare}%</strong>`
  const { targeted, attaining } = transboundary
  if (lang === 'zh') {
    return html`${days}，${integer(sections)} 个断面中 <strong>${integer(classed)}</strong> 个有结果${
      good && html`，Ⅰ～Ⅲ类占 ${good}`
    }；${targeted === 0 ? '跨界断面尚无可与目标比较的结果' : html`有结果且有目标的 ${integer(targeted)} 个跨界断面中 <strong>${integer(attaining)}</strong> 个达标`}。`
  }
  return html`${days}: <strong>${integer(classed)}</strong> of ${plural(sections, 'section')} have a result${
    good && html`, ${good} of them in classes Ⅰ–Ⅲ`
  }; ${
    targeted === 0
      ? 'no transboundary section can be compared with a target'
      : html`<strong>${integer(attaining)}</strong> of ${plural(targeted, 'transboundary section')} with a result and a target ${targeted === 1 ? 'meets' : 'meet'} it`
  }.`
}

/** Words around the answer at the top of a release. */
export const ANSWER = {
  misses: { zh: '未达标断面', en: 'Sections that do not meet their target' },
  allMet: { zh: '有结果且有目标的断面全部达标。', en: 'Every section with a result and a target meets it.' },
  noTargets: { zh: '没有可与目标比较的断面。', en: 'No section can be compared with a target.' },
  classes: { zh: '断面按类别', en: 'Sections by class' },
  noResult: { zh: '无结果', en: 'no result' },
  withResult: { zh: '有结果的断面', en: 'Sections with a result' },
  goodShare: { zh: 'Ⅰ～Ⅲ类比例', en: 'Classes Ⅰ–Ⅲ' },
  boundaryMet: { zh: '跨界断面达标', en: 'Transboundary met' },
} as const satisfies Record<string, Bilingual>

/** `48 / 52`, with the whole in words for who hears it. */
export function ofAll(part: number, all: number): Bilingual {
  return { zh: `${integer(all)} 个中的 ${integer(part)} 个`, en: `${integer(part)} of ${integer(all)}` }
}

/** Transboundary sections the register has that have no result this period. */
export function withoutResult(registered: number, missing: number): Bilingual {
  if (missing === 0)
    return { zh: `登记的 ${integer(registered)} 个均有结果`, en: `all ${integer(registered)} registered have a result` }
  return {
    zh: `登记 ${integer(registered)} 个，${integer(missing)} 个无结果`,
    en: `${integer(registered)} registered, ${integer(missing)} without a result`,
  }
}
