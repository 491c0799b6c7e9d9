/** The desk's list, the form that starts a consultation, the check page, the minutes, and the sandbox's people. */
export const DESK_PAGES_STYLES = `
.desk-head{display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;align-items:center;justify-content:space-between}
.desk-head .button{margin-top:0}
.count{display:inline-block;min-width:1.6em;padding:0 .45em;border:1px solid var(--line);border-radius:99px;background:var(--surface);color:var(--muted);font-size:.8em;font-weight:600;text-align:center;font-variant-numeric:tabular-nums}
.waiting{margin-top:1.5rem}
.tasks{display:grid;grid-template-columns:minmax(0,1fr);gap:.8rem;margin-top:1rem}
.task{display:flex;flex-wrap:wrap;gap:.8rem 2rem;justify-content:space-between;border:1px solid var(--line);border-left:5px solid var(--accent);border-radius:0 10px 10px 0;padding:.9rem 1.2rem;background:var(--surface)}
.task>div:first-child{flex:1 1 min(20rem,100%);min-width:0}
.task .by{display:flex;flex-direction:column;gap:.4rem;align-items:flex-start}
.task .button{margin-top:.2rem;padding:.5rem 1.2rem}
.task .when{margin-top:.15rem}
.task .missed{white-space:normal}
.reminder{color:var(--bad);font-weight:600;font-size:.92rem}
.hand-overs li{padding:.7rem 0;border-bottom:1px solid var(--line)}
.said{white-space:pre-wrap;overflow-wrap:anywhere}
.desk-filters ul{display:flex;flex-wrap:wrap;gap:.35rem .6rem;margin-bottom:.7rem}
.desk-filters a{display:inline-block;border:1px solid var(--edge);border-radius:99px;padding:.15rem .85rem;color:var(--ink);text-decoration:none;font-size:.92rem}
.desk-filters a:hover{border-color:var(--accent);text-decoration:underline}
.desk-filters a[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--onAccent);font-weight:600}
.desk-pages{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin-top:1.2rem;align-items:baseline}
table.cards{font-size:.94rem}
table.cards th[scope=row]{font-weight:600;overflow-wrap:break-word}
table.cards .sub,table.cards code{overflow-wrap:anywhere}
.desk-form form h2,.desk-form legend h2{font-size:1.1rem;margin:1.8rem 0 .3rem}
.desk-form h3{margin:1.2rem 0 .4rem}
.desk-form fieldset{border:0;margin:0;padding:0;min-width:0}
.desk-form legend{padding:0}
.desk-form .choice{display:flex;gap:.6rem;align-items:baseline;padding:.35rem 0;cursor:pointer}
.desk-form .choice input{width:1.1rem;height:1.1rem;flex:none;accent-color:var(--accent);align-self:center}
.desk-form .dates{display:grid;grid-template-columns:auto minmax(0,12rem);gap:.5rem .8rem;align-items:center;max-width:24rem;margin-top:.3rem}
.field{font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--edge);border-radius:8px;padding:.45rem .7rem;max-width:100%}
textarea.field{display:block;width:100%;margin-top:.3rem}
.field[aria-invalid=true]{border:2px solid var(--bad)}
.field-error{color:var(--bad);font-weight:600;margin:.3rem 0}
.banner ul{margin-top:.4rem}
.banner li+li{margin-top:.2rem}
.banner .button{margin-top:.6rem}
.facts .change{font-size:.86rem;margin-left:.6em}
.check .facts+.lead,.desk-form .facts+.lead,.elsewhere .facts+div{margin-top:1.2rem}
.elsewhere>p{max-width:46rem}
.desk-form .banner+.eyebrow{margin-top:1.2rem}
.success{background:var(--surface);border-color:var(--good)}
.success strong{color:var(--good)}
pre.exact{max-height:24rem;overflow:auto;overflow-wrap:anywhere;white-space:pre-wrap;font-size:.8em}
.elsewhere .facts pre{margin:.3rem 0 .5rem}
.objecting{margin-top:1rem}
.check>.lead{margin-top:1rem}
.check>p:first-child,.minutes>p:first-child{margin-bottom:.8rem}
.check h3{margin:1.5rem 0 .6rem}
.check .part>.facts{max-width:none}
#since ul{display:grid;gap:.4rem}
.scroll{overflow:auto;max-height:36rem;border:1px solid var(--line);border-radius:8px}
table.signed{font-size:.86rem;line-height:1.4}
table.signed th,table.signed td{padding:.35rem .6rem;white-space:nowrap}
table.signed thead th{position:sticky;top:0;background:var(--page);z-index:2}
table.signed th[scope=row]{font-weight:600;position:sticky;left:0;background:var(--page);z-index:1;white-space:normal;min-width:6.5rem;max-width:11rem}
table.signed thead th:first-child{left:0;z-index:3}
table.signed tr.changed th,table.signed tr.changed td{background:var(--noticeBack);color:var(--noticeInk)}
table.signed tr.changed .tag{color:inherit;border-color:var(--noticeEdge)}
.minutes .en{color:var(--muted);font-size:.92em}
.minutes h1+.en{margin-top:.2rem}
.minutes h2 .en{font-size:.75em;font-weight:500}
.said-list li{padding:.4rem 0;border-bottom:1px solid var(--line)}
.seals{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin:2.5rem 0}
.seals p{border-top:1px solid var(--edge);padding-top:.4rem;min-height:4.5rem}
.sandbox-people .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.2rem;margin:1.2rem 0}
.side-people{border:1px solid var(--line);border-radius:12px;padding:1rem 1.3rem;background:var(--surface)}
.side-people li{display:flex;flex-wrap:wrap;gap:.4rem 1rem;justify-content:space-between;align-items:center;padding:.7rem 0;border-top:1px solid var(--line)}
.side-people h2{margin-bottom:.6rem}
.side-people li>div{flex:1 1 12rem;min-width:0}
.side-people .button{margin-top:0;padding:.45rem 1rem}
.prose ol{padding-left:1.4rem}
.prose ol+p{margin-top:1rem}
ul.keys li{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.5rem 0;overflow-wrap:anywhere}
ul.keys .button{margin-top:0;padding:.35rem .9rem}
@media screen and (max-width:52rem){
table.cards,table.cards tbody,table.cards tr,table.cards th,table.cards td{display:block}
table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.cards tr{border:1px solid var(--line);border-radius:10px;padding:.7rem .9rem;margin-bottom:.8rem;background:var(--surface)}
table.cards th[scope=row]{border:0;padding:0 0 .3rem}
table.cards td{display:flex;gap:1rem;justify-content:space-between;border:0;border-top:1px solid var(--line);padding:.4rem 0;min-width:0}
table.cards td>*{min-width:0}
table.cards td::before{content:attr(data-label);color:var(--muted);flex:0 0 32%}
.task{border-left-width:5px}
.seals{gap:1rem}
}
@media print{
.noprint,.desk-bar,.desk-filters,.desk-pages,.objecting,.elsewhere,.actions{display:none!important}
.scroll{max-height:none;overflow:visible;border:0}
table.signed{font-size:7pt}
table.signed th,table.signed td{white-space:normal;padding:.15rem .3rem}
table.signed thead th,table.signed th[scope=row]{position:static;max-width:none}
.minutes table.cards{font-size:8.5pt}
.minutes th,.minutes td{padding:.25rem .35rem}
.minutes .part{margin-top:1.2rem}
.minutes .facts>div{padding:.25rem 0}
.seals,.minutes tr{break-inside:avoid}
}
`
