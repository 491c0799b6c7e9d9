/** Civil days of forecasts as people read them; a forecast day is no instant. */
import { dayNumber } from '../../../adapters/standards/civil-date.ts'
import type { Lang } from '../lang.ts'
import { LIST } from '../words/common.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

function partsOf(day: string): readonly [number, number, number] | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  return year && month && date ? [Number(year), Number(month), Number(date)] : null
}

/** `11月16日`, `16 Nov`; with `year` also that. The text itself when it is no day. */
export function dayText(day: string, lang: Lang, { year: withYear = false } = {}): string {
  const parts = partsOf(day)
  if (!parts) return day
  const [year, month, date] = parts
  if (lang === 'zh') return `${withYear ? `${year}年` : ''}${month}月${date}日`
  return `${date} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`
}

/** `周一`, `Mon`. */
export function weekday(day: string, lang: Lang): string {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? '' : (WEEKDAYS[lang][new Date(ms).getUTCDay()] ?? '')
}

/** One day, or the first and the last of several: `11月16日至22日`, `16–22 Nov`. */
export function daysText(from: string, to: string, lang: Lang, how: { readonly year?: boolean } = {}): string {
  if (from === to) return dayText(from, lang, how)
  const [first, last] = [partsOf(from), partsOf(to)]
  if (!first || !last) return `${from} – ${to}`
  const sameMonth = first[0] === last[0] && first[1] === last[1]
  const sameYear = first[0] === last[0]
  if (lang === 'zh')
    return `${dayText(from, lang, how)}至${sameMonth ? `${last[2]}日` : dayText(to, lang, { year: !sameYear })}`
  if (sameMonth) return `${first[2]}–${dayText(to, lang, how)}`
  return `${dayText(from, lang, { year: !sameYear })} – ${dayText(to, lang, how)}`
}

/** Sorted days, those that follow one another as a span: `11月16日至18日、11月20日`. */
export function runsText(days: readonly string[], lang: Lang): string {
  const runs: [from: string, to: string][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && dayNumber(day) === dayNumber(last[1]) + 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.map(([from, to]) => daysText(from, to, lang)).join(LIST[lang])
}
