/** A consultation's table: it scrolls in its own region under a heading and beside a column that stay; only what differs is loud. */
import { AIR_COLOURS } from '../palette.ts'

/** Two halves before a class's name: the lower end's colour and the upper end's. */
const GRADES = AIR_COLOURS.flatMap((low, from) =>
  AIR_COLOURS.slice(from).map(
    (high, more) =>
      `.g${from + 1}${from + more + 1}::before{background:linear-gradient(90deg,${low.back} 50%,${high.back} 50%);border-color:${low.edge} ${high.edge}}`,
  ),
).join('\n')

/** The rules. */
export const DESK_MATRIX_STYLES = `
.tools{display:flex;flex-wrap:wrap;gap:.6rem 1.75rem;align-items:center;margin-top:1.2rem}
.counts{display:flex;flex-wrap:wrap;gap:.3rem .6rem}
.counts li{border:1px solid var(--line);border-radius:8px;padding:.15rem .7rem;color:var(--muted)}
.counts strong{font-size:1.15em;color:var(--ink);font-variant-numeric:tabular-nums}
.counts .loud,.counts .loud strong{background:var(--alertBack);color:var(--alertInk);border-color:var(--alertEdge)}
.shows ul{display:flex;flex-wrap:wrap}
.shows a{display:inline-block;padding:.3rem .8rem;border:1px solid var(--edge);margin-left:-1px;text-decoration:none}
.shows li:first-child a{border-radius:8px 0 0 8px;margin-left:0}
.shows li:last-child a{border-radius:0 8px 8px 0}
.shows [aria-current]{background:var(--accent);color:var(--onAccent);border-color:var(--accent);font-weight:600}
.moves{display:flex;flex-wrap:wrap;gap:.5rem}
.moves .button{margin:0;padding:.25rem .8rem;font-size:.92rem}
.legend{margin-top:.8rem;font-size:.86rem}
.lost{position:sticky;top:0;z-index:5;margin-top:.8rem}
.live{margin-top:.8rem;min-height:1.5em}
.region{overflow:auto;max-height:calc(100vh - 4rem);margin-top:1rem;border:1px solid var(--line);border-radius:8px}
table.matrix{border-collapse:separate;border-spacing:0;font-size:.86rem;line-height:1.45}
.matrix caption{position:sticky;left:0;padding:.5rem .7rem;width:max-content;max-width:100%}
.matrix th,.matrix td{padding:.45rem .6rem;border-bottom:1px solid var(--line);border-right:1px solid var(--line);vertical-align:top}
.matrix thead th{position:sticky;top:0;background:var(--surface);z-index:2;white-space:nowrap;border-bottom:2px solid var(--edge)}
.matrix thead th:first-child{left:0;z-index:3}
.matrix tbody th[scope=row]{position:sticky;left:0;background:var(--page);z-index:1;font-weight:600;min-width:8.5rem;max-width:11rem;border-right:2px solid var(--edge)}
.matrix tr.group th{position:static;background:var(--surface);font-weight:650;border-right:0}
.matrix.forecast td,.matrix.outlook td{min-width:9.5rem}
.matrix td>a,.matrix th>a{display:inline-block;min-height:1.5rem;min-width:1.5rem;color:var(--ink);text-decoration:none}
.matrix td>a:hover,.matrix th>a:hover{text-decoration:underline;color:var(--accent)}
.matrix.water td>a,.matrix.ratings td>a{color:var(--accent);text-decoration:underline}
.matrix.ratings tbody th[scope=row]{min-width:11.5rem;max-width:15rem}
.matrix.ratings td{min-width:11rem}
.matrix.ratings td:last-child{min-width:6.5rem}
.matrix .rating-of+.rating-of{margin-top:.5rem;padding-top:.5rem}
.matrix code{font-size:.95em;overflow-wrap:anywhere}
.matrix td>a:focus-visible{outline-offset:2px}
.g{font-weight:650;white-space:nowrap}
table.said-by .g,.so-far .met{white-space:normal}
.so-far .met{display:inline-block}
.g::before{content:"";display:inline-block;width:1.15em;height:.72em;margin-right:.35em;border:1px solid;border-radius:2px}
.matrix.forecast .g{display:block}
.matrix small{display:block;font-size:.79rem;font-weight:400;color:var(--muted);line-height:1.4}
.matrix small.weather{border-top:1px dotted var(--line);margin-top:.2rem;padding-top:.15rem;word-break:keep-all;overflow-wrap:anywhere}
table.weather{width:auto;font-size:.88rem;margin:.4rem 0 1rem}
table.weather th,table.weather td{padding:.25rem .6rem}
table.weather caption{font-size:.88rem;text-align:left}
.matrix i{display:block;font-style:normal;font-size:.79rem;color:var(--muted)}
.matrix em{display:block;font-style:normal;font-weight:650;font-size:.82rem;color:var(--alertInk)}
.loud>em,.draft{margin-top:.15rem}
.matrix td.loud{background:var(--alertBack);box-shadow:inset 3px 0 0 var(--alertEdge)}
.matrix td.loud small,.matrix td.loud i{color:var(--ink)}
#c-statement.loud{border-left:3px solid var(--alertEdge);padding-left:.9rem}
#c-statement em{font-style:normal;font-weight:650;color:var(--alertInk)}
.draft{display:block;font-size:.82rem;font-weight:650;color:var(--noticeInk);background:var(--noticeBack);border:1px dashed var(--noticeEdge);border-radius:4px;padding:.05rem .35rem}
.draft-bar{position:sticky;bottom:0;z-index:4;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;align-items:center;justify-content:space-between;background:var(--noticeBack);color:var(--noticeInk);border:1px solid var(--noticeEdge);border-radius:8px 8px 0 0;padding:.6rem 1rem;margin-top:1rem}
.draft-bar .muted{color:inherit;font-size:.86rem}
.draft-bar .actions{margin:0}
.draft-bar .button.plain{background:var(--page)}
.differences li{padding:.15rem 0}
.differences .loud strong{color:var(--alertInk);background:var(--alertBack);border-radius:4px;padding:0 .4em}
.said-by th[scope=row]{font-weight:500}
.observed{margin-top:.8rem}
.sparkline{display:block;width:100%;min-width:20rem;height:auto}
.sparkline path{fill:none;stroke:var(--accent);stroke-width:2}
.sparkline .bound{stroke:var(--line)}
.sparkline text{font-size:11px;fill:var(--muted)}
.sheet table.cards td[data-label]>span{min-width:0}
.what-if input{width:100%;min-width:3.6rem}
.what-if select{width:100%;min-height:2.4rem;font:inherit}
.what-if th,.what-if td{padding:.35rem .4rem .35rem 0}
.what-if h4{margin-top:.9rem}
.file-check input[type=file],#act-file{width:100%}
.file-check .met,.file-check .missed,table.cards strong.missed{white-space:normal}
#act-file-facts dd{overflow-wrap:anywhere}
${GRADES}
@media screen and (max-width:40rem){
.region{max-height:75vh}
.matrix tbody th[scope=row],.matrix.ratings tbody th[scope=row]{min-width:6rem;max-width:7rem}
.matrix th,.matrix td{padding:.4rem .45rem}
.moves kbd{display:none}
.sheet table.said-by,.sheet .said-by thead th{font-size:.84rem}
.said-by th,.said-by td{padding-left:0;padding-right:.5rem}
.shows a{padding:.4rem .55rem;font-size:.92rem}
}
@media print{
.region{overflow:visible;max-height:none;border:0}
table.matrix{font-size:7pt}
.matrix.forecast td,.matrix.outlook td,.matrix tbody th[scope=row]{min-width:0}
.matrix thead th,.matrix thead th:first-child,.matrix tbody th[scope=row],.matrix caption,.draft-bar{position:static}
.matrix small,.matrix i,.matrix em{font-size:6pt}
.matrix th,.matrix td{padding:.15rem .25rem}
.g::before,.matrix td.loud{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.tools nav,.moves,.edit,.remark,#acts,#statement-edit,.desk-bar,.live,.lost,.draft-bar{display:none}
}
`
