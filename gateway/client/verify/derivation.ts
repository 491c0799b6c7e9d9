/** The derivation: the records opened or withheld are exactly those the release counts and binds, with nothing that is not public, and they bear out what it says. */
import { derivationDigest } from '../../release/derivation.ts'
import type { Release } from '../../release/release-types.ts'
import { mustBearOutForecasts } from './air-derivation.ts'
import { mustBearOutRatings } from './credit-derivation.ts'
import type { JointDocument } from './joint.ts'
import { publicRecord } from './public-record.ts'
import { must } from './report.ts'
import type { DerivedRecords } from './submissions.ts'
import { mustBearOutWater } from './water-derivation.ts'

/** What there is of the records, and the contract that the release names. */
export interface DerivationContext {
  readonly records: DerivedRecords
  readonly release: Release
  readonly contract: JointDocument
}

/** Holds the records against the release. Throws CheckFailure. */
export function checkDerivation({ records, release, contract }: DerivationContext): void {
  const { derivedFrom, type } = release
  const { opened, withheld } = records
  const all = [...opened, ...withheld]
  const counted = all.length === derivedFrom.count
  must(
    counted,
    `公开的记录为 ${all.length} 条，发布写明 ${derivedFrom.count} 条`,
    `expected ${derivedFrom.count} opened records, got ${all.length}`,
  )
  must(
    derivationDigest(all) === derivedFrom.digest,
    '公开的记录不是发布所依据的记录',
    'the opened records are not those the release derives from',
  )
  must(
    withheld.length === 0 || type === 'annual-credit-list',
    '本类发布的记录不得只留承诺',
    'expected every record of this kind of release opened',
  )
  const found = opened.map(publicRecord)
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      mustBearOutWater(found, release)
      break
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
    case 'warning-suggestion':
      mustBearOutForecasts(found, release)
      break
    case 'annual-credit-list':
      mustBearOutRatings({ opened: found, withheld }, release, contract)
      break
    default:
  }
}
