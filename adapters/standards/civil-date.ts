/** Civil days of Asia/Shanghai as texts (`2026-03-01`), which compare as texts do. */

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

/** The days from 1970-01-01 to a civil day; RangeError when the text is none (`2026-02-30`, `2026-3-1`). */
export function dayNumber(date: string): number {
  const ms = FORM.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || dateOf(ms / DAY) !== date) throw new RangeError(`expected a date as 2026-03-01, got ${date}`)
  return ms / DAY
}

/** The civil day so many days after 1970-01-01. */
export function dateOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10)
}
