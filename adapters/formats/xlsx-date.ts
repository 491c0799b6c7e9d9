/** Excel's serial dates (ECMA-376 part 1 §18.17.4): days since the epoch of the workbook, without a zone. */

/** Number formats that show a date or a time without saying so in a pattern of their own (§18.8.30, with those of Chinese workbooks). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)
}

/** Those of them that show a clock. */
const BUILT_IN_CLOCKS: ReadonlySet<number> = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 47, 55, 56])

/** A pattern without what it shows as it stands: quoted and escaped characters, colours, padding. */
function shownBy(pattern: string): string {
  return pattern
    .replace(/\\./g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
}

/** Whether a number format shows a point in time. `[h]:mm` shows how long something took and stays a number. */
export function isDateFormat(id: number, pattern: string | undefined): boolean {
  if (pattern === undefined) return isBuiltInDate(id)
  if (/\[(?:h+|m+|s+)\]/i.test(pattern)) return false
  return /[ymdhs]/i.test(shownBy(pattern))
}

/** Whether a number format that shows a point in time shows its clock too, and not the day alone. */
export function showsClock(id: number, pattern: string | undefined): boolean {
  return pattern === undefined ? BUILT_IN_CLOCKS.has(id) : /[hs]/i.test(shownBy(pattern))
}

/** A civil time as its format shows it: midnight under a format of days is the day, not an instant. */
export function asShown(civil: string | null, clock: boolean): string | null {
  return clock || !civil?.endsWith(' 00:00:00') ? civil : civil.slice(0, 10)
}

/**
 * The civil time of a serial number, to the second: `YYYY-MM-DD HH:mm:ss`, or `HH:mm:ss` when it has no day. It is the
 * wall clock of whoever typed it; Excel keeps no zone. Null when it is outside what Excel can show.
 */
export function serialToCivil(serial: number, epoch1904: boolean): string | null {
  const seconds = Math.round(serial * 86_400)
  if (!Number.isFinite(serial) || seconds < 0) return null
  const day = Math.floor(seconds / 86_400)
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (day === 0 && !epoch1904) return time
  if (day + (epoch1904 ? 1462 : 0) > 2_958_465) return null
  // Serial 60 is a 29 February 1900 that never was; before it the 1900 system is a day ahead.
  const offset = epoch1904 ? 24_107 : day < 60 ? 25_568 : 25_569
  return `${new Date((day - offset) * 86_400_000).toISOString().slice(0, 10)} ${time}`
}
