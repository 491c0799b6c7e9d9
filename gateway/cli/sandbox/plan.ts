/** What is played, and when: every file and every act of the days between two instants, each a cue at its time. */
import { SEEDS, type SeedSet } from '../../../seeds/all.ts'
import { stagnation } from '../../../seeds/days/air.ts'
import { addDays, clockOn, dayAt, daysFrom, weekdayOf } from '../../../seeds/days/day.ts'
import type { DayFile } from '../../../seeds/days/file.ts'
import { forecastFiles, ISSUED, type Mood } from '../../../seeds/days/forecasts.ts'
import { dailyFiles, hourlyFiles } from '../../../seeds/days/observations.ts'
import { waterFiles } from '../../../seeds/days/water.ts'
import { WEATHER_ISSUED, weatherFiles } from '../../../seeds/days/weather.ts'
import { WEEK } from '../../../seeds/parties.ts'
import { setRosters } from './duty.ts'
import { type Course, dailyScene } from './scenes/daily.ts'
import { creditScene, outlookScene, warningScene } from './scenes/others.ts'
import { todayScene } from './scenes/today.ts'
import { correctionScene, monthlyScene, weeklyScene } from './scenes/water.ts'
import { sendFiles, sendSamples } from './send.ts'
import type { Cue } from './stage.ts'

/** Days that a first start plays. */
export const PAST_DAYS = 30

/** Days before today with a joint forecast of their own. */
const CONSULTED = 10
/** Days before today on which it goes otherwise than well. */
const COURSES: ReadonlyMap<number, Course> = new Map([
  [4, 'no-agreement'],
  [6, 'objected'],
])
/** Days before today on which the sides differ over much. */
const APART: ReadonlySet<number> = new Set([0, 1, 4, 6])
/** Days before today whose hours of air are sent. */
const HOURLY = 3
/** The day before today on which one side's issuing officer is away. */
const AWAY = 2
const OUTLOOK = 3
/** Days from the beginning of a week to the correction of its bulletin. */
const CORRECTED = 10

const HOUR = 3_600_000
const MINUTE = 60_000

/** What is played between two instants (ms). `whole`: from the first day on, so that a week cut off in front is a part of one. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly whole: boolean
}

const SAMPLE_WEEK = { first: dayAt(Date.parse(WEEK.start)), end: dayAt(Date.parse(WEEK.end)) }
/** Hours of this day are among the sample files. */
const SAMPLE_HOURS = '2026-11-15'

/** A cue that sends made-up files of a day. */
function sending(at: number, id: string, what: string, files: () => readonly DayFile[]): Cue {
  return {
    at,
    id,
    late: true,
    async run(stage) {
      await sendFiles(stage, dayAt(at), what, files())
      return true
    },
  }
}

/** The name of the cue that sends the samples of a contract. */
export const samplesOf = ({ contract }: SeedSet): string => `samples/${contract}`

function sample(set: SeedSet, at: number): Cue {
  return {
    at,
    id: samplesOf(set),
    late: true,
    async run(stage) {
      await sendSamples(stage, set)
      return true
    },
  }
}

/** Days on which the air is forecast and measured. */
function airOf(day: string, ago: number, to: number): readonly Cue[] {
  const before = addDays(day, -1)
  const mood: Mood = APART.has(ago) ? 'apart' : 'alike'
  const issued = clockOn(day, ISSUED.sc) + 5 * MINUTE
  const hours = Math.floor((to - clockOn(day, '00:00')) / HOUR)
  return [
    sending(clockOn(day, '08:00'), `air-daily/${before}`, '昨日空气质量', () => dailyFiles(before)),
    ...(ago < HOURLY && before !== SAMPLE_HOURS
      ? [sending(clockOn(day, '08:10'), `air-hours/${before}`, '昨日小时值', () => hourlyFiles(before, 24))]
      : []),
    sending(clockOn(day, WEATHER_ISSUED) + 5 * MINUTE, `air-weather/${day}`, '气象条件', () => weatherFiles(day)),
    sending(issued, `air-forecast/${day}`, '空气质量预报', () => forecastFiles(day, mood)),
    ...(ago === 0 && hours > 0
      ? [sending(to, `air-hours/${day}/${hours}`, '今日小时值', () => hourlyFiles(day, Math.min(24, hours)))]
      : []),
  ]
}

/** The water of the days before a Monday, or up to today. */
function waterOf(day: string, ago: number, first: string | null): readonly Cue[] {
  const weekday = weekdayOf(day)
  if (weekday !== 0 && ago > 0) return []
  const monday = addDays(day, weekday === 0 ? -7 : -weekday)
  const from = first !== null && first > monday ? first : monday
  const last = addDays(day, -1)
  const isSample = from >= SAMPLE_WEEK.first && from < SAMPLE_WEEK.end && SAMPLE_WEEK.end <= day
  if (from > last || isSample) return []
  const what = '断面四小时数据'
  return [sending(clockOn(day, '08:30'), `water/${from}/${last}`, what, () => waterFiles({ first: from, last }))]
}

/** Bulletins of weeks and months that there are figures of as a whole: from `first` on, or, null, from long before. */
function bulletins(days: readonly string[], first: string | null): readonly Cue[] {
  const has = (day: string): boolean => first === null || day >= first
  const mondays = days.filter((day) => weekdayOf(day) === 0 && has(addDays(day, -7)))
  const weeks = mondays.map((monday) => addDays(monday, -7))
  const [corrected] = weeks.filter((week) => week !== SAMPLE_WEEK.first && days.includes(addDays(week, CORRECTED)))
  const months = days.filter((day) => day.endsWith('-01'))
  return [
    ...weeks.flatMap((week) => weeklyScene(week, clockOn(addDays(week, 7), '10:00'))),
    ...(corrected === undefined || first === null ? [] : correctionScene(corrected, addDays(corrected, CORRECTED))),
    ...months.flatMap((end) => {
      const begin = `${addDays(end, -1).slice(0, 7)}-01`
      return first !== null && has(begin) ? monthlyScene(begin, end, clockOn(end, '10:30')) : []
    }),
  ]
}

/** The week of the sample files, for a sandbox that opens after the days it plays. */
function sampleWeek({ from, to, whole }: Span, days: readonly string[], first: string): readonly Cue[] {
  const ready = Date.parse(WEEK.end) + 10 * HOUR
  const among = days.includes(SAMPLE_WEEK.end) && (!whole || SAMPLE_WEEK.first >= first)
  return ready > to || among ? [] : weeklyScene(SAMPLE_WEEK.first, Math.max(ready, from + HOUR))
}

/** The day, among those with a joint forecast of their own, whose coming days look worst. */
function worst(days: readonly string[]): string | undefined {
  const ahead = (day: string): number => stagnation(addDays(day, 1)) + stagnation(addDays(day, 2))
  return days.toSorted((a, b) => ahead(b) - ahead(a))[0]
}

/** Every cue, in order. */
export function planOf(span: Span): readonly Cue[] {
  const { from, to, whole } = span
  const [first, today] = [dayAt(from), dayAt(to)]
  const days = daysFrom(first, today)
  const ago = (day: string): number => daysFrom(day, today).length - 1
  const consulted = days.filter((day) => ago(day) > 0 && ago(day) <= CONSULTED)
  const well = consulted.filter((day) => (COURSES.get(ago(day)) ?? 'published') === 'published')
  const warned = whole ? worst(well) : undefined
  const cues: readonly Cue[] = [
    {
      at: from,
      id: 'duty',
      late: true,
      run: (stage) => setRosters(stage, { from: first, to: addDays(today, PAST_DAYS) }),
    },
    ...SEEDS.filter(({ ready }) => Date.parse(ready) <= to).map((set) =>
      sample(set, Math.max(from, Date.parse(set.ready))),
    ),
    ...days.flatMap((day) => [...airOf(day, ago(day), to), ...waterOf(day, ago(day), whole ? first : null)]),
    ...bulletins(days, whole ? first : null),
    ...sampleWeek(span, days, first),
    ...consulted.flatMap((day) =>
      dailyScene(day, COURSES.get(ago(day)) ?? 'published', ago(day) === AWAY ? 'cq' : undefined),
    ),
    ...days.filter((day) => ago(day) === OUTLOOK).flatMap(outlookScene),
    ...(warned === undefined ? [] : warningScene(warned)),
    ...(whole ? creditScene(addDays(first, 2)) : []),
    // However late it is, somebody is about to come.
    ...todayScene(to).map((cue) => ({ ...cue, late: true })),
  ]
  return cues.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => a.at - b.at)
}
