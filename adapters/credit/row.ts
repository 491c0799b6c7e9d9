/** One row → one record or one rejection, by the scheme of the year rated and the crosswalk both sides signed. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import { creditTerms } from '../../contracts/enterprise-credit/terms.ts'
import type { DivisionRegistry } from '../../contracts/registry/types.ts'
import type { CreditScheme } from '../../contracts/standards/credit-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { creditSchemeOf } from '../standards/credit.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject } from '../tables/reject.ts'
import { formatInstant } from '../tables/time.ts'
import type { Cell } from '../types.ts'
import { authorityReader } from './authority.ts'
import { fieldReader, plainWord } from './cells.ts'
import type { Columns } from './columns.ts'
import { enterpriseReader } from './enterprise.ts'
import { gradeReader, vetoOf } from './level.ts'
import { noteDifferences, scoreOf } from './score.ts'
import type { CreditSide } from './side.ts'
import { standingReader } from './standing.ts'

/** The version of the contract whose terms rows are read by. */
const TERMS = creditTerms('1.0.0')
/** The year of 环发〔2013〕150号, as the contract has it (`/ratingYear` minimum). */
const FIRST_YEAR = 2013
/** Asia/Shanghai. */
const OFFSET = 8 * 3_600_000

/** What the rows of one table are read by. */
export interface RowReaderOptions {
  readonly side: CreditSide
  readonly columns: Columns
  readonly header: readonly string[]
  /** The sheet's name or the table's caption. */
  readonly table: string
  readonly registry: DivisionRegistry
  /** ms; nothing may lie after it. */
  readonly at: number
}

/** The year a sheet's name says it is of. */
export function yearInName(table: string): string | undefined {
  return /(?<!\d)(20\d{2})(?:年|$)/.exec(plainWord(table))?.[1]
}

/** Builds the reader of one table's rows. `open`: the row is the last and its line has no end. */
export function rowReader(
  options: RowReaderOptions,
): (cells: readonly Cell[], row: number, open: boolean) => ReadRow<CreditRecord> | Rejection {
  const { side, columns, header, table, registry, at } = options
  const fields = fieldReader(columns, header)
  const readEnterprise = enterpriseReader({ side, fields, registry })
  const readAuthority = authorityReader({ side, fields, registry, table })
  const readGrade = gradeReader({ party: side.party, fields, crosswalk: TERMS.crosswalk })
  const readStanding = standingReader({ fields, today: formatInstant(at).slice(0, 10) })

  /** The year rated with its end (ms) and its scheme. */
  function yearOf(
    cells: readonly Cell[],
    row: number,
    notes: Note[],
  ): { readonly year: number; readonly end: number; readonly scheme: CreditScheme } | Rejection {
    const sent = fields.text(cells, 'year')
    const inName = sent === '' ? yearInName(table) : undefined
    const written = /^(\d{4})(?:年度?)?$/.exec(plainWord(sent))?.[1] ?? inName
    const heading = fields.heading('year')
    if (written === undefined) {
      return reject(row, 'rating-year-unreadable', heading, sent, {
        zh: `评价年度「${sent}」无法识别，例：2025、2025年度`,
        en: `The rating year ${sent || '(empty)'} cannot be read; for example: 2025`,
      })
    }
    const year = Number(written)
    const end = Date.UTC(year + 1, 0, 1) - OFFSET
    const scheme = creditSchemeOf(side.party, year)
    if (
      end > at ||
      scheme === undefined ||
      year < FIRST_YEAR ||
      !TERMS.crosswalk.schemes[side.party].includes(scheme.id)
    ) {
      return reject(
        row,
        'rating-year-outside',
        heading,
        sent || written,
        end > at
          ? { zh: `评价年度 ${year} 尚未结束`, en: `The rating year ${year} is not over yet` }
          : { zh: `没有 ${year} 年度所用的评价办法`, en: `No scheme is known that rated the year ${year}` },
      )
    }
    if (inName !== undefined) notes.push({ field: '/ratingYear', rule: 'rating-year-from-sheet', sent: table })
    return { year, end, scheme }
  }

  return (cells, row, open) => {
    const notes: Note[] = []
    const rated = yearOf(cells, row, notes)
    if ('type' in rated) return rated
    const { year, end, scheme } = rated
    const enterprise = readEnterprise(cells, row, year, notes)
    if ('type' in enterprise) return enterprise
    const authority = readAuthority(cells, row, year, notes)
    if ('type' in authority) return authority
    const grade = readGrade(cells, row, scheme, notes)
    if ('type' in grade) return grade
    const score = scoreOf(fields, cells, row, scheme, notes)
    if (score !== null && 'type' in score) return score
    const veto = vetoOf(fields, cells, scheme, notes)
    const standing = readStanding(cells, row, notes)
    if ('type' in standing) return standing
    noteDifferences({ level: grade.level, score, veto }, scheme, notes)
    if (open) notes.push({ rule: 'last-line-open' })
    const record: CreditRecord = {
      appeal: standing.appeal,
      authority,
      enterprise,
      level: grade.level,
      levelSent: grade.levelSent,
      notes,
      publication: standing.publication,
      publicationBasis: standing.publicationBasis,
      ratingYear: year,
      repair: standing.repair,
      scheme: scheme.id,
      score,
      status: grade.status,
      validity: standing.validity,
      veto,
    }
    const key = `${enterprise.code}/${year}/${authority.level}/${authority.name ?? '-'}`
    return { key, subject: enterprise.code, end, record, notes }
  }
}
