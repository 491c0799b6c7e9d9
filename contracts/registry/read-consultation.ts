/** Reads the terms of consultation kept as JSON: the shape of every member, a calendar that is known, each product once, deadlines in order on any calendar. */
import { type Guard, list, matching, oneOf, ordinal, read, shape, text } from '../read.ts'
import { holidayCalendar } from '../standards/holidays.ts'
import { bilingual } from '../standards/read.ts'
import type { Bilingual } from '../types.ts'
import { type ConsultationProduct, type ConsultationRegistry, type DeadlineRule, PRODUCT_IDS } from './types.ts'

/** A deadline further off than a quarter is none; a reminder earlier than a month is forgotten again. */
const MOST = { days: 92, embargoHours: 31 * 24, reminders: 31 * 24 * 60 } as const

function whole(most: number): Guard<number> {
  return (value, at, faults): value is number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return true
    faults.push(`${at} expected a whole number from 0 to ${most}`)
    return false
  }
}

const deadline = shape<DeadlineRule>({
  days: whole(MOST.days),
  count: oneOf('calendar', 'working'),
  time: matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as 17:00'),
})

const product = shape<ConsultationProduct>({
  id: oneOf(...PRODUCT_IDS),
  title: bilingual,
  contract: matching(/^[a-z][a-z-]{1,62}$/, 'the id of a contract'),
  anchor: bilingual,
  agreeBy: deadline,
  signBy: deadline,
  reminders: list(ordinal),
  escalation: shape<Readonly<Record<'cq' | 'sc', Bilingual>>>({ cq: bilingual, sc: bilingual }),
  withoutAgreement: oneOf('partners', 'public'),
  audience: oneOf('public', 'joint'),
  embargoHours: whole(MOST.embargoHours),
  posts: shape<ConsultationProduct['posts']>({ drafter: bilingual, reviewer: bilingual, signatory: bilingual }),
})

const registry = shape<ConsultationRegistry>({
  id: oneOf('consultation'),
  edition: matching(/^\d{4}-\d{2}$/, 'a year and month'),
  title: bilingual,
  calendar: text,
  products: list(product),
})

/** The terms of consultation; throws TypeError naming what is at fault. */
export function readConsultationRegistry(value: unknown): ConsultationRegistry {
  const found = read('terms of consultation', registry, value)
  if (!holidayCalendar(found.calendar)) throw atFault(`the holiday calendar ${found.calendar} is not known`)
  if (found.products.length === 0) throw atFault('there is no product')
  const seen = new Set<string>()
  for (const one of found.products) {
    if (seen.has(one.id)) throw atFault(`${one.id} appears twice`)
    seen.add(one.id)
    checkProduct(one)
  }
  return found
}

function checkProduct({
  id,
  agreeBy,
  signBy,
  reminders,
  audience,
  withoutAgreement,
  embargoHours,
}: ConsultationProduct) {
  for (const { days, count } of [agreeBy, signBy]) {
    // The anchor day may be a day off, on which no working day's deadline can lie.
    if (days === 0 && count === 'working')
      throw atFault(`${id} counts no working day; the anchor day is 0 calendar days`)
  }
  if (!isAfter(signBy, agreeBy)) throw atFault(`${id} is to be signed before it is agreed`)
  if (reminders.some((minutes, at) => minutes > MOST.reminders || minutes >= (reminders[at - 1] ?? Infinity)))
    throw atFault(`${id} has reminders that are not one after another within a month before`)
  if (audience === 'joint' && (withoutAgreement === 'public' || embargoHours > 0))
    throw atFault(`${id} is for both sides alone, and neither made public nor held back`)
}

/** Later on every calendar: as many working days never end before as many calendar days, while the other way round no one can tell. */
function isAfter(later: DeadlineRule, earlier: DeadlineRule): boolean {
  if (later.count === 'calendar' && earlier.count === 'working') return false
  return later.days === earlier.days ? later.time > earlier.time : later.days > earlier.days
}

function atFault(what: string): TypeError {
  return new TypeError(`terms of consultation: ${what}`)
}
