/** Every section in a table, class against target; on a narrow screen each row becomes a card. What is missing says why, never zero. */
import { html } from 'hono/html'
import { itemTitle } from '../../adapters/standards/items.ts'
import type { WaterItem } from '../../contracts/water-section-quality/record.ts'
import type { BulletinSection, WaterBulletin } from '../release/bulletin-types.ts'
import { type Html, type Lang, properName } from './lang.ts'
import { attainment, classChip, pollutantText } from './mark.ts'
import { orderedSections, riverOf } from './order.ts'
import { SECTION_ITEMS as ITEMS } from './section-items.ts'
import { BORDER, COMMON, classText, PARTY, REASON } from './words/common.ts'
import { unitOf } from './words/items.ts'
import { conflicting, corroborated, recordsOf, TABLE } from './words/release.ts'

/** Columns a section without a class gives to its reason: pollutants and the items. */
const REASON_SPAN = ITEMS.length + 1

/** The table of a release. */
export function sectionTable(bulletin: WaterBulletin, lang: Lang): Html {
  const { transboundary, others } = orderedSections(bulletin)
  const reasons = new Map(bulletin.coverage.gaps.map((gap) => [gap.section, gap.text[lang]]))
  const rows = (sections: readonly BulletinSection[]) =>
    sections.map((section) => row(bulletin, section, reasons.get(section.id), lang))
  return html`<p class="lead">${TABLE.lead[lang]}</p>
<table class="sections" role="table">
<caption class="sr">${TABLE.caption[lang]}</caption>
<thead role="rowgroup"><tr role="row">${headings(lang).map(
    ({ text, number }) =>
      html`<th role="columnheader" scope="col"${number ? html` class="number"` : null}>${text}</th>`,
  )}</tr></thead>
${group(TABLE.transboundary[lang], rows(transboundary))}
${group(TABLE.others[lang], rows(others))}
</table>`
}

function headings(lang: Lang): readonly { text: Html | string; number: boolean }[] {
  return [
    ...[TABLE.section, TABLE.river, TABLE.class, TABLE.target, TABLE.pollutants].map((words) => ({
      text: words[lang],
      number: false,
    })),
    ...ITEMS.map((item) => ({
      text: html`${itemTitle(item)[lang]}<span class="sub">${unitOf(item)[lang]}</span>`,
      number: true,
    })),
    { text: TABLE.records[lang], number: true },
  ]
}

function group(title: string, rows: readonly Html[]): Html | null {
  if (rows.length === 0) return null
  return html`<tbody role="rowgroup"><tr class="group" role="row"><th role="rowheader" scope="rowgroup" colspan="${ITEMS.length + 6}">${title}</th></tr>${rows}</tbody>`
}

function row(bulletin: WaterBulletin, section: BulletinSection, gapText: string | undefined, lang: Lang): Html {
  const why = gapText ?? (section.gap === null ? undefined : REASON[section.gap][lang])
  return html`<tr role="row">
<th role="rowheader" scope="row">${properName(section.name, lang)}<span class="sub">${PARTY[section.party][lang]}${
    section.waterBody === 'lake' ? html` · ${TABLE.lake[lang]}` : null
  }${section.transboundary ? html` <span class="tag">${section.border === null ? COMMON.transboundary[lang] : BORDER[section.border][lang]}</span>` : null}</span>${
    section.from === null && section.to === null
      ? null
      : html`<span class="sub">${properName(section.from ?? '?', lang)} → ${properName(section.to ?? '?', lang)}</span>`
  }</th>
${cell('water', riverName(bulletin, section, lang))}
${cell('is', classChip(section.class, lang))}
${cell(
  'aimed',
  section.target === null
    ? html`<span class="muted">${COMMON.noTarget[lang]}</span>`
    : html`<span class="aim">${classText(section.target, lang)}</span> ${attainment(section.attains, lang)}`,
)}
${
  section.class === null
    ? html`<td role="cell" class="why" colspan="${REASON_SPAN}">${why ?? COMMON.noResult[lang]}</td>`
    : html`${pollutants(section, lang)}${ITEMS.map((item) => mean(section, item, lang))}`
}
${cell('records', records(section, section.class === null ? undefined : why, lang))}
</tr>`
}

/** The style sheet has the label of each kind of cell, which is the same in every row. */
function cell(kind: 'aimed' | 'is' | 'none' | 'over' | 'records' | 'water', content: Html | string): Html {
  // One thing alone needs nothing around it to stay beside its label.
  const alone = kind === 'is' || kind === 'none'
  return html`<td role="cell" class="${kind}">${alone ? content : html`<span class="value">${content}</span>`}</td>`
}

function riverName(bulletin: WaterBulletin, section: BulletinSection, lang: Lang): Html {
  const { river } = section
  if (river === null) return html`<span class="muted">${TABLE.unregistered[lang]}</span>`
  const title = riverOf(bulletin, section)?.title
  if (!title) return html`${properName(river, lang)}`
  return lang === 'zh' ? html`${title.zh}` : html`${title.en}<span class="sub" lang="zh-CN">${title.zh}</span>`
}

function pollutants(section: BulletinSection, lang: Lang): Html {
  const text = pollutantText(section.pollutants, lang)
  if (text !== '') return cell('over', text)
  return cell('none', html`<span class="muted">${TABLE.noneOver[lang]}</span>`)
}

function mean({ means, determining }: BulletinSection, item: WaterItem, lang: Lang): Html {
  const value = means[item]
  const content =
    value === undefined
      ? html`<span class="muted" aria-hidden="true">—</span><span class="sr">${COMMON.noData[lang]}</span>`
      : determining.includes(item)
        ? html`<strong>${value}</strong>`
        : value
  return html`<td role="cell" class="item">${content}</td>`
}

function records(
  { records: { held, expected, ...agreement } }: BulletinSection,
  why: string | undefined,
  lang: Lang,
): Html {
  return html`<span class="held">${recordsOf(held, expected)[lang]}</span>${
    agreement.corroborated > 0 ? html`<span class="sub">${corroborated(agreement.corroborated)[lang]}</span>` : null
  }${agreement.conflicting > 0 ? html`<span class="sub differ">${conflicting(agreement.conflicting)[lang]}</span>` : null}${
    why === undefined ? null : html`<span class="sub">${why}</span>`
  }`
}
