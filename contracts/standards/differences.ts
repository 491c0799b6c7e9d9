/** How the two sides write and do things where no standard tells: one row an aspect, as data with source and confidence. Standards §2.5, §3, §4.2 and §9. */
import { type Guard, list, matching, nullable, oneOf, read, shape } from '../read.ts'
import type { Bilingual, Confidence } from '../types.ts'
import json from './differences.json' with { type: 'json' }
import { bilingual, confidence, source } from './read.ts'
import type { Source } from './types.ts'

/** What is compared, in the order it is shown. */
export const COMPARED = ['water', 'air', 'warning', 'credit', 'risk'] as const
/** One of `COMPARED`. */
export type Compared = (typeof COMPARED)[number]

/** One aspect. A side's text is null where it is not established, `differs` where that cannot be told; `effect` is what it changes in practice. */
export interface SideDifference {
  readonly dataset: Compared
  readonly key: string
  readonly aspect: Bilingual
  readonly sc: Bilingual | null
  readonly cq: Bilingual | null
  readonly differs: boolean | null
  readonly effect: Bilingual | null
  readonly confidence: Confidence
  readonly source: Source
}

const differs: Guard<boolean | null> = (value, at, faults): value is boolean | null => {
  if (value === null || typeof value === 'boolean') return true
  faults.push(`${at} expected true, false or null`)
  return false
}

const rows = list(
  shape<SideDifference>({
    dataset: oneOf(...COMPARED),
    key: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of a-z, 0-9 and -'),
    aspect: bilingual,
    sc: nullable(bilingual),
    cq: nullable(bilingual),
    differs,
    effect: nullable(bilingual),
    confidence,
    source,
  }),
)

/** The rows; throws TypeError on anything else, for an aspect told twice, and for one told to differ, or not, of a side that is not established. */
export function readDifferences(value: unknown): readonly SideDifference[] {
  const found = read('differences', rows, value)
  const keys = found.map(({ dataset, key }) => `${dataset}/${key}`)
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twice !== undefined) throw new TypeError(`differences: ${twice} appears twice`)
  const unfounded = found.find(({ sc, cq, differs: told }) => told !== null && (sc === null || cq === null))
  if (unfounded) throw new TypeError(`differences: ${unfounded.key} tells of a side that is not established`)
  return found
}

/** What is known. */
export const DIFFERENCES: readonly SideDifference[] = readDifferences(json)
