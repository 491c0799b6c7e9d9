/** Instants and periods as people read them: in the civil time of Asia/Shanghai (UTC+8 all year), and in UTC. */
import type { Lang } from './lang.ts'

const HOUR = 3_600_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string
}

/** The local day and minute of an instant, `2021年4月12日 09:30` or `12 Apr 2021, 09:30`; the text itself when it is no instant. */
export function localTime(instant: string, lang: Lang): string {
  const at = civil(Date.parse(instant))
  if (!at) return instant
  return lang === 'zh' ? `${printDay(at, lang)} ${at.clock}` : `${printDay(at, lang)}, ${at.clock}`
}

/** An instant in UTC to the second, `2021-04-12T01:30:00Z`; the text itself when it is no instant. */
export function utcTime(instant: string): string {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? instant : `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** A period by its local days, `2021年4月5日至11日` or `5–11 Apr 2021`. An end at local midnight closes the day before it. */
export function periodDays({ start, end }: { readonly start: string; readonly end: string }, lang: Lang): string {
  const first = civil(Date.parse(start))
  const last = civil(Date.parse(end) - 1)
  if (!first || !last) return `${start} – ${end}`
  const sameYear = first.year === last.year
  const sameMonth = sameYear && first.month === last.month
  if (sameMonth && first.day === last.day) return printDay(first, lang)
  if (lang === 'zh') {
    const rest = sameMonth ? `${last.day}日` : sameYear ? `${last.month}月${last.day}日` : printDay(last, lang)
    return `${printDay(first, lang)}至${rest}`
  }
  const from = sameMonth ? `${first.day}` : sameYear ? `${first.day} ${MONTHS[first.month - 1]}` : printDay(first, lang)
  return sameMonth ? `${from}–${printDay(last, lang)}` : `${from} – ${printDay(last, lang)}`
}

function civil(ms: number): Civil | null {
  if (Number.isNaN(ms)) return null
  const local = new Date(ms + 8 * HOUR)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    clock: local.toISOString().slice(11, 16),
  }
}

function printDay({ year, month, day }: Civil, lang: Lang): string {
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`
}
