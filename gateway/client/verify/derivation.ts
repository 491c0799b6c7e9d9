/** The derivation: the opened records are exactly those the release counts and binds, with nothing that is not public, and they bear out what it says. */
import { derivationDigest } from '../../release/derivation.ts'
import type { Release } from '../../release/release-types.ts'
import { mustBearOutForecasts } from './air-derivation.ts'
import { publicRecord } from './public-record.ts'
import { must } from './report.ts'
import type { OpenedRecord } from './submissions.ts'
import { mustBearOutWater } from './water-derivation.ts'

/** Holds the opened records against the release. Throws CheckFailure. */
export function checkDerivation(records: readonly OpenedRecord[], release: Release): void {
  const { derivedFrom } = release
  const counted = records.length === derivedFrom.count
  must(
    counted,
    `公开的记录为 ${records.length} 条，发布写明 ${derivedFrom.count} 条`,
    `expected ${derivedFrom.count} opened records, got ${records.length}`,
  )
  must(
    derivationDigest(records) === derivedFrom.digest,
    '公开的记录不是发布所依据的记录',
    'the opened records are not those the release derives from',
  )
  const opened = records.map(publicRecord)
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      mustBearOutWater(opened, release)
      break
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
    case 'warning-suggestion':
      mustBearOutForecasts(opened, release)
      break
    default:
  }
}
