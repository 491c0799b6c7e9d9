/** 空气污染气象条件等级 as it is written → a level of the scale of 2013, where the words or the heading say that it is that scale. */
import type { ValueRange } from '../../contracts/air-forecast/record.ts'
import type { Dispersion } from '../../contracts/air-weather/record.ts'
import { DISPERSION_2013, type DispersionLevel } from '../../contracts/standards/dispersion.ts'
import { tight } from './cells.ts'
import { TO } from './range.ts'

const GRADES = DISPERSION_2013.grades
const WORD = GRADES.map(({ title }) => title.zh)
  // 较好 is no 好 with something before it.
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const NUMERAL = '[一二三四五六1-6ⅠⅡⅢⅣⅤⅥ]'
/** A grade or a span of them, its words before or after, in brackets or not: 四级（较差）, 2-3级, 较差. */
const WRITTEN = new RegExp(
  `^(?:(${NUMERAL})级?(?:${TO}(${NUMERAL}))?级?)?[,:]?[(]?(?:(${WORD})(?:${TO}(${WORD}))?)?[)]?$`,
)

function levelOf(numeral: string | undefined): DispersionLevel | null {
  const at = ['一二三四五六', '123456', 'ⅠⅡⅢⅣⅤⅥ'].map((row) => row.indexOf(numeral ?? '〇')).find((index) => index >= 0)
  return GRADES[at ?? -1]?.level ?? null
}

function levelOfWord(word: string | undefined): DispersionLevel | null {
  return GRADES.find(({ title }) => title.zh === word)?.level ?? null
}

function spanOf(
  from: DispersionLevel | null,
  to: DispersionLevel | null,
): { readonly range: ValueRange<DispersionLevel> | null; readonly turned: boolean } {
  if (from === null) return { range: null, turned: false }
  const end = to ?? from
  return { range: end < from ? null : { max: end, min: from }, turned: end < from }
}

/** A grade and the rule that says why it has no level, where it has none. */
export interface DispersionReading {
  readonly dispersion: Dispersion
  readonly rule: string | null
}

/**
 * Reads one. `named`: the heading is that of the scale. A grade and a word of the scale that agree name it as well; a grade alone under another
 * heading may be of a scale with five grades, and a word alone be of none.
 */
export function readDispersion(text: string, named: boolean): DispersionReading {
  const dispersion: Dispersion = { level: null, reported: text }
  const [whole, from, to, first, last] = WRITTEN.exec(tight(text)) ?? []
  if (whole === undefined || (from === undefined && first === undefined))
    return { dispersion, rule: 'dispersion-unreadable' }
  const [grade, word] = [spanOf(levelOf(from), levelOf(to)), spanOf(levelOfWord(first), levelOfWord(last))]
  if (grade.turned || word.turned) return { dispersion, rule: 'dispersion-unreadable' }
  const both = grade.range !== null && word.range !== null
  if (both && (grade.range?.min !== word.range?.min || grade.range?.max !== word.range?.max))
    return { dispersion, rule: 'dispersion-conflict' }
  if (!both && !named) return { dispersion, rule: 'dispersion-scale-not-stated' }
  return { dispersion: { level: grade.range ?? word.range, reported: text }, rule: null }
}
