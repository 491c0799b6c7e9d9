/** How a value changed over several periods: Spearman's rank correlation with the order of time (环办〔2011〕22号, several periods; standards §1.2). */
import { HB2011_22 } from '../../contracts/standards/index.ts'
import type { WaterAssessment } from '../../contracts/standards/types.ts'

/** 显著上升, 显著下降, 无显著变化. Of a concentration rising is worse, but of dissolved oxygen, and of a share of good classes, better. */
export type RankTrend = 'rising' | 'falling' | 'none'

/** What comes of it over `periods`; `rs` to three places, and the critical value it was held against. */
export interface RankFinding {
  readonly trend: RankTrend
  readonly rs: string
  readonly critical: string
  readonly periods: number
}

/**
 * The trend of values in the order of time, the oldest first; periods without one are left out beforehand. Null where there are fewer than the measures
 * ask for, or more than there are critical values of. Equal values share their mean rank; values that are all equal have no trend, and an rs of 0.
 */
export function rankTrend(values: readonly number[], { trend }: WaterAssessment = HB2011_22): RankFinding | null {
  const { critical: table, least } = trend.periods
  const periods = values.length
  const critical = table.find((row) => row.periods === periods)?.value
  if (periods < least || critical === undefined) return null
  const rs = Math.round(correlation(ranksOf(values)) * 1000) / 1000
  const found = Math.abs(rs) <= Number(critical) ? 'none' : rs > 0 ? 'rising' : 'falling'
  return { trend: found, rs: (rs === 0 ? 0 : rs).toFixed(3), critical, periods }
}

/** The rank of each value, 1 for the smallest; equal ones share the mean of the ranks they take. */
export function ranksOf(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

/** Of ranks with 1, 2, 3 …; 0 where all ranks are the same. Without ties this is 1 − 6Σd² ÷ (N³ − N). */
function correlation(ranks: readonly number[]): number {
  const mean = (ranks.length + 1) / 2
  let [across, own, time] = [0, 0, 0]
  for (const [at, rank] of ranks.entries()) {
    const [dx, dy] = [at + 1 - mean, rank - mean]
    across += dx * dy
    own += dy * dy
    time += dx * dx
  }
  return own === 0 ? 0 : across / Math.sqrt(own * time)
}
