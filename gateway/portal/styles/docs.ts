/** Documents and the API reference: headings, lists and tables of running text. */
export const DOCS_STYLES = `
.back{margin-bottom:1rem}
.document{max-width:60rem}
.document>*+*{margin-top:.8rem}
.document>h2{margin-top:2.6rem;padding-bottom:.45rem;border-bottom:1px solid var(--line)}
.document>h3{margin-top:1.8rem}
.document ul{list-style:disc;padding-left:1.3em}
.document ol{padding-left:1.5em}
.document li+li{margin-top:.3rem}
.document table{font-size:.9rem;line-height:1.5}
.document th,.document td{overflow-wrap:anywhere}
.document .across,.call .across{overflow-x:auto}
.document .across table{min-width:34rem}
.call>h2 code{font-size:1rem;overflow-wrap:anywhere}
.call .facts{margin-top:.6rem}
.call .facts p+p{margin-top:.25rem}
.call table{margin-top:.8rem;font-size:.9rem}
details[id^=shape-]{margin-top:.5rem}
details[id^=shape-] pre{margin-top:.4rem;max-height:28rem;overflow:auto}
@media print{.document .across table{min-width:0}}
`
