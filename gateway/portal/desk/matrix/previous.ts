/** What the last release of a product says of the same areas and days: where a drafter may start from (沿用昨日). */
import type { JsonValue } from '../../../../contracts/jcs.ts'
import type { Consultation } from '../../../release/consultation/consultations.ts'
import { cellId } from '../../../release/products/air/words.ts'
import type { Table } from '../../../release/products/product.ts'
import type { ForecastCell, Release } from '../../../release/release-types.ts'
import type { ReleaseEntry } from '../../../release/releases.ts'
import type { Previous } from './view.ts'

function forecastCells(release: Release): readonly ForecastCell[] {
  return release.type === 'daily-air-forecast' || release.type === 'weekly-zone-outlook' ? release.cells : []
}

/** The newest published release of the product with a value for a cell of this table, other than what this one corrects; null where none has one. */
export function previousOf(
  { product, state }: Pick<Consultation, 'product' | 'state'>,
  { cells }: Table,
  releases: readonly ReleaseEntry[],
): Previous | null {
  const start = Date.parse(state.period.start)
  const editable = new Set(cells.filter((cell) => cell.editable).map(({ id }) => id))
  const before = releases
    .filter(({ publishedAt, supersededBy }) => publishedAt !== null && supersededBy === null)
    .filter(({ release }) => release.type === product.id && Date.parse(release.period.start) < start)
    .toSorted((a, b) => Date.parse(b.release.period.start) - Date.parse(a.release.period.start))
  for (const { release } of before) {
    const values = forecastCells(release)
      .map(({ area, aqi, class: { max, min }, from, primary }): [string, JsonValue] => [
        cellId(area.id, from),
        { aqi: aqi && { max: aqi.max, min: aqi.min }, class: { max, min }, primary: [...primary] },
      ])
      .filter(([id]) => editable.has(id))
    if (values.length > 0) return { release: release.id, cells: new Map(values) }
  }
  return null
}
