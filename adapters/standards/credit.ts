/** Arithmetic over the schemes of enterprise credit: the scheme of a year, the level a word names, the band a score lies in. Standards §4. */
import type { CreditLevel, CreditLevelRow, CreditScheme, VetoCase } from '../../contracts/standards/credit-types.ts'
import { CREDIT_SCHEMES, HF2013_150 } from '../../contracts/standards/index.ts'
import type { PartyId } from '../../contracts/types.ts'

/** The scheme a side rates a calendar year by; undefined for a year before any that is known. */
export function creditSchemeOf(
  party: PartyId,
  year: number,
  schemes: readonly CreditScheme[] = CREDIT_SCHEMES,
): CreditScheme | undefined {
  return schemes.find(
    ({ party: of, ratingYears: { from, to } }) =>
      of === party && (from === null || year >= from) && (to === null || year <= to),
  )
}

/** The band a score lies in by half-open intervals, so that 99.5 is below 100; null for a scheme without bands. */
export function creditBandOf({ bands }: CreditScheme, score: number): CreditLevel | null {
  const found = bands?.find(
    ({ min = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }) => score >= min && score < below,
  )
  return found?.level ?? null
}

/** The highest score a scheme allows where it has a ceiling; where none is known, what is still plausible. */
export function highestScore({ computation }: CreditScheme): { readonly score: number; readonly known: boolean } {
  const cap = computation?.cap ?? null
  return cap === null ? { score: PLAUSIBLE_SCORE, known: false } : { score: cap, known: true }
}

/** Twice the base: the contract's own bound (`/score/value` maximum), of no scheme. */
const PLAUSIBLE_SCORE = 200

/** A level by a word, and whether the word was its plate (绿牌) and not its name. */
export interface NamedLevel {
  readonly level: CreditLevelRow
  readonly byPlate: boolean
}

/**
 * The level of a scheme that a word names (环保诚信企业、诚信、绿牌, also 诚信企业(绿牌) where both name the same); undefined for
 * any other. Plates are the national scheme's, which the sides' levels follow by name.
 */
export function creditLevelOf(scheme: CreditScheme, word: string): NamedLevel | undefined {
  const [, first = word, second] = /^(?=.*\)$)(.+)\((.+)\)$/.exec(word) ?? []
  const one = levelNamed(scheme, first)
  if (second === undefined || !one) return one
  const other = levelNamed(scheme, second)
  return other?.level.key === one.level.key ? { level: one.level, byPlate: one.byPlate && other.byPlate } : undefined
}

function levelNamed(scheme: CreditScheme, word: string): NamedLevel | undefined {
  const level = scheme.levels.find(({ title, words }) => title.zh === word || words.includes(word))
  if (level) return { level, byPlate: false }
  const plated = HF2013_150.levels.find(({ plate }) => plate && (plate.title.zh === word || plate.words.includes(word)))
  const own = plated && scheme.levels.find(({ key }) => key === plated.key)
  return own ? { level: own, byPlate: true } : undefined
}

/** The one veto case of a scheme that a text tells of; undefined when it tells of none that is known, or of several. */
export function vetoCaseOf({ veto }: CreditScheme, text: string): VetoCase | undefined {
  const told = veto?.cases.filter(({ zh, words }) => [zh, ...words].some((word) => text.includes(word))) ?? []
  return told.length === 1 ? told[0] : undefined
}

/** Whether a text is a grade of 重污染天气绩效分级 (A, B, B-, C, D, 绩效引领性), another scheme that looks like levels of credit. */
export function isPerformanceGrade(text: string): boolean {
  return /^(?:[ACD]|B-?)(?:级|类)?(?:企业)?$/i.test(text) || text.includes('绩效')
}
