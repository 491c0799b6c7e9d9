/** Documents and the API reference: headings, lists and tables of running text; on a narrow screen each row becomes a card. */
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
.document th,.document td{overflow-wrap:break-word}
.document td code{overflow-wrap:anywhere}
.document .across,.call .across{overflow-x:auto}
.document .across table{min-width:34rem}
.call>h2 code{font-size:1rem;overflow-wrap:anywhere}
.call .facts{margin-top:.6rem}
.call .facts p+p{margin-top:.25rem}
.call table{margin-top:.8rem;font-size:.9rem}
details[id^=shape-]{margin-top:.5rem}
details[id^=shape-] pre{margin-top:.4rem;max-height:28rem;overflow:auto}
@media screen and (max-width:48rem){
.across,.across table,.across tbody,.across tr,.across th,.across td{display:block}
.document .across table{min-width:0}
.across thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.across tr{border:1px solid var(--line);border-radius:10px;padding:.5rem .9rem;background:var(--surface)}
.across tbody tr+tr{margin-top:.7rem}
.across tbody th,.across td{border:0;padding:.35rem 0}
.across tbody th+td,.across td+td{border-top:1px solid var(--line)}
.across th+td::before,.across td+td::before{content:attr(data-label);display:block;color:var(--muted);font-size:.84rem}
.across td:empty{display:none}
}
@media print{.document .across table{min-width:0}}
`
