/**
 * What records of forecasts must bear out of a release, though none of their members is public: each says one area and day by one side, so that no
 * more can be taken from a side than it sent.
 */
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { AirRelease, ForecastCell, WarningRelease } from '../../release/release-types.ts'
import { must } from './report.ts'
import type { OpenedRecord } from './submissions.ts'

/** Holds the records against the forecasts of a release. Throws CheckFailure. */
export function mustBearOutForecasts(records: readonly OpenedRecord[], release: AirRelease | WarningRelease): void {
  // What was agreed stands on the records of its own release.
  if (release.type === 'warning-suggestion' && release.base !== null) return
  const { cells } = release
  for (const party of PARTIES) {
    const sent = records.filter((record) => record.party === party).length
    const taken = cells.reduce((sum, cell) => sum + takenFrom(party, cell), 0)
    must(
      taken <= sent,
      `发布取自 ${party} 方的预报 ${taken} 项，多于其记录 ${sent} 条`,
      `expected at most ${sent} forecasts taken from ${party}, got ${taken}`,
    )
  }
}

function takenFrom(party: PartyId, { basis, take }: ForecastCell): number {
  if (take === party) return basis?.days.length ?? 1
  return take === 'union' ? 1 : 0
}
