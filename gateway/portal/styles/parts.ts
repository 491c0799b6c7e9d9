/** The answer, figures, chips, banners, lists, downloads and the provenance card. */
export const PARTS = `
.eyebrow{color:var(--accent);font-weight:600;font-size:.92rem;margin-bottom:.35rem}
.latest h1,.head h1{font-size:1.3rem;font-weight:600}
.byline{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;align-items:center;color:var(--muted);font-size:.92rem;margin-top:.5rem}
.label{border:1px solid var(--edge);border-radius:4px;padding:.02rem .5rem;color:var(--ink);font-size:.86rem}
.answer{font-size:clamp(1.3rem,1.05rem + 1.15vw,1.85rem);line-height:1.55;font-weight:500;margin:1.4rem 0 0;max-width:54rem;text-wrap:pretty}
html[lang=en] .answer{line-height:1.4}
.answer strong{font-weight:750;color:var(--accent);font-variant-numeric:tabular-nums}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1rem;margin-top:1.75rem;max-width:54rem}
.figures div{border-top:3px solid var(--accent);padding-top:.6rem}
.figures dt{color:var(--muted);font-size:.92rem;line-height:1.35}
.figures dd{margin:.1rem 0 0;font-size:2.1rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
.figures dd.aside{font-size:.86rem;font-weight:400;color:var(--muted);line-height:1.4}
.figures.small dd{font-size:1.5rem}
.absent{font-size:1.1rem;font-weight:500;color:var(--muted)}
.classes{margin-top:1.6rem;max-width:54rem}
svg.shares{display:block;width:100%;height:14px;padding:0;border-radius:7px;overflow:hidden;background:var(--line)}
svg.shares rect{stroke:var(--page);stroke-width:3px;vector-effect:non-scaling-stroke}
svg.shares .rest{fill:var(--line)}
.classes ul{display:flex;flex-wrap:wrap;gap:.35rem 1.3rem;margin-top:.7rem;font-variant-numeric:tabular-nums}
.chip{display:inline-block;min-width:2.5em;padding:.04em .5em;border:1px solid transparent;border-radius:6px;text-align:center;font-weight:650;font-size:.92em;line-height:1.5;white-space:nowrap}
.chip.c0{border:1px dashed var(--edge);color:var(--muted);font-weight:500;background:none}
.met{color:var(--good);font-weight:600;white-space:nowrap}
.missed{color:var(--bad);font-weight:650;white-space:nowrap}
.tag{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:0 .4em;font-size:.82rem;line-height:1.5;color:var(--muted);font-weight:500;white-space:nowrap}
.misses{margin-top:1.75rem;max-width:54rem}
.misses h2{font-size:1.02rem;margin-bottom:.6rem}
.misses ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.9rem 1.5rem}
.misses li,.chips li{display:flex;gap:.7rem;align-items:flex-start}
.misses .chip,.chips .chip{flex:none;margin-top:.1rem}
.allmet{margin-top:1.5rem;font-size:1.05rem}
.own{color:var(--muted);font-weight:500;font-size:.92em}
.button{display:inline-block;margin-top:2rem;background:var(--accent);color:var(--onAccent);text-decoration:none;border-radius:8px;padding:.65rem 1.3rem;font-weight:600}
.button:hover{text-decoration:underline}
.part{margin-top:3.5rem}
.part>h2{padding-bottom:.6rem;border-bottom:1px solid var(--line);margin-bottom:1.1rem}
.part>h3{margin:1.75rem 0 .7rem}
.lead{color:var(--muted);max-width:54rem;margin-bottom:1.1rem}
h1+.lead{margin-top:.5rem}
.toc{margin-top:2.25rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.toc ul{display:flex;flex-wrap:wrap;gap:0 1.75rem}
.toc a{display:inline-block;padding:.6rem 0;text-decoration:none}
.toc a:hover{text-decoration:underline}
.banner{border-left:5px solid;border-radius:0 8px 8px 0;padding:.8rem 1.1rem;margin-bottom:1.5rem;max-width:54rem}
*+.banner{margin-top:1.75rem;margin-bottom:0}
.banner+p{margin-top:1rem}
.banner p+p,.banner p+details{margin-top:.4rem}
.notice{background:var(--noticeBack);color:var(--noticeInk);border-color:var(--noticeEdge)}
.alert{background:var(--alertBack);color:var(--alertInk);border-color:var(--alertEdge)}
.releases li{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1.2fr) minmax(0,1.6fr);gap:.2rem 1.25rem;padding:.85rem 0;border-bottom:1px solid var(--line);align-items:baseline}
h1+.releases{margin-top:1.25rem}
.releases .when,.releases .state{font-size:.9rem;color:var(--muted)}
.pill{display:inline-block;border:1px solid var(--good);color:var(--good);border-radius:99px;padding:0 .7em;font-size:.86rem;white-space:nowrap}
.pill.off{border-color:var(--edge);color:var(--muted)}
.files{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:.8rem}
.files li{position:relative;border:1px solid var(--line);border-radius:10px;padding:.85rem 1.1rem;background:var(--surface)}
.files li:hover{border-color:var(--accent)}
.files a::after{content:"";position:absolute;top:0;right:0;bottom:0;left:0;border-radius:10px}
.files span{display:block;color:var(--muted);font-size:.88rem;line-height:1.45;margin-top:.15rem}
.facts{margin-top:1.5rem;max-width:60rem}
.facts>div{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:.1rem 1.25rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--muted)}
.facts dd{margin:0;min-width:0}
.line{display:block}
.line+.line{margin-top:.45rem}
.sub{display:block;color:var(--muted);font-size:.86rem;font-weight:400;line-height:1.5}
.digest{display:block;font-size:.8em;color:var(--muted)}
.card{border:1px solid var(--line);border-radius:12px;padding:.5rem 1.75rem 1.5rem}
.card>.facts{margin-top:.4rem}
.verify{margin-top:1.75rem}
.seal{display:block;border-left:5px solid var(--good);padding:.2rem 0 .2rem 1rem}
.seal>span,.seal strong{color:var(--good)}
.seal.broken{border-color:var(--bad)}
.seal.broken>span,.seal.broken strong{color:var(--bad)}
.verify h3{margin:1.5rem 0 .5rem}
.verify ol{padding-left:1.4rem}
.verify li{margin:.4rem 0}
.verify pre{margin-top:.6rem}
.inside{margin-top:1.5rem}
.inside summary{padding:.4rem 0;font-weight:600}
.inside .facts{margin-top:.6rem;font-size:.94rem}
.gaps>div{padding:.7rem 0;border-bottom:1px solid var(--line)}
.gaps dt{font-weight:600}
.gaps dt .muted{font-weight:400;margin-left:.5em}
.gaps dd{margin:.15rem 0 0}
.prose{max-width:46rem}
.prose h2{font-size:1.1rem;margin:2rem 0 .4rem}
.prose p+p{margin-top:1rem}
.prose pre+p{margin-top:1.5rem}
@media screen and (max-width:40rem){
.figures{gap:.7rem}
.figures dd{font-size:1.5rem}
.figures dt{font-size:.86rem}
.releases li{grid-template-columns:minmax(0,1fr)}
.facts>div{grid-template-columns:minmax(0,1fr)}
.card{padding:.25rem 1rem 1rem}
.part{margin-top:2.75rem}
.files{grid-template-columns:minmax(0,1fr)}
.misses ul{grid-template-columns:minmax(0,1fr)}
}
`
