/** The level of a row by the contract's crosswalk, its status and its veto. A level is never computed from a score. Standards §4.2. */
import type { CreditStatus } from '../../contracts/enterprise-credit/record.ts'
import { type CreditCrosswalk, commonLevel } from '../../contracts/enterprise-credit/terms.ts'
import type { CreditLevel, CreditScheme } from '../../contracts/standards/credit-types.ts'
import type { Note, PartyId, Rejection } from '../../contracts/types.ts'
import { creditLevelOf, isPerformanceGrade, vetoCaseOf } from '../standards/credit.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type FieldReader, plainWord } from './cells.ts'
import { statusOf, VETOES } from './words.ts'

/** A level with what it was sent as; both null when not rated. */
export interface Grade {
  readonly level: CreditLevel | null
  readonly levelSent: string | null
  readonly status: CreditStatus
}

/** Whose rows, and the crosswalk both sides signed. */
export interface GradeOptions {
  readonly party: PartyId
  readonly fields: FieldReader
  readonly crosswalk: CreditCrosswalk
}

/** Reads level and status of each row of a table. Adds to `notes`. */
export function gradeReader({
  party,
  fields,
  crosswalk,
}: GradeOptions): (cells: readonly Cell[], row: number, scheme: CreditScheme, notes: Note[]) => Grade | Rejection {
  /** The status of a row by its own column, else by a word in the level's column, else by a remark that is such a word. */
  function statusIn(cells: readonly Cell[], row: number, notes: Note[]): CreditStatus | null | Rejection {
    const sent = fields.text(cells, 'status')
    const stated = sent === '' ? undefined : statusOf(plainWord(sent))
    if (sent !== '' && stated === undefined) {
      return reject(row, 'credit-status-unreadable', fields.heading('status'), sent, {
        zh: `参评状态「${sent}」无法识别，例：已参评、未参评、停产`,
        en: `The status ${sent} cannot be read; for example: 已参评, 未参评, 停产`,
      })
    }
    const level = fields.text(cells, 'level')
    const inLevel = statusOf(plainWord(level))
    if (inLevel !== undefined && inLevel !== 'rated') {
      if (stated === 'rated') return conflict(row, fields.heading('level'), level, sent)
      notes.push({ field: '/status', rule: 'status-from-level', sent: level })
      return stated ?? inLevel
    }
    if (stated !== undefined || level !== '') return stated ?? null
    const remark = fields.text(cells, 'remark')
    const inRemark = statusOf(plainWord(remark))
    if (inRemark === undefined || inRemark === 'rated') return null
    notes.push({ field: '/status', rule: 'status-from-remark', sent: remark })
    return inRemark
  }

  function unrated(cells: readonly Cell[], row: number, status: CreditStatus): Grade | Rejection {
    const level = fields.text(cells, 'level')
    const score = fields.text(cells, 'score')
    const stated = fields.text(cells, 'status') || fields.text(cells, 'remark')
    if (level !== '' && statusOf(plainWord(level)) === undefined)
      return conflict(row, fields.heading('level'), level, stated)
    if (score !== '') return conflict(row, fields.heading('score'), score, stated || level)
    return { level: null, levelSent: null, status }
  }

  return (cells, row, scheme, notes) => {
    const status = statusIn(cells, row, notes)
    if (status !== null && typeof status === 'object') return status
    if (status !== null && status !== 'rated') return unrated(cells, row, status)
    const sent = fields.text(cells, 'level')
    const heading = fields.heading('level')
    if (sent === '') {
      return reject(row, 'credit-level-missing', heading, '', {
        zh: '没有等级，也没有写明未参评、停产；等级不由得分推定',
        en: 'There is neither a level nor a word that it was not rated; a level is not computed from a score',
      })
    }
    const word = plainWord(sent)
    const named = creditLevelOf(scheme, word)
    const level = named && commonLevel(crosswalk, party, named.level.title.zh)
    if (!named || level === undefined) {
      return isPerformanceGrade(word)
        ? reject(row, 'credit-scheme-other', heading, sent, {
            zh: `「${sent}」是重污染天气绩效分级的写法，不是环境信用等级`,
            en: `${sent} is a performance grade of heavy-pollution weather, no level of environmental credit`,
          })
        : reject(row, 'credit-level-unknown', heading, sent, {
            zh: `等级「${sent}」不在对照表中，应为：${scheme.levels.map(({ title }) => title.zh).join('、')}`,
            en: `The level ${sent} is not in the crosswalk, which has: ${scheme.levels.map(({ title }) => title.zh).join(', ')}`,
          })
    }
    notes.push({ field: '/level', rule: named.byPlate ? 'level-by-plate' : 'level-by-crosswalk', sent })
    return { level, levelSent: sent, status: 'rated' }
  }
}

function conflict(row: number, heading: string, sent: string, stated: string): Rejection {
  return reject(row, 'credit-status-conflict', heading, sent, {
    zh: `状态为「${stated}」，却又报送「${sent}」`,
    en: `The status is ${stated}, yet ${sent} was sent as well`,
  })
}

/** A record's veto. What was written is not repeated in a note, since it may name a person. */
export function vetoOf(
  fields: FieldReader,
  cells: readonly Cell[],
  scheme: CreditScheme,
  notes: Note[],
): { readonly applied: boolean | null; readonly case: string | null } {
  const sent = plainWord(fields.text(cells, 'veto'))
  const column = plainWord(fields.text(cells, 'vetoCase'))
  const told = VETOES.get(column) === false ? '' : column
  const word = VETOES.get(sent) ?? (/^[是有][(:,;]/.test(sent) ? true : undefined)
  const found = vetoCaseOf(scheme, told || sent)
  if (word === false) {
    if (told !== '') notes.push({ field: '/veto', rule: 'veto-case-differ' })
    return { applied: false, case: null }
  }
  if (word === undefined && told === '' && !found) {
    if (sent !== '') notes.push({ field: '/veto', rule: 'veto-unreadable' })
    return { applied: null, case: null }
  }
  if (!found && (told !== '' || !VETOES.has(sent))) notes.push({ field: '/veto', rule: 'veto-case-unlisted' })
  return { applied: true, case: found?.key ?? null }
}
