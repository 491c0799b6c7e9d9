/** The river drawings: which one shows, and the parts of each. */
export const RIVER = `
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;font-size:.88rem;color:var(--muted);margin-bottom:1.5rem}
.dash{display:inline-block;width:2.2em;border-top:2px dashed var(--edge);vertical-align:middle}
.rivers{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:1.1rem;grid-auto-flow:dense}
.river{border:1px solid var(--line);border-radius:12px;padding:1rem 1rem .9rem;min-width:0;grid-column:span 6}
.river.m{grid-column:span 3}
.river.s{grid-column:span 2}
.river.stray{margin-top:1.25rem}
.river h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .7rem}
.rating{display:inline-flex;align-items:center;gap:.4em;font-size:.88rem;font-weight:600;margin-left:auto}
.rating::before{content:"";width:.8em;height:.8em;border-radius:50%;border:1px solid var(--edge)}
.method{color:var(--muted);font-size:.84rem;margin:.15rem 0 .75rem}
.flow{overflow-x:auto;border-radius:8px}
.flow svg{display:block;width:100%;max-width:100%;height:auto}
.flow.across+.flow.down{display:none}
.river.xl .flow.down svg{width:26rem}
.flow text{fill:var(--ink);font-size:13px}
.flow text.glyph,.across text:not(.province):not(.into){text-anchor:middle}
.flow .land{fill:var(--surface)}
.flow .land.sc{fill:var(--sichuan)}
.flow .land.cq{fill:var(--chongqing)}
.flow text.province,.flow text.into,.flow text.why,.flow .why{fill:var(--muted)}
.flow text.border{fill:var(--ink);font-weight:600}
.flow path.stream{fill:none;stroke:var(--river);stroke-width:9;stroke-linecap:round}
.flow path.arrow{fill:var(--river)}
.flow .boundary{fill:none;stroke:var(--edge);stroke-width:2;stroke-dasharray:6 5}
.flow .block{stroke-width:1.5}
.flow .block.c0{fill:var(--page);stroke:var(--edge);stroke-dasharray:4 4}
.flow .ring{fill:none;stroke:var(--bad);stroke-width:2.5}
.flow text.glyph{font-size:19px;font-weight:700}
.flow text.glyph.c0{fill:var(--muted)}
.flow text.name{font-size:15px;font-weight:600}
.flow text.target,.flow .target{fill:var(--muted)}
.flow text.met,.flow .met{fill:var(--good);font-weight:600}
.flow text.missed,.flow .missed{fill:var(--bad);font-weight:700}
.apart{margin-top:.9rem}
.apart h4{margin-bottom:.45rem}
.chips{display:flex;flex-wrap:wrap;gap:.55rem 1.5rem;font-size:.93rem}
.stray .chips{margin-top:.6rem}
@media screen and (max-width:60rem){
.rivers{grid-template-columns:repeat(auto-fill,minmax(20rem,1fr))}
.river,.river.s,.river.m{grid-column:auto}
.river.stray{margin-top:.9rem}
.flow.across{display:none}
.flow.across+.flow.down{display:block}
.flow.down svg{width:100%;max-width:26rem;height:auto}
}
@media screen and (max-width:40rem){
.rivers{grid-template-columns:minmax(0,1fr)}
.chips{flex-direction:column}
}
`
