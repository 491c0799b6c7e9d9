/**
 * When a release is out of date: the next of its kind should have been signed by now. How often one is made is the contract's word (`cadence`), by when it is
 * signed and how long it may be held back that of the terms of consultation; both sides have signed both.
 */
import { deadlineAt } from '../../adapters/standards/working-day.ts'
import type { Contract } from '../../contracts/index.ts'
import type { ConsultationProduct, ConsultationRegistry, ProductId } from '../../contracts/registry/types.ts'
import type { HolidayCalendar } from '../../contracts/standards/holiday-types.ts'
import { holidayCalendar } from '../../contracts/standards/holidays.ts'
import { productOf } from '../release/products/index.ts'
import { addDays, daysOf } from '../release/products/period.ts'
import { membersOf } from './contract-page/members.ts'
import type { ReleaseItem } from './view.ts'

/** Whole years, months and days. */
export interface Span {
  readonly years: number
  readonly months: number
  readonly days: number
}

/** What is agreed on how one kind of release follows another. `every` and `recordsBy` null where the contract does not say. */
export interface Cadence {
  readonly terms: Pick<ConsultationProduct, 'embargoHours' | 'signBy'>
  readonly calendar: HolidayCalendar
  /** How often it is made, where that is not as long as its period. */
  readonly every: Span | null
  /** How long after a period the records of it are in. */
  readonly recordsBy: Span | null
}

/** By kind; one that both sides have signed no terms for is not there, and never called out of date. */
export type Cadences = Readonly<Partial<Record<ProductId, Cadence>>>

/** The member of the contract's `cadence` that says how often, for kinds whose period does not. */
const RHYTHM: Readonly<Partial<Record<ProductId, string>>> = {
  'daily-air-forecast': 'daily',
  'warning-suggestion': 'daily',
  'annual-credit-list': 'rating',
}
const HOUR = 3_600_000

/** The cadences by the terms and contracts in force. */
export function cadencesOf(
  register: ConsultationRegistry | undefined,
  contractOf: (id: string) => Contract | undefined,
): Cadences {
  const calendar = register && holidayCalendar(register.calendar)
  if (!calendar) return {}
  return Object.fromEntries(
    register.products.map(({ contract, embargoHours, id, signBy }) => {
      const { cadence } = membersOf(membersOf(JSON.parse(contractOf(contract)?.source ?? '{}')).terms)
      const said = membersOf(cadence)
      const every = readSpan(membersOf(said[RHYTHM[id] ?? '']).every)
      return [id, { terms: { embargoHours, signBy }, calendar, every, recordsBy: readSpan(said.deadline) }]
    }),
  )
}

/** A span as contracts write it: `P1D`, `P1Y`, `P30D`, `PT24H`; null for anything else. */
export function readSpan(text: unknown): Span | null {
  const found = typeof text === 'string' ? /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/.exec(text) : null
  if (!found || text === 'P') return null
  const [years = 0, months = 0, days = 0, hours = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return { years, months, days: days + Math.ceil(hours / 24) }
}

/** The civil day so long after another; a day that a month does not have is its last. */
export function addSpan(day: string, { days, months, years }: Span): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const to = year * 12 + month - 1 + years * 12 + months
  const last = new Date(Date.UTC(Math.floor(to / 12), (to % 12) + 1, 0)).getUTCDate()
  const moved = new Date(Date.UTC(Math.floor(to / 12), to % 12, Math.min(date, last)))
  return addDays(moved.toISOString().slice(0, 10), days)
}

/** When the next of its kind should have been public at the latest, in ms; null where nothing is agreed on that. */
export function dueAt({ period, type }: Pick<ReleaseItem, 'period' | 'type'>, cadences: Cadences): number | null {
  const cadence = cadences[type]
  const days = daysOf(period)
  if (!cadence || !days) return null
  const { calendar, every, recordsBy, terms } = cadence
  if (RHYTHM[type] !== undefined && every === null) return null
  const after = addDays(days.last, 1)
  // A forecast is made anew before its days are over; what tells of days gone by follows on them.
  const first = RHYTHM[type] === 'daily' && every ? addSpan(days.first, every) : after
  const end = endOf(type, first, days.count, every)
  const anchor = anchorOf(type, first, end, recordsBy)
  if (anchor === null) return null
  return Date.parse(deadlineAt(anchor, terms.signBy, calendar).at) + terms.embargoHours * HOUR
}

/** The first day after a period that begins on a day. */
function endOf(type: ProductId, first: string, count: number, every: Span | null): string {
  if (type === 'monthly-water-bulletin') return addSpan(first, { years: 0, months: 1, days: 0 })
  return type === 'annual-credit-list' && every ? addSpan(first, every) : addDays(first, count)
}

/** Day 0 of the deadlines; a list is put forward once the records of its year are in. */
function anchorOf(type: ProductId, first: string, end: string, recordsBy: Span | null): string | null {
  if (type === 'annual-credit-list') return recordsBy && addSpan(addDays(end, -1), recordsBy)
  const period = { start: `${first}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
  return productOf(type)?.anchorOf(period, first) ?? null
}

/** When the next was due, where it is overdue at a time (ms); null while the release is what should be there. */
export function overdueSince(
  release: Pick<ReleaseItem, 'period' | 'type'>,
  now: number,
  cadences: Cadences,
): number | null {
  const due = dueAt(release, cadences)
  return due !== null && now > due ? due : null
}
