/** A score with its scheme, and whether level and score agree: where they do not, the level stands. Standards §4.2 rules 1 to 3. */
import type { CreditRecord, CreditScore } from '../../contracts/enterprise-credit/record.ts'
import type { CreditScheme } from '../../contracts/standards/credit-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { creditBandOf, highestScore } from '../standards/credit.ts'
import { halfWidth } from '../tables/marks.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'

/** Few enough digits that a double holds every one, and 99.99 never becomes 100. */
const SCORE = /^-?\d{1,6}(?:\.\d{1,6})?$/
/** A typed cell that was summed shows 99.3 and holds 99.29999999999998. */
const SHOWN_DIGITS = 12

/** The score of a row; null when none was sent. Adds to `notes`. */
export function scoreOf(
  fields: FieldReader,
  cells: readonly Cell[],
  row: number,
  scheme: CreditScheme,
  notes: Note[],
): CreditScore | null | Rejection {
  const cell = fields.cell(cells, 'score')
  const sent = fields.text(cells, 'score')
  if (sent === '') return null
  const heading = fields.heading('score')
  const narrow = halfWidth(sent).trim()
  const digits =
    typeof cell === 'number' ? String(Number(cell.toPrecision(SHOWN_DIGITS))) : narrow.replace(/(?<!\s)\s*分$/, '')
  if (!SCORE.test(digits)) {
    return reject(row, 'value-not-a-number', heading, sent, {
      zh: `得分「${sent}」不是数值`,
      en: `The score ${sent} is not a number`,
    })
  }
  const value = Number(digits)
  const highest = highestScore(scheme)
  if (value < 0 || value > highest.score) {
    const why = highest.known
      ? [`${scheme.id}的最高分`, `the highest of ${scheme.id}`]
      : ['契约的上限', "the contract's bound"]
    return reject(row, 'value-out-of-range', heading, sent, {
      zh: `得分 ${sent} 应在 0 与 ${highest.score}（${why[0]}）之间`,
      en: `The score ${sent} should lie between 0 and ${highest.score}, ${why[1]}`,
    })
  }
  if (typeof cell === 'number' && digits !== String(cell))
    notes.push({ field: '/score', rule: 'score-digits-as-shown', sent: String(cell) })
  if (narrow !== sent) notes.push({ field: '/score', rule: 'full-width-read', sent })
  // -0 would be written as 0 but is not its own canonical form's source.
  return { qualifier: null, reported: digits, scheme: scheme.id, unit: '分', value: value === 0 ? 0 : value }
}

/** Notes where level, score and veto do not go together. Nothing is changed: the level is the authority's own act. */
export function noteDifferences(
  { level, score, veto }: Pick<CreditRecord, 'level' | 'score' | 'veto'>,
  scheme: CreditScheme,
  notes: Note[],
): void {
  if (level === null) return
  const vetoed = veto.applied === true
  const band = score === null ? null : creditBandOf(scheme, score.value)
  if (band !== null && score !== null && band !== level) {
    notes.push({ field: '/level', rule: 'level-score-differ', sent: score.reported })
    if (vetoed && level === scheme.veto?.level) notes.push({ field: '/level', rule: 'level-by-veto' })
  }
  if (vetoed && scheme.veto !== null && level !== scheme.veto.level)
    notes.push({ field: '/veto', rule: 'veto-level-differ' })
}
