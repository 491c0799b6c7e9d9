/** Cells of a forecast counted by the classes they reach. */
import type { ForecastCell, ForecastCount } from '../../release-types.ts'

/** A column of a forecast: its first and last civil day. The first is its id. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** How many have which classes, the lowest first. */
export function countOf({ from, to }: Span, cells: readonly ForecastCell[], gaps: number): ForecastCount {
  const spans = new Map<string, ForecastCount['classes'][number]>()
  for (const {
    class: { max, min },
  } of cells) {
    const key = `${max}/${min}`
    spans.set(key, { areas: (spans.get(key)?.areas ?? 0) + 1, max, min })
  }
  return {
    areas: cells.length,
    classes: [...spans.values()].toSorted((a, b) => a.max - b.max || a.min - b.min),
    from,
    gaps,
    to,
  }
}
