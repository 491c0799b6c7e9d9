/** What both sides' automatic stations measured over a stretch of civil days (示例), and a part of it corrected. */
import type { Profile } from '../profiles.ts'
import { chanceOf, seedOf } from '../random.ts'
import { chongqingWater, type Stretch, sichuanWater } from '../water.ts'
import { clockOn, compact, dayNumber } from './day.ts'
import { type DayFile, gbCsv, sichuanJson } from './file.ts'

const CONTRACT = 'water-section-quality'
const TIMES_A_DAY = 6

/** From one day to another, both inclusive. */
export interface Days {
  readonly first: string
  readonly last: string
}

function stretchOf({ first, last }: Days, how: string): Stretch {
  return {
    start: clockOn(first, '00:00'),
    slots: (dayNumber(last) - dayNumber(first) + 1) * TIMES_A_DAY,
    seedOf: ({ name }) => seedOf(how, name, first),
    // A station is down for a day now and then.
    isSilent: ({ name }, slot) => chanceOf('silent', name, first, Math.floor(slot / TIMES_A_DAY)) < 0.01,
  }
}

/** The 4-hourly figures of all sections of both sides. */
export function waterFiles(days: Days): readonly DayFile[] {
  const stretch = stretchOf(days, 'water')
  const name = `water-${compact(days.first)}-${compact(days.last)}`
  return [
    gbCsv(CONTRACT, `${name}.csv`, chongqingWater(stretch)),
    sichuanJson(CONTRACT, `${name}.json`, sichuanWater(stretch)),
  ]
}

/** The section that a correction is about. */
export const CORRECTED = '上河坝'

/** Sichuan's figures of one section sent again after they were compared with the laboratory: everything else stands. */
export function correctionFile(days: Days): DayFile {
  const only = ({ name }: Profile): boolean => name === CORRECTED
  const name = `water-${compact(days.first)}-${compact(days.last)}-corrected.json`
  return sichuanJson(CONTRACT, name, sichuanWater(stretchOf(days, 'corrected'), only))
}
