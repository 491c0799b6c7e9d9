/** Where schemes differ over one forecast: whether each would warn at all. Colours of two schemes are never held against each other. */
import type { WarningScheme } from '../../contracts/standards/air-types.ts'
import type { ForecastDay } from './warning-days.ts'
import { suggestWarning, type WarningFinding, type WarningReading } from './warning-suggest.ts'

/** Whether two schemes agree to warn; `unknown` when one of them cannot tell. */
export type WarningAgreement = 'both' | 'neither' | 'only-first' | 'only-second' | 'unknown'

/** Two schemes over one forecast. Members in JCS order. */
export interface SchemePair {
  readonly certain: WarningAgreement
  /** One of them would warn and the other would not, in either reading. */
  readonly differ: boolean
  readonly possible: WarningAgreement
  readonly schemes: readonly [string, string]
}

/** What each scheme suggests, and every pair of them. Members in JCS order. */
export interface WarningComparison {
  readonly findings: readonly WarningFinding[]
  readonly pairs: readonly SchemePair[]
}

/** Puts schemes side by side over one forecast. Two `yellow` of two schemes are not the same, so that only warning or not is compared. Throws as `suggestWarning`. */
export function compareSchemes(sequence: readonly ForecastDay[], schemes: readonly WarningScheme[]): WarningComparison {
  const findings = schemes.map((scheme) => suggestWarning(sequence, scheme))
  const pairs = findings.flatMap((first, at) => findings.slice(at + 1).map((second) => pairOf(first, second)))
  return { findings, pairs }
}

function pairOf(first: WarningFinding, second: WarningFinding): SchemePair {
  const certain = agreement(first.certain, second.certain)
  const possible = agreement(first.possible, second.possible)
  return {
    certain,
    differ: [certain, possible].some((one) => one === 'only-first' || one === 'only-second'),
    possible,
    schemes: [first.scheme, second.scheme],
  }
}

function agreement(first: WarningReading, second: WarningReading): WarningAgreement {
  if (first.level === 'unknown' || second.level === 'unknown') return 'unknown'
  const [one, other] = [first.level !== 'none', second.level !== 'none']
  return one ? (other ? 'both' : 'only-first') : other ? 'only-second' : 'neither'
}
