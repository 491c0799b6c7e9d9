/** Contracts: the table of fields, terms, and differences between versions. */
export const CONTRACT_STYLES = `
table.fields{font-size:.9rem;line-height:1.5}
table.fields th:first-child,table.findings th:first-child{padding-left:0}
table.fields{table-layout:fixed}
table.fields thead th:nth-child(1){width:19%}
table.fields thead th:nth-child(2){width:9%}
table.fields thead th:nth-child(3){width:22%}
table.fields thead th:nth-child(5){width:15%}
table.fields thead th:nth-child(6){width:7%}
table.fields th[scope=row]{font-weight:600;overflow-wrap:anywhere}
#fields pre+pre{margin-top:.7rem}
table.fields th[scope=row] code{display:block;font-weight:400;color:var(--muted)}
table.fields tr.top th[scope=row] code{color:var(--ink)}
table.fields td{overflow-wrap:anywhere}
table.fields .unit{white-space:nowrap;color:var(--muted)}
table.findings th[scope=row]{font-weight:600;white-space:nowrap}
table.findings td{overflow-wrap:anywhere}
.definition{margin-top:1.5rem}
.definition h4{font-size:1rem;color:var(--ink)}
.terms ul{padding-left:1.1em;list-style:disc}
.terms li+li{margin-top:.25rem}
.inner{margin:.3rem 0 0}
.inner>div{display:grid;grid-template-columns:minmax(6rem,12rem) minmax(0,1fr);gap:.1rem .9rem;padding:.15rem 0}
.inner dt{color:var(--muted)}
.inner dd{margin:0;min-width:0;overflow-wrap:anywhere}
table.datasets{font-size:.9rem}
table.datasets th[scope=row]{min-width:9rem}
@media screen and (max-width:48rem){
table.datasets td{display:block!important}
table.datasets td[data-label]::before{display:block;padding-bottom:.15rem}
table.fields td.void{display:none}
.inner>div{grid-template-columns:minmax(0,1fr)}
}
@media print{
table.fields{font-size:7.4pt}
table.fields th,table.fields td{padding:.2rem .25rem}
}
`
