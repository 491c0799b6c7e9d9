/** What differs in the ratings of one enterprise: between the sides, which is loud, and within one, where scheme or contract says what goes first (standards §4.2). */
import { AUTHORITY_NAMES } from '../../../../adapters/standards/credit-compare.ts'
import { ratingTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import type { Bilingual, PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import type { Difference } from '../product.ts'
import type { ListedRating } from './rows.ts'

/** An enterprise's ratings by side. */
export type SideRatings = Readonly<Record<PartyId, readonly ListedRating[]>>

type Language = keyof Bilingual

/** Those that count: rated, and set aside by no other. */
function standing(ratings: readonly ListedRating[]): readonly ListedRating[] {
  return ratings.filter(({ row }) => row.setAsideBy === null && row.record.status === 'rated')
}

function levels(ratings: readonly ListedRating[]): string {
  return [...new Set(ratings.map(({ row }) => row.record.level))].sort().join()
}

function both(say: (language: Language) => string): Bilingual {
  return { zh: say('zh'), en: say('en') }
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

function betweenSides({ cq, sc }: SideRatings): readonly Difference[] {
  const [one, other] = [standing(sc), standing(cq)]
  if (one.length === 0 || other.length === 0 || levels(one) === levels(other)) return []
  const text = both((language) =>
    [`${SIDE.sc[language]} — ${listed(one, language)}`, `${SIDE.cq[language]} — ${listed(other, language)}`].join(
      language === 'zh' ? '；' : '; ',
    ),
  )
  return [{ kind: 'between-sides', loud: true, text }]
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
    others.length > 1 && others.some((one) => levels([one]) !== levels(others.slice(0, 1)))
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
export function creditDifferences(ratings: SideRatings): readonly Difference[] {
  return [...betweenSides(ratings), ...within(ratings.sc), ...within(ratings.cq)]
}
