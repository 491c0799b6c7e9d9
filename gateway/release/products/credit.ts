/** The annual list of enterprise credit ratings (年度名单): what the authorities of both sides have made public of one rating year (standards §4.2). */
import { creditTermsOf } from '../../../contracts/enterprise-credit/terms.ts'
import { HF2013_150 } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { CreditRelease, Release } from '../release-types.ts'
import { creditChanges } from './credit/changes.ts'
import { CREDIT_DATASET, listedRatings, ratingYearOf, rowsRoot } from './credit/rows.ts'
import { creditTable } from './credit/table.ts'
import { daysOf, mustBeDays } from './period.ts'
import type { HeadGiven, Product, ProductInput } from './product.ts'
import { readAll } from './select.ts'
import { readStatement, statementOf } from './statement.ts'

const LABEL: Bilingual = {
  zh: '评价机关已公开的评价，两边办法各自独立；修复或到期后不再展示',
  en: 'Ratings that their authorities made public, each side by its own scheme; no longer shown once repaired or expired',
}

/** A unified social credit code as it may stand in a text (GB 32100-2015). */
const CODE = /[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}/i

function releaseOf(input: ProductInput, head: HeadGiven): CreditRelease {
  const ratings = listedRatings(input)
  const year = ratingYearOf(input.period)
  const schemes = [...new Set(ratings.map(({ row }) => row.record.scheme))].sort()
  return {
    ...head,
    changes: [],
    issued: input.issued,
    label: LABEL,
    rowCount: ratings.length,
    rowsRoot: rowsRoot(ratings.map(({ row }) => row.leaf)),
    standards: [...schemes, HF2013_150.id],
    statement: statementOf(input),
    title: {
      zh: `川渝企业环境信用评价年度名单（${year} 年度）`,
      en: `Sichuan–Chongqing annual list of enterprise environmental credit (${year})`,
    },
    type: 'annual-credit-list',
  }
}

function mustBeList(release: Release): CreditRelease {
  if (release.type !== 'annual-credit-list') throw new TypeError('expected two lists of ratings')
  return release
}

/** The list of a rating year that is over. */
export const CREDIT_LIST: Product = {
  id: 'annual-credit-list',
  contract: CREDIT_DATASET,
  registry: 'divisions',
  idOf: (period) => `credit-list-${ratingYearOf(period)}`,
  isPeriod(period, now) {
    const days = daysOf(period)
    if (days === null || days.end > now) return false
    const year = days.first.slice(0, 4)
    return days.first === `${year}-01-01` && days.last === `${year}-12-31`
  },
  anchorOf: (_period, opened) => opened,
  async select(store, period, size) {
    // A rating's interval is its calendar year: it ends when the year does.
    const { start, end } = mustBeDays(period)
    return readAll(store, { dataset: CREDIT_DATASET, from: start, to: end, asOf: size })
  },
  listed: (made) => listedRatings(made).map(({ bound }) => bound),
  table: (input) => creditTable(listedRatings(input), creditTermsOf(input.contract).crosswalk),
  // What both sides sign is kept for good, so that no enterprise may be named in it.
  readValue(edit) {
    const value = readStatement(edit)
    return typeof value === 'string' && CODE.test(value) ? null : value
  },
  release: releaseOf,
  rows: (input) => listedRatings(input).map(({ row }) => row),
  changes(before, after, input) {
    if (!input?.corrected) throw new TypeError('expected the records of both lists')
    return creditChanges(
      { release: mustBeList(before), ratings: listedRatings(input.corrected) },
      { release: mustBeList(after), ratings: listedRatings(input) },
    )
  },
}
