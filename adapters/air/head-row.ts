/** The head of a row — area, day, time and office of issue, horizon — out of its cells, for every table of forecasts. */
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { areaWords } from './area.ts'
import type { AreaField } from './area-fault.ts'
import { type FieldReader, tight } from './cells.ts'
import { parseDay } from './day.ts'
import type { HeadDraft } from './forecast-head.ts'
import { type Issued, type IssueWords, parseIssued, submissionTime } from './issued.ts'

/** The columns of a head. */
export type HeadField = AreaField | 'date' | 'issued' | 'office' | 'horizon'

const HOURS = /^\+?(\d{1,3})(?:h|小时)?$/i

/** Nothing is said above a table; `at` (ms) is the time of submission. */
export function unstatedIssue(at: number): IssueWords {
  return { issued: submissionTime(at), issuedText: '', office: null, standardText: '' }
}

/** The time of issue that stands above a table. */
function fromAbove({ issued, issuedText }: IssueWords): Issued | null {
  return issued && issuedText !== '' ? { ...issued, rules: [...issued.rules, 'issued-from-text'] } : issued
}

function horizonOf(fields: FieldReader<HeadField>, cells: readonly Cell[], notes: Note[]): number | null {
  const sent = fields.word(cells, 'horizon')
  const hours = HOURS.exec(tight(sent))?.[1]
  if (sent !== '' && hours === undefined)
    notes.push({ field: '/horizonHours', rule: 'horizon-unreadable', sent: shown(sent) })
  return hours === undefined ? null : Number(hours)
}

/** Reads one; `at` (ms) is the time of submission, `issue` what the file says above the table. Adds to `notes`. */
export function headRow(
  fields: FieldReader<HeadField>,
  cells: readonly Cell[],
  row: number,
  { at, issue, notes }: { readonly at: number; readonly issue: IssueWords; readonly notes: Note[] },
): Omit<HeadDraft, 'notes'> | Rejection {
  const ownText = fields.word(cells, 'issued')
  const issuedText = ownText === '' ? issue.issuedText : ownText
  const issued = ownText === '' ? fromAbove(issue) : parseIssued(ownText, at)
  if (issued === null) {
    return reject(row, 'issued-unreadable', fields.heading('issued'), issuedText, {
      zh: `发布时间「${shown(issuedText)}」无法识别，例：2026-11-15 16:00`,
      en: `The time of issue ${shown(issuedText)} cannot be read; for example: 2026-11-15 16:00`,
    })
  }
  const dayText = fields.word(cells, 'date')
  const office = fields.word(cells, 'office')
  return {
    area: areaWords(fields, cells),
    day: dayText === '' ? null : parseDay(dayText),
    dayText,
    issued,
    issuedText,
    office: office === '' ? issue.office : office,
    horizon: horizonOf(fields, cells, notes),
  }
}
