/** GB/T 8170-2008, by which figures are rounded: its rules as data, with examples that arithmetic is held to. Standards §2.4. */
import { type Guard, list, matching, number, oneOf, read, shape, text } from '../read.ts'
import type { Bilingual, Confidence } from '../types.ts'
import gbt8170 from './gbt8170-2008.json' with { type: 'json' }
import { bilingual, confidence, header } from './read.ts'
import type { StandardHeader } from './types.ts'

/** What a rule is about: the half, the sign, rounding once, comparing with limits. */
export type RoundingRuleKey = 'half-even' | 'negative' | 'once' | 'comparison'

/** A rule, with how sure we are of it. */
export interface RoundingRule {
  readonly key: RoundingRuleKey
  readonly rule: Bilingual
  readonly confidence: Confidence
}

/** A decimal text and what it comes to at so many places. */
export interface RoundingExample {
  readonly value: string
  readonly places: number
  readonly rounded: string
}

/** A standard of rounding. `replaces` is the edition before it. */
export interface RoundingStandard extends StandardHeader {
  readonly kind: 'rounding'
  readonly inForceConfidence: Confidence
  readonly replaces: string
  readonly rules: readonly RoundingRule[]
  readonly examples: readonly RoundingExample[]
}

const decimal = matching(/^-?\d+(?:\.\d+)?$/, 'a decimal text')

const standard: Guard<RoundingStandard> = shape<RoundingStandard>({
  ...header,
  kind: oneOf('rounding'),
  inForceConfidence: confidence,
  replaces: text,
  rules: list(
    shape<RoundingRule>({ key: oneOf('half-even', 'negative', 'once', 'comparison'), rule: bilingual, confidence }),
  ),
  examples: list(shape<RoundingExample>({ value: decimal, places: number, rounded: decimal })),
})

/** The standard of JSON; throws TypeError on anything else. */
export function readRoundingStandard(value: unknown): RoundingStandard {
  return read('standard of rounding', standard, value)
}

/** GB/T 8170-2008. */
export const GBT8170_2008: RoundingStandard = readRoundingStandard(gbt8170)
