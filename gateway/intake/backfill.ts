/** History sent late on purpose: only records that nobody waits for any more, marked as such, so that they count as nobody's timely or late report. */
import type { NormalisedRecord } from '../../adapters/types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'

/** The rule that a backfilled file's note names. */
const RULE = 'backfilled'

/** The note of a whole file that was backfilled. */
export function backfillNote(before: number): Note {
  return { rule: RULE, sent: new Date(before).toISOString() }
}

/** Why a record is not backfilled; undefined when its interval ended before. */
export function tooRecent({ row, sheet, end }: NormalisedRecord<object>, before: number): Rejection | undefined {
  if (end < before) return undefined
  const ended = new Date(end).toISOString()
  const bound = new Date(before).toISOString()
  return {
    row,
    ...(sheet === undefined ? {} : { sheet }),
    pointer: '/',
    type: 'backfill-too-recent',
    value: ended,
    detail: {
      zh: `时段止 ${ended}，补录须早于 ${bound}`,
      en: `its interval ended ${ended}; what is backfilled ended before ${bound}`,
    },
  }
}
