/** The cells of a release as they are signed: the rows its downloads print, those that were changed here first. */

import type { ReleaseCell, ReleaseTable } from '../../../release/downloads/table.ts'
import { releaseTables } from '../../../release/downloads/tables.ts'
import { cellId } from '../../../release/products/air/words.ts'
import type { ListedRow } from '../../../release/products/credit/rows.ts'
import type { Release } from '../../../release/release-types.ts'

/** A row, and whether the consultation or the correction changed it. */
export interface SignedRow {
  readonly changed: boolean
  readonly cells: readonly ReleaseCell[]
}

/** A table of a release. Columns that say nothing in any row are left out. */
export interface SignedTable extends Omit<ReleaseTable, 'rows'> {
  readonly rows: readonly SignedRow[]
}

/** The name of each row of a release's main table, as edits and changes name them. */
function rowNames(release: Release, listed: readonly ListedRow[]): readonly string[] {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return release.sections.map(({ id }) => id)
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return [...release.cells, ...release.gaps].map(({ area, from }) => cellId(area.id, from))
    case 'warning-suggestion':
      return release.suggestions.map(({ area, scheme, from }) => [area.id, scheme, from].join('/'))
    case 'annual-credit-list':
      return listed.map(({ leaf }) => leaf)
  }
}

/** What a release has beside its payload: the cells that were given a value here, and the rows that a list of ratings commits to. */
export interface Beside {
  readonly edited: ReadonlySet<string>
  readonly rows: readonly ListedRow[]
}

/** Every table of a release, the main one first. */
export function signedTables(release: Release, { edited, rows: listed }: Beside): readonly SignedTable[] {
  const { main, others } = releaseTables({ release, rows: listed })
  const names = rowNames(release, listed)
  const changed = new Set([...edited, ...release.changes.flatMap(({ section }) => section ?? [])])
  const rows = main.rows.map((cells, at) => ({ cells, changed: changed.has(names[at] ?? '') }))
  const sorted = rows.toSorted((a, b) => Number(b.changed) - Number(a.changed))
  return [
    narrowed({ ...main, rows: sorted }),
    ...others.map((table) => narrowed({ ...table, rows: table.rows.map((cells) => ({ cells, changed: false })) })),
  ]
}

function narrowed(table: SignedTable): SignedTable {
  const kept = table.columns.map((_, at) => table.rows.some(({ cells }) => cells[at] !== null))
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => kept[at]) })),
  }
}
