/**
 * What of a year's ratings a list does not have, and why; and which of those it has must not be shown any more. Both are for the two sides' own desks: no
 * release, page or file for everybody tells of either (`contracts/enterprise-credit/display.ts` says what is shown).
 */

import { lastShownDay, publicOn } from '../../../../contracts/enterprise-credit/display.ts'
import { type HeldCredit, publicPart } from '../../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../../contracts/enterprise-credit/record.ts'
import { creditTermsOf, type DisplayTerms } from '../../../../contracts/enterprise-credit/terms.ts'
import { releasedCreditState } from '../../../../contracts/enterprise-credit/visible.ts'
import type { Contract } from '../../../../contracts/index.ts'
import type { Audience, PartyId } from '../../../../contracts/types.ts'
import type { ListedRating, YearRating } from './rows.ts'

/**
 * Why a rating is not shown: between the sides alone, of no effect to the public, not public yet, repaired, expired, or not opened by the contract; and of one
 * that was listed, that its authority says otherwise now, or nothing.
 */
export type WithheldWhy = 'joint' | 'none' | 'not-yet' | 'repaired' | 'expired' | 'terms' | 'revised' | 'gone'

/** Why, and the civil day it counts from; null where none is stated. */
export interface Withheld {
  readonly why: WithheldWhy
  readonly day: string | null
}

/** A rating of the year that the list does not have. */
export interface WithheldRating extends YearRating, Withheld {}

function byTerms(record: CreditRecord, day: string, display: DisplayTerms): Withheld | null {
  if (publicOn(record, day, display)) return null
  const { publication, publicationBasis, repair, validity } = record
  if (publication !== 'public') return { why: publication, day: null }
  const from = publicationBasis?.notice?.from ?? validity.from
  if (from !== null && day < from) return { why: 'not-yet', day: from }
  const repaired =
    display.goneOn.includes('repair-granted') &&
    repair?.state === 'granted' &&
    (repair.date === null || day >= repair.date)
  return repaired ? { why: 'repaired', day: repair.date } : { why: 'expired', day: lastShownDay(record, display) }
}

/** Why a rating is not shown publicly on a civil day, by the contract in force and the one it was sent under; null where it is. */
export function withheldOn({ record, under }: HeldCredit, day: string, contract: Contract): Withheld | null {
  const both = [contract, under ?? contract]
  for (const one of both) {
    const found = byTerms(record, day, creditTermsOf(one).display)
    if (found) return found
  }
  const open = publicPart(
    record,
    both.map(({ terms }) => terms.audience),
  )
  return open ? null : { why: 'terms', day: null }
}

/** The ratings of the year that are not listed, each with why not on the day. */
export function withheldRatings(
  year: readonly YearRating[],
  listed: readonly ListedRating[],
  day: string,
  contract: Contract,
): readonly WithheldRating[] {
  const there = new Set(listed.map(({ bound }) => bound))
  return year
    .filter(({ bound }) => !there.has(bound))
    .map(({ bound, held }) => ({ bound, held, ...(withheldOn(held, day, contract) ?? { why: 'terms', day: null }) }))
}

/** Why a listed rating must not be shown any more on a later day, `current` being what its authority says now; null while it may. */
export function lapseOf(
  { held, row }: ListedRating,
  current: HeldCredit | null,
  day: string,
  contract: Contract,
): Withheld | null {
  const state = releasedCreditState({ key: held.key, record: row.record }, current ?? undefined, day, contract)
  if (state === 'shown') return null
  if (state === 'revised') return { why: 'revised', day: null }
  return (current && withheldOn(current, day, contract)) ?? { why: 'gone', day: null }
}

/** Whether somebody of a side may know a member of a rating: of one kept to its own side (`own`), that side alone. */
export function mayKnow(audience: Readonly<Record<string, Audience>>, member: string, own: boolean): boolean {
  const open = audience[member]
  return open === 'public' || open === 'joint' || (open === 'own' && own)
}

/** Of withheld ratings those that somebody of a side may know of, by the contract. */
export function knownTo<T extends YearRating>(
  ratings: readonly T[],
  contract: Contract,
  reader: PartyId,
): readonly T[] {
  const { audience } = contract.terms
  return ratings.filter(({ held: { party } }) => mayKnow(audience, 'enterprise', party === reader))
}
