/** What decides how long a rating stands and is shown: its validity, repair and appeal, and the act that made it public. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import type { Bilingual, Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'
import type { CreditField } from './columns.ts'
import { isOneYear, parseDay, parseSpan, parseUntil, splitDay, yearFrom } from './dates.ts'
import { APPEALS, REPAIRS } from './words.ts'

/** The columns of a table, and the last civil day anything may have happened on. */
export interface StandingOptions {
  readonly fields: FieldReader
  readonly today: string
}

/** The members of a record read here. */
export type Standing = Pick<CreditRecord, 'appeal' | 'publication' | 'publicationBasis' | 'repair' | 'validity'>

/** A reader for each row of a table. Adds to `notes`. */
export function standingReader({
  fields,
  today,
}: StandingOptions): (cells: readonly Cell[], row: number, notes: Note[]) => Standing | Rejection {
  const refuse = (row: number, type: string, field: CreditField, sent: string, detail: Bilingual): Rejection =>
    reject(row, type, fields.heading(field), sent, detail)

  function unreadable(row: number, field: CreditField, sent: string): Rejection {
    return reject(row, 'validity-unreadable', fields.heading(field), sent, {
      zh: `有效期「${sent}」无法识别，例：2026-08-01至2027-07-31`,
      en: `The validity ${sent} cannot be read; for example: 2026-08-01至2027-07-31`,
    })
  }

  function validityOf(cells: readonly Cell[], row: number, notes: Note[]): CreditRecord['validity'] | Rejection {
    const days: { from: string | null; to: string | null } = { from: null, to: null }
    for (const [field, end] of [
      ['validFrom', 'from'],
      ['validTo', 'to'],
    ] as const) {
      const sent = fields.text(cells, field)
      if (sent === '') continue
      days[end] = parseDay(sent)
      if (days[end] === null) return unreadable(row, field, sent)
    }
    const sent = fields.text(cells, 'validity')
    if (sent !== '') {
      const span = parseSpan(sent)
      const until = parseUntil(sent)
      if (span) Object.assign(days, { from: days.from ?? span.from, to: days.to ?? span.to })
      else if (until !== null) days.to ??= until
      else if (!isOneYear(sent)) return unreadable(row, 'validity', sent)
      else if (days.from === null) notes.push({ field: '/validity', rule: 'validity-without-day', sent })
      else if (days.to === null) {
        days.to = yearFrom(days.from)
        notes.push({ field: '/validity/to', rule: 'validity-by-length', sent })
      }
    }
    if (days.from !== null && days.to !== null && days.to < days.from)
      return unreadable(row, fields.text(cells, 'validTo') === '' ? 'validity' : 'validTo', `${days.from}至${days.to}`)
    return days
  }

  /** A state that is not known would leave a repaired rating on show, so the row is refused. */
  function repairOf(cells: readonly Cell[], row: number): CreditRecord['repair'] | Rejection {
    const sent = fields.text(cells, 'repair')
    const sentDay = fields.text(cells, 'repairDate')
    if (sent === '' && sentDay === '') return null
    const { word, day } = splitDay(sent)
    const state = REPAIRS.get(word)
    const date = day ?? (sentDay === '' ? null : parseDay(sentDay))
    if (state === undefined) {
      return refuse(row, 'repair-unreadable', 'repair', sent, {
        zh: `修复情况「${sent}」无法识别，例：未修复、修复中、已修复（2026-03-01）`,
        en: `The repair ${sent} cannot be read; for example: 未修复, 修复中, 已修复（2026-03-01）`,
      })
    }
    if ((date === null && sentDay !== '') || (date !== null && date > today)) {
      return refuse(row, 'repair-unreadable', sentDay === '' ? 'repair' : 'repairDate', sentDay || sent, {
        zh: `修复日期「${sentDay || sent}」无法识别，或晚于报送之日 ${today}`,
        en: `The day of repair ${sentDay || sent} cannot be read, or lies after the day of submission ${today}`,
      })
    }
    return { date, state }
  }

  function appealOf(cells: readonly Cell[], notes: Note[]): CreditRecord['appeal'] {
    const sent = fields.text(cells, 'appeal')
    const sentDay = fields.text(cells, 'appealDate')
    if (sent === '' && sentDay === '') return null
    const { word, day } = splitDay(sent)
    const state = APPEALS.get(word)
    if (state === undefined) {
      notes.push({ field: '/appeal', rule: 'appeal-unreadable' })
      return null
    }
    return { date: day ?? parseDay(sentDay), state }
  }

  function basisOf(cells: readonly Cell[], notes: Note[]): CreditRecord['publicationBasis'] {
    const document = fields.text(cells, 'document')
    const sent = fields.text(cells, 'notice')
    const notice = parseSpan(sent)
    if (sent !== '' && !notice) notes.push({ field: '/publicationBasis/notice', rule: 'notice-unreadable', sent })
    return document === '' && !notice ? null : { document: document || null, notice }
  }

  return (cells, row, notes) => {
    const validity = validityOf(cells, row, notes)
    if ('type' in validity) return validity
    const repair = repairOf(cells, row)
    if (repair && 'type' in repair) return repair
    const appeal = appealOf(cells, notes)
    const publicationBasis = basisOf(cells, notes)
    return { appeal, publication: publicationBasis ? 'public' : 'joint', publicationBasis, repair, validity }
  }
}
