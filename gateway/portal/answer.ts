/** The answer at the top: one sentence, three figures, the classes as a bar, and every section that misses its target by name. */
import { html } from 'hono/html'
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import type { BulletinSection, WaterBulletin } from '../release/bulletin-types.ts'
import { bothNames, type Html, integer, type Lang, properName } from './lang.ts'
import { classChip, pollutantText } from './mark.ts'
import { notAttaining, riverOf } from './order.ts'
import { ANSWER, answerSentence, ofAll, withoutResult } from './words/answer.ts'
import { BORDER, COMMON, classPhrase, classText, LIST } from './words/common.ts'
import { TABLE } from './words/release.ts'
import { moreMisses, WATER_PARTS } from './words/water-parts.ts'

const CLASSES = ['1', '2', '3', '4', '5', '6'] as const
const CLASS_OF: Readonly<Record<(typeof CLASSES)[number], WaterClass>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 }
const BAR = 1000
/** So many sections that miss their target are named above all else; every one stands in the table. */
const NAMED = 24

/** The whole answer. */
export function answer(bulletin: WaterBulletin, lang: Lang): Html {
  return html`<p class="answer">${answerSentence(bulletin, lang)}</p>
${figures(bulletin, lang)}
${classBar(bulletin, lang)}
${misses(bulletin, lang)}
${conflicts(bulletin, lang)}`
}

function figures({ summary }: WaterBulletin, lang: Lang): Html {
  const { sections, classed, goodShare, transboundary } = summary
  return html`<dl class="figures">
<div><dt>${ANSWER.withResult[lang]}</dt><dd>${classed === 0 ? none(lang) : ratio(classed, sections, lang)}</dd></div>
<div><dt>${ANSWER.goodShare[lang]}</dt><dd>${goodShare === null ? none(lang) : html`${goodShare}<small>%</small>`}</dd></div>
<div><dt>${ANSWER.boundaryMet[lang]}</dt><dd>${
    transboundary.targeted === 0 || classed === 0
      ? none(lang)
      : ratio(transboundary.attaining, transboundary.targeted, lang)
  }</dd><dd class="aside">${withoutResult(transboundary.registered, transboundary.registered - transboundary.classed)[lang]}</dd></div>
</dl>`
}

function ratio(part: number, all: number, lang: Lang): Html {
  return html`<span aria-hidden="true">${integer(part)}<small> / ${integer(all)}</small></span><span class="sr">${ofAll(part, all)[lang]}</span>`
}

function none(lang: Lang): Html {
  return html`<span class="absent">${COMMON.noResult[lang]}</span>`
}

function classBar({ summary }: WaterBulletin, lang: Lang): Html | null {
  const { counts, sections, classed } = summary
  if (classed === 0 || sections === 0) return null
  let x = 0
  const parts = CLASSES.map((key) => {
    const width = (counts[key] / sections) * BAR
    x += width
    return { key, count: counts[key], x: x - width, width }
  }).filter(({ count }) => count > 0)
  const missing = sections - classed
  return html`<figure class="classes">
<svg class="shares" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" width="${BAR}" height="10"/>${parts.map(
    (part) => html`<rect class="c${part.key}" x="${part.x.toFixed(1)}" width="${part.width.toFixed(1)}" height="10"/>`,
  )}</svg>
<figcaption><span class="sr">${ANSWER.classes[lang]}</span><ul>${parts.map(
    ({ key, count }) =>
      html`<li><span class="chip c${key}" title="${classPhrase(CLASS_OF[key], lang)}">${classText(CLASS_OF[key], lang)}</span> ${integer(count)}</li>`,
  )}${missing > 0 ? html`<li><span class="chip c0">${ANSWER.noResult[lang]}</span> ${integer(missing)}</li>` : null}</ul></figcaption>
</figure>`
}

function misses(bulletin: WaterBulletin, lang: Lang): Html {
  const found = notAttaining(bulletin)
  if (found.length > 0) {
    return html`<div class="misses"><h2>${ANSWER.misses[lang]}</h2><ul>${found.slice(0, NAMED).map((section) => miss(bulletin, section, lang))}</ul>${
      found.length > NAMED ? html`<p class="small muted">${moreMisses(found.length - NAMED)[lang]}</p>` : null
    }</div>`
  }
  const compared = bulletin.sections.some(({ attains }) => attains === true)
  return html`<p class="allmet">${compared ? html`<span class="met" aria-hidden="true">✓</span> ${ANSWER.allMet[lang]}` : ANSWER.noTargets[lang]}</p>`
}

/** Where the two sides' copies of one measurement differ; neither is lost, and neither is preferred without a word. */
function conflicts({ sections }: WaterBulletin, lang: Lang): Html | null {
  const found = sections.filter(({ records }) => records.conflicting > 0)
  if (found.length === 0) return null
  return html`<p class="conflicts"><span class="differ">${WATER_PARTS.conflicts[lang]}</span>${lang === 'zh' ? '：' : ': '}${found.map(
    ({ name, records }, at) => html`${at === 0 ? null : LIST[lang]}${properName(name, lang)} (${records.conflicting})`,
  )}</p>`
}

function miss(bulletin: WaterBulletin, section: BulletinSection, lang: Lang): Html {
  const river = riverOf(bulletin, section)?.title
  const pollutants = pollutantText(section.pollutants, lang)
  return html`<li>${classChip(section.class, lang)} <span class="who"><b>${properName(section.name, lang)}</b> ${
    river ? html`<span class="muted">${bothNames(river, lang)}</span>` : null
  }${section.transboundary ? html` <span class="tag">${section.border === null ? COMMON.transboundary[lang] : BORDER[section.border][lang]}</span>` : null}<br><span class="small">${
    section.target === null ? null : html`${COMMON.target[lang]} ${classText(section.target, lang)}`
  }${pollutants === '' ? null : html` · ${TABLE.pollutants[lang]}${lang === 'zh' ? '：' : ': '}${pollutants}`}</span></span></li>`
}
