/** What a corrected forecast says otherwise, a line a cell; what follows from the cells is said to follow from them. */

import type { Change } from '../../release/bulletin-types.ts'
import type { AirRelease } from '../../release/release-types.ts'
import type { Lang } from '../lang.ts'
import type { ChangeRow } from '../release-body.ts'
import { AIR } from '../words/air.ts'
import { AIR_MEMBER, CHANGE } from '../words/change.ts'
import { COMMON } from '../words/common.ts'
import { areaName } from './area-name.ts'
import { dayText } from './days.ts'
import { readCell } from './read-cell.ts'
import { forecastPhrase } from './value.ts'

/** The rows. */
export function airChanges({ changes }: Pick<AirRelease, 'changes'>, lang: Lang): readonly ChangeRow[] {
  return changes.map((change) => (change.member === 'cell' ? cellChange(change, lang) : wholeChange(change, lang)))
}

function cellChange({ section, from, to }: Change, lang: Lang): ChangeRow {
  const [before, after] = [readCell(from), readCell(to)]
  const [area = '', day = ''] = (section ?? '').split('/')
  const name = (after ?? before)?.area.name ?? area
  const print = (cell: ReturnType<typeof readCell>, text: string): string => {
    if (cell) return forecastPhrase(cell, cell.from, lang)
    return text === 'null' ? AIR.none[lang] : COMMON.none[lang]
  }
  return { where: areaName(name, lang), what: dayText(day, lang), from: print(before, from), to: print(after, to) }
}

function wholeChange({ member, from, to }: Change, lang: Lang): ChangeRow {
  const what = AIR_MEMBER[member]?.[lang] ?? member
  const where = AIR.sourceWhole[lang]
  if (member !== 'statement') return { where, what, from: '', to: CHANGE.follows[lang] }
  return { where, what, from: textOf(from, lang), to: textOf(to, lang) }
}

function textOf(json: string, lang: Lang): string {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' && value !== '' ? value : COMMON.none[lang]
  } catch {
    return json
  }
}
