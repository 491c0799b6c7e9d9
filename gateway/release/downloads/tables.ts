/** The tables of any release: each kind says its own. */
import { forecastTables, warningTables } from './air-table.ts'
import { creditTables } from './credit-table.ts'
import type { Download } from './download.ts'
import type { ReleaseTables } from './table.ts'
import { waterTables } from './water-table.ts'

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
