/** How many entries or members there must be. */
import type { LimitRule } from '../schema/form.ts'
import type { Settled } from './search.ts'

/** The least and the most that two keywords leave, kept or broken. */
export function countsOf(settled: readonly Settled[], least: LimitRule, most: LimitRule): readonly [number, number] {
  const from = [0]
  const to = [Number.POSITIVE_INFINITY]
  for (const { atom, holds } of settled) {
    if (!('limit' in atom)) continue
    if (atom.rule === least) (holds ? from : to).push(holds ? atom.limit : Math.ceil(atom.limit) - 1)
    if (atom.rule === most) (holds ? to : from).push(holds ? atom.limit : Math.floor(atom.limit) + 1)
  }
  return [Math.ceil(Math.max(...from)), Math.floor(Math.min(...to))]
}
