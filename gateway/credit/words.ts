/** What every answer about ratings says of itself. */
import type { Bilingual } from '../../contracts/types.ts'

/** How to read what the public is shown. */
export const CREDIT_NOTES: readonly Bilingual[] = [
  {
    zh: '没有列出，不等于没有评价，也不说明任何情况：可能未参评、未公开，或不再展示',
    en: 'What is not listed may be unrated, not published or no longer shown. Its absence says nothing of an enterprise',
  },
  {
    zh: '两边评价办法不同，等级各自独立；得分不跨办法比较',
    en: 'The sides rate by different schemes, each on its own; scores are not compared across schemes',
  },
  {
    zh: '等级与得分不一致的，以等级为准；同一年度有先后规则的，先者为准，两份都保留',
    en: 'Where level and score differ the level stands; where a scheme says whose rating of a year goes first, that one counts and both are kept',
  },
]
