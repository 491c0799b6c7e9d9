/** Seasons of the year by civil months, as air is told by: spring from March, summer from June, autumn from September, winter from December. */
import { dateOf, dayNumber } from './civil-date.ts'

/** 春 3–5, 夏 6–8, 秋 9–11, 冬 12–2. */
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
/** One of `SEASONS`. */
export type Season = (typeof SEASONS)[number]

/** The season of a civil day (`2026-11-16`). RangeError when the text is none. */
export function seasonOf(day: string): Season {
  const month = Number(dateOf(dayNumber(day)).slice(5, 7))
  return SEASONS[Math.floor(((month + 9) % 12) / 3)] ?? 'winter'
}
