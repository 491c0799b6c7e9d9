/** What a comparison of two versions says: a verdict, findings with their counter-examples, and the version step that fits. Types only. */
import type { JsonValue } from '../jcs.ts'
import type { Bilingual } from '../types.ts'

/** What a change breaks: `backward`, data valid under the old version no longer is under the new; `forward`, the reverse. */
export type Direction = 'backward' | 'forward'

/**
 * `backward`: what is valid under OLD is valid under NEW (new readers read old data); `forward`: the reverse;
 * `full`: both; `breaking`: neither.
 */
export type Verdict = 'backward' | 'forward' | 'full' | 'breaking'

/** One of the two versions compared. */
export type Side = 'old' | 'new'

/** The version number that has to move, of MAJOR.MINOR.PATCH. */
export type Step = 'none' | 'patch' | 'minor' | 'major'

/** A value that one version accepts and the other refuses. */
export interface Example {
  readonly instance: JsonValue
  readonly accepted: Side
  readonly refused: Side
}

/** One difference between two versions. */
export interface Finding {
  /** `schema`: other values are accepted; `meaning`: the same values mean something else; `terms`: other conditions; `words`: said otherwise. */
  readonly kind: 'schema' | 'meaning' | 'terms' | 'words'
  /** The keyword or term that differs. */
  readonly rule: string
  /** JSON pointer of it, and the version it stands in. */
  readonly pointer: string
  readonly within: Side
  /** Where in a record it tells, as JSON pointers with `*` for any member or entry; empty for terms. */
  readonly places: readonly string[]
  /** What it breaks; empty when it breaks nothing. */
  readonly breaks: readonly Direction[]
  /** False when it could not be decided, and is therefore taken to break. */
  readonly decided: boolean
  /** True when data or people would be treated beyond what was agreed: new signatures, not only new software. */
  readonly consent: boolean
  readonly why: Bilingual
  readonly example: Example | null
  /** Why there is no example, where there is none. */
  readonly noExample: Bilingual | null
}

/** Whether the step between two version numbers is as large as the change. */
export interface StepCheck {
  readonly from: string
  readonly to: string
  /** The step the change needs, and the one the version numbers take; null when the number does not go up, or is no version. */
  readonly required: Step
  readonly actual: Step | null
  readonly fits: boolean
  readonly why: Bilingual
}

/** The comparison of two schemas. */
export interface SchemaComparison {
  readonly verdict: Verdict
  readonly title: Bilingual
  readonly findings: readonly Finding[]
}

/** The comparison of two versions of a contract. */
export interface Comparison extends SchemaComparison {
  readonly step: StepCheck
}
