/** How far the weather lets pollutants disperse, in six grades (中国气象局空气污染气象条件预报, since 2013), and that other scales use the same numbers. */
import { type Guard, list, oneOf, read, shape, text } from '../read.ts'
import type { Bilingual, Confidence } from '../types.ts'
import dispersion2013 from './dispersion-cma-2013.json' with { type: 'json' }
import { bilingual, confidence, header } from './read.ts'
import type { StandardHeader } from './types.ts'

/** 1 disperses best, 6 worst. */
export type DispersionLevel = 1 | 2 | 3 | 4 | 5 | 6

/** One grade: `numeral` as printed (四级), `title` its one word (较差). */
export interface DispersionGrade {
  readonly level: DispersionLevel
  readonly numeral: string
  readonly title: Bilingual
  readonly meaning: Bilingual
}

/** The scale. `others` says what else is graded by the same numbers. */
export interface DispersionScale extends StandardHeader {
  readonly kind: 'dispersion-conditions'
  readonly inForceConfidence: Confidence
  readonly titleConfidence: Confidence
  readonly grades: readonly DispersionGrade[]
  readonly others: { readonly rule: Bilingual; readonly confidence: Confidence }
}

const scale: Guard<DispersionScale> = shape<DispersionScale>({
  ...header,
  kind: oneOf('dispersion-conditions'),
  inForceConfidence: confidence,
  titleConfidence: confidence,
  grades: list(
    shape<DispersionGrade>({ level: oneOf(1, 2, 3, 4, 5, 6), numeral: text, title: bilingual, meaning: bilingual }),
  ),
  others: shape<DispersionScale['others']>({ rule: bilingual, confidence }),
})

/** The scale of JSON; throws TypeError on anything else. */
export function readDispersionScale(value: unknown): DispersionScale {
  return read('scale of dispersion', scale, value)
}

/** 空气污染气象条件预报等级, six grades since 1 September 2013. */
export const DISPERSION_2013: DispersionScale = readDispersionScale(dispersion2013)
