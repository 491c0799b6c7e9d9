/** The tables of any release: each kind says its own. */
import { forecastTables, warningTables } from './air-table.ts'
import { creditTables } from './credit-table.ts'
import type { Download } from './download.ts'
import { creditPaste, forecastPaste, waterPaste } from './paste-tables.ts'
import type { ReleaseTable, ReleaseTables } from './table.ts'
import { waterTables } from './water-table.ts'

/** The main table as narrow as it is pasted. */
export function pasteTable({ release, rows }: Pick<Download, 'release' | 'rows'>): ReleaseTable {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return waterPaste(release)
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return forecastPaste(release)
    case 'annual-credit-list':
      return creditPaste(rows)
    case 'warning-suggestion':
      return warningTables(release).main
  }
}

/** What there is to print of a release. */
export function releaseTables({ release, rows }: Pick<Download, 'release' | 'rows'>): ReleaseTables {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return waterTables(release)
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return forecastTables(release)
    case 'warning-suggestion':
      return warningTables(release)
    case 'annual-credit-list':
      return creditTables(rows)
  }
}
