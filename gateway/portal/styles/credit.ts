/** The look-up of enterprise credit: the form, and a table of years by sides, which on a narrow screen is a card a year. */
export const CREDIT_STYLES = `
.search{margin-top:1.6rem;max-width:54rem}
.search label{display:block;font-weight:600;margin-bottom:.4rem}
.search .line-in{display:flex;gap:.6rem}
.search input{flex:1 1 auto;min-width:0;font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--edge);border-radius:8px;padding:.6rem .8rem}
.search input[aria-invalid]{border:2px solid var(--bad)}
.search button{flex:none;font:inherit;font-weight:600;color:var(--onAccent);background:var(--accent);border:1px solid var(--accent);border-radius:8px;padding:.6rem 1.4rem;cursor:pointer}
.search button:hover{text-decoration:underline}
.search .fault{color:var(--bad);font-weight:600;margin-bottom:.4rem}
.enterprise{margin-top:2.5rem}
.enterprise h2{font-size:1.2rem}
.enterprise .code{color:var(--muted);font-size:.92rem;margin:.2rem 0 .9rem}
table.credit{table-layout:fixed}
table.credit thead th:first-child{width:7.5rem}
table.credit.list thead th:first-child{width:36%}
table.credit th[scope=row]{font-weight:600}
table.credit th:first-child{padding-left:0}
table.credit td{vertical-align:top;overflow-wrap:anywhere}
.rating-of+.rating-of{margin-top:1.1rem;padding-top:1.1rem;border-top:1px dashed var(--edge)}
.plate{display:inline-block;border:1px solid transparent;border-radius:6px;padding:.1em .65em;font-weight:650}
.plate.none{border:1px dashed var(--edge);color:var(--muted);font-weight:500}
.aside .plate{font-weight:500}
.aside .tag{white-space:normal;margin-top:.4rem}
.pairs{margin-top:.55rem;font-size:.92rem}
.pairs>div{display:grid;grid-template-columns:5.5em minmax(0,1fr);gap:0 .7em;padding:.12rem 0}
html[lang=en] .pairs>div{grid-template-columns:8em minmax(0,1fr)}
.pairs dt{color:var(--muted)}
.pairs dd{margin:0;min-width:0}
@media screen and (max-width:48rem){
.search .line-in{flex-wrap:wrap}
.search button{flex:1 1 auto}
table.credit,table.credit tbody,table.credit tr,table.credit th,table.credit td{display:block}
table.credit thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.credit tr{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem .6rem;background:var(--surface)}
table.credit tr+tr{margin-top:.9rem}
table.credit th[scope=row]{border:0;padding:0 0 .4rem;font-size:1.02rem}
table.credit td{border:0;border-top:1px solid var(--line);padding:.5rem 0}
table.credit td::before{content:attr(data-label);display:block;color:var(--muted);font-size:.84rem;margin-bottom:.25rem}
}
@media print{
.search{display:none}
.enterprise{break-inside:avoid}
.plate{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`
