/** Forms that only ask: filters of lists, and the box of the page for verifying. */
export const FORM_STYLES = `
.filters{display:flex;flex-wrap:wrap;gap:.7rem 1.2rem;align-items:flex-end;margin:1.4rem 0 1.6rem}
.filters label{display:block;min-width:0;max-width:100%;font-weight:600;font-size:.92rem}
.filters .check{display:flex;gap:.5rem;align-items:center;font-weight:500;padding:.55rem 0}
.filters select,.filters input[type=search]{display:block;margin-top:.25rem;font:inherit;font-weight:400;color:var(--ink);background:var(--page);border:1px solid var(--edge);border-radius:8px;padding:.5rem .7rem;max-width:100%}
.filters input[type=checkbox]{width:1.15rem;height:1.15rem;accent-color:var(--accent)}
.filters button{font:inherit;font-weight:600;color:var(--onAccent);background:var(--accent);border:1px solid var(--accent);border-radius:8px;padding:.5rem 1.3rem;cursor:pointer}
.filters button:hover{text-decoration:underline}
.filters.wide-in .grow{flex:1 1 20rem;min-width:0}
.filters.wide-in input[type=search]{width:100%}
.filters.wide-in{align-items:flex-end}
.steps{padding-left:1.4rem}
.steps li+li{margin-top:1.1rem}
.steps pre{margin-top:.6rem}
h3.minor{margin:2rem 0 .4rem}
.pager{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-top:1.5rem}
@media print{.filters,.filters.wide-in{align-items:flex-end}
.steps{padding-left:1.4rem}
.steps li+li{margin-top:1.1rem}
.steps pre{margin-top:.6rem}
h3.minor{margin:2rem 0 .4rem}
.pager{display:none}}
`
