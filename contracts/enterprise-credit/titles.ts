/** What a rating is called: its level as its own scheme names it, its place on the national scale, or why there is no level. */
import type { CreditLevelRow } from '../standards/credit-types.ts'
import { CREDIT_SCHEMES, HF2013_150 } from '../standards/index.ts'
import type { Bilingual } from '../types.ts'
import type { CreditRecord, CreditStatus } from './record.ts'

const UNRATED: Readonly<Record<Exclude<CreditStatus, 'rated'>, Bilingual>> = {
  'not-rated': { zh: '未评级', en: 'Not rated' },
  suspended: { zh: '停产，未评级', en: 'Production stopped, not rated' },
}

type Rated = Pick<CreditRecord, 'level' | 'scheme' | 'status'>

/** The level's name in the scheme that gave it, or the status that stands in place of one. */
export function ratingTitle({ level, scheme, status }: Rated): Bilingual {
  if (status !== 'rated') return UNRATED[status]
  const levels = CREDIT_SCHEMES.find(({ id }) => id === scheme)?.levels ?? HF2013_150.levels
  return levels.find(({ key }) => key === level)?.title ?? { zh: String(level), en: String(level) }
}

/** The level of the national scale (环发〔2013〕150号) a rating stands for by the crosswalk, with its plate; null without one. */
export function nationalLevel({ level }: Pick<Rated, 'level'>): CreditLevelRow | null {
  return HF2013_150.levels.find(({ key }) => key === level) ?? null
}

/** A scheme as people know it. */
export function schemeTitle(scheme: string): Bilingual {
  const title = CREDIT_SCHEMES.find(({ id }) => id === scheme)?.title
  if (!title || title.zh === scheme) return title ?? { zh: scheme, en: scheme }
  return { zh: `${title.zh}（${scheme}）`, en: `${title.en} (${scheme})` }
}
