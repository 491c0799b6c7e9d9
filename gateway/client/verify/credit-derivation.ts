/**
 * What records of ratings must bear out of a list: the root over its rows, and of each row that is opened its year, side, scheme, level and that it could be
 * shown on the day of issue. That none was left out cannot be told: whether a rating may be public at all is not public, nor is a repair.
 */
import { publicOn } from '../../../contracts/enterprise-credit/display.ts'
import { type CreditTerms, readCreditTerms } from '../../../contracts/enterprise-credit/terms.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { CREDIT_LEVELS } from '../../../contracts/standards/credit-types.ts'
import { byPlace, ratingYearOf, rowsRoot } from '../../release/products/credit/rows.ts'
import type { CreditRelease } from '../../release/release-types.ts'
import { civilDay } from './air-form.ts'
import type { JointDocument } from './joint.ts'
import { type Members, membersOf, type PublicRecord } from './public-record.ts'
import { must } from './report.ts'
import type { PlacedRecord } from './submissions.ts'

/** The records of a list: those opened, and those of which only the leaf is there. */
export interface RatingRecords {
  readonly opened: readonly PublicRecord[]
  readonly withheld: readonly PlacedRecord[]
}

/** Holds the records against the list. Throws CheckFailure, TypeError. */
export function mustBearOutRatings(
  { opened, withheld }: RatingRecords,
  release: CreditRelease,
  contract: JointDocument,
): void {
  const { changes, rowsRoot: root, standards } = release
  const leaves = [...opened, ...withheld].sort(byPlace).map(({ leaf }) => leaf)
  must(
    rowsRoot(leaves) === root,
    '各行的承诺与发布的根不符',
    'the leaves of the rows do not give the root that was signed',
  )
  const named = new Set(leaves.map((leaf) => JSON.stringify(leaf)))
  const found = changes.every(({ member, to }) => member === 'statement' || to === 'null' || named.has(to))
  must(found, '变更指向名单以外的行', 'expected changes of rows on the list')
  const terms = termsOf(contract)
  const once = new Set<string>()
  for (const record of opened) {
    mustBeRating(record, release, [terms, termsOf(record.contract)])
    const { key, scheme } = ratingOf(record)
    must(!once.has(key), `${key} 有两份`, `expected one rating ${key}`)
    once.add(key)
    must(
      standards.includes(scheme),
      `办法 ${scheme} 未列入所用标准`,
      `expected the scheme ${scheme} among the standards`,
    )
  }
}

function termsOf({ value }: JointDocument): CreditTerms {
  const terms = membersOf(value).get('terms')
  return readCreditTerms(typeof terms === 'object' && terms !== null ? terms : {})
}

/** What is read of a rating, and what it is found by on its side. */
function ratingOf({ members, party, place }: PublicRecord): { readonly key: string; readonly scheme: string } {
  const [authority, enterprise] = [membersOf(members.get('authority')), membersOf(members.get('enterprise'))]
  const parts = [enterprise.get('code'), members.get('ratingYear'), authority.get('level'), authority.get('name')]
  const scheme = members.get('scheme')
  must(
    parts.every((part) => part !== undefined) &&
      typeof enterprise.get('name') === 'string' &&
      typeof scheme === 'string',
    `记录 ${place} 不足以说明一份评价`,
    `expected the record ${place} to tell a rating`,
  )
  return { key: [party, ...parts.map((part) => part ?? '-')].join('/'), scheme }
}

function mustBeRating(record: PublicRecord, { issued, period }: CreditRelease, terms: readonly CreditTerms[]): void {
  const { members, party } = record
  const { key, scheme } = ratingOf(record)
  const [ratingYear, level, status] = ['ratingYear', 'level', 'status'].map((member) => members.get(member))
  must(
    typeof ratingYear === 'number' && ratingYear === ratingYearOf(period),
    `${key} 不是本年度的评价`,
    `expected ${key} to be of the year of the list`,
  )
  const isLevel = CREDIT_LEVELS.some((one) => one === level)
  const isStatus = status === 'rated' ? isLevel : (status === 'not-rated' || status === 'suspended') && level === null
  must(isStatus, `${key} 的等级与参评状态不符`, `expected a level of ${key} exactly when it is rated`)
  must(
    terms.every(({ crosswalk }) => crosswalk.schemes[party].includes(scheme)),
    `${key} 所依办法不是该方的办法`,
    `expected ${key} by a scheme of its side`,
  )
  const validity = spanOf(members.get('validity'))
  const notice = spanOf(membersOf(members.get('publicationBasis')).get('notice'))
  const shown = {
    publication: 'public',
    publicationBasis: {
      document: null,
      notice: notice.from !== null && notice.to !== null ? { ...notice, from: notice.from, to: notice.to } : null,
    },
    ratingYear,
    repair: null,
    validity,
  } as const
  const day = issued.slice(0, 10)
  must(
    terms.every(({ display }) => publicOn(shown, day, display)),
    `${key} 在 ${day} 不在展示期内`,
    `expected ${key} to be within its time of display on ${day}`,
  )
}

/** A span of civil days, open where it is not told. */
function spanOf(value: JsonValue | undefined): { readonly from: string | null; readonly to: string | null } {
  const members: Members = membersOf(value)
  const dayOf = (member: string): string | null => {
    const day = members.get(member)
    return civilDay(day, member, []) ? day : null
  }
  return { from: dayOf('from'), to: dayOf('to') }
}
