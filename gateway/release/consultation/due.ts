/** What waits for one side now: by post, with the time left, the reminders that are due, and whom to turn to when it is too late. */
import { dateOf, dayNumber } from '../../../adapters/standards/civil-date.ts'
import { workingDay } from '../../../adapters/standards/working-day.ts'
import { formatInstant } from '../../../adapters/tables/time.ts'
import { civilDay } from '../../../contracts/life.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import { type DutyBook, dutyBook, type OnDuty } from '../duty/on-duty.ts'
import type { ReleaseEntry } from '../releases.ts'
import { type Period, POST_ROLES, POSTS } from './acts.ts'
import type { Consultation } from './consultations.ts'
import { lapsedAt } from './machine.ts'
import { type Duty, nextDuties, remindersDue } from './next.ts'
import { isOvertaken, onDutyFor, seenBy } from './view.ts'

/** Who asks. An auditor holds no post and sees what waits for every post of their side. */
export interface Asking {
  readonly kid: string
  readonly party: PartyId
  readonly roles: readonly string[]
}

/** What it is worked out from; `now` in ms. */
export interface DueInput {
  readonly all: readonly Consultation[]
  readonly releases: readonly ReleaseEntry[]
  readonly book: DutyBook
  readonly now: number
}

type Json = Record<string, unknown>

/** A civil day with what there is to know of it. */
export interface CalendarDay {
  readonly day: string
  readonly working: boolean
  readonly established: boolean
  /** What is out of the ordinary about it. */
  readonly note: Bilingual | null
}

/** One thing that waits. `by` is an instant, that of the deadline which has passed once it has. */
export interface WaitingDuty extends Omit<Duty, 'by'> {
  readonly consultation: string
  readonly product: ProductId
  readonly title: Bilingual
  readonly period: Period
  readonly by: string | null
  readonly minutesLeft: number | null
  readonly established: boolean
  readonly deadlineDay: CalendarDay | null
  readonly reminders: readonly number[]
  readonly escalation: Bilingual | null
  readonly onDuty: readonly OnDuty[]
  readonly yours: boolean
}

const MINUTE = 60_000
/** 1970-01-01, day 0, was a Thursday. */
const WEEKDAYS = ['星期四', '星期五', '星期六', '星期日', '星期一', '星期二', '星期三'] as const
const WEEKDAYS_EN = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const

/** What is out of the ordinary about a civil day: a holiday, a day worked in exchange, a year without a calendar, a weekend. */
function dayNote(day: string): Bilingual | null {
  const { working, why } = workingDay(day)
  if (why !== null || working) return why
  const at = dayNumber(day) % WEEKDAYS.length
  return { zh: `${WEEKDAYS[at]}，非工作日`, en: `${WEEKDAYS_EN[at]}, not a working day` }
}

/** A civil day with what there is to know of it. */
function dayOf(day: string): CalendarDay {
  const { working, established } = workingDay(day)
  return { day, working, established, note: dayNote(day) }
}

/**
 * Whether a deadline stands: not one counted in working days over a year whose holidays are not arranged yet. What both sides have
 * put off is an instant they named.
 */
function isEstablished({ happened, product, state, terms }: Consultation, deadline: number): boolean {
  const rule = deadline === state.agreeBy ? terms.agreeBy : terms.signBy
  if (rule.count === 'calendar' || happened.some(({ act }) => act.type === 'extend')) return true
  const drafted = happened[0]?.time ?? deadline
  const last = dayNumber(civilDay(deadline))
  for (let day = dayNumber(product.anchorOf(state.period, civilDay(drafted))) + 1; day <= last; day++) {
    if (!workingDay(dateOf(day)).established) return false
  }
  return true
}

function dutyOf(consultation: Consultation, duty: Duty, asking: Asking, { book, now }: DueInput): WaitingDuty {
  const { id, state, terms, product } = consultation
  const { party, post, act, by } = duty
  // Past a deadline what counts is how long ago it was.
  const deadline = by ?? lapsedAt(state, now)
  const people = onDutyFor(consultation, duty, book, now)
  return {
    consultation: id,
    product: product.id,
    title: terms.title,
    period: state.period,
    party,
    post,
    act,
    by: deadline === null ? null : formatInstant(deadline),
    minutesLeft: deadline === null ? null : Math.floor((deadline - now) / MINUTE),
    established: deadline === null ? true : isEstablished(consultation, deadline),
    deadlineDay: deadline === null ? null : dayOf(civilDay(deadline)),
    reminders: remindersDue(state, terms.reminders, now),
    escalation: post === 'escalation' ? terms.escalation[party] : null,
    onDuty: people,
    yours: holds(asking, post) && (people.length === 0 || people.some((one) => one.kid === asking.kid)),
  }
}

/** Whether somebody holds a post; any of them answers for what has gone to whom the terms name, which is no key's post. */
function holds({ roles }: Pick<Asking, 'roles'>, post: Duty['post']): boolean {
  return post === 'escalation' ? POSTS.some((one) => holds({ roles }, one)) : roles.includes(POST_ROLES[post])
}

/** What still can be met stands before what cannot: the nearest deadline first, and of those that have passed the last. */
function nearestFirst(now: number): (a: { at: number }, b: { at: number }) => number {
  return ({ at: a }, { at: b }) => {
    const [missed, other] = [a < now, b < now]
    if (missed !== other) return missed ? 1 : -1
    return missed ? b - a : a - b
  }
}

/** What waits for who asks; see `nearestFirst`. */
export function duties(asking: Asking, input: DueInput): readonly WaitingDuty[] {
  const { all, releases, now } = input
  const holdsNone = !holds(asking, 'escalation')
  return seenBy(all, asking.party)
    .filter((one) => !isOvertaken(one, releases))
    .flatMap((one) =>
      nextDuties(one.state, now)
        .filter(({ party, post }) => party === asking.party && (holdsNone || holds(asking, post)))
        .map((duty) => ({ at: duty.by ?? lapsedAt(one.state, now) ?? 0, json: dutyOf(one, duty, asking, input) })),
    )
    .sort(nearestFirst(now))
    .map(({ json }) => json)
}

/** What waits for who asks, as an answer; with today as the calendar has it. */
export async function waitingFor(gateway: Gateway, asking: Asking): Promise<Json> {
  const now = gateway.now()
  const [all, releases] = [await gateway.consultations.all(), await gateway.releases.all()]
  const input = { all, releases, book: await dutyBook(gateway), now }
  return { now: formatInstant(now), today: dayOf(civilDay(now)), party: asking.party, duties: duties(asking, input) }
}
