/** What the two schemes of warnings come to on the forecasts held: who would be warned by both, by one only, by none; and what one rule for both sides would change. */
import { compareSchemes, type WarningAgreement, type WarningReading } from '../../adapters/standards/warning.ts'
import { CURRENT_SCHEMES, sideScheme } from '../../adapters/standards/warning-schemes.ts'
import type { WarningLevel } from '../../contracts/standards/air-types.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { isSecondOpinion, type Sequence, sideOf } from './sequence.ts'

/** Sequences by whether the two sides' schemes would warn. */
export interface AgreementCounts {
  readonly both: number
  readonly neither: number
  readonly onlyCq: number
  readonly onlySc: number
  readonly unknown: number
}

/** Sequences by what one scheme says, and against the scheme their own side uses. */
export interface UnifiedCounts {
  readonly warned: number
  readonly levels: Readonly<Partial<Record<WarningLevel, number>>>
  readonly none: number
  readonly unknown: number
  readonly newlyWarned: number
  readonly noLongerWarned: number
  readonly unchanged: number
  readonly untold: number
}

/** Low and high end of every range of the forecast. */
export type Readings<T> = Readonly<Record<'certain' | 'possible', T>>

/** Both schemes over the areas of one side, or of both. */
export interface AgreementTable extends Readings<AgreementCounts> {
  readonly sequences: number
}

/** One scheme over the areas of one side. */
export interface UnifiedRow extends Readings<UnifiedCounts> {
  readonly scheme: string
  readonly areasOf: PartyId
  readonly sequences: number
}

/** The whole. */
export interface WarningPractice {
  readonly schemes: Readonly<Record<PartyId, string>>
  readonly sequences: number
  readonly secondOpinions: number
  readonly agreement: Readonly<Record<'all' | PartyId, AgreementTable>>
  readonly unified: readonly UnifiedRow[]
}

const READINGS = ['certain', 'possible'] as const

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Tally = Mutable<AgreementCounts>
type UnifiedTally = Mutable<Omit<UnifiedCounts, 'levels'>> & { readonly levels: Partial<Record<WarningLevel, number>> }

const MEMBER: Readonly<Record<WarningAgreement, keyof AgreementCounts>> = {
  both: 'both',
  neither: 'neither',
  'only-first': 'onlyCq',
  'only-second': 'onlySc',
  unknown: 'unknown',
}

function readings<T>(make: () => T): Record<'certain' | 'possible', T> {
  return { certain: make(), possible: make() }
}

function noAgreement(): { sequences: number } & Record<'certain' | 'possible', Tally> {
  return { sequences: 0, ...readings(() => ({ both: 0, neither: 0, onlyCq: 0, onlySc: 0, unknown: 0 })) }
}

function noOutcome(scheme: (typeof CURRENT_SCHEMES)[number]): UnifiedTally {
  const levels = Object.fromEntries(scheme.levels.map(({ level }) => [level, 0]))
  return { warned: 0, levels, none: 0, unknown: 0, newlyWarned: 0, noLongerWarned: 0, unchanged: 0, untold: 0 }
}

/** Whether a reading warns; null where that cannot be told. */
function warns({ level }: WarningReading): boolean | null {
  return level === 'unknown' ? null : level !== 'none'
}

function addOutcome(tally: UnifiedTally, found: WarningReading, own: WarningReading): void {
  const { level } = found
  if (level === 'unknown') tally.unknown++
  else if (level === 'none') tally.none++
  else {
    tally.warned++
    tally.levels[level] = (tally.levels[level] ?? 0) + 1
  }
  const [now, then] = [warns(own), warns(found)]
  if (now === null || then === null) tally.untold++
  else if (now === then) tally.unchanged++
  else if (then) tally.newlyWarned++
  else tally.noLongerWarned++
}

/** Counts sequences one by one, so that whoever has many can pause between them. */
export interface WarningTally {
  add(sequence: Sequence): void
  counts(): WarningPractice
}

/** A tally of nothing; what a scheme says of a sequence is `compareSchemes`. */
export function warningTally(): WarningTally {
  const own = { cq: sideScheme('cq'), sc: sideScheme('sc') }
  const agreement = { all: noAgreement(), cq: noAgreement(), sc: noAgreement() }
  const unified = CURRENT_SCHEMES.flatMap((scheme) =>
    PARTIES.map((areasOf) => ({ scheme: scheme.id, areasOf, sequences: 0, ...readings(() => noOutcome(scheme)) })),
  )
  let sequences = 0
  let secondOpinions = 0
  return {
    add(sequence) {
      sequences++
      if (isSecondOpinion(sequence)) secondOpinions++
      const side = sideOf(sequence)
      const days = sequence.days.map(({ day }) => day)
      const { findings, pairs } = compareSchemes(days, [own.cq, own.sc])
      const [pair] = pairs
      const ownFinding = findings.find(({ scheme }) => scheme === own[side].id)
      if (!pair || !ownFinding) throw new TypeError('a side has no scheme')
      for (const table of [agreement.all, agreement[side]]) {
        table.sequences++
        for (const reading of READINGS) table[reading][MEMBER[pair[reading]]]++
      }
      for (const row of unified) {
        const finding = findings.find(({ scheme }) => scheme === row.scheme)
        if (row.areasOf !== side || !finding) continue
        row.sequences++
        for (const reading of READINGS) addOutcome(row[reading], finding[reading], ownFinding[reading])
      }
    },
    counts: () => ({ schemes: { cq: own.cq.id, sc: own.sc.id }, sequences, secondOpinions, agreement, unified }),
  }
}
