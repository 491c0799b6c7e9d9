/** Civil days of Asia/Shanghai, which has had no other time than +08:00 since 1991. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Days since 1 January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

/** The day so many days on. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10)
}

/** All days from one to another, both inclusive. */
export function daysFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Math.max(0, dayNumber(last) - dayNumber(first) + 1) }, (_, at) => addDays(first, at))
}

/** The civil day at an instant (ms). */
export function dayAt(ms: number): string {
  return new Date(ms + 8 * HOUR).toISOString().slice(0, 10)
}

/** An instant (ms) of a day by its clock, as `14:00`. */
export function clockOn(day: string, clock: string): number {
  return Date.parse(`${day}T${clock}:00+08:00`)
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: string): number {
  return (dayNumber(day) + 3) % 7
}

/** `20261115` */
export function compact(day: string): string {
  return day.replaceAll('-', '')
}

/** `11月5日` */
export function chineseDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
