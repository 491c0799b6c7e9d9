/** The ways both sides write a monitoring time, in Asia/Shanghai; undated times resolve to the latest past. GB/T 7408 forms and what publishers use. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Asia/Shanghai has had no daylight saving since 1991; observations here are later. */
const OFFSET = 8 * HOUR

/** An instant in ms with what had to be inferred, or a civil day (`end` is the next midnight). */
export interface ParsedTime {
  readonly end: number
  readonly kind: 'instant' | 'day'
  readonly yearInferred: boolean
}

const UNDATED = /^(\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})(?:[:：时](\d{1,2})?分?)?$/
const DATED =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})(?:[:：时](?:(\d{1,2})(?:[:：分](\d{1,2})(?:\.0+)?秒?)?分?)?)?(Z|[+-]\d{2}:?\d{2})?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?)?$/

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 59) return null
  if (hour === 24 && (minute > 0 || second > 0)) return null
  const midnight = Date.UTC(year, month - 1, day)
  const check = new Date(midnight)
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || check.getUTCFullYear() !== year) return null
  return midnight - OFFSET + hour * HOUR + minute * 60_000 + second * 1000
}

function zoneShift(zone: string | undefined): number {
  if (zone === undefined) return 0
  if (zone === 'Z') return OFFSET
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.replace(':', '')
  return OFFSET - sign * (Number(digits.slice(1, 3)) * HOUR + Number(digits.slice(3, 5)) * 60_000)
}

function undated(match: RegExpExecArray, at: number): number | null {
  const [month, day, hour, minute] = [1, 2, 3, 4].map((part) => Number(match[part] ?? 0))
  const thisYear = new Date(at + OFFSET).getUTCFullYear()
  // 29 February may lie up to eight years back, across 2100 and its like.
  for (let year = thisYear; year > thisYear - 9; year--) {
    const end = instant(year, month ?? 0, day ?? 0, hour ?? 0, minute ?? 0, 0)
    if (end !== null && end <= at) return end
  }
  return null
}

/**
 * Reads one time. `at` (ms) is what undated times must not lie after. Null when it cannot be read.
 * Hour 24 is the next midnight; a date alone is a civil day.
 */
export function parseTime(text: string, at: number): ParsedTime | null {
  const short = UNDATED.exec(text)
  if (short) {
    const end = undated(short, at)
    return end === null ? null : { end, kind: 'instant', yearInferred: true }
  }
  const long = DATED.exec(text) ?? COMPACT.exec(text)
  if (!long) return null
  const parts = [1, 2, 3, 4, 5, 6].map((part) => Number(long[part] ?? 0))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const end = instant(year, month, day, hour, minute, second)
  if (end === null) return null
  if (long[4] === undefined) return { end: end + DAY, kind: 'day', yearInferred: false }
  return { end: end + zoneShift(long[7]), kind: 'instant', yearInferred: false }
}

/** `YYYY-MM-DDThh:mm:ss+08:00`. */
export function formatInstant(ms: number): string {
  return `${new Date(ms + OFFSET).toISOString().slice(0, 19)}+08:00`
}
