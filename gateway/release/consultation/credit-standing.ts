/** How the ratings of a year stand to a list under consultation: those on it, those that must not be shown any more, and those that are not on it, with why. */
import { heldCredit } from '../../../contracts/enterprise-credit/held.ts'
import type { HeldCredit } from '../../../contracts/enterprise-credit/public.ts'
import type { CreditCrosswalk } from '../../../contracts/enterprise-credit/terms.ts'
import { creditTermsOf } from '../../../contracts/enterprise-credit/terms.ts'
import { civilDay } from '../../../contracts/life.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { currentRatings } from '../products/credit/current.ts'
import { CREDIT_DATASET, type ListedRating, listedRatings, ratingName, yearRatings } from '../products/credit/rows.ts'
import { knownTo, lapseOf, type Withheld, type WithheldRating, withheldRatings } from '../products/credit/withheld.ts'
import type { Consultation } from './consultations.ts'
import { selectedOf } from './table.ts'

/** As one side may know it. `issued` and `day` are civil days: that the list is made for, and today. */
export interface CreditStanding {
  readonly issued: string
  readonly day: string
  readonly crosswalk: CreditCrosswalk
  readonly listed: readonly ListedRating[]
  /** By `ratingName`, the listed ratings that must not be shown any more. */
  readonly lapsed: ReadonlyMap<string, Withheld>
  readonly withheld: readonly WithheldRating[]
}

/** Gathers it; null for a consultation on something else, and where there is no contract to read its records by. */
export async function creditStanding(
  gateway: Gateway,
  consultation: Pick<Consultation, 'product' | 'state'>,
  reader: PartyId,
): Promise<CreditStanding | null> {
  if (consultation.product.id !== 'annual-credit-list') return null
  try {
    return await gathered(gateway, consultation, reader)
  } catch (error) {
    if (error instanceof Problem && error.code === 'contract-not-in-force') return null
    throw error
  }
}

async function gathered(
  gateway: Gateway,
  consultation: Pick<Consultation, 'product' | 'state'>,
  reader: PartyId,
): Promise<CreditStanding> {
  const { log, now, standing, store } = gateway
  const made = await selectedOf(gateway, consultation)
  const { contract } = made
  const listed = listedRatings(made)
  const issued = civilDay(Date.parse(made.issued))
  const day = civilDay(now())
  const found = standing.contract(CREDIT_DATASET)
  const inForce = found?.state === 'in-force' ? found.contract : contract
  const { records } = await currentRatings(store, made.period, log.head().size)
  const versionOf = (version: string) => standing.contract(CREDIT_DATASET, version)?.contract
  const currentOf = (name: string): HeldCredit | null => {
    const stored = records.get(name)
    return stored ? heldCredit(stored, inForce, versionOf) : null
  }
  const lapsed = listed.flatMap((rating): [string, Withheld][] => {
    const name = ratingName(rating.row)
    const lapse = lapseOf(rating, currentOf(name), day, inForce)
    return lapse ? [[name, lapse]] : []
  })
  return {
    issued,
    day,
    crosswalk: creditTermsOf(contract).crosswalk,
    listed,
    lapsed: new Map(lapsed),
    withheld: knownTo(withheldRatings(yearRatings(made), listed, issued, contract), contract, reader),
  }
}
