/** How sure one is of several facts together: as sure as of the least sure. */
import type { Confidence } from '../../contracts/types.ts'

/** Surest first: computed, two sources, one source, memory. */
const SURENESS: readonly Confidence[] = ['C', 'V2', 'V1', 'M-high', 'M-mid', 'M-low']

/** The least sure of them; `C` of none. */
export function leastSure(confidences: readonly Confidence[]): Confidence {
  return confidences.reduce((low, one) => (SURENESS.indexOf(one) > SURENESS.indexOf(low) ? one : low), 'C')
}
