/** The warning each scheme in use suggests for one forecast sequence, and where they differ. Suggestions (预警建议): governments issue warnings. */
import {
  compareSchemes,
  type ForecastDay,
  type SchemePair,
  type WarningAgreement,
  type WarningFinding,
} from '../../adapters/standards/warning.ts'
import { CURRENT_SCHEMES } from '../../adapters/standards/warning-schemes.ts'
import { suggestionText } from '../../adapters/standards/warning-words.ts'
import type { AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import type { Bilingual, Confidence, PartyId } from '../../contracts/types.ts'
import { isSecondOpinion, type Sequence, sideOf } from './sequence.ts'
import { SUGGESTION, WITHIN_SCHEME } from './words.ts'

/** A scheme as a suggestion names it. */
export interface SchemeName {
  readonly id: string
  readonly slug: string
  readonly title: Bilingual
  readonly confidence: Confidence
}

/** What one scheme suggests; never without the scheme. `applies` when the area's own side warns by it. */
export interface Suggestion extends Omit<WarningFinding, 'scheme'> {
  readonly kind: 'suggestion'
  readonly scheme: SchemeName
  readonly usedBy: readonly PartyId[]
  readonly applies: boolean
  readonly text: Bilingual
}

/** Two schemes over the sequence, in words as well. */
export interface SuggestedDifference extends SchemePair {
  readonly text: Bilingual
}

/** One sequence with all of it. `records` are the keys it was computed from. */
export interface SequenceSuggestions {
  readonly issuer: AirForecastRecord['issuer']
  readonly secondOpinion: boolean
  readonly days: readonly (ForecastDay & { readonly aqiBasis: 'range' | 'class' })[]
  readonly records: readonly string[]
  readonly suggestions: readonly Suggestion[]
  readonly differences: readonly SuggestedDifference[]
}

/** The answer for one issue of one area. */
export interface IssueSuggestions {
  readonly asOf: number
  readonly kind: 'suggestion'
  readonly notes: readonly Bilingual[]
  readonly area: AirForecastRecord['area']
  readonly issued: string
  readonly sequences: readonly SequenceSuggestions[]
}

function agreementText(
  agreement: WarningAgreement,
  [first, second]: SchemePair['schemes'],
  lost: readonly string[],
): Bilingual {
  switch (agreement) {
    case 'both':
      return {
        zh: '两个方案都建议预警（级别不作比较）',
        en: 'both schemes suggest a warning (levels are not compared)',
      }
    case 'neither':
      return { zh: '两个方案都不建议预警', en: 'neither scheme suggests a warning' }
    case 'only-first':
      return { zh: `只有${first}建议预警`, en: `only ${first} suggests a warning` }
    case 'only-second':
      return { zh: `只有${second}建议预警`, en: `only ${second} suggests a warning` }
    case 'unknown':
      return { zh: `${lost.join('、')}无法判断`, en: `${lost.join(' and ')} cannot tell` }
  }
}

function differenceText(pair: SchemePair, findings: readonly WarningFinding[]): Bilingual {
  const said = (reading: 'certain' | 'possible'): Bilingual => {
    const lost = findings.filter((one) => pair.schemes.includes(one.scheme) && one[reading].level === 'unknown')
    return agreementText(
      pair[reading],
      pair.schemes,
      lost.map(({ scheme }) => scheme),
    )
  }
  const [low, high] = [said('certain'), said('possible')]
  if (low.zh === high.zh) return low
  return {
    zh: `取预报下限：${low.zh}；取上限：${high.zh}`,
    en: `At the low end: ${low.en}; at the high end: ${high.en}`,
  }
}

function suggestionOf({ scheme: id, ...finding }: WarningFinding, side: PartyId): Suggestion {
  const scheme = CURRENT_SCHEMES.find((one) => one.id === id)
  if (!scheme) throw new TypeError(`${id} is not in use`)
  const { slug, title, confidence } = scheme
  const usedBy = [...new Set(scheme.usedBy.map(({ party }) => party))]
  return {
    kind: 'suggestion',
    scheme: { id, slug, title, confidence },
    usedBy,
    applies: usedBy.includes(side),
    text: suggestionText({ ...finding, scheme: id }),
    ...finding,
  }
}

/** What the schemes in use say of a sequence. */
function sequenceSuggestions(sequence: Sequence): SequenceSuggestions {
  const days = sequence.days.map(({ day }) => day)
  const { findings, pairs } = compareSchemes(days, CURRENT_SCHEMES)
  return {
    issuer: sequence.issuer,
    secondOpinion: isSecondOpinion(sequence),
    days: sequence.days.map(({ day, aqiBasis }) => ({ ...day, aqiBasis })),
    records: sequence.days.map(({ key }) => key),
    suggestions: findings.map((finding) => suggestionOf(finding, sideOf(sequence))),
    differences: pairs.map((pair) => ({ ...pair, text: differenceText(pair, findings) })),
  }
}

/** The answer: the area's own side first, then by issuer and office. Undefined for no sequence. */
export function issueSuggestions(sequences: readonly Sequence[], asOf: number): IssueSuggestions | undefined {
  const [first] = sequences
  if (!first) return undefined
  const order = (one: Sequence): string =>
    [Number(isSecondOpinion(one)), one.issuer.party, one.issuer.office ?? ''].join('/')
  const sorted = sequences.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return {
    asOf,
    kind: 'suggestion',
    notes: [SUGGESTION, WITHIN_SCHEME],
    area: first.area,
    issued: first.issued,
    sequences: sorted.map(sequenceSuggestions),
  }
}
