/** Header, footer, skip link, language link, sandbox banner. */
export const FRAME = `
.skip{position:absolute;left:1rem;top:-6rem;background:var(--accent);color:var(--onAccent);padding:.6rem 1rem;border-radius:0 0 8px 8px;z-index:2}
.skip:focus{top:0}
header.site{border-bottom:1px solid var(--line)}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.75rem;padding-top:.75rem;padding-bottom:.75rem}
.brand{display:inline-flex;align-items:center;gap:.6rem;font-weight:650;color:var(--ink);text-decoration:none;padding:.25rem 0}
.mark .stream{fill:none;stroke:var(--accent);stroke-width:3.6;stroke-linecap:round}
.mark .two{opacity:.6}
.bar nav{margin-right:auto}
.bar nav ul{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.ways{display:flex;gap:.5rem 1rem;align-items:center}
.bar nav a,.language,.size{display:inline-block;padding:.4rem 0;color:var(--muted);text-decoration:none;font-size:.94rem}
.bar nav a:hover,.language:hover,.size:hover{color:var(--accent);text-decoration:underline}
.bar nav a[aria-current]{color:var(--ink);font-weight:600;border-bottom:2px solid var(--accent)}
.language{border:1px solid var(--edge);border-radius:99px;padding:.2rem .9rem}
.sandbox{background:var(--noticeBack);color:var(--noticeInk);border-bottom:1px solid var(--noticeEdge);font-size:.9rem}
.sandbox .wrap{padding-top:.55rem;padding-bottom:.55rem}
.sandbox strong{border:1px solid var(--noticeEdge);border-radius:4px;padding:.05rem .45rem;margin-right:.4rem}
main{display:block;flex:1 0 auto;padding-top:2.5rem!important;padding-bottom:4rem!important}
footer.site{border-top:1px solid var(--line);background:var(--surface);color:var(--muted);font-size:.9rem}
footer.site .wrap{display:flex;flex-wrap:wrap;gap:.75rem 2rem;justify-content:space-between;padding-top:1.5rem;padding-bottom:2rem}
footer.site ul{display:flex;flex-wrap:wrap;gap:.25rem 1.4rem}
footer.site a{display:inline-block;padding:.2rem 0}
@media screen and (max-width:40rem){
.wrap{padding-left:1rem;padding-right:1rem}
.bar{gap:.1rem 1rem}
.bar nav{order:3;flex-basis:100%}
.ways{margin-left:auto}
main{padding-top:1.5rem!important}
}
`
