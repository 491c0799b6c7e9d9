/** Days off and days worked in exchange, as the General Office of the State Council arranges them for each year (国办发明电). */
import type { Bilingual, Evidence } from '../types.ts'
import type { StandardHeader } from './types.ts'

/** One holiday: its days off, weekends among them included, and the Saturdays and Sundays worked in exchange (调休上班). */
export interface Holiday {
  readonly title: Bilingual
  /** First and last civil day off, both inclusive. */
  readonly from: string
  readonly to: string
  readonly worked: readonly string[]
}

/** The arrangement of one year, and the notice that makes it. */
export interface HolidayYear {
  readonly year: number
  readonly notice: {
    /** Its document number (`国办发明电〔2025〕7号`). */
    readonly number: string
    /** The civil day it is dated. */
    readonly issued: string
    readonly address: string
  }
  readonly holidays: readonly Holiday[]
  readonly evidence: Evidence
}

/** The years both sides count working days by; a year that is not among them is not established. */
export interface HolidayCalendar extends StandardHeader {
  readonly kind: 'holiday-calendar'
  readonly years: readonly HolidayYear[]
  /** What a year without an arrangement counts as. */
  readonly otherYears: Bilingual
}
