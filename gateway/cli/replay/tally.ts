/** What a whole replay comes to, counted as it goes. */
import type { Verdict } from './replay.ts'

/** The counts. `refused`: files that would be refused whole, their records among those gone. */
export interface Tally {
  readonly submissions: number
  readonly same: number
  readonly different: number
  readonly refused: number
  readonly notReplayed: number
  readonly records: {
    readonly same: number
    readonly changed: number
    readonly appearing: number
    readonly gone: number
  }
  readonly rejections: { readonly appearing: number; readonly gone: number }
}

/** Nothing replayed yet. */
export const NO_TALLY: Tally = {
  submissions: 0,
  same: 0,
  different: 0,
  refused: 0,
  notReplayed: 0,
  records: { same: 0, changed: 0, appearing: 0, gone: 0 },
  rejections: { appearing: 0, gone: 0 },
}

/** One more. */
export function tallied(tally: Tally, verdict: Verdict): Tally {
  const { records, rejections } = tally
  const counted = { ...tally, submissions: tally.submissions + 1 }
  switch (verdict.outcome) {
    case 'not-replayed':
      return { ...counted, notReplayed: tally.notReplayed + 1 }
    case 'refused':
      return {
        ...counted,
        refused: tally.refused + 1,
        records: { ...records, gone: records.gone + verdict.accepted },
      }
    default: {
      const { same, changed, appearing, gone, goneUnnamed, rejections: rows } = verdict.difference
      return {
        ...counted,
        [verdict.outcome]: tally[verdict.outcome] + 1,
        records: {
          same: records.same + same,
          changed: records.changed + changed.length,
          appearing: records.appearing + appearing.length,
          gone: records.gone + gone.length + goneUnnamed,
        },
        rejections: {
          appearing: rejections.appearing + rows.appearing.length,
          gone: rejections.gone + rows.gone.length,
        },
      }
    }
  }
}

/** Whether all came out as it is stored. */
export function isClean({ submissions, same }: Tally): boolean {
  return submissions === same
}
