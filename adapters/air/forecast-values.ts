/** The parts of a forecast held against the standard: its edition, the AQI range, the concentrations. Standards §2.2 and §2.5. */
import type { AirForecastRecord, ValueRange } from '../../contracts/air-forecast/record.ts'
import { POLLUTANTS, type Pollutant } from '../../contracts/standards/air-types.ts'
import {
  type AirIndexStandard,
  type AirStandardId,
  airIndexById,
  findAirIndex,
} from '../../contracts/standards/index.ts'
import type { Bilingual, Note, Rejection } from '../../contracts/types.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
import { reject, shown } from '../tables/reject.ts'
import type { AreaField } from './area-fault.ts'
import type { ForecastValues } from './clauses.ts'
import { startOfDay } from './day.ts'
import { figureRejection } from './faults.ts'
import { readConcentration } from './figure.ts'

/** Parts of a forecast that a rejection may point to. */
export type ForecastPart = AreaField | 'date' | 'issued' | 'horizon' | 'aqi' | 'class' | 'primary' | Pollutant

/** Rejects the row at hand, for a part of it. */
export type Refuse = (type: string, part: ForecastPart, value: string, detail: Bilingual) => Rejection

const STANDARD = /HJ\s*633\s*[-—–]?\s*(2012|2026)/i

function standardOf(text: string): AirStandardId | null {
  const year = STANDARD.exec(text)?.[1]
  return year === '2012' ? 'HJ 633-2012' : year === '2026' ? 'HJ 633-2026' : null
}

/** The edition of the index the figures are in: as stated, else the one in force on the day; undefined before any. */
export function editionOf(text: string, day: string, notes: Note[]): AirIndexStandard | undefined {
  const inForce = findAirIndex(startOfDay(day))
  if (text === '') return inForce
  const stated = standardOf(text)
  if (stated === null) notes.push({ field: '/standard', rule: 'standard-unreadable', sent: shown(text) })
  else if (stated !== inForce?.id) notes.push({ field: '/standard', rule: 'standard-as-stated', sent: shown(text) })
  return stated === null ? inForce : airIndexById(stated)
}

/** The AQI range in order and on the scale; null where the forecast has none. */
export function aqiOf(
  values: ForecastValues,
  edition: AirIndexStandard,
  refuse: Refuse,
): ValueRange<number> | null | Rejection {
  if (values.aqi === null) return null
  const { from, to } = values.aqi
  const end = edition.indices.at(-1) ?? 0
  if (from > to) {
    return refuse('range-inverted', 'aqi', values.aqiText, {
      zh: `AQI下限 ${from} 大于上限 ${to}`,
      en: `The lower end ${from} of the AQI range exceeds the upper end ${to}`,
    })
  }
  if (to > end || from < 0) {
    return refuse('aqi-over-scale', 'aqi', values.aqiText, {
      zh: `AQI应在 0 至 ${end} 之间，所报为 ${values.aqiText}`,
      en: `The AQI runs from 0 to ${end}; ${values.aqiText} was sent`,
    })
  }
  return { max: to, min: from }
}

/** The concentrations in the record's key order. */
export function concentrationsOf(
  values: ForecastValues,
  row: number,
  heading: (part: ForecastPart) => string,
  notes: Note[],
): AirForecastRecord['concentrations'] | Rejection {
  const made: Partial<Record<Pollutant, ValueRange<Result>>> = {}
  for (const pollutant of POLLUTANTS) {
    const sent = values.concentrations.find((one) => one.pollutant === pollutant)
    if (!sent) continue
    const [max, min] = [sent.to, sent.from].map((digits) => readConcentration(digits, pollutant, sent.unit))
    for (const figure of [max, min])
      if (figure && figure.result === null) return figureRejection(row, heading(pollutant), sent.unit, figure)
    if (!max?.result || !min?.result) continue
    if ((min.result.value ?? 0) > (max.result.value ?? 0)) {
      return reject(row, 'range-inverted', heading(pollutant), `${sent.from}~${sent.to}`, {
        zh: `浓度下限 ${sent.from} 大于上限 ${sent.to}`,
        en: `The lower end ${sent.from} of the concentrations exceeds the upper end ${sent.to}`,
      })
    }
    made[pollutant] = { max: max.result, min: min.result }
    for (const rule of max.rules) notes.push({ field: `/concentrations/${pollutant}`, rule })
  }
  return made
}
