/** Forecasts: chips of grades, tables of areas by days, the tile map, strips and calendars of a city. */
import { TILE_COLUMNS, TILE_ROWS } from '../air/tile-places.ts'

const steps = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** A table whose rows become cards on a narrow screen: `table.stacked`. */
const CARDS = `
table.stacked,table.stacked tbody,table.stacked tr,table.stacked th,table.stacked td{display:block}
table.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stacked tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:.9rem}
table.stacked tr{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem .6rem;background:var(--surface)}
table.stacked th[scope=row]{border:0;padding:0 0 .4rem;font-size:1.02rem}
table.stacked td{display:flex;justify-content:space-between;gap:.2rem 1rem;flex-wrap:wrap;border:0;border-top:1px solid var(--line);padding:.4rem 0}
table.stacked td>*{min-width:0}
table.stacked td[data-label]::before{content:attr(data-label);flex:0 0 auto;color:var(--muted);font-size:.84rem;padding-top:.1em}
`

/** The styles. */
export const AIR_STYLES = `
.span{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.1rem}
.to{color:var(--muted);white-space:pre}
.forecasted{display:inline-flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .6rem}
.forecasted .span{align-items:baseline}
.aqi{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.highest{margin-top:1rem;max-width:54rem}
.statement{margin-top:1.75rem;max-width:54rem;border-left:5px solid var(--line);padding:.1rem 0 .1rem 1rem}
.statement h2{font-size:1.02rem;margin-bottom:.3rem}
h2.minor{font-size:1.05rem;margin-top:2rem}
.advice{margin-top:1.5rem;max-width:54rem;border:1px solid var(--line);border-radius:12px;padding:.9rem 1.2rem;background:var(--surface)}
.advice h2.minor{margin-top:0}
.advice dl>div{display:grid;grid-template-columns:minmax(7rem,auto) minmax(0,1fr);gap:.3rem 1rem;align-items:baseline;margin-top:.6rem}
.advice dd{margin:0}
.advice .line+.line,table.health .line+.line{margin-top:.2rem}
.advice p.small{margin-top:.7rem}
table.health{max-width:60rem}
table.health th:first-child{padding-left:0}
table.health th[scope=row]{font-weight:600;white-space:nowrap;width:8rem}
table.health+.small{margin-top:.7rem}
ul.notes{margin-top:.3rem;max-width:54rem}
.latest>h2{font-size:1.35rem}
table.days{max-width:54rem;margin-top:1.5rem}
h2.minor+table.days{margin-top:.4rem}
table.days th[scope=row]{font-weight:600;white-space:nowrap;width:9.5rem;padding-left:0}
table.days thead th:first-child{padding-left:0}
table.days+.small{margin-top:.5rem}
.gradecounts{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;margin-top:.45rem;font-variant-numeric:tabular-nums}
table.areas th[scope=row]{font-weight:600}
table.areas th:first-child,table.cities th:first-child,table.newest th:first-child,table.reasons th:first-child{padding-left:0}
table.areas .tag{white-space:normal}
table.reasons th[scope=row],table.newest th[scope=row],table.cities th[scope=row]{font-weight:600}
.tilemap{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.05fr);gap:1.5rem 2.5rem;align-items:start;margin-top:1.75rem}
.tilemap figcaption{font-size:.84rem;line-height:1.45;color:var(--muted);margin-top:.7rem}
.tiles{display:grid;grid-template-columns:repeat(${TILE_COLUMNS},minmax(0,1fr));grid-template-rows:repeat(${TILE_ROWS},minmax(4.6rem,auto));gap:.3rem}
.tile{display:flex;flex-direction:column;justify-content:center;align-items:center;text-align:center;border:1px solid;border-radius:8px;padding:.25rem .1rem;line-height:1.25;min-width:0}
.tile b{font-size:.92rem;font-weight:700}
.tile span{font-size:.78rem;font-variant-numeric:tabular-nums}
.tile.c0{border:1px dashed var(--edge);color:var(--muted)}
${steps(TILE_COLUMNS)
  .map((at) => `.x${at}{grid-column:${at}}`)
  .join('')}
${steps(TILE_ROWS)
  .map((at) => `.y${at}{grid-row:${at}}`)
  .join('')}
table.cities{font-size:.92rem;line-height:1.4}
table.cities th,table.cities td{padding:.3rem .5rem}
table.cities td.number,table.cities th[scope=row]{white-space:nowrap}
.strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.9rem;margin-top:1.5rem;max-width:60rem}
.strip li{border:1px solid var(--line);border-radius:12px;padding:.9rem 1.1rem;background:var(--surface)}
.strip .when{display:block;font-weight:600}
.strip .aqi{display:block;font-size:1.5rem;font-weight:650}
.strip .source{display:block;font-size:.84rem;color:var(--muted);margin-top:.5rem;line-height:1.45}
.calendar{margin-top:1rem;overflow-x:auto}
.calendar svg{display:block;width:100%;max-width:44rem;height:auto}
.calendar text{fill:var(--muted);font-size:9px}
.calendar rect{stroke-width:1}
.calendar rect.none{fill:var(--surface);stroke:var(--line)}
table.months{font-size:.92rem;margin-top:1.2rem}
table.months th{white-space:nowrap}
table.months th[scope=row]{font-weight:600;padding-left:0}
table.months td:nth-child(2){width:17rem}
.months .day{white-space:nowrap;margin-right:.7em}
.years{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
.years a[aria-current]{font-weight:700;color:var(--ink)}
@media screen and (max-width:30rem){
.advice dl>div{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:60rem){
.tilemap{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:48rem){${CARDS}
table.areas.stacked td,table.health.stacked td{display:block}
table.areas.stacked td[data-label]::before,table.health.stacked td[data-label]::before{display:block;padding-bottom:.15rem}
table.health.stacked th[scope=row]{width:auto}
table.reasons,table.reasons tbody,table.reasons tr,table.reasons th,table.reasons td{display:block}
table.reasons thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.reasons th[scope=row],table.reasons td{border:0;padding:.1rem 0}
table.reasons tr{border-bottom:1px solid var(--line);padding:.6rem 0}
table.days,table.days tbody,table.days tr,table.days th,table.days td{display:block}
table.days thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.days th[scope=row]{border:0;padding-bottom:0;width:auto}
table.days td{padding-left:0}
table.months td:nth-child(2){width:auto}
table.cities,table.cities tbody{display:block}
table.cities thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.cities tr{display:grid;grid-template-columns:minmax(4.6rem,auto) auto minmax(0,1fr);gap:.1rem .7rem;align-items:baseline;border-bottom:1px solid var(--line);padding:.3rem 0}
table.cities th,table.cities td{border:0;padding:0}
table.cities td.number.has::before{content:"AQI ";color:var(--muted)}
table.cities td:nth-child(2){grid-column:2/-1}
table.cities td.number{grid-column:2;text-align:left}
table.cities td:last-child{color:var(--muted);font-size:.86rem}
.tiles{gap:.2rem}
.tile b{font-size:.84rem}
.tile span{font-size:.7rem}
}
@media screen and (max-width:24rem){
table.cities .chip{white-space:normal;text-align:left}
}
@media print{
section[aria-labelledby=open]{display:none}
.tile,rect,.calendar svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.tilemap{grid-template-columns:minmax(0,1fr) minmax(0,1.1fr);gap:1rem}
.tile,.strip li,.advice,table.areas tr{break-inside:avoid}
table.areas,table.cities{font-size:8.6pt}
table.areas td,table.areas th,table.cities td,table.cities th{padding:.2rem .3rem}
}
`
