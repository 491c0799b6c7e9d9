/** Type, colour and focus: what every element starts from. */
export const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);line-height:1.65;overflow-wrap:break-word;
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",system-ui,-apple-system,"Segoe UI",sans-serif}
html[lang=en] body{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Helvetica Neue",Arial,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;line-height:1.6}
h1,h2,h3,h4{line-height:1.3;margin:0;font-weight:650;text-wrap:balance}
h1{font-size:1.5rem}
h2{font-size:1.35rem}
h3{font-size:1.08rem}
h4{font-size:.9rem;color:var(--muted)}
p,ul,ol,dl,figure,pre{margin:0}
ul{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
main:focus{outline:none}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:.9em}
code{overflow-wrap:anywhere}
pre{overflow-wrap:anywhere;white-space:pre-wrap;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem}
p+pre{margin-top:.7rem}
small{font-size:.6em;font-weight:500;color:var(--muted)}
summary{cursor:pointer;color:var(--accent)}
.wrap{width:100%;max-width:74rem;margin:0 auto;padding:0 1.5rem}
.sr{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.muted{color:var(--muted)}
.whole{white-space:nowrap}
.small{font-size:.88rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
`
