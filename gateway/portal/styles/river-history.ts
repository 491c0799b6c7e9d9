/** Rivers over time: the table of weeks, and the small lines of sections. */
export const RIVER_HISTORY = `
.river.alone{grid-column:auto}
.river.alone.s{max-width:26rem}
.river.alone.m{max-width:40rem}
table.weeks{font-size:.92rem}
table.weeks th:first-child,table.riverlist th:first-child{padding-left:0}
table.weeks th[scope=row],table.riverlist th[scope=row]{font-weight:600}
table.weeks .met,table.weeks .missed{font-size:.86rem}
table.riverlist .rating{margin-left:0}
.answer .rating{margin-left:0;font-size:1rem}
.sparks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:1rem 1.5rem}
.sparks li{border:1px solid var(--line);border-radius:10px;padding:.6rem .8rem;background:var(--surface)}
.spark{display:block;width:100%;height:auto;margin-top:.3rem}
.spark text{fill:var(--muted);font-size:13px;text-anchor:end}
table.ranks{font-size:.92rem;margin-top:1rem}
table.ranks th:first-child{padding-left:0}
table.ranks th[scope=row]{font-weight:600}
.spark .rule{stroke:var(--line);stroke-width:1}
.spark .aim{stroke:var(--edge);stroke-width:1.5;stroke-dasharray:5 4}
.spark .line{fill:none;stroke:var(--muted);stroke-width:2}
@media screen and (max-width:60rem){
.river.alone .flow svg{max-width:26rem}
}
@media print{
.spark{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sparks li{break-inside:avoid}
}
`
