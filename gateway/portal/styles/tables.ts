/** Tables; on a narrow screen each section's row becomes a card. */
import { itemTitle } from '../../../adapters/standards/items.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { WaterItem } from '../../../contracts/water-section-quality/record.ts'
import { COLUMNS_BEFORE_ITEMS, SECTION_ITEMS } from '../section-items.ts'
import { unitOf } from '../words/items.ts'
import { TABLE } from '../words/release.ts'

/** The name, and on a line of its own the unit. */
function itemLabel(item: WaterItem): Bilingual {
  const [title, unit] = [itemTitle(item), unitOf(item)]
  return { zh: `${title.zh}\\A ${unit.zh}`, en: `${title.en}\\A ${unit.en}` }
}

/** The labels of cells in a card, by kind or place: they are the same in every row, so that they stand here once. */
const LABELS = [
  ['water', TABLE.river] as const,
  ['is', TABLE.class] as const,
  ['aimed', TABLE.target] as const,
  ['over', TABLE.pollutants] as const,
  ['records', TABLE.records] as const,
  ...SECTION_ITEMS.map((item, at) => [`item:nth-child(${COLUMNS_BEFORE_ITEMS + 1 + at})`, itemLabel(item)] as const),
]
  .map(([kind, { zh, en }]) => {
    const cell = `table.sections td.${kind}::before`
    return `${cell}{content:"${zh}"}\nhtml[lang=en] ${cell}{content:"${en}"}`
  })
  .join('\n')

/** The styles. */
export const TABLES = `
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.6rem .6rem;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--muted);font-size:.86rem;font-weight:600;line-height:1.35;vertical-align:bottom;border-bottom:2px solid var(--edge)}
th.number,td.number{text-align:right}
table.sections{font-size:.92rem;line-height:1.5}
table.sections th,table.sections td{padding:.6rem .5rem}
html[lang=en] table.sections{font-size:.86rem}
html[lang=en] table.sections thead th{font-size:.78rem}
html[lang=zh-CN] table.sections .water,html[lang=zh-CN] table.sections thead th.number{white-space:nowrap}
table.sections tbody th[scope=row]{font-weight:600;min-width:10rem}
table.sections th:first-child{padding-left:0}
table.sections td:last-child,table.sections thead th:last-child{padding-right:0}
table.sections tr.group th{padding:1.4rem 0 .45rem;font-size:1rem;font-weight:650;border-bottom:1px solid var(--edge)}
table.sections td.item,table.sections td.records{text-align:right;font-variant-numeric:tabular-nums}
table.sections td.why{color:var(--muted)}
table.sections .tag{margin-left:.3em}
.aim{font-weight:600;margin-right:.35em}
.differ{color:var(--bad);font-weight:600}
table.sections .records .sub{white-space:nowrap}
td strong{font-weight:750}
table.changes{margin-top:.6rem;font-size:.92rem}
table.changes th,table.changes td{border-color:var(--noticeEdge);padding:.35rem .6rem .35rem 0}
table.changes thead th{color:inherit}
table.changes th,table.changes td{overflow-wrap:anywhere}
table.codes{margin-top:.5rem}
@media screen and (max-width:40rem){
table.calls tr{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--line)}
table.calls th,table.calls td{border:0}
table.calls tbody th{flex:1 0 100%;padding:.6rem 0 0;overflow-wrap:anywhere}
table.calls tbody td,table.calls thead th{flex:1 1 0;padding:.2rem 0 .6rem}
table.calls .number{flex:none}
}
@media screen and (max-width:74rem){
html[lang] table.sections{font-size:.94rem}
table.sections,table.sections tbody,table.sections tr,table.sections th,table.sections td{display:block}
table.sections thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.sections tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.9rem;margin-bottom:1.75rem}
table.sections tr.group{grid-column:1/-1;border:0;padding:0;background:none}
table.sections tr{display:grid;grid-template-columns:repeat(30,minmax(0,1fr));align-content:start;border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem .5rem;background:var(--surface)}
table.sections tr.group th{grid-column:1/-1;padding:.25rem 0;border:0;font-size:1.05rem}
table.sections tbody th[scope=row]{grid-column:1/-1;font-size:1.05rem;border:0;padding:0 0 .35rem;min-width:0}
table.sections td{grid-column:1/-1;display:flex;justify-content:space-between;gap:1rem;border:0;border-top:1px solid var(--line);padding:.35rem 0;text-align:right}
table.sections td::before{color:var(--muted);text-align:left;flex:0 1 50%}
table.sections td.is{grid-column:span 13}
table.sections td.aimed{grid-column:span 17;padding-left:.75rem}
table.sections td.is,table.sections td.aimed{gap:.5rem}
table.sections td.is::before,table.sections td.aimed::before{flex:none}
table.sections td.none{display:none}
table.sections td.item{grid-column:span 6;flex-direction:column;justify-content:space-between;gap:0;padding-right:.4rem;text-align:left}
${LABELS}
table.sections td.item::before{flex:none;white-space:pre-line;font-size:.8rem;line-height:1.35}
html[lang=en] table.sections td.item{grid-column:span 10}
html[lang=en] table.sections td.item:nth-child(n+9){border-top:0}
table.sections td.why{display:block;text-align:left}
table.sections td.why::before{content:none}
}
@media screen and (max-width:24rem){
table.sections td.is,table.sections td.aimed{grid-column:1/-1;padding-left:0}
table.sections tbody{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:40rem){
table.sections tbody{grid-template-columns:minmax(0,1fr)}
th,td{padding:.5rem .4rem}
}
`
