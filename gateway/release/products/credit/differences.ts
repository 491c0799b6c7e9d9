/**
 * What differs in the ratings of one enterprise: between the sides, in grades of the common scale that the contract's crosswalk leads to, which is loud; that
 * one side alone rates it; and within a side, where scheme or contract says what goes first (standards §4.2).
 */
import { AUTHORITY_NAMES } from '../../../../adapters/standards/credit-compare.ts'
import type { CreditCrosswalk } from '../../../../contracts/enterprise-credit/terms.ts'
import { ratingTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import { CREDIT_LEVELS } from '../../../../contracts/standards/credit-types.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import { gradesPhrase } from '../air/phrases.ts'
import type { Difference } from '../product.ts'
import type { ListedRating } from './rows.ts'

/** An enterprise's ratings by side. */
export type SideRatings = Readonly<Record<PartyId, readonly ListedRating[]>>

type Language = keyof Bilingual

/** Those that count: rated, and set aside by no other. */
function standing(ratings: readonly ListedRating[]): readonly ListedRating[] {
  return ratings.filter(({ row }) => row.setAsideBy === null && row.record.status === 'rated')
}

/** The common grade (0 the best) a rating stands for; null where the crosswalk does not hold for its scheme, or has no row for its level. */
export function gradeOf({ row: { party, record } }: ListedRating, { schemes, rows }: CreditCrosswalk): number | null {
  const found = schemes[party].includes(record.scheme) ? rows.find(({ common }) => common === record.level) : undefined
  return found ? CREDIT_LEVELS.indexOf(found.common) : null
}

/** How many grades apart the sides are: at the end where they differ more. Null where one of them is not rated, or does not compare. */
export function gradesApart({ cq, sc }: SideRatings, crosswalk: CreditCrosswalk): number | null {
  const [one, other] = [sc, cq].map((ratings) => standing(ratings).map((rating) => gradeOf(rating, crosswalk)))
  const spans = [one ?? [], other ?? []].map((grades) => grades.filter((grade) => grade !== null))
  const [a = [], b = []] = spans
  if (a.length === 0 || b.length === 0 || a.length < (one?.length ?? 0) || b.length < (other?.length ?? 0)) return null
  return Math.max(Math.abs(Math.max(...a) - Math.max(...b)), Math.abs(Math.min(...a) - Math.min(...b)))
}

/** The side that alone rates it; null where both do, or neither. */
export function onlyRatedBy(ratings: SideRatings): PartyId | null {
  const [only, ...more] = PARTIES.filter((party) => standing(ratings[party]).length > 0)
  return only === undefined || more.length > 0 ? null : only
}

/** Municipal: 环保良好企业. */
function told({ row: { record } }: ListedRating, language: Language): string {
  const { authority } = record
  const rank = AUTHORITY_NAMES[authority.level][language]
  return `${rank}${language === 'zh' ? '' : ' '}“${ratingTitle(record)[language]}”`
}

function listed(ratings: readonly ListedRating[], language: Language): string {
  return ratings.map((one) => told(one, language)).join(language === 'zh' ? '、' : ', ')
}

function betweenSides(ratings: SideRatings, crosswalk: CreditCrosswalk): readonly Difference[] {
  const only = onlyRatedBy(ratings)
  if (only !== null) return [oneSided(only, ratings[only === 'cq' ? 'sc' : 'cq'])]
  const [one, other] = [standing(ratings.sc), standing(ratings.cq)]
  if (one.length === 0 || other.length === 0) return []
  const grades = gradesApart(ratings, crosswalk)
  if (grades === 0) return []
  const head =
    grades === null
      ? { zh: '所依办法不在对照表内，不能比较', en: 'a scheme that is not in the crosswalk does not compare' }
      : { zh: `等级${gradesPhrase(grades).zh}`, en: gradesPhrase(grades).en }
  const text = {
    zh: `${head.zh}：${SIDE.sc.zh}${listed(one, 'zh')}，${SIDE.cq.zh}${listed(other, 'zh')}`,
    en: `${head.en}: ${SIDE.sc.en} ${listed(one, 'en')}, ${SIDE.cq.en} ${listed(other, 'en')}`,
  }
  return [{ kind: 'between-sides', loud: true, text }]
}

/** Rated by one side alone; what the other lists in place of a rating is told. */
function oneSided(only: PartyId, listedByOther: readonly ListedRating[]): Difference {
  const other = SIDE[only === 'cq' ? 'sc' : 'cq']
  const [unrated] = listedByOther
  const title = unrated && ratingTitle(unrated.row.record)
  return {
    kind: 'between-sides',
    loud: false,
    text: {
      zh: `仅${SIDE[only].zh}有评级${title ? `：${other.zh}列为“${title.zh}”` : ''}`,
      en: `rated by ${SIDE[only].en} alone${title ? `: ${other.en} lists it as “${title.en}”` : ''}`,
    },
  }
}

function within(ratings: readonly ListedRating[]): readonly Difference[] {
  const quiet = (text: Bilingual): Difference => ({ kind: 'within-side', loud: false, text })
  const byKey = new Map(ratings.map((one) => [one.row.key, one]))
  const aside = ratings.flatMap((one) => {
    const first = byKey.get(one.row.setAsideBy ?? '')
    if (!first) return []
    return [
      quiet({
        zh: `${told(one, 'zh')}，以${told(first, 'zh')}为先，两份都列出`,
        en: `${told(one, 'en')}: ${told(first, 'en')} goes first, and both are listed`,
      }),
    ]
  })
  const others = standing(ratings)
  const unordered =
    others.length > 1 && others.some(({ row }) => row.record.level !== others[0]?.row.record.level)
      ? [
          quiet({
            zh: `${listed(others, 'zh')}，孰先未有规定`,
            en: `${listed(others, 'en')}: which goes first is not established`,
          }),
        ]
      : []
  const byScore = ratings
    .filter(({ held }) => held.record.notes.some(({ rule }) => rule === 'level-score-differ'))
    .map((one) =>
      quiet({
        zh: `${told(one, 'zh')}与得分所在区间不一致，以等级为准`,
        en: `${told(one, 'en')} is not the level of its score; the level stands`,
      }),
    )
  return [...aside, ...unordered, ...byScore]
}

/** The differences, the loud one first. */
export function creditDifferences(ratings: SideRatings, crosswalk: CreditCrosswalk): readonly Difference[] {
  return [...betweenSides(ratings, crosswalk), ...within(ratings.sc), ...within(ratings.cq)]
}
