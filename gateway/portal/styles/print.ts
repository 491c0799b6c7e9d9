/** On paper: white, no navigation, nothing cut across pages, colours of classes kept. */
export const PRINT = `
@media print{
@page{size:A4;margin:14mm 12mm 16mm}
html{font-size:10.5pt}
body{background:#fff;display:block}
header.site nav,.ways,.skip,.toc,.button,footer.site ul{display:none!important}
.wrap{max-width:none;padding:0}
main{padding-top:1rem!important;padding-bottom:0!important}
header.site,.bar{padding:0 0 .4rem}
footer.site{background:none;margin-top:1.5rem}
.sandbox{border:1px solid var(--noticeEdge)}
.sandbox .wrap{padding:.3rem .6rem}
.chip,.flow svg,svg.shares,.rating::before,.sandbox,.banner{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.part{margin-top:1.75rem}
h2,h3,h4,.lead,.legend{break-after:avoid}
.river,.releases li,.files li,.facts>div,.gaps>div,.banner,.seal,.verify li,.figures,.classes,.misses li,tr{break-inside:avoid}
.rivers{gap:.75rem}
.river{padding:.6rem}
.river.m,.river.s{grid-column:span 3}
.flow{overflow:visible}
table.sections{font-size:7.8pt}
table.sections th,table.sections td{padding:.3rem .25rem}
table.sections tbody th[scope=row]{min-width:0}
table.sections tr.group th{font-size:9.5pt;padding-top:.8rem;break-after:avoid}
table.sections .records .sub{white-space:normal}
table.sections .sub,table.sections .tag,table.sections thead th{font-size:6.8pt}
.figures dd{font-size:1.6rem}
.files{display:none}
a{color:inherit;text-decoration:none}
details>summary{list-style:none}
.facts details::details-content,.banner details::details-content{content-visibility:visible;block-size:auto}
}
`
