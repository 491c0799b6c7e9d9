/** When both sides must have agreed and signed: the product's terms over its anchor day and the calendar of working days. */
import { type Deadline, deadlineAt } from '../../../adapters/standards/working-day.ts'
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { ConsultationProduct } from '../../../contracts/registry/types.ts'
import type { HolidayCalendar } from '../../../contracts/standards/holiday-types.ts'
import { addDays } from '../products/period.ts'
import type { Deadlines } from './state.ts'

/** Days a late draft is looked ahead for; every rule of working days comes round within them. */
const AHEAD = 30

/**
 * The deadlines of a draft. One that comes when its deadline is over (late, or a correction) counts from its own day, or the
 * first after it that leaves time. `drafted` in ms; `anchor` a civil day; `calendar` the one the terms name.
 */
export function deadlinesOf(
  { agreeBy, signBy }: Pick<ConsultationProduct, 'agreeBy' | 'signBy'>,
  anchor: string,
  drafted: number,
  calendar: HolidayCalendar,
): Deadlines {
  const today = formatInstant(drafted).slice(0, 10)
  const at = ({ at: instant }: Deadline): number => Date.parse(instant)
  for (let day = anchor, looked = 0; looked < AHEAD; looked++) {
    const agreed = at(deadlineAt(day, agreeBy, calendar))
    if (agreed > drafted) return { agreeBy: agreed, signBy: Math.max(agreed, at(deadlineAt(day, signBy, calendar))) }
    day = day < today ? today : addDays(day, 1)
  }
  throw new TypeError('the terms of a product never leave time to agree')
}
