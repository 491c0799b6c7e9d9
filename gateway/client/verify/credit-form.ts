/** The payload of a release held against the form of a list of ratings: exact members, no more; no row is in it, nor anything that names an enterprise. */
import { read, shape } from '../../../contracts/read.ts'
import { ROW_CHANGE } from '../../release/products/credit/changes.ts'
import { daysOf } from '../../release/products/period.ts'
import type { CreditRelease } from '../../release/release-types.ts'
import { base64UrlOf, count, exactly, instant } from './guards.ts'
import { releaseHead } from './head.ts'
import { must } from './report.ts'

const leaf = base64UrlOf(32)

const list = shape<CreditRelease>({
  ...releaseHead(exactly('annual-credit-list')),
  issued: instant,
  rowCount: count,
  rowsRoot: leaf,
})

/** The list a payload says. Throws TypeError naming the members at fault; CheckFailure where it does not agree with itself. */
export function readCreditForm(value: unknown): CreditRelease {
  const found = read('list of ratings', list, value)
  mustBeSound(found)
  return found
}

function mustBeSound({ changes, derivedFrom, issued, period, rowCount }: CreditRelease): void {
  const days = daysOf(period)
  const year = days?.first.slice(0, 4)
  must(
    days !== null && days.first === `${year}-01-01` && days.last === `${year}-12-31`,
    '时段不是一个自然年',
    'expected a period of one calendar year',
  )
  must(Date.parse(issued) >= days.end, '名单早于评价年度结束', 'expected a list made after its rating year was over')
  must(rowCount === derivedFrom.count, '行数与所依据的记录数不符', 'expected as many rows as records it derives from')
  const leafOrNull = (text: string): string | null | undefined => {
    const value: unknown = JSON.parse(text)
    return value === null || leaf(value, '', []) ? value : undefined
  }
  for (const { section, member, from, to } of changes) {
    const [was, is] = [leafOrNull(from), leafOrNull(to)]
    const named = member === ROW_CHANGE && was !== undefined && is !== undefined && was !== is
    must(
      named ? section === (is ?? was) : section === null && member === 'statement',
      '变更只能以承诺指明行，不得写出内容',
      'expected changes that name rows by their leaves alone',
    )
  }
}
