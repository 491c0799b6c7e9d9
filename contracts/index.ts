/** The contracts this gateway can serve, each with its precompiled validator. */

import forecast100 from './air-forecast/v1.0.0.json' with { type: 'json' }
import observation100 from './air-observation/v1.0.0.json' with { type: 'json' }
import warning100 from './air-warning/v1.0.0.json' with { type: 'json' }
import weather100 from './air-weather/v1.0.0.json' with { type: 'json' }
import type { Contract, ContractTerms, Validator } from './contract.ts'
import discharge100 from './discharge-unit/v1.0.0.json' with { type: 'json' }
import credit100 from './enterprise-credit/v1.0.0.json' with { type: 'json' }
import validateForecast100 from './generated/air-forecast-v1.0.0.js'
import validateObservation100 from './generated/air-observation-v1.0.0.js'
import validateWarning100 from './generated/air-warning-v1.0.0.js'
import validateWeather100 from './generated/air-weather-v1.0.0.js'
import validateDischarge100 from './generated/discharge-unit-v1.0.0.js'
import validateCredit100 from './generated/enterprise-credit-v1.0.0.js'
import validateRisk100 from './generated/risk-source-v1.0.0.js'
import validateWater100 from './generated/water-section-quality-v1.0.0.js'
import { canonical } from './jcs.ts'
import risk100 from './risk-source/v1.0.0.json' with { type: 'json' }
import type { Audience, Bilingual } from './types.ts'
import water100 from './water-section-quality/v1.0.0.json' with { type: 'json' }

const AUDIENCES: readonly Audience[] = ['own', 'joint', 'public']

/**
 * The audience of each member of a record, as the terms write it. Throws TypeError for a word that is no audience, and for a
 * member that has none or is `own`: records are committed and served in a public and a joint group, so it would be shown to both.
 */
export function recordAudience(
  written: Readonly<Record<string, string>>,
  members: readonly string[],
): Record<string, Audience> {
  const read: Record<string, Audience> = {}
  for (const [member, value] of Object.entries(written)) {
    const audience = AUDIENCES.find((one) => one === value)
    if (!audience) throw new TypeError(`${value} is no audience`)
    read[member] = audience
  }
  for (const member of members) {
    if (read[member] !== 'public' && read[member] !== 'joint')
      throw new TypeError(`${member} needs the audience public or joint`)
  }
  return read
}

/** What the gateway reads of a contract's JSON; the rest is for people. */
export interface ContractJson {
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly schema: { readonly properties: object }
  readonly terms: {
    readonly audience: Readonly<Record<string, string>>
    readonly allOrNothing: boolean
    readonly rounding: ContractTerms['rounding']
    readonly effective?: { readonly from: string }
    readonly transition?: { readonly until: string }
  }
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

function dayOf(written: string | undefined): string | null {
  if (written !== undefined && !DAY.test(written)) throw new TypeError(`expected a civil day, got ${written}`)
  return written ?? null
}

/** A contract from its JSON and its compiled validator. Throws TypeError for terms that cannot be kept. */
export function contract(json: ContractJson, validate: Validator): Contract {
  const terms: ContractTerms = {
    signatories: ['cq', 'sc'],
    audience: recordAudience(json.terms.audience, Object.keys(json.schema.properties)),
    allOrNothing: json.terms.allOrNothing,
    effective: dayOf(json.terms.effective?.from),
    transition: dayOf(json.terms.transition?.until),
    rounding: json.terms.rounding,
  }
  const { id, version, title, schema } = json
  return { id, version, title, terms, schema, source: canonical(json), validate }
}

/** Every contract version, oldest first. */
export const CONTRACTS: readonly Contract[] = [
  contract(water100, validateWater100),
  contract(forecast100, validateForecast100),
  contract(observation100, validateObservation100),
  contract(credit100, validateCredit100),
  contract(risk100, validateRisk100),
  contract(discharge100, validateDischarge100),
  contract(warning100, validateWarning100),
  contract(weather100, validateWeather100),
]

/** The contract of an id and version, if this gateway knows it. */
export function contractOf(id: string, version: string): Contract | undefined {
  return CONTRACTS.find((contract) => contract.id === id && contract.version === version)
}

export type { Contract, ContractTerms, Validator } from './contract.ts'
