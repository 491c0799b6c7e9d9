/** Grades of other schemes that look like those of HJ 941: told by name, and taken only through a crosswalk that both sides signed. Standards §5.2. */
import type { Crosswalk } from '../../contracts/risk-source/crosswalks.ts'
import { HJ941_2018 } from '../../contracts/standards/index.ts'
import type { OtherScheme, RiskLevel } from '../../contracts/standards/risk-types.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { plainRiskText } from './risk-text.ts'

/** In order: what names its scheme decides before what only has its form. */
const MARKS: readonly (readonly [OtherScheme, RegExp])[] = [
  ['tailings', /尾矿|^H[1-3]-?S[1-3]-?R[1-3]$/i],
  ['hidden-danger', /隐患/],
  ['major-hazard', /重大危险源/],
  ['chemical-park', /园区/],
  ['work-safety', /安全|[红橙黄蓝]|^低(?:风险)?$/],
  ['major-hazard', /^(?:[一二三四1-4]|I{1,3}|IV)级$/],
  ['chemical-park', /^[A-D][级类]?$/],
]

/** The other scheme that a grade, or a column's heading, belongs to; undefined for none known. */
export function otherScheme(text: string): OtherScheme | undefined {
  const plain = plainRiskText(text)
  return MARKS.find(([, mark]) => mark.test(plain))?.[0]
}

/** The scheme's name for reading. */
export function schemeTitle(scheme: OtherScheme): Bilingual {
  const found = HJ941_2018.others.find(({ id }) => id === scheme)
  if (!found) throw new TypeError(`expected a scheme of HJ 941's neighbours, got ${scheme}`)
  return found.title
}

/** The level a crosswalk gives a grade of another scheme; undefined where none names it. */
export function crosswalkLevel(
  scheme: OtherScheme,
  text: string,
  crosswalks: readonly Crosswalk[],
): RiskLevel | undefined {
  const word = plainRiskText(text)
  const levels = crosswalks.find((crosswalk) => crosswalk.scheme === scheme)?.levels
  return levels && Object.hasOwn(levels, word) ? levels[word] : undefined
}
