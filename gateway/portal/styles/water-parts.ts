/** Bulletins in parts and periods without a release: the list of pages, rivers as lines of sections, and turning from page to page. */
export const WATER_PARTS_STYLES = `
.waterparts{padding:0;list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.9rem}
.waterparts li{border:1px solid var(--line);border-radius:10px;padding:.85rem 1.1rem;background:var(--surface)}
.waterparts a{display:block;font-weight:600}
.riverlines{display:grid;gap:0}
.riverlines>div{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:.3rem 1.5rem;padding:.8rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.riverlines dt{font-weight:600}
.riverlines .rating{display:flex;margin:.2rem 0 0}
.riverlines dd{margin:0}
.riverlines .chips li{display:inline-block;color:var(--muted)}
.riverlines .chips b{color:var(--ink);font-weight:600}
.turning{display:flex;justify-content:space-between;gap:1rem;margin-top:2rem}
/* Each side's own beside the other's. */
.beside{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.5rem 2.5rem;align-items:start}
.beside h3{margin-bottom:.6rem}
.beside table.areas th{white-space:nowrap}
.answer+.lead{margin-top:.6rem}
.conflicts{margin-top:1.2rem;max-width:54rem}
@media screen and (max-width:60rem){
.beside{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:48rem){
.riverlines>div{grid-template-columns:minmax(0,1fr)}
}
@media print{
.turning{display:none}
}
`
