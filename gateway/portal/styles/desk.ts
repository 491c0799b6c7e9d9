/** What every page of the desk has: who is signed in, stages, countdowns, sides, sheets, remarks. */
export const DESK_STYLES = `
.wrap.wide{max-width:110rem}
.desk-bar{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;align-items:baseline;justify-content:space-between;border-bottom:1px solid var(--line);padding-bottom:.6rem;margin-bottom:1.5rem;font-size:.92rem}
.desk-bar a{display:inline-block;padding:.25rem 0}
.who{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline}
.side{display:inline-flex;gap:.35em;align-items:baseline;white-space:nowrap}
.letter{display:inline-block;min-width:1.6em;padding:0 .3em;border:1px solid var(--edge);border-radius:4px;text-align:center;font-size:.86em;line-height:1.45;font-weight:600}
.sc>.letter,.letter.sc{background:var(--sichuan)}
.cq>.letter,.letter.cq{background:var(--chongqing);border-style:dashed}
.stage{display:inline-block;border:1px solid var(--edge);border-radius:99px;padding:0 .8em;color:var(--ink);font-weight:600}
.stage.no-agreement{border-color:var(--alertEdge);background:var(--alertBack);color:var(--alertInk)}
.countdown strong{white-space:nowrap}
.countdown.soon strong{color:var(--noticeInk);background:var(--noticeBack);border-radius:4px;padding:0 .35em}
.countdown.over strong{color:var(--alertInk);background:var(--alertBack);border-radius:4px;padding:0 .35em}
.consultation-head .next{margin-top:.7rem}
.consultation-head .next ul,.so-far{display:flex;flex-wrap:wrap;gap:.2rem 1.75rem}
.so-far{margin-top:.35rem}
.yours{border:1px solid var(--accent);color:var(--accent);border-radius:99px;padding:0 .6em;font-size:.86rem;white-space:nowrap}
.said{white-space:pre-wrap;overflow-wrap:anywhere}
.thread{padding:0;list-style:none;max-width:54rem}
.thread li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:.8rem 0}
.thread li.standing{border-color:var(--alertEdge)}
.thread .byline{margin:0 0 .2rem;font-size:.86rem}
.thread .actions{margin-top:.4rem}
.settled{margin-top:.3rem;font-size:.92rem}
.fault{color:var(--bad);font-weight:600;margin-top:.5rem}
.block{display:block;font-weight:600;margin-top:.9rem}
.edit textarea,.remark textarea,.sheet textarea,.edit input:not([type=radio]):not([type=checkbox]),.sheet input:not([type=radio]):not([type=checkbox]){font:inherit;color:inherit;background:var(--page);border:1px solid var(--edge);border-radius:6px;padding:.4rem .6rem;width:100%;max-width:54rem}
.choice{display:flex;gap:.55rem;align-items:baseline;padding:.35rem 0;cursor:pointer}
.choice input{flex:none;width:1.1rem;height:1.1rem;margin:0;position:relative;top:.15rem;accent-color:var(--accent)}
fieldset{border:1px solid var(--line);border-radius:8px;padding:.3rem .9rem .5rem;margin:.8rem 0 0;min-width:0}
legend{font-weight:600;padding:0 .3rem}
.acts{display:grid;gap:.7rem}
.acts li{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:.2rem 1.25rem;align-items:baseline}
.acts .button{margin:0;text-align:center}
kbd{font:inherit;font-size:.8em;border:1px solid var(--edge);border-bottom-width:2px;border-radius:4px;padding:0 .4em;color:var(--muted);white-space:nowrap}
.button:not(.plain) kbd{color:inherit;border-color:currentColor}
.keys>div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
.keys dd{margin:0}
dialog.sheet{color:inherit;background:var(--page);border:0;border-left:1px solid var(--edge);margin:0 0 0 auto;padding:0 1.5rem 1.5rem;width:min(36rem,100%);height:100%;max-width:none;max-height:none;overflow:auto;overscroll-behavior:contain}
dialog.sheet.wide{width:min(64rem,100%)}
dialog.sheet::backdrop{background:rgba(10,20,30,.45)}
.sheet-head{position:sticky;top:0;background:var(--page);display:flex;gap:1rem;justify-content:space-between;align-items:baseline;padding:1rem 0 .7rem;margin-bottom:.8rem;border-bottom:1px solid var(--line);z-index:1}
.sheet-head .button{margin:0;padding:.3rem .9rem}
.sheet h2{font-size:1.2rem}
.sheet h2:focus{outline:none}
.sheet h3,.cell-page h3{margin:1.4rem 0 .4rem}
.sheet table{font-size:.92rem}
.sheet form h3:first-child{margin-top:.4rem}
.edit,.remark{border:1px solid var(--line);border-radius:10px;padding:.6rem 1rem 1rem;margin-top:1.2rem;background:var(--surface)}
.pair{display:flex;gap:1rem;margin-top:.6rem}
.pair label{flex:1}
.pair input{margin-top:.3rem}
.checks{display:flex;flex-wrap:wrap;gap:0 1.2rem}
#suggestion{margin-top:.9rem;border-top:1px solid var(--line);padding-top:.6rem;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.2rem 0 .5rem}
@media screen and (max-width:40rem){
.acts li{grid-template-columns:minmax(0,1fr)}
dialog.sheet{padding:0 1rem 1rem;border:0}
}
`
