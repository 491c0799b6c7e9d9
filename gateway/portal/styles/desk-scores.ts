/** The page of scores: wide tables of figures, and small bars beneath them. */
export const DESK_SCORES_STYLES = `
.desk-bar nav{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.filters input[type=date]{display:block;margin-top:.25rem}
table.scores{font-size:.92rem;line-height:1.45}
table.scores th[scope=row]{min-width:9rem}
table.scores .voice{font-weight:500}
table.scores td.number{white-space:nowrap}
table.scores td.number .sub{white-space:normal}
table.diverged td{font-variant-numeric:tabular-nums}
svg.rate{display:block;width:5.5rem;height:6px;margin:.2rem 0 0 auto;border-radius:3px}
svg.rate .all{fill:var(--line)}
svg.rate .hit,svg.rate .better{fill:var(--accent)}
svg.rate .equal{fill:var(--line)}
svg.rate .worse{fill:var(--edge)}
.scores-page .inside table{margin-top:.6rem}
@media screen and (max-width:52rem){
table.scores td.number{white-space:normal;text-align:right}
}
@media print{
table.scores{font-size:8pt}
table.scores tr{break-inside:avoid}
}
`
