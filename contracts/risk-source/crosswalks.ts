/** The crosswalks of the terms of `risk-source` v1: which grades of other schemes both sides signed to take, and as what. None so far. */
import { dictionary, list, oneOf, read, shape } from '../read.ts'
import { OTHER_SCHEMES, type OtherScheme, RISK_LEVELS, type RiskLevel } from '../standards/risk-types.ts'
import contract from './v1.0.0.json' with { type: 'json' }

/** What the words of another scheme stand for. */
export interface Crosswalk {
  readonly scheme: OtherScheme
  readonly levels: Readonly<Record<string, RiskLevel>>
}

const crosswalk = shape<Crosswalk>({
  scheme: oneOf(...OTHER_SCHEMES),
  levels: dictionary<RiskLevel>(oneOf(...RISK_LEVELS)),
})

/** Crosswalks as terms have them; throws TypeError on anything else. */
export function readCrosswalks(value: unknown): readonly Crosswalk[] {
  return read('crosswalks', list(crosswalk), value)
}

/** Those of the contract. */
export const RISK_CROSSWALKS: readonly Crosswalk[] = readCrosswalks(contract.terms.crosswalks)
