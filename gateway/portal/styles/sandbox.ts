/** The sandbox's failures on demand: what to ask for, and what has happened. */
export const SANDBOX_STYLES = `
.failures .asking{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;margin:1rem 0}
.failures label{font-weight:600;min-width:0;max-width:100%}
.failures select,.failures input{display:block;margin-top:.25rem;font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--edge);border-radius:8px;padding:.5rem .7rem;max-width:100%}
.failures ul{list-style:none;padding:0;margin:0}
.failures form li{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;padding:.6rem 0;border-top:1px solid var(--line)}
.failures form li .button{flex:0 0 14rem;margin-top:0;padding:.45rem 1rem}
.failures form li span{flex:1 1 18rem;min-width:0}
.failures .asked li{padding:.6rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
@media print{.failures form{display:none}}
`
