/** The comparison of standards: four columns, and a card a row on a narrow screen. */
export const COMPARED_STYLES = `
.notes{margin-top:1.2rem;max-width:54rem;color:var(--muted);font-size:.94rem}
.notes li{padding-left:1.1em;text-indent:-1.1em}
.notes li::before{content:"·";display:inline-block;width:1.1em;text-indent:0;text-align:center}
table.compare{table-layout:fixed;font-size:.93rem;line-height:1.55}
table.compare thead th:first-child{width:15%}
table.compare thead th:last-child{width:30%}
table.compare th[scope=row]{font-weight:600}
table.compare th:first-child{padding-left:0}
table.compare td:last-child{padding-right:0}
table.compare th,table.compare td{overflow-wrap:anywhere}
table.compare .effect{display:block;margin-top:.15rem}
.untold{color:var(--muted);font-weight:600;white-space:nowrap}
.part>table.compare+h3{margin-top:2.25rem}
.sources{padding-left:1.6rem;font-size:.86rem;color:var(--muted);max-width:60rem}
.sources li{margin:.15rem 0}
@media screen and (max-width:56rem){
table.compare,table.compare tbody,table.compare tr,table.compare th,table.compare td{display:block}
table.compare thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.compare tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.9rem}
table.compare tr{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem .6rem;background:var(--surface)}
table.compare th[scope=row]{border:0;padding:0 0 .4rem;font-size:1.02rem}
table.compare td{border:0;border-top:1px solid var(--line);padding:.4rem 0}
table.compare td[data-label]::before{content:attr(data-label);display:block;color:var(--muted);font-size:.84rem}
}
@media print{
table.compare{font-size:8.4pt;line-height:1.4}
table.compare th,table.compare td{padding:.3rem .35rem}
table.compare .sub,.sources{font-size:7.4pt}
}
`
