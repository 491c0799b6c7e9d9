/** Reads a standard kept as JSON into its type; what does not fit is a TypeError that names the member. */
import {
  flag,
  type Guard,
  list,
  matching,
  nullable,
  number,
  oneOf,
  optional,
  ordinal,
  read,
  shape,
  text,
} from '../read.ts'
import type { Bilingual, Confidence, Evidence } from '../types.ts'
import { WATER_ITEMS, type WaterClass } from '../water-section-quality/record.ts'
import {
  type ClassLimits,
  type PercentRange,
  RATINGS,
  type RatingKey,
  type ShareRule,
  type Source,
  type StandardHeader,
  type StandardItem,
  type WaterAssessment,
  type WaterStandard,
} from './types.ts'

/** `{zh, en}`, both non-empty. */
export const bilingual: Guard<Bilingual> = shape<Bilingual>({ zh: text, en: text })

/** Names of documents, or a text in both languages. */
export const source: Guard<Source> = (value, at, faults): value is Source =>
  typeof value === 'string' ? text(value, at, faults) : bilingual(value, at, faults)

/** How sure a source is, as one of the words of `Confidence`. */
export const confidence: Guard<Confidence> = oneOf('V2', 'V1', 'C', 'M-high', 'M-mid', 'M-low')

/** `{confidence, sources, note?}`, sources by name. */
export const evidence: Guard<Evidence> = shape<Evidence>({ confidence, sources: list(text), note: optional(text) })

/** Classes Ⅰ to Ⅴ and worse than Ⅴ as 1 to 6. */
export const waterClass: Guard<WaterClass> = oneOf(1, 2, 3, 4, 5, 6)

const decimal = matching(/^\d+(\.\d+)?$/, 'a decimal text')
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date')
const item = oneOf(...WATER_ITEMS)
const rating = oneOf(...RATINGS)

/** What every standard says of itself. */
export const header: { readonly [K in keyof StandardHeader]-?: Guard<StandardHeader[K]> } = {
  id: text,
  slug: matching(/^[a-z0-9-]+$/, 'a slug of a-z, 0-9 and -'),
  edition: text,
  title: bilingual,
  inForce: shape<StandardHeader['inForce']>({ from: date, to: nullable(date) }),
  source,
  confidence,
}

const limits: Guard<ClassLimits> = (value, at, faults): value is ClassLimits => {
  if (list(decimal)(value, at, faults) && value.length === 5) return true
  faults.push(`${at} expected five limits`)
  return false
}

const standardItem = shape<StandardItem>({
  key: item,
  no: ordinal,
  codes: list(matching(/^w\d{5}$/, 'a code of HJ 525')),
  title: bilingual,
  unit: text,
  direction: oneOf('upper', 'lower', 'range', 'none'),
  limits: shape<StandardItem['limits']>({ river: optional(limits), lake: optional(limits) }),
  range: optional(shape<{ min: string; max: string }>({ min: decimal, max: decimal })),
  inClass: flag,
  codeConfidence: optional(confidence),
  note: optional(bilingual),
})

const standard = shape<WaterStandard>({
  ...header,
  kind: oneOf('surface-water'),
  codeConfidence: confidence,
  items: list(standardItem),
})

const percent = shape<PercentRange>({ min: optional(number), below: optional(number) })

const assessment = shape<WaterAssessment>({
  ...header,
  kind: oneOf('surface-water-assessment'),
  items: shape<WaterAssessment['items']>({ used: list(item), reference: list(item), confidence }),
  sectionRatings: shape<WaterAssessment['sectionRatings']>({
    byClass: shape<Record<WaterClass, RatingKey>>({ 1: rating, 2: rating, 3: rating, 4: rating, 5: rating, 6: rating }),
    confidence,
  }),
  ratings: list(shape<WaterAssessment['ratings'][number]>({ key: rating, title: bilingual, colour: bilingual })),
  colourConfidence: confidence,
  river: shape<WaterAssessment['river']>({
    minSections: ordinal,
    rule: bilingual,
    shares: list(
      shape<ShareRule>({ rating, good: percent, worst: optional(percent), confidence, note: optional(bilingual) }),
    ),
    units: bilingual,
    confidence,
  }),
  mainPollutants: shape<WaterAssessment['mainPollutants']>({
    worseThan: waterClass,
    count: ordinal,
    noMultiple: list(item),
    first: list(item),
    rule: bilingual,
    multiple: bilingual,
    confidence,
    multipleConfidence: confidence,
    firstConfidence: confidence,
  }),
  trend: shape<WaterAssessment['trend']>({
    section: shape<WaterAssessment['trend']['section']>({ markedlyFrom: ordinal, rule: bilingual }),
    river: shape<WaterAssessment['trend']['river']>({ unchangedUpTo: ordinal, somewhatUpTo: ordinal, rule: bilingual }),
    periods: shape<WaterAssessment['trend']['periods']>({
      least: ordinal,
      critical: list(shape<{ periods: number; value: string }>({ periods: ordinal, value: decimal })),
      rule: bilingual,
      note: bilingual,
      criticalConfidence: confidence,
      confidence,
    }),
    confidence,
  }),
})

/** An edition of the surface water standard; throws TypeError on anything else. */
export function readWaterStandard(value: unknown): WaterStandard {
  return read('surface water standard', standard, value)
}

/** An edition of the assessment method; throws TypeError on anything else. */
export function readWaterAssessment(value: unknown): WaterAssessment {
  return read('surface water assessment', assessment, value)
}
