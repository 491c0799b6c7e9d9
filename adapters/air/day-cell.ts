/** One cell under a day: `良 60~90 PM2.5`, its parts in any order and any of them left out. Standards §2.5 and §9 row 11. */
import { halfWidth } from '../tables/marks.ts'
import { isAbsent } from './cells.ts'
import { parsePrimary } from './pollutants.ts'
import { parseAqiRange, parseClasses, TO } from './range.ts'

/** The parts as written; empty where there is none. */
export interface DayCell {
  readonly aqi: string
  readonly class: string
  readonly primary: string
}

const LABEL =
  /^(?:空气质量指数|AQI(?:指数|范围)?|(?:空气质量)?(?:等级|级别|类别)|空气质量|无?首要污染物(?=.|$))(?:为|:)?/i
const BETWEEN = /[\s,;|()、]+/
/** Blanks around the mark of a range part nothing. */
const SPACED = new RegExp(`(?<!\\s)\\s*(${TO}|±)\\s*(?=[\\d优良轻中重严])`, 'g')

/** Reads a cell; null when a part cannot be read, or stands twice. */
export function parseDayCell(text: string): DayCell | null {
  const made = { aqi: '', class: '', primary: '' }
  const pollutants: string[] = []
  for (const token of halfWidth(text).replace(SPACED, '$1').split(BETWEEN)) {
    const word = token.replace(LABEL, '')
    const whole = partOf(word)
    for (const [part, piece] of whole === undefined
      ? word.split('/').map((one) => [partOf(one), one] as const)
      : ([[whole, word]] as const)) {
      if (part === undefined) return null
      if (part === 'primary') pollutants.push(piece)
      else if (part !== null) {
        if (made[part] !== '') return null
        made[part] = piece
      }
    }
  }
  return { ...made, primary: pollutants.join('、') }
}

/** Which part a word is; null for one that stands for nothing, undefined for one that is none. */
function partOf(word: string): keyof DayCell | null | undefined {
  if (word === '' || isAbsent(word)) return null
  if (parseClasses(word) !== undefined) return 'class'
  if (parseAqiRange(word) !== null) return 'aqi'
  return parsePrimary(word) === undefined ? undefined : 'primary'
}
