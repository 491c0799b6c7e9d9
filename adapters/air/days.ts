/** Days named together, as a span (16日至18日) or a list (16日、17日), and the days they stand for. Standards §2.5 and §9 row 20. */
import { tight } from './cells.ts'
import { addDays, DAY_WORDS, daysBetween, parseDay, resolveDay, WEEKDAY, type WrittenDay } from './day.ts'
import { TO } from './range.ts'

/** One day, or several as written; of a span `days` are its two ends. `stated` is how many there are said to be, null when it is not said. */
export interface WrittenDays {
  readonly days: readonly WrittenDay[]
  readonly span: boolean
  readonly stated: number | null
}

const ONE = `${DAY_WORDS}${WEEKDAY}?`
/** A day whose 日 stands only behind the last of them: 11月16-18日. */
const BARE = String.raw`(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}`
const AND = '[、和及与]'
/** Several days at the head of a text, or one, as a pattern without groups. */
export const DAYS = `(?:(?:${ONE}|${BARE})${TO}${ONE}|(?:${ONE}|${BARE})(?:${AND}(?:${ONE}|${BARE})){0,6}${AND}${ONE}|${ONE})`

const SPAN = new RegExp(`^(${ONE}|${BARE})${TO}(${ONE})$`)
const LIST = new RegExp(`${AND}`)
const WEEKDAYS = new RegExp(WEEKDAY, 'g')

/** A day of a span or list, which may leave its 日 to the last one. */
function memberOf(text: string): WrittenDay | null {
  return parseDay(text) ?? parseDay(`${text}日`)
}

/** Reads days; null when they are none. */
export function parseDays(text: string): WrittenDays | null {
  const written = tight(text)
  const one = parseDay(written)
  if (one) return { days: [one], span: false, stated: null }
  const [, from, to] = SPAN.exec(written) ?? []
  const span = from !== undefined && to !== undefined
  const days = (span ? [from, to] : written.split(LIST)).map(memberOf)
  const known = days.filter((day) => day !== null)
  return known.length === days.length && days.length > 1 ? { days: known, span, stated: null } : null
}

const NUMERALS = '一二三四五六七八九十'
/** 未来三天 says how many days, and nothing of which. */
export const PERIOD = String.raw`(?:未来|今后)(?:[一二两三四五六七八九十]{1,3}|\d{1,2})[天日](?:内|里)?`
const COUNT = /[一二两三四五六七八九十]{1,3}|\d{1,2}/
/** Days at the head of a text with what may stand before them, as a pattern without groups. */
export const LEADING = `(?:${PERIOD}[,:]?)?[(]?${DAYS}`
const HEAD = new RegExp(`^(${PERIOD}[,:]?)?([(])?(${DAYS})([)])?(?:期间)?[,:]?`)

/** Days at the head of a text: what they are, as written, and what follows them. */
export interface LeadingDays {
  readonly written: WrittenDays | null
  readonly text: string
  readonly rest: string
}

/** The days a text begins with, in half-width forms and without blanks; null when it begins with none. */
export function leadingDays(text: string): LeadingDays | null {
  const found = HEAD.exec(text)
  if (found === null) return null
  const [all, period, open, words = '', close] = found
  if ((open === undefined) !== (close === undefined)) return null
  const plain = words.replace(WEEKDAYS, '')
  const read = parseDays(plain)
  // 未来三天（16日至18日） must agree; 未来三天，16日 goes on to other days.
  const stated = period !== undefined && open !== undefined ? numberOf(COUNT.exec(period)?.[0] ?? '') : null
  return { written: read && { ...read, stated }, text: plain, rest: text.slice(all.length) }
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const [, tens, ones] = /^(?:([二两三四五六七八九])?十)?([一二两三四五六七八九])?$/.exec(text) ?? []
  const digit = (char = '〇'): number => (char === '两' ? 2 : NUMERALS.indexOf(char) + 1)
  return (text.includes('十') ? 10 * (tens === undefined ? 1 : digit(tens)) : 0) + digit(ones) || null
}

/** The days meant, in order, and the rules that made them whole; or why there are none. */
export type ExpandedDays =
  | { readonly days: readonly string[]; readonly rules: readonly string[] }
  | { readonly fault: 'forecast-date-unreadable' | 'forecast-date-span' }

/** The days that several stand for, each counted from the one before and the first from the day of issue; at most from that day to `most` days on. */
export function expandDays({ days, span, stated }: WrittenDays, issued: string, most: number): ExpandedDays {
  const rules = new Set<string>()
  const whole: string[] = []
  for (const day of days) {
    const found = resolveDay(day, 'after' in day ? issued : (whole.at(-1) ?? issued), most)
    if (found === null) return { fault: 'forecast-date-unreadable' }
    if (found.rule !== null) rules.add(found.rule)
    whole.push(found.day)
  }
  const [first = issued, ...others] = whole
  const count = span ? daysBetween(first, whole.at(-1) ?? first) + 1 : whole.length
  const rising = others.every((day, at) => daysBetween(whole[at] ?? first, day) > 0)
  if (!rising || count > most + 1 || (stated !== null && stated !== count)) return { fault: 'forecast-date-span' }
  if (count > 1) rules.add('days-expanded')
  const all = span ? Array.from({ length: count }, (_, at) => addDays(first, at)) : whole
  return { days: all, rules: [...rules] }
}
