/** A sentence that tells of several areas or days between commas (16日至17日成都平原以良为主，18日转为轻度污染) → its parts, each to be read as a sentence. */
import { tight } from './cells.ts'
import { CLASS_TOLD, INDEX, QUALITY } from './clauses.ts'
import { LEADING, leadingDays } from './days.ts'
import { CLASSES, NUMBERS } from './range.ts'

const TOLD = new RegExp(`${CLASSES}(?:为主)?$|${INDEX}(?:预计)?(?:为|在|:|是)?${NUMBERS}`)
const NAMED = new RegExp(`^([^,:\\d]{1,60}?)(?=:|${LEADING}|${QUALITY}|${INDEX}|${CLASS_TOLD})`)

/** Parts begin where a day or an area is named after something was told; a sentence of one part is left as it is written. */
export function segmentsOf(sentence: string, isArea: (name: string) => boolean): readonly string[] {
  const parts: string[][] = [[]]
  let told = false
  for (const clause of tight(sentence).split(',')) {
    if (told && (leadingDays(clause) !== null || isArea(NAMED.exec(clause)?.[1] ?? ''))) {
      parts.push([])
      told = false
    }
    parts.at(-1)?.push(clause)
    told ||= TOLD.test(clause)
  }
  return parts.length === 1 ? [sentence] : parts.map((clauses) => clauses.join())
}
