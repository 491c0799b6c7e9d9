/** In words, for the two sides' desks: why a rating is not on a list, or must not be shown any more; and as differences of an enterprise's row. */
import { AUTHORITY_NAMES } from '../../../../adapters/standards/credit-compare.ts'
import type { CreditRecord } from '../../../../contracts/enterprise-credit/record.ts'
import { ratingTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import type { Bilingual, PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import type { Difference } from '../product.ts'
import type { SideRatings } from './differences.ts'
import { ratingName } from './rows.ts'
import type { Withheld, WithheldRating, WithheldWhy } from './withheld.ts'

const WHY: Readonly<Record<WithheldWhy, Bilingual>> = {
  expired: { zh: '已到期', en: 'expired' },
  gone: { zh: '已不在有效记录中', en: 'no longer among the current records' },
  joint: { zh: '仅限双方，评价机关未公开', en: 'between the sides alone: its authority has not made it public' },
  none: { zh: '不公开', en: 'not to be made public' },
  'not-yet': { zh: '未到公开之日', en: 'not public yet' },
  repaired: { zh: '已修复', en: 'repaired' },
  revised: { zh: '评价机关另有结论', en: 'its authority says otherwise now' },
  terms: { zh: '数据契约未开放', en: 'not opened by the contract' },
}

/** Why, with the day it counts from; of what has expired the last day it was shown. */
export function withheldText({ why, day }: Withheld): Bilingual {
  const { zh, en } = WHY[why]
  if (day === null) return { zh, en }
  if (why === 'not-yet') return { zh: `${zh}（${day} 起公开）`, en: `${en} (from ${day})` }
  return { zh: `${zh}（${day}）`, en: `${en} (${day})` }
}

type Told = Pick<CreditRecord, 'authority' | 'level' | 'scheme' | 'status'>

/** Whose rating, of which rank of authority, and its level. */
function ratingText(party: PartyId, record: Told): Bilingual {
  const [rank, title] = [AUTHORITY_NAMES[record.authority.level], ratingTitle(record)]
  return { zh: `${SIDE[party].zh}${rank.zh}“${title.zh}”`, en: `${SIDE[party].en} ${rank.en} “${title.en}”` }
}

function difference(loud: boolean, text: Bilingual): Difference {
  return { kind: 'within-side', loud, text }
}

/**
 * What there is to know of an enterprise's row beside what is listed. Loud: a listed rating that must not be shown any more; and one side's repaired or
 * expired while the other's is still listed.
 */
export function besideDifferences(
  { cq, sc }: SideRatings,
  lapsed: ReadonlyMap<string, Withheld>,
  withheld: readonly WithheldRating[],
): readonly Difference[] {
  const since = [...sc, ...cq].flatMap(({ row }) => {
    const lapse = lapsed.get(ratingName(row))
    if (!lapse) return []
    const [whose, why] = [ratingText(row.party, row.record), withheldText(lapse)]
    return [
      difference(true, {
        zh: `${whose.zh}${why.zh}，不应再列出，请改用最新记录`,
        en: `${whose.en}: ${why.en}; it must not be listed any more, move to the newest records`,
      }),
    ]
  })
  const beside = withheld.map(({ held: { party, record }, ...one }) => {
    const [whose, why] = [ratingText(party, record), withheldText(one)]
    const other = party === 'cq' ? sc : cq
    const ended = one.why === 'repaired' || one.why === 'expired'
    return difference(ended && other.length > 0, {
      zh: `${whose.zh}${why.zh}，未列入`,
      en: `${whose.en}: ${why.en}; not listed`,
    })
  })
  return [...since, ...beside]
}
