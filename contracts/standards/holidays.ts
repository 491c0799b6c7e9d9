/** The holiday calendars the gateway holds, each edition on its own (国办发明电〔2024〕12号、〔2025〕7号). */
import type { HolidayCalendar } from './holiday-types.ts'
import holidays2026 from './holidays-2026.json' with { type: 'json' }
import { readHolidayCalendar } from './read-holidays.ts'

/** The calendar of 2025 and 2026. */
export const HOLIDAYS_2026: HolidayCalendar = readHolidayCalendar(holidays2026)

/** Every edition, newest last. A signed register names the one its deadlines are counted by, so an old edition stays. */
export const HOLIDAY_CALENDARS: readonly HolidayCalendar[] = [HOLIDAYS_2026]

/** The calendar of that id, or undefined. */
export function holidayCalendar(id: string): HolidayCalendar | undefined {
  return HOLIDAY_CALENDARS.find((calendar) => calendar.id === id)
}
