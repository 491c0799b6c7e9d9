/** What the sides' ratings of one enterprise and year come to on the records held: where two authorities or both sides rated, and their levels differ. Standards §4.2. */
import { prevailing } from '../../contracts/enterprise-credit/prevailing.ts'
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import type { CreditAuthority } from '../../contracts/standards/credit-types.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'

/** The dataset. */
export const CREDIT_CONTRACT = 'enterprise-credit'

/** A rating and who sent it. */
export interface Rating {
  readonly party: PartyId
  readonly record: CreditRecord
}

/** Enterprises and years that two authorities of one side rated. */
export interface AuthorityCounts {
  readonly ratedTwice: number
  readonly differ: number
  readonly settled: number
  readonly settledByOneOrder: number
}

/** The whole; an enterprise counts once for each year it was rated for. */
export interface CreditPractice {
  readonly ratings: number
  readonly notRated: number
  readonly enterpriseYears: number
  readonly twoAuthorities: Readonly<Record<PartyId, AuthorityCounts>>
  readonly bothSides: { readonly ratedByBoth: number; readonly differ: number }
}

/** One order for both sides, as Chongqing has it: the higher government first. A province and a municipality are of one rank. */
const RANK: Readonly<Record<CreditAuthority, number>> = { province: 0, municipality: 0, prefecture: 1, district: 2 }

function levelsOf(records: readonly CreditRecord[]): number {
  return new Set(records.map(({ level }) => level)).size
}

function ofHighest(records: readonly CreditRecord[]): readonly CreditRecord[] {
  const highest = Math.min(...records.map(({ authority }) => RANK[authority.level]))
  return records.filter(({ authority }) => RANK[authority.level] === highest)
}

function authoritiesOf(records: readonly CreditRecord[]): number {
  return new Set(records.map(({ authority: { level, name } }) => JSON.stringify([level, name]))).size
}

/** The ratings of one enterprise and year by one side. */
function authorityCounts(groups: readonly (readonly CreditRecord[])[]): AuthorityCounts {
  const twice = groups.filter((records) => authoritiesOf(records) > 1)
  const differing = twice.filter((records) => levelsOf(records) > 1)
  return {
    ratedTwice: twice.length,
    differ: differing.length,
    settled: differing.filter((records) => levelsOf(prevailing(records).standing) === 1).length,
    settledByOneOrder: differing.filter((records) => levelsOf(ofHighest(records)) === 1).length,
  }
}

/** Counts over the current records of both sides. */
export function creditPractice(records: readonly Rating[]): CreditPractice {
  const rated = records.filter(({ record }) => record.status === 'rated')
  const groups = [...Map.groupBy(rated, ({ record: { enterprise, ratingYear } }) => `${enterprise.code}/${ratingYear}`)]
  const bySide = groups.map(([, ratings]) => {
    const of = (party: PartyId) => ratings.filter((one) => one.party === party).map(({ record }) => record)
    return { cq: of('cq'), sc: of('sc') }
  })
  const both = bySide.filter((sides) => PARTIES.every((party) => sides[party].length > 0))
  const differ = both.filter(({ cq, sc }) => levelsOf([...prevailing(cq).standing, ...prevailing(sc).standing]) > 1)
  return {
    ratings: rated.length,
    notRated: records.length - rated.length,
    enterpriseYears: groups.length,
    twoAuthorities: {
      cq: authorityCounts(bySide.map(({ cq }) => cq)),
      sc: authorityCounts(bySide.map(({ sc }) => sc)),
    },
    bothSides: { ratedByBoth: both.length, differ: differ.length },
  }
}
