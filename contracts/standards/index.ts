/** The standards the gateway knows, by edition, and the one in force at an instant (GB 3838-2002; 环办〔2011〕22号). */
import { AIR_INDICES, AIR_QUALITIES, WARNING_SCHEMES } from './air.ts'
import type { AirIndexStandard, AirQualityStandard, AirStandardId, WarningScheme } from './air-types.ts'
import creditCq2017 from './credit-chongqing-2017.json' with { type: 'json' }
import creditCq2021 from './credit-chongqing-2021.json' with { type: 'json' }
import creditNational from './credit-national-2013.json' with { type: 'json' }
import creditSc2019 from './credit-sichuan-2019.json' with { type: 'json' }
import type { CreditScheme } from './credit-types.ts'
import { DISPERSION_2013 } from './dispersion.ts'
import gb3838 from './gb3838-2002.json' with { type: 'json' }
import hb2011 from './hb2011-22.json' with { type: 'json' }
import hj941 from './hj941-2018.json' with { type: 'json' }
import { HOLIDAY_CALENDARS } from './holidays.ts'
import incidents from './incident-grades.json' with { type: 'json' }
import { readWaterAssessment, readWaterStandard } from './read.ts'
import { readCreditScheme } from './read-credit.ts'
import { readIncidentStandard, readRiskStandard } from './risk-read.ts'
import type { IncidentStandard, RiskStandard } from './risk-types.ts'
import { GBT8170_2008 } from './rounding.ts'
import type { Standard, StandardHeader, WaterAssessment, WaterStandard } from './types.ts'

export * from './air.ts'
export type * from './air-types.ts'
export type * from './credit-types.ts'
export * from './dispersion.ts'
export type * from './holiday-types.ts'
export * from './holidays.ts'
export type * from './risk-types.ts'
export * from './rounding.ts'
export type * from './types.ts'

/** GB 3838-2002, table 1. */
export const GB3838_2002: WaterStandard = readWaterStandard(gb3838)
/** 环办〔2011〕22号. */
export const HB2011_22: WaterAssessment = readWaterAssessment(hb2011)
/** HJ 941-2018: levels of environmental risk. */
export const HJ941_2018: RiskStandard = readRiskStandard(hj941)
/** 国办函〔2014〕119号: grades of events. */
export const INCIDENT_GRADES_2014: IncidentStandard = readIncidentStandard(incidents)
/** 环发〔2013〕150号: levels of enterprise environmental credit. */
export const HF2013_150: CreditScheme = readCreditScheme(creditNational)
/** 四川省企业环境信用评价指标及计分方法（2019年版）. */
export const SC_CREDIT_2019: CreditScheme = readCreditScheme(creditSc2019)
/** 渝环〔2017〕174号. */
export const CQ_CREDIT_2017: CreditScheme = readCreditScheme(creditCq2017)
/** 渝环规〔2021〕7号. */
export const CQ_CREDIT_2021: CreditScheme = readCreditScheme(creditCq2021)
/** Schemes of enterprise credit: the national one, then each side's, oldest first. */
export const CREDIT_SCHEMES: readonly CreditScheme[] = [HF2013_150, SC_CREDIT_2019, CQ_CREDIT_2017, CQ_CREDIT_2021]

const WATER_STANDARDS: readonly WaterStandard[] = [GB3838_2002]
const WATER_ASSESSMENTS: readonly WaterAssessment[] = [HB2011_22]

/** Every standard, each edition on its own. */
export const STANDARDS: readonly Standard[] = [
  ...WATER_STANDARDS,
  ...WATER_ASSESSMENTS,
  HJ941_2018,
  INCIDENT_GRADES_2014,
  ...CREDIT_SCHEMES,
  ...AIR_INDICES,
  ...AIR_QUALITIES,
  ...WARNING_SCHEMES,
  DISPERSION_2013,
  GBT8170_2008,
  ...HOLIDAY_CALENDARS,
]

/** The standard of that id (`GB 3838-2002`) or slug (`gb3838-2002`), or undefined. */
export function standardById(id: string): Standard | undefined {
  return STANDARDS.find((standard) => standard.id === id || standard.slug === id)
}

/** The surface water standard in force at an instant (ms since the epoch), by its date in Asia/Shanghai; undefined when there was none. */
export function findWaterStandard(ms: number): WaterStandard | undefined {
  return editionAt(WATER_STANDARDS, ms)
}

/** The same, where there must be one; RangeError when there was none. */
export function waterStandardAt(ms: number): WaterStandard {
  return inForceAt(WATER_STANDARDS, ms)
}

/** The assessment method in force at an instant (ms since the epoch), by its date in Asia/Shanghai; RangeError when there was none. */
export function waterAssessmentAt(ms: number): WaterAssessment {
  return inForceAt(WATER_ASSESSMENTS, ms)
}

/** The grading of risk sources in force at an instant (ms since the epoch); undefined when there was none. */
export function findRiskStandard(ms: number): RiskStandard | undefined {
  return editionAt([HJ941_2018], ms)
}

/**
 * The air quality index in force at an instant (ms), by its date in Asia/Shanghai; undefined when there was none.
 * An hour or a day is judged by its start: the day 2026-02-28 ends at an instant of 2026-03-01.
 */
export function findAirIndex(ms: number): AirIndexStandard | undefined {
  return editionAt(AIR_INDICES, ms)
}

/** The same, where there must be one; RangeError when there was none. */
export function airIndexAt(ms: number): AirIndexStandard {
  return inForceAt(AIR_INDICES, ms)
}

/** The index in force on a civil day of Asia/Shanghai (`2026-03-01`), as for a forecast or a day's mean; RangeError when there was none. */
export function airIndexOn(date: string): AirIndexStandard {
  return inForceAt(AIR_INDICES, Date.parse(`${date}T00:00:00+08:00`))
}

/** The edition of the index that a record or a document names. */
export function airIndexById(id: AirStandardId): AirIndexStandard {
  const edition = AIR_INDICES.find((standard) => standard.id === id)
  if (!edition) throw new RangeError(`expected an edition of HJ 633, got ${id}`)
  return edition
}

/** The air quality standard in force at an instant (ms), by its date in Asia/Shanghai; RangeError when there was none. */
export function airQualityAt(ms: number): AirQualityStandard {
  return inForceAt(AIR_QUALITIES, ms)
}

/** The warning scheme of that id or slug, or undefined. */
export function warningSchemeById(id: string): WarningScheme | undefined {
  return WARNING_SCHEMES.find((scheme) => scheme.id === id || scheme.slug === id)
}

/** The edition in force at an instant (ms); `from` and `to` are whole days of Asia/Shanghai. RangeError when there was none. */
export function inForceAt<S extends StandardHeader>(editions: readonly S[], ms: number): S {
  const edition = editionAt(editions, ms)
  if (!edition) throw new RangeError(`expected an instant a standard was in force at, got ${ms} ms`)
  return edition
}

function editionAt<S extends StandardHeader>(editions: readonly S[], ms: number): S | undefined {
  return editions.find(
    ({ inForce: { from, to } }) => ms >= startOfDay(from) && (to === null || ms < startOfDay(to) + DAY),
  )
}

const DAY = 86_400_000
const midnights = new Map<string, number>()

// Asked for every row of a file, over a handful of dates.
function startOfDay(date: string): number {
  const known = midnights.get(date)
  if (known !== undefined) return known
  const midnight = Date.parse(`${date}T00:00:00+08:00`)
  midnights.set(date, midnight)
  return midnight
}
