/** What both sides signed beside the schema: the crosswalk between their levels, mutual recognition, and how long a rating is shown. */
import type { Contract } from '../contract.ts'
import { flag, list, number, oneOf, read, shape, text } from '../read.ts'
import { CREDIT_LEVELS, type CreditLevel } from '../standards/credit-types.ts'
import type { Bilingual, PartyId } from '../types.ts'
import credit100 from './v1.0.0.json' with { type: 'json' }

/** A row: the name of a level on each side, and the common level of `scale` they stand for. */
export type CrosswalkRow = { readonly common: CreditLevel } & Readonly<Record<PartyId, string>>

/** The crosswalk of one version of the contract. It holds for the schemes it names and no other. */
export interface CreditCrosswalk extends Bilingual {
  readonly id: string
  readonly edition: string
  /** The standard whose levels are the common ones. */
  readonly scale: string
  readonly schemes: Readonly<Record<PartyId, readonly string[]>>
  /** A level that has no row is refused. */
  readonly unknown: 'reject'
  readonly rows: readonly CrosswalkRow[]
}

/** Whether a rating of one side has any effect on the other. */
export interface MutualRecognition extends Bilingual {
  readonly enabled: boolean
}

/** How long a rating is shown publicly; without a stated validity, so many years after the rating year. */
export interface DisplayTerms extends Bilingual {
  readonly goneOn: readonly ('repair-granted' | 'expiry')[]
  readonly yearsWithoutValidity: number
}

/** The terms of one version that the schema cannot say. */
export interface CreditTerms {
  readonly crosswalk: CreditCrosswalk
  readonly display: DisplayTerms
  readonly mutualRecognition: MutualRecognition
}

const terms = shape<CreditTerms>({
  crosswalk: shape<CreditCrosswalk>({
    id: text,
    edition: text,
    zh: text,
    en: text,
    scale: text,
    schemes: shape<CreditCrosswalk['schemes']>({ cq: list(text), sc: list(text) }),
    unknown: oneOf('reject'),
    rows: list(shape<CrosswalkRow>({ common: oneOf(...CREDIT_LEVELS), cq: text, sc: text })),
  }),
  display: shape<DisplayTerms>({
    goneOn: list(oneOf('repair-granted', 'expiry')),
    yearsWithoutValidity: number,
    zh: text,
    en: text,
  }),
  mutualRecognition: shape<MutualRecognition>({ enabled: flag, zh: text, en: text }),
})

/** The terms of a contract's JSON; throws TypeError when they do not fit, or a level stands in two rows. */
export function readCreditTerms(value: object): CreditTerms {
  const members: Readonly<Record<string, unknown>> = { ...value }
  const { crosswalk, display, mutualRecognition } = members
  const found = read('credit terms', terms, { crosswalk, display, mutualRecognition })
  for (const column of ['common', 'cq', 'sc'] as const) {
    const names = found.crosswalk.rows.map((row) => row[column])
    if (new Set(names).size !== names.length)
      throw new TypeError(`credit terms: a level of ${column} stands in two rows`)
  }
  return found
}

const VERSIONS: Readonly<Record<string, CreditTerms>> = { '1.0.0': readCreditTerms(credit100.terms) }

/** The terms of a version of the contract; throws RangeError for one the gateway does not know. */
export function creditTerms(version: string): CreditTerms {
  const found = Object.hasOwn(VERSIONS, version) ? VERSIONS[version] : undefined
  if (!found) throw new RangeError(`expected a version of enterprise-credit, got ${version}`)
  return found
}

const known = new WeakMap<object, CreditTerms>()

/** The terms of a version as it was signed, whichever it is; throws TypeError when they do not fit. */
export function creditTermsOf(contract: Pick<Contract, 'source'>): CreditTerms {
  const before = known.get(contract)
  if (before) return before
  const json: unknown = JSON.parse(contract.source)
  const signed = typeof json === 'object' && json !== null && 'terms' in json ? json.terms : null
  const made = readCreditTerms(typeof signed === 'object' && signed !== null ? signed : {})
  known.set(contract, made)
  return made
}

/** The common level of a side's level by its name there; undefined when the crosswalk has none, which is refused. */
export function commonLevel({ rows }: CreditCrosswalk, party: PartyId, name: string): CreditLevel | undefined {
  return rows.find((row) => row[party] === name)?.common
}
