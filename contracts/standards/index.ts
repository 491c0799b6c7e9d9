/** The standards the gateway knows, by edition, and the one in force at an instant (GB 3838-2002; 环办〔2011〕22号). */
import gb3838 from './gb3838-2002.json' with { type: 'json' }
import hb2011 from './hb2011-22.json' with { type: 'json' }
import { readWaterAssessment, readWaterStandard } from './read.ts'
import type { Standard, StandardHeader, WaterAssessment, WaterStandard } from './types.ts'

export type * from './types.ts'

/** GB 3838-2002, table 1. */
export const GB3838_2002: WaterStandard = readWaterStandard(gb3838)
/** 环办〔2011〕22号. */
export const HB2011_22: WaterAssessment = readWaterAssessment(hb2011)

const WATER_STANDARDS: readonly WaterStandard[] = [GB3838_2002]
const WATER_ASSESSMENTS: readonly WaterAssessment[] = [HB2011_22]

/** Every standard, each edition on its own. */
export const STANDARDS: readonly Standard[] = [...WATER_STANDARDS, ...WATER_ASSESSMENTS]

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
